// Words: copied text, and rare words and names that two accounts have in common.
#include "merge/weighing.hpp"

#include "text/signature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace sitrep::merge {
namespace {

/// What two lists of words have in common, each word by how rare it is.
struct Shared {
    std::int64_t rarity = 0;     ///< added up
    std::int64_t common = 0, of_a = 0, of_b = 0;  ///< sums of squares: the words in common, and all of each
    std::size_t count = 0;
    /// The cosine between the lists, in hundredths: a long report has more of everything.
    double percent() const { return common == 0 ? 0 : 100 * static_cast<double>(common) / std::sqrt(static_cast<double>(of_a) * static_cast<double>(of_b)); }
};

template <std::size_t N>
Shared shared_between(const std::array<std::uint16_t, N>& a, const std::array<std::uint16_t, N>& b, const Model& model)
{
    Shared out;
    const auto square = [&model](std::uint16_t word) { return std::int64_t{model.rarity(word)} * model.rarity(word); };
    std::size_t i = 0, j = 0;
    while (i < N && a[i] != 0 && j < N && b[j] != 0) {
        if (a[i] < b[j]) out.of_a += square(a[i++]);
        else if (b[j] < a[i]) out.of_b += square(b[j++]);
        else {
            out.rarity += model.rarity(a[i]);
            out.common += square(a[i]);
            out.of_a += square(a[i]);
            out.of_b += square(a[i]);
            ++out.count;
            ++i, ++j;
        }
    }
    for (; i < N && a[i] != 0; ++i) out.of_a += square(a[i]);
    for (; j < N && b[j] != 0; ++j) out.of_b += square(b[j]);
    return out;
}

// Rarities added up: a word of one in fifty reports weighs 8, one of two reports in a thousand 12.
constexpr std::int64_t some_rarity = 20, much_rarity = 45, more_rarity = 90, most_rarity = 160, all_rarity = 240;
constexpr std::size_t some = 2, several = 3;  // of the levels below
constexpr int days_between_reports_max = 10, days_between_long_reports_max = 31;  // of those that outweigh what else excludes each other

/// 0 none, 1 few, 2 some, 3 several, 4 many, 5 most.
std::size_t level_of(const Shared& shared)
{
    static constexpr std::array from{4.0, 8.0, 14.0, 22.0, 35.0};
    const double percent = shared.percent();
    std::size_t level = 0;
    while (level < from.size() && percent >= from[level]) ++level;
    return level;
}

void weigh_copies(const Pair& pair, Weighing& weighing)
{
    const double same = text::similarity(pair.a.words, pair.b.words);
    if (same == 0) return;
    const auto feature = same >= 0.7 ? Feature::same_words : same >= 0.3 ? Feature::many_same_words : same >= 0.1 ? Feature::some_same_words : Feature::one_same_phrase;
    weighing.add(feature, [same] { return fmt::format("the reports share {:.0f} % of their phrases", same * 100); });
}

void weigh_names(const Pair& pair, const Model& model, Weighing& weighing, const Found& found)
{
    static constexpr std::array within{Feature::no_rare_names,      Feature::few_rare_names,  Feature::some_rare_names,
                                       Feature::several_rare_names, Feature::many_rare_names, Feature::most_rare_names};
    static constexpr std::array between{Feature::no_rare_names_across, Feature::few_rare_names_across, Feature::some_rare_names_across};
    const auto &a = pair.a.telling.names, &b = pair.b.telling.names;
    if (a[0] == 0 || b[0] == 0) return;
    const bool across = pair.a.language != pair.b.language;
    const auto shared = shared_between(a, b, model);
    const auto level = level_of(shared);
    weighing.add(across ? between[std::min(level, some)] : within[level], [&] { return fmt::format("{} in common{}", shared.count, across ? ", between two languages" : ""); });
    if (!across && shared.rarity >= some_rarity)
        weighing.add(shared.rarity >= more_rarity ? Feature::rare_names_weigh_most : shared.rarity >= much_rarity ? Feature::rare_names_weigh_much : Feature::rare_names_weigh_some,
                     [] { return std::string("found in few other accounts"); });
    if (found.no_day && level >= some) weighing.add(Feature::names_without_day, [] { return std::string("rare names in common, the day not known of both"); });
}

void weigh_rare_words(const Pair& pair, const Model& model, Weighing& weighing, const Found& found)
{
    static constexpr std::array by_level{Feature::no_rare_words,      Feature::few_rare_words,  Feature::some_rare_words,
                                         Feature::several_rare_words, Feature::many_rare_words, Feature::most_rare_words};
    const auto &a = pair.a.telling.words, &b = pair.b.telling.words;
    if (a[0] == 0 || b[0] == 0) return;
    const auto shared = shared_between(a, b, model);
    const auto level = level_of(shared);
    weighing.add(by_level[level], [&] { return fmt::format("{} in common", shared.count); });
    if (shared.rarity >= some_rarity)
        weighing.add(shared.rarity >= all_rarity    ? Feature::rare_words_weigh_all
                     : shared.rarity >= most_rarity ? Feature::rare_words_weigh_most
                     : shared.rarity >= more_rarity ? Feature::rare_words_weigh_more
                     : shared.rarity >= much_rarity ? Feature::rare_words_weigh_much
                                                    : Feature::rare_words_weigh_some,
                     [] { return std::string("found in few other accounts"); });
    if (level < several) return;
    const auto despite = [&weighing](bool holds, Feature feature, const char* words) {
        if (holds) weighing.add(feature, [words] { return std::string(words); });
    };
    const bool most = shared.rarity >= most_rarity;
    despite(found.other_place, most ? Feature::most_words_despite_place : Feature::words_despite_place, "in common, but other places");
    despite(!found.same_day && !found.no_day, most ? Feature::most_words_despite_day : Feature::words_despite_day, "in common, but other days");
    despite(found.other_toll, most ? Feature::most_words_despite_toll : Feature::words_despite_toll, "in common, but another number of dead");
    despite(found.impossible, Feature::words_despite_all, "in common, but one has something that excludes the other");
}

/// Who writes a report of one event alone likely writes of what others write about too.
void weigh_told(const Pair& pair, Weighing& weighing)
{
    const auto a = pair.a.telling.told, b = pair.b.telling.told;
    if (a == 0 || b == 0 || (a > 1 && b > 1)) return;
    const bool both = a == b;
    weighing.add(both ? Feature::both_tell_one : Feature::one_tells_one, [both] { return std::string(both ? "each tells this alone" : "one tells this alone"); });
}

}  // namespace

