// Printed dates of publication, read word by word: the day as printed, with the time of day in the printed offset.
#include "read/parts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::read {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t printed_bytes_max = 200;
constexpr int year_min = 1900;
constexpr int year_max = 2200;

struct MonthName {
    std::string_view name;
    unsigned month;
};
// English; Arabic of Egypt and the Gulf; of the Levant and Iraq (two words: the second alone tells which); of Tunisia and Algeria.
constexpr std::array month_names{
    MonthName{"january", 1}, MonthName{"february", 2}, MonthName{"march", 3}, MonthName{"april", 4}, MonthName{"may", 5}, MonthName{"june", 6},
    MonthName{"july", 7}, MonthName{"august", 8}, MonthName{"september", 9}, MonthName{"october", 10}, MonthName{"november", 11}, MonthName{"december", 12},
    MonthName{"sept", 9},
    MonthName{"يناير", 1}, MonthName{"فبراير", 2}, MonthName{"مارس", 3}, MonthName{"أبريل", 4}, MonthName{"ابريل", 4}, MonthName{"إبريل", 4}, MonthName{"مايو", 5},
    MonthName{"يونيو", 6}, MonthName{"يونية", 6}, MonthName{"يوليو", 7}, MonthName{"يولية", 7}, MonthName{"أغسطس", 8},
    MonthName{"اغسطس", 8}, MonthName{"سبتمبر", 9},
    MonthName{"أكتوبر", 10}, MonthName{"اكتوبر", 10}, MonthName{"نوفمبر", 11}, MonthName{"ديسمبر", 12},
    MonthName{"شباط", 2}, MonthName{"آذار", 3}, MonthName{"اذار", 3}, MonthName{"نيسان", 4}, MonthName{"أيار", 5}, MonthName{"ايار", 5}, MonthName{"حزيران", 6},
    MonthName{"تموز", 7}, MonthName{"آب", 8}, MonthName{"أيلول", 9}, MonthName{"ايلول", 9},
    MonthName{"جانفي", 1}, MonthName{"فيفري", 2}, MonthName{"أفريل", 4}, MonthName{"ماي", 5}, MonthName{"جوان", 6}, MonthName{"جويلية", 7}, MonthName{"أوت", 8},
};

// Words that stand around a date without saying anything of it.
constexpr std::array passed_words{
    "monday"sv, "tuesday"sv, "wednesday"sv, "thursday"sv, "friday"sv, "saturday"sv, "sunday"sv, "mon"sv, "tue"sv, "tues"sv, "wed"sv, "thu"sv, "thur"sv, "thurs"sv,
    "fri"sv, "sat"sv, "sun"sv, "st"sv, "nd"sv, "rd"sv, "th"sv, "of"sv, "on"sv, "at"sv, "the"sv, "published"sv, "posted"sv, "date"sv,
    "est"sv, "edt"sv, "cet"sv, "cest"sv, "eet"sv, "eest"sv, "bst"sv, "pst"sv, "pdt"sv, "ast"sv, "h"sv,
    "الاثنين"sv, "الإثنين"sv, "الثلاثاء"sv, "الأربعاء"sv, "الاربعاء"sv, "الخميس"sv, "الجمعة"sv,
    "السبت"sv, "الأحد"sv, "الاحد"sv, "يوم"sv, "في"sv, "نشر"sv, "نُشر"sv,
    "تاريخ"sv, "النشر"sv, "الساعة"sv, "من"sv, "بتوقيت"sv, "غرينتش"sv, "دمشق"sv, "م"sv};

enum class Kind { number, word, mark };
struct Part {
    Kind kind;
    std::string text;
    int number = 0;
    std::size_t digits = 0;
};

