// The tables of number words, in normal form and sorted by bytes.
#include "text/number_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace sitrep::text {
namespace {

using enum NumberWordKind;
using Entry = std::pair<std::string_view, NumberWord>;
using Size = std::pair<std::string_view, int>;

constexpr auto english = std::to_array<Entry>({
    {"billion", {scale, 1000000000}}, {"bn", {scale, 1000000000}}, {"eight", {unit, 8}}, {"eighteen", {teen, 18}},
    {"eighteenth", {teen, 18, true}}, {"eighth", {unit, 8, true}}, {"eighty", {ten, 80}}, {"eleven", {teen, 11}},
    {"eleventh", {teen, 11, true}}, {"fifteen", {teen, 15}}, {"fifteenth", {teen, 15, true}}, {"fifth", {unit, 5, true}},
    {"fifty", {ten, 50}}, {"first", {unit, 1, true}}, {"five", {unit, 5}}, {"forty", {ten, 40}}, {"four", {unit, 4}},
    {"fourteen", {teen, 14}}, {"fourteenth", {teen, 14, true}}, {"fourth", {unit, 4, true}}, {"hundred", {hundred, 100}},
    {"hundredth", {hundred, 100, true}}, {"million", {scale, 1000000}}, {"mln", {scale, 1000000}}, {"mn", {scale, 1000000}},
    {"nine", {unit, 9}}, {"nineteen", {teen, 19}}, {"nineteenth", {teen, 19, true}}, {"ninety", {ten, 90}}, {"ninth", {unit, 9, true}},
    {"one", {unit, 1}}, {"second", {unit, 2, true}}, {"seven", {unit, 7}}, {"seventeen", {teen, 17}}, {"seventeenth", {teen, 17, true}},
    {"seventh", {unit, 7, true}}, {"seventy", {ten, 70}}, {"six", {unit, 6}}, {"sixteen", {teen, 16}}, {"sixteenth", {teen, 16, true}},
    {"sixth", {unit, 6, true}}, {"sixty", {ten, 60}}, {"ten", {teen, 10}}, {"tenth", {teen, 10, true}}, {"third", {unit, 3, true}},
    {"thirteen", {teen, 13}}, {"thirteenth", {teen, 13, true}}, {"thirtieth", {ten, 30, true}}, {"thirty", {ten, 30}},
    {"thousand", {scale, 1000}}, {"three", {unit, 3}}, {"twelfth", {teen, 12, true}}, {"twelve", {teen, 12}},
    {"twentieth", {ten, 20, true}}, {"twenty", {ten, 20}}, {"two", {unit, 2}}, {"zero", {unit, 0}}});

// With those of the dialects (تلات, اتنين).
constexpr auto arabic = std::to_array<Entry>({
    {"اتنين", {unit, 2}}, {"اثنا", {unit, 2}}, {"اثنان", {unit, 2}}, {"اثنتا", {unit, 2}}, {"اثنتان", {unit, 2}}, {"اثنتي", {unit, 2}},
    {"اثنتين", {unit, 2}}, {"اثني", {unit, 2}}, {"اثنين", {unit, 2}}, {"احد", {unit, 1}}, {"احدي", {unit, 1}}, {"اربع", {unit, 4}},
    {"اربعا", {unit, 4}}, {"اربعمايه", {hundreds, 400}}, {"اربعميه", {hundreds, 400}}, {"اربعه", {unit, 4}}, {"اربعون", {ten, 40}},
    {"اربعين", {ten, 40}}, {"الاربعون", {ten, 40, true}}, {"الاربعين", {ten, 40, true}}, {"الاف", {scale, 1000}},
    {"الاول", {unit, 1, true}}, {"الاولي", {unit, 1, true}}, {"التاسع", {unit, 9, true}}, {"التاسعه", {unit, 9, true}},
    {"التسعون", {ten, 90, true}}, {"التسعين", {ten, 90, true}}, {"الثالث", {unit, 3, true}}, {"الثالثه", {unit, 3, true}},
    {"الثامن", {unit, 8, true}}, {"الثامنه", {unit, 8, true}}, {"الثاني", {unit, 2, true}}, {"الثانيه", {unit, 2, true}},
    {"الثلاثون", {ten, 30, true}}, {"الثلاثين", {ten, 30, true}}, {"الثمانون", {ten, 80, true}}, {"الثمانين", {ten, 80, true}},
    {"الحادي", {unit, 1, true}}, {"الحاديه", {unit, 1, true}}, {"الخامس", {unit, 5, true}}, {"الخامسه", {unit, 5, true}},
    {"الخمسون", {ten, 50, true}}, {"الخمسين", {ten, 50, true}}, {"الرابع", {unit, 4, true}}, {"الرابعه", {unit, 4, true}},
    {"السابع", {unit, 7, true}}, {"السابعه", {unit, 7, true}}, {"السادس", {unit, 6, true}}, {"السادسه", {unit, 6, true}},
    {"السبعون", {ten, 70, true}}, {"السبعين", {ten, 70, true}}, {"الستون", {ten, 60, true}}, {"الستين", {ten, 60, true}},
    {"العاشر", {teen, 10, true}}, {"العاشره", {teen, 10, true}}, {"العشرون", {ten, 20, true}}, {"العشرين", {ten, 20, true}},
    {"الف", {scale, 1000}}, {"الفا", {scale, 1000}}, {"الفان", {scale, 2000}}, {"الفي", {scale, 2000}}, {"الفين", {scale, 2000}},
    {"اول", {unit, 1, true}}, {"اولي", {unit, 1, true}}, {"تاسع", {unit, 9, true}}, {"تاسعه", {unit, 9, true}}, {"تسع", {unit, 9}},
    {"تسعا", {unit, 9}}, {"تسعمايه", {hundreds, 900}}, {"تسعميه", {hundreds, 900}}, {"تسعه", {unit, 9}}, {"تسعون", {ten, 90}},
    {"تسعين", {ten, 90}}, {"تلات", {unit, 3}}, {"تلاته", {unit, 3}}, {"تلاتين", {ten, 30}}, {"تمانين", {ten, 80}}, {"تمانيه", {unit, 8}},
    {"تنين", {unit, 2}}, {"ثالث", {unit, 3, true}}, {"ثالثه", {unit, 3, true}}, {"ثامن", {unit, 8, true}}, {"ثامنه", {unit, 8, true}},
    {"ثاني", {unit, 2, true}}, {"ثانيه", {unit, 2, true}}, {"ثلاث", {unit, 3}}, {"ثلاثا", {unit, 3}}, {"ثلاثمايه", {hundreds, 300}},
    {"ثلاثميه", {hundreds, 300}}, {"ثلاثه", {unit, 3}}, {"ثلاثون", {ten, 30}}, {"ثلاثين", {ten, 30}}, {"ثمان", {unit, 8}},
    {"ثمانمايه", {hundreds, 800}}, {"ثمانميه", {hundreds, 800}}, {"ثمانه", {unit, 8}}, {"ثمانون", {ten, 80}}, {"ثماني", {unit, 8}},
    {"ثمانيا", {unit, 8}}, {"ثمانيمايه", {hundreds, 800}}, {"ثمانيميه", {hundreds, 800}}, {"ثمانين", {ten, 80}}, {"ثمانيه", {unit, 8}},
    {"حادي", {unit, 1, true}}, {"حاديه", {unit, 1, true}}, {"خامس", {unit, 5, true}}, {"خامسه", {unit, 5, true}}, {"خمس", {unit, 5}},
    {"خمسا", {unit, 5}}, {"خمسمايه", {hundreds, 500}}, {"خمسميه", {hundreds, 500}}, {"خمسه", {unit, 5}}, {"خمسون", {ten, 50}},
    {"خمسين", {ten, 50}}, {"رابع", {unit, 4, true}}, {"رابعه", {unit, 4, true}}, {"سابع", {unit, 7, true}}, {"سابعه", {unit, 7, true}},
    {"سادس", {unit, 6, true}}, {"سادسه", {unit, 6, true}}, {"سبع", {unit, 7}}, {"سبعا", {unit, 7}}, {"سبعمايه", {hundreds, 700}},
    {"سبعميه", {hundreds, 700}}, {"سبعه", {unit, 7}}, {"سبعون", {ten, 70}}, {"سبعين", {ten, 70}}, {"ست", {unit, 6}}, {"ستا", {unit, 6}},
    {"ستمايه", {hundreds, 600}}, {"ستميه", {hundreds, 600}}, {"سته", {unit, 6}}, {"ستون", {ten, 60}}, {"ستين", {ten, 60}},
    {"صفر", {unit, 0}}, {"عاشر", {teen, 10, true}}, {"عاشره", {teen, 10, true}}, {"عشر", {arabic_ten, 10}}, {"عشرا", {arabic_ten, 10}},
    {"عشره", {arabic_ten, 10}}, {"عشرون", {ten, 20}}, {"عشرين", {ten, 20}}, {"مايتان", {hundreds, 200}}, {"مايتي", {hundreds, 200}},
    {"مايتين", {hundreds, 200}}, {"مايه", {hundred, 100}}, {"ملايين", {scale, 1000000}}, {"مليار", {scale, 1000000000}},
    {"مليارا", {scale, 1000000000}}, {"مليارات", {scale, 1000000000}}, {"مليون", {scale, 1000000}}, {"مليونا", {scale, 1000000}},
    {"ميتا", {hundreds, 200}}, {"ميتان", {hundreds, 200}}, {"ميتي", {hundreds, 200}}, {"ميتين", {hundreds, 200}}, {"ميه", {hundred, 100}},
    {"واحد", {unit, 1}}, {"واحده", {unit, 1}}});

constexpr auto sizes = std::to_array<Size>({
    {"couple", 2}, {"dozens", 24}, {"few", 3}, {"hundreds", 200}, {"scores", 40}, {"several", 3}, {"tens", 20}, {"thousands", 2000},
    {"الاف", 2000}, {"الالاف", 2000}, {"العشرات", 20}, {"الميات", 200}, {"بضع", 3}, {"بضعه", 3}, {"عده", 3}, {"عشرات", 20}, {"عشراتٍ", 20},
    {"مايات", 200}, {"ميات", 200}});

static_assert(std::ranges::is_sorted(english, {}, &Entry::first) && std::ranges::is_sorted(arabic, {}, &Entry::first) &&
              std::ranges::is_sorted(sizes, {}, &Size::first));

// Which lengths, first and last letters its words have: nearly every word that is no number is told from one by a single look.
class Looks {
public:
    template <class Table>
    explicit constexpr Looks(const Table& table)
    {
        for (const auto& entry : table) {
            bits_[look(entry.first) / 64] |= std::uint64_t{1} << (look(entry.first) % 64);
        }
    }
    constexpr bool hold(std::string_view word) const { return !word.empty() && (bits_[look(word) / 64] >> (look(word) % 64) & 1U) != 0; }

private:
    static constexpr std::size_t looks = 4096;
    static constexpr std::size_t look(std::string_view word)
    {
        // The second byte: of an Arabic letter the first says little.
        const auto first = static_cast<unsigned char>(word[word.size() > 1 ? 1 : 0]), last = static_cast<unsigned char>(word.back()),
                   middle = static_cast<unsigned char>(word[word.size() / 2]);
        return (word.size() * 331U + first * 73U + last * 1153U + middle * 19U) % looks;
    }

