// Inside read/: the lines of a WhatsApp export and their dates, which follow the habits of the phone that wrote them.
#pragma once

#include "core/report.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep::read {

/// "[01/02/2024, 10:15:33 ص]" as written: which of the first two figures is the day is not known yet.
struct ChatStamp {
    enum class Half : std::uint8_t { none, morning, afternoon };
    std::array<int, 3> date{};
    std::array<int, 3> time{};
    Half half = Half::none;
    bool year_first = false;
    bool local_digits = false;  ///< Arabic figures, or ص and م
    bool capital_half = false;  ///< "AM", not "am"
    bool padded = false;        ///< "01/02", not "1/2"
};

struct StampedLine {
    ChatStamp stamp;
    std::string_view sender;  ///< empty in lines of the program's own
    std::string_view words;
};

/// "[stamp] sender: words" or "stamp - sender: words"; nothing for a line that goes on.
std::optional<StampedLine> stamped_line(std::string_view line);

/// "<Media omitted>", "This message was deleted" and their like.
bool is_no_message(std::string_view words);

/// Finds out from all stamps of an export whether day or month stands first.
class DateOrder {
public:
    void see(const ChatStamp& stamp);
    /// Nothing where the order stays open, or the figures are no date.
    std::optional<Publication> publication(const ChatStamp& stamp) const;

private:
    enum class Order { unknown, day_first, month_first };
    Order order() const;
    static std::optional<Day> day_of(const ChatStamp& stamp, Order order);

    bool first_is_day_ = false;   // a first figure above 12 was seen
    bool second_is_day_ = false;
    bool local_ = false;
    bool clock_of_24_ = false;
    bool american_ = false;
    std::size_t backward_if_day_first_ = 0;  // steps back in time, which a chat does not take
    std::size_t backward_if_month_first_ = 0;
    std::optional<Day> last_if_day_first_, last_if_month_first_;
};

}  // namespace sitrep::read
