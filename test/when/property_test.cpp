// What must hold for any text whatever: spans inside it, in order, apart; and time linear in its length.
#include "processor_time.hpp"
#include "text/normalise.hpp"
#include "when/dates.hpp"

#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <random>
#include <string>

namespace sitrep::when {
namespace {

constexpr std::array<std::string_view, 60> scraps{
    "on ", "in ", "the ", "since ", "from ", "to ", "Sunday", " Monday ", "10", "31 ", "/", "-", ".", ", ", "(", ")", "May ", "Feb", "2024",
    "early ", "late ", "of ", "last ", "week ", "two ", "days ", "ago ", "night ", "at ", "9:30", "pm ", "في ", "منذ ", "كانون ", "الثاني ",
    "يوم ", "الأحد ", "و", "أمس ", "١٢ ", "الشهر ", "الماضي ", "\n", "ليل ", "– ", "\xEF\xBF\xBD", "e\xCC\x81", "same ",
    "1862 ", "480 ", "BC ", "B.C.", "century ", "that year ", "now ", "at that time ", "summer ", "قبل الميلاد ", "القرن ", "عشر "};

std::string random_text(std::mt19937& random, std::size_t words)
{
    std::uniform_int_distribution<std::size_t> pick(0, scraps.size() - 1);
    std::string text;
    for (std::size_t n = 0; n < words; ++n) text += scraps[pick(random)];
    return text;
}

TEST(AnyText, HasItsDatesInsideInOrderAndApart)
{
    const unsigned seed = std::random_device{}();
    std::cerr << "seed " << seed << '\n';  // ahead of the texts: a crash leaves no trace
    std::mt19937 random(seed);
    for (int round = 0; round < 2000; ++round) {
        const auto text = random_text(random, 40);
        const auto document = text::Document::parse(text, 0, round % 2 ? Language::english : Language::arabic);

        std::uint32_t before = 0;
        for (const auto& date : find_dates(document, day_from_iso("2024-03-05"))) {
            EXPECT_LE(before, date.span.start) << text;
            EXPECT_LT(date.span.start, date.span.end) << text;
            EXPECT_LE(date.span.end, text::length(text)) << text;
            EXPECT_LE(date.range.first_day().value_or(Day::min()), date.range.last_day().value_or(Day::max())) << text;
            before = date.span.end;
        }
    }
}

TEST(HostileText, TakesTimeLinearInItsLength)
{
    for (const std::string_view scrap : {"on ", "in the early ", "10-", "10 May, ", "منذ ", "في يوم ", "1/1/", "the same the ", "480 BC - ", "1862-", "of that ",
                                         "two days after a bomb ", "بعد يومين من كمين ", "10 May 2024 - "}) {
        const auto seconds_for = [scrap](std::size_t count) {
            std::string text;
            for (std::size_t n = 0; n < count; ++n) text += scrap;
            const auto document = text::Document::parse(text, 0, Language::english);
            return processor_seconds([&] { find_dates(document, std::nullopt); });
        };
        seconds_for(1000);

        EXPECT_LT(seconds_for(80'000), 0.05 + 40 * seconds_for(10'000)) << scrap;  // 8 times the text; quadratic would be 64 times
    }
}

}  // namespace
}  // namespace sitrep::when
