#include "read/whatsapp_lines.hpp"

#include "text/normalise.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace sitrep::read {
namespace {

// Reads a stamp sign by sign; direction marks and no-break spaces stand anywhere in it.
class StampReader {
public:
    explicit StampReader(std::string_view line) : line_(line) {}

    bool take(char32_t wanted)
    {
        skip_invisible();
        if (peek().value != wanted) {
            return false;
        }
        at_ += peek().bytes;
        return true;
    }

    bool take_one_of(std::u32string_view wanted) { return std::ranges::any_of(wanted, [&](char32_t each) { return take(each); }); }

    // One to four digits of any script.
    std::optional<int> number()
    {
        constexpr int digits_max = 4;
        skip_invisible();
        int value = 0;
        digits_ = 0;
        while (at_ < line_.size() && digits_ < digits_max) {
            const text::CodePoint point = peek();
            const auto digit = digit_of(point.value);
            if (!digit) {
                break;
            }
            leading_zero_ = digits_ == 0 ? *digit == 0 : leading_zero_;
            local_ = local_ || point.value >= 0x80;
            value = value * 10 + *digit;
            ++digits_;
            at_ += point.bytes;
        }
        return digits_ > 0 ? std::optional(value) : std::nullopt;
    }

    void skip_spaces()
    {
        skip_invisible();
        while (at_ < line_.size() && (peek().value == ' ' || peek().value == 0xA0 || peek().value == 0x202F)) {
            at_ += peek().bytes;
            skip_invisible();
        }
    }

    std::string_view rest() const { return line_.substr(at_); }
    void advance(std::size_t bytes) { at_ += bytes; }
    int digits() const { return digits_; }
    bool leading_zero() const { return leading_zero_; }
    bool local() const { return local_; }

private:
    text::CodePoint peek() const { return at_ < line_.size() ? text::code_point_at(line_, at_) : text::CodePoint{0, 0}; }

    static std::optional<int> digit_of(char32_t value)
    {
        for (const char32_t zero : {U'0', U'٠', U'۰'}) {
            if (value >= zero && value < zero + 10) {
                return static_cast<int>(value - zero);
            }
        }
        return std::nullopt;
    }

    void skip_invisible()
    {
        while (at_ < line_.size() && is_invisible(peek().value)) {
            at_ += peek().bytes;
        }
    }

    static bool is_invisible(char32_t value)
    {
        return value == 0xFEFF || value == 0x200E || value == 0x200F || (value >= 0x202A && value <= 0x202E) || value == 0x61C || (value >= 0x2066 && value <= 0x2069);
    }

    std::string_view line_;
    std::size_t at_ = 0;
    int digits_ = 0;
    bool leading_zero_ = false;
    bool local_ = false;
};

bool take_date(StampReader& reader, ChatStamp& stamp)
{
    for (std::size_t i = 0; i < stamp.date.size(); ++i) {
        if (i > 0 && !reader.take_one_of(U"/.-")) {
            return false;
        }
        const auto figure = reader.number();
        if (!figure) {
            return false;
        }
        stamp.date[i] = *figure;
        stamp.year_first = i == 0 ? reader.digits() == 4 : stamp.year_first;
        stamp.padded = stamp.padded || (i < 2 && reader.leading_zero());
    }
    return true;
}

void take_half(StampReader& reader, ChatStamp& stamp)
{
    struct Sign {
        std::string_view printed;
        ChatStamp::Half half;
    };
    constexpr std::array<Sign, 10> signs{{{"AM", ChatStamp::Half::morning}, {"PM", ChatStamp::Half::afternoon}, {"am", ChatStamp::Half::morning},
                                          {"pm", ChatStamp::Half::afternoon}, {"a.m.", ChatStamp::Half::morning}, {"p.m.", ChatStamp::Half::afternoon},
                                          {"صباحًا", ChatStamp::Half::morning}, {"مساءً", ChatStamp::Half::afternoon}, {"ص", ChatStamp::Half::morning},
                                          {"م", ChatStamp::Half::afternoon}}};
    reader.skip_spaces();
    for (const Sign& sign : signs) {
        if (reader.rest().starts_with(sign.printed)) {
            stamp.half = sign.half;
            stamp.capital_half = sign.printed == "AM" || sign.printed == "PM";
            stamp.local_digits = stamp.local_digits || static_cast<unsigned char>(sign.printed.front()) >= 0x80;
            reader.advance(sign.printed.size());
            return;
        }
    }
}

bool take_time(StampReader& reader, ChatStamp& stamp)
{
    for (std::size_t i = 0; i < stamp.time.size(); ++i) {
        if (i > 0 && !reader.take_one_of(U":.")) {
            return i > 1;
        }
        const auto figure = reader.number();
        if (!figure) {
            return false;
        }
        stamp.time[i] = *figure;
    }
    return true;
}

}  // namespace