bool words_outweigh(const Pair& pair, const Model& model)
{
    const Facts &a = pair.a, &b = pair.b;
    if (a.language != b.language || a.telling.words[0] == 0 || b.telling.words[0] == 0) return false;
    if (!a.when.is_published() || !b.when.is_published() || a.when.background || b.when.background) return false;
    // Who writes short posts by a pattern tells another event in the same words.
    if (a.publisher != 0 && a.publisher == b.publisher) return false;
    const int days = std::abs(a.when.published - b.when.published);
    if (days > days_between_long_reports_max) return false;
    const auto shared = shared_between(a.telling.words, b.telling.words, model);
    return shared.rarity >= (days > days_between_reports_max ? most_rarity : much_rarity) && level_of(shared) >= several;
}

void weigh_words(const Pair& pair, const Model& model, Weighing& weighing, const Found& found)
{
    const Facts &a = pair.a, &b = pair.b;
    if (a.language == b.language) weigh_copies(pair, weighing);
    weigh_told(pair, weighing);
    weigh_names(pair, model, weighing, found);
    if (a.language == b.language) weigh_rare_words(pair, model, weighing, found);
    if (a.when.background || b.when.background)
        weighing.add(a.when.background && b.when.background ? Feature::both_are_background : Feature::one_is_background, [] { return std::string("told as background"); });
}

}  // namespace sitrep::merge
