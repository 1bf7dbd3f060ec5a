#include "publish/private_marks.hpp"

#include "publish/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sitrep::publish {
namespace {

constexpr int phone_digits_min = 9;           // without a leading + or 0
constexpr int dialled_digits_min = 7;         // with one
constexpr int phone_digits_max = 15;          // E.164: no run needs to be read further
constexpr int coordinate_decimals_max = 2;    // users.md L1

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }
bool is_word(char c) { return is_digit(c) || is_letter(c) || c == '_'; }

char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

/// Eastern digits as ASCII, no invisible characters, everything else as it is.
std::string with_plain_digits(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if ((text[i] & 0x80) == 0) {
            out += text[i++];
            continue;
        }
        const std::size_t begin = i;
        const char32_t c = next_code_point(text, i);
        if (c >= 0x660 && c <= 0x669)
            out += char('0' + (c - 0x660));
        else if (c >= 0x6F0 && c <= 0x6F9)
            out += char('0' + (c - 0x6F0));
        else if (c == 0x66B)  // Arabic decimal separator
            out += '.';
        else if (!(c >= 0x200B && c <= 0x200F) && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069))
            out += text.substr(begin, i - begin);
    }
    return out;
}

struct DigitRun {
    int digits = 0;             ///< counted up to phone_digits_max
    int first_group = 0;
    std::size_t first_end = 0;  ///< behind the first group
    std::size_t end = 0;
    bool grouped_like_a_phone = false;  ///< 3-3-4, the way numbers are written down in half the world
};

/// Digits from `begin`, with up to two of " -.()/" between groups. Bounded, so that the whole stays linear.
DigitRun digits_from(std::string_view text, std::size_t begin)
{
    DigitRun run;
    std::array<int, 3> groups{};
    std::size_t group = 0;
    std::size_t i = begin;
    while (run.digits <= phone_digits_max) {
        int length = 0;
        for (; is_digit(at(text, i)); ++i) ++length;
        run.digits += length;
        run.end = i;
        if (group == 0) {
            run.first_group = length;
            run.first_end = i;
        }
        if (group < groups.size()) groups[group] = length;
        ++group;
        std::size_t next = i;
        for (int skipped = 0; skipped < 2 && next < text.size() && std::string_view(" -.()/").find(text[next]) != std::string_view::npos; ++skipped) ++next;
        if (next == i || !is_digit(at(text, next))) break;
        i = next;
    }
    run.grouped_like_a_phone = groups == std::array{3, 3, 4};
    return run;
}

/// Length of "2023-05-10" or "2023-05" at the beginning, or 0.
std::size_t date_length(std::string_view text)
{
    constexpr std::string_view shape = "dddd-dd-dd";
    std::size_t i = 0;
    while (i < shape.size() && (shape[i] == 'd' ? is_digit(at(text, i)) : at(text, i) == shape[i])) ++i;
    const std::size_t length = i == shape.size() ? i : i >= 7 ? 7 : 0;
    const bool year = text.starts_with("19") || text.starts_with("20");
    return length > 0 && year && !is_digit(at(text, length)) ? length : 0;
}

bool is_phone(std::string_view text, std::size_t begin, bool plus, const DigitRun& run)
{
    if (plus) return run.digits >= dialled_digits_min;
    const bool decimal = at(text, begin) == '0' && at(text, begin + 1) == '.';
    if (at(text, begin) == '0' && !decimal) return run.digits >= dialled_digits_min && !is_letter(at(text, run.end));
    return (run.first_group >= phone_digits_min && !is_letter(at(text, run.first_end))) || run.grouped_like_a_phone;
}

bool is_fine_coordinate(std::string_view text, std::size_t begin)
{
    std::size_t i = begin;
    while (is_digit(at(text, i))) ++i;
    if (i - begin > 3 || at(text, i) != '.') return false;
    std::size_t decimals = 0;
    for (++i; is_digit(at(text, i)); ++i) ++decimals;
    return decimals > std::size_t(coordinate_decimals_max) && at(text, i) != '.';
}

/// 35°12'34"
bool is_sexagesimal(std::string_view text, std::size_t begin)
{
    std::size_t i = begin;
    while (is_digit(at(text, i))) ++i;
    constexpr std::string_view degree = "\u00B0";
    if (text.substr(i, degree.size()) != degree) return false;
    i += degree.size();
    while (at(text, i) == ' ') ++i;
    return is_digit(at(text, i));
}

/// Sets `end` behind the number, or behind its first group where others follow: each is looked at in its turn.
std::optional<std::string_view> number_mark(std::string_view text, std::size_t begin, std::size_t& end)
{
    const char before = begin == 0 ? ' ' : text[begin - 1];
    const DigitRun run = digits_from(text, begin);
    end = run.first_end;
    if (is_sexagesimal(text, begin)) return "L1: a coordinate finer than two decimals";
    if (is_letter(before) || before == '_') return std::nullopt;
    if (before != '.' && is_fine_coordinate(text, begin)) return "L1: a coordinate finer than two decimals";
    if (const std::size_t date = before == '+' ? 0 : date_length(text.substr(begin, 11))) {
        end = begin + date;
        return std::nullopt;
    }
    if (is_phone(text, begin, before == '+', run)) return "P1: a telephone number";
    return std::nullopt;
}

constexpr std::array<std::string_view, 11> profile_sites{"t.me/",       "telegram.me/", "wa.me/",    "facebook.com/", "fb.com/",     "twitter.com/",
                                                         "//x.com/",    "instagram.com/", "tiktok.com/", "youtube.com/", "vk.com/"};
constexpr std::array<std::string_view, 9> machine_paths{"file:/", "/home/", "/Users/", "/root/", "/tmp/", "/var/", ":\\Users", "\\\\Users", "C:\\"};

template <std::size_t count>
bool any_begins(const std::array<std::string_view, count>& marks, std::string_view text, std::size_t i)
{
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.substr(i, mark.size()) == mark; });
}

std::optional<std::string_view> sign_mark(std::string_view text, std::size_t i)
{
    const char c = text[i];
    if (c == '@' && is_word(at(text, i + 1))) return i > 0 && is_word(text[i - 1]) ? "P1: an e-mail address" : "P1: a handle";
    if (c == '%' && text.substr(i, 3) == "%40") return "P1: an e-mail address";
    if (c == '&' && (text.substr(i, 5) == "&#64;" || text.substr(i, 8) == "&commat;")) return "P1: an e-mail address";
    if (std::string_view("tfwiyv/").find(c) != std::string_view::npos && any_begins(profile_sites, text, i)) return "P1: a personal page";
    if (std::string_view("f/:\\C").find(c) != std::string_view::npos && any_begins(machine_paths, text, i)) return "S5: a path on a computer";
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> private_mark_in(std::string_view original)
{
    const std::string text = with_plain_digits(original);
    for (std::size_t i = 0; i < text.size();) {
        if (is_digit(text[i])) {
            std::size_t end = i;
            if (const auto mark = number_mark(text, i, end)) return mark;
            i = std::max(end, i + 1);
            continue;
        }
        if (const auto mark = sign_mark(text, i)) return mark;
        ++i;
    }
    return std::nullopt;
}

}  // namespace sitrep::publish