std::optional<StampedLine> stamped_line(std::string_view line)
{
    StampReader reader(line);
    ChatStamp stamp;
    const bool bracket = reader.take('[');
    if (!take_date(reader, stamp)) {
        return std::nullopt;
    }
    reader.take_one_of(U",،");
    reader.skip_spaces();
    if (!take_time(reader, stamp)) {
        return std::nullopt;
    }
    take_half(reader, stamp);
    stamp.local_digits = stamp.local_digits || reader.local();
    reader.skip_spaces();
    if (!(bracket ? reader.take(']') : reader.take('-') || reader.take(0x2013))) {
        return std::nullopt;
    }
    reader.skip_spaces();
    constexpr std::size_t sender_bytes_max = 200;
    const std::string_view rest = reader.rest();
    const std::size_t colon = rest.substr(0, sender_bytes_max).find(": ");
    const bool ends = colon == std::string_view::npos && rest.size() <= sender_bytes_max && rest.ends_with(':');
    if (colon == std::string_view::npos && !ends) {
        return StampedLine{stamp, {}, rest};
    }
    const std::size_t end = ends ? rest.size() - 1 : colon;
    return StampedLine{stamp, rest.substr(0, end), rest.substr(ends ? rest.size() : colon + 2)};
}

bool is_no_message(std::string_view words)
{
    const std::string normal = text::normalise(words);
    constexpr std::array<std::string_view, 18> whole{"", "<media omitted>", "image omitted", "video omitted", "audio omitted", "sticker omitted", "gif omitted",
                                                     "document omitted", "contact card omitted", "this message was deleted", "this message was deleted.",
                                                     "you deleted this message", "you deleted this message.", "null", "<تم استبعاد الوسايط>", "<الوسايط غير مدرجه>",
                                                     "تم حذف هذه الرساله", "تم حذف هذه الرساله."};
    if (std::ranges::find(whole, normal) != whole.end()) {
        return true;
    }
    return normal.starts_with("messages and calls are end-to-end encrypted") || normal.starts_with("الرسايل والمكالمات مشفره") ||
           (normal.starts_with("<attached:") && normal.ends_with(">") && normal.find('\n') == std::string::npos);
}

std::optional<Day> DateOrder::day_of(const ChatStamp& stamp, Order order)
{
    constexpr int century = 2000;
    const auto [first, second, third] = stamp.date;
    const int year = stamp.year_first ? first : third;
    const int month = stamp.year_first ? second : order == Order::day_first ? second : first;
    const int day = stamp.year_first ? third : order == Order::day_first ? first : second;
    const std::chrono::year_month_day date(std::chrono::year(year < 100 ? year + century : year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

void DateOrder::see(const ChatStamp& stamp)
{
    local_ = local_ || stamp.local_digits;
    clock_of_24_ = clock_of_24_ || stamp.half == ChatStamp::Half::none;
    american_ = american_ || (stamp.capital_half && !stamp.padded);
    if (stamp.year_first) {
        return;
    }
    first_is_day_ = first_is_day_ || stamp.date[0] > 12;
    second_is_day_ = second_is_day_ || stamp.date[1] > 12;
    const auto step = [&](Order order, std::optional<Day>& last, std::size_t& backward) {
        const auto day = day_of(stamp, order);
        backward += day && last && *day < *last ? 1 : 0;
        last = day ? day : last;
    };
    step(Order::day_first, last_if_day_first_, backward_if_day_first_);
    step(Order::month_first, last_if_month_first_, backward_if_month_first_);
}

DateOrder::Order DateOrder::order() const
{
    if (first_is_day_ != second_is_day_) {
        return first_is_day_ ? Order::day_first : Order::month_first;
    }
    if (first_is_day_) {
        return Order::unknown;  // figures above 12 in both places: no one order fits
    }
    if (backward_if_day_first_ != backward_if_month_first_) {
        return backward_if_day_first_ < backward_if_month_first_ ? Order::day_first : Order::month_first;
    }
    // Where no figure decides, habits do: Arabic phones and 24-hour clocks go with the day first, "1/2/24, 3:04 PM" is American.
    if (local_ || clock_of_24_) {
        return Order::day_first;
    }
    return american_ ? Order::month_first : Order::unknown;
}

std::optional<Publication> DateOrder::publication(const ChatStamp& stamp) const
{
    const Order found = order();
    if (found == Order::unknown && !stamp.year_first) {
        return std::nullopt;
    }
    const auto day = day_of(stamp, found);
    int hour = stamp.time[0];
    if (stamp.half != ChatStamp::Half::none) {
        hour = hour % 12 + (stamp.half == ChatStamp::Half::afternoon ? 12 : 0);
    }
    if (!day || hour > 23 || stamp.time[1] > 59 || stamp.time[2] > 59) {
        return std::nullopt;
    }
    return Publication{*day, std::chrono::hours(hour) + std::chrono::minutes(stamp.time[1]) + std::chrono::seconds(stamp.time[2])};
}

}  // namespace sitrep::read