    std::array<std::uint64_t, looks / 64> bits_{};
};

template <const auto& table>
const auto* found_in(std::string_view normal)
{
    static constexpr Looks looks(table);
    using Table = std::remove_cvref_t<decltype(table)>;
    const typename Table::value_type::second_type* none = nullptr;
    if (!looks.hold(normal)) {
        return none;
    }
    const auto found = std::ranges::lower_bound(table, normal, {}, &Table::value_type::first);
    return found != table.end() && found->first == normal ? &found->second : none;
}

}  // namespace

std::optional<NumberWord> english_number_word(std::string_view normal)
{
    const NumberWord* word = found_in<english>(normal);
    return word != nullptr ? std::optional(*word) : std::nullopt;
}

std::optional<NumberWord> arabic_number_word(std::string_view normal)
{
    const NumberWord* word = found_in<arabic>(normal);
    return word != nullptr ? std::optional(*word) : std::nullopt;
}

std::optional<double> vague_word(std::string_view normal)
{
    const int* size = found_in<sizes>(normal);
    return size != nullptr ? std::optional<double>(*size) : std::nullopt;
}

std::optional<double> ordinal_from_digits(std::string_view normal)
{
    constexpr std::size_t digits_max = 4;
    const bool ends = normal.ends_with("st") || normal.ends_with("nd") || normal.ends_with("rd") || normal.ends_with("th");
    if (!ends || normal.size() < 3 || normal.size() > digits_max + 2) {
        return std::nullopt;
    }
    int value = 0;
    const char* last = normal.data() + normal.size() - 2;
    const auto [end, error] = std::from_chars(normal.data(), last, value);
    return error == std::errc{} && end == last ? std::optional<double>(value) : std::nullopt;
}

}  // namespace sitrep::text