// Eastern digits (Arabic and Persian) and the Arabic comma become ASCII, direction marks and narrow blanks go.
std::string with_plain_digits(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (c == 0xD9 && next >= 0xA0 && next <= 0xA9) out += char('0' + (next - 0xA0)), ++i;
        else if (c == 0xDB && next >= 0xB0 && next <= 0xB9) out += char('0' + (next - 0xB0)), ++i;
        else if (c == 0xD8 && next == 0x8C) out += ',', ++i;
        else if (c == 0xC2 && next == 0xA0) out += ' ', ++i;
        else if (c == 0xE2 && next == 0x80) out += ' ', i += 2;
        else out += char(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::vector<Part> parts_of(const std::string& text)
{
    std::vector<Part> parts;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        if (is_digit(text[i])) {
            while (i < text.size() && is_digit(text[i])) ++i;
            Part part{Kind::number, text.substr(begin, i - begin), 0, i - begin};
            if (part.digits <= 8)
                for (const char c : part.text) part.number = part.number * 10 + (c - '0');
            parts.push_back(std::move(part));
        } else if (is_letter(text[i])) {
            while (i < text.size() && is_letter(text[i])) ++i;
            parts.push_back({Kind::word, text.substr(begin, i - begin)});
        } else if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n') {
            parts.push_back({Kind::mark, text.substr(i++, 1)});
        } else {
            ++i;
        }
    }
    return parts;
}

std::optional<unsigned> month_named(std::string_view word)
{
    for (const auto& [name, month] : month_names)
        if (word == name || (name[0] >= 'a' && name[0] <= 'z' && word == name.substr(0, 3))) return month;
    return std::nullopt;
}

// Reads the parts in one pass and keeps what it knows.
class PrintedDate {
public:
    explicit PrintedDate(std::vector<Part> parts) : parts_(std::move(parts)) {}

    std::optional<Publication> read()
    {
        while (at_ < parts_.size())
            if (!step()) return std::nullopt;
        return result();
    }

private:
    const Part* part(std::size_t ahead) const { return at_ + ahead < parts_.size() ? &parts_[at_ + ahead] : nullptr; }
    bool is_mark(std::size_t ahead, std::string_view marks) const
    {
        const Part* p = part(ahead);
        return p && p->kind == Kind::mark && marks.find(p->text) != std::string_view::npos;
    }
    bool is_number(std::size_t ahead) const { return part(ahead) && part(ahead)->kind == Kind::number; }

    bool step()
    {
        if (is_number(0)) return time() || numeric_date() || packed_date() || day_or_year();
        if (part(0)->kind == Kind::word) return word();
        return mark();
    }

    bool time()
    {
        if (time_ || !is_mark(1, ":") || !is_number(2)) return false;
        if (part(0)->number > 23 || part(2)->number > 59 || part(0)->digits > 2 || part(2)->digits != 2) return false;
        int seconds = part(0)->number * 3600 + part(2)->number * 60;
        at_ += 3;
        if (is_mark(0, ":") && is_number(1) && part(1)->number <= 60) {
            seconds += std::min(part(1)->number, 59);  // a leap second is the second before
            at_ += 2;
            if (is_mark(0, ".,") && is_number(1) && year_) at_ += 2;  // fractions of a second
        }
        time_ = seconds;
        return true;
    }

    // 2024-03-05, 2024/3/5, 05.03.2024, and 25/3/2024 where no month can be 25. 05/03/2024 is either, so it is neither.
    bool numeric_date()
    {
        if (year_ || month_ || day_ || !is_mark(1, "-/.") || !is_number(2) || !is_mark(3, "-/.") || !is_number(4) || part(1)->text != part(3)->text) return false;
        const int a = part(0)->number, b = part(2)->number, c = part(4)->number;
        if (part(0)->digits == 4) set(a, b, c);
        else if (part(4)->digits != 4) return false;
        else if (a > 12 || a == b || part(1)->text == ".") set(c, b, a);
        else if (b > 12) set(c, a, b);
        else return false;
        at_ += 5;
        if (part(0) && part(0)->kind == Kind::word && part(0)->text == "t" && is_number(1)) ++at_;
        return true;
    }

    // 20240305 and 20240305T100000Z
    bool packed_date()
    {
        if (year_ || month_ || day_ || part(0)->digits != 8) return false;
        const int all = part(0)->number;
        set(all / 10000, all / 100 % 100, all % 100);
        ++at_;
        if (!part(0) || part(0)->text != "t" || !is_number(1) || part(1)->digits != 6) return true;
        const int clock = part(1)->number;
        if (clock / 10000 > 23 || clock / 100 % 100 > 59 || clock % 100 > 59) return false;
        time_ = clock / 10000 * 3600 + clock / 100 % 100 * 60 + clock % 100;
        at_ += 2;
        return true;
    }

    bool day_or_year()
    {
        const Part& p = *part(0);
        if (p.digits <= 2 && !day_ && p.number >= 1 && p.number <= 31) day_ = p.number;
        else if (p.digits == 4 && !year_) year_ = p.number;
        else if (p.digits == 2 && !year_ && day_ && month_ && part(1) && is_mark(2, ":")) year_ = p.number + (p.number < 50 ? 2000 : 1900);  // RFC 5322, 4.3
        else return false;
        ++at_;
        if (part(0) && part(0)->kind == Kind::word && part(0)->text == "t" && is_number(1)) ++at_;
        return true;
    }

    bool word()
    {
        const std::string& w = part(0)->text;
        if ((w == "كانون" || w == "تشرين") && part(1) && part(1)->kind == Kind::word) return two_word_month(w == "كانون");
        if (const auto month = month_named(w)) {
            // "مارس/آذار": both names of one month.
            if (month_ && *month_ != int(*month)) return false;
            month_ = int(*month);
        } else if (w == "am" || w == "ص" || w == "صباحا" || w == "صباحاً" || w == "a") {
            if (time_ && *time_ / 3600 == 12) *time_ -= 12 * 3600;
        } else if (w == "pm" || w == "مساء" || w == "مساءً" || w == "p" || (w == "م" && time_)) {
            if (time_ && *time_ / 3600 < 12) *time_ += 12 * 3600;
        } else if (w == "z" || w == "utc" || w == "gmt" || w == "ut") {
            utc_ = true;
        } else if (w != "m" && std::ranges::find(passed_words, w) == passed_words.end()) {
            return false;
        }
        ++at_;
        return true;
    }

    bool two_word_month(bool kanun)
    {
        const std::string& which = part(1)->text;
        const bool first = which == "الأول" || which == "الاول" || which == "أول" || which == "اول";
        const bool second = which == "الثاني" || which == "ثاني" || which == "الثانى";
        if (!first && !second) return false;
        const int month = kanun ? (first ? 12 : 1) : (first ? 10 : 11);
        if (month_ && *month_ != month) return false;
        month_ = month;
        at_ += 2;
        return true;
    }

    bool mark()
    {
        // An offset ("+03:00", "-0500") says how far from Greenwich the printed day is; the day stays as printed.
        if (is_mark(0, "+-") && time_ && is_number(1)) {
            utc_ = part(1)->number == 0;
            at_ += 2;
            if (is_mark(0, ":") && is_number(1)) {
                utc_ = utc_ && part(1)->number == 0;
                at_ += 2;
            }
            return true;
        }
        if (!is_mark(0, ",.-/|:()[]")) return false;
        ++at_;
        return true;
    }

    void set(int year, int month, int day)
    {
        year_ = year;
        month_ = month;
        day_ = day;
    }

    std::optional<Publication> result() const
    {
        if (!year_ || !month_ || !day_ || *year_ < year_min || *year_ > year_max) return std::nullopt;
        const std::chrono::year_month_day date{std::chrono::year{*year_}, std::chrono::month{unsigned(*month_)}, std::chrono::day{unsigned(*day_)}};
        if (!date.ok()) return std::nullopt;
        Publication publication{.day = Day{date}, .time_of_day = std::nullopt};
        if (time_) publication.time_of_day = std::chrono::seconds{*time_};
        publication.in_utc = time_ && utc_;
        return publication;
    }

    std::vector<Part> parts_;
    std::size_t at_ = 0;
    std::optional<int> year_, month_, day_, time_;
    bool utc_ = false;
};

}  // namespace

std::optional<Publication> publication_from(std::string_view printed)
{
    if (printed.size() > printed_bytes_max) return std::nullopt;
    return PrintedDate(parts_of(with_plain_digits(printed))).read();
}

}  // namespace sitrep::read
