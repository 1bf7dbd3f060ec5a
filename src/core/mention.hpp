// Words that name something, found before anybody decides what they mean for an incident.
#pragma once

#include "core/date.hpp"
#include "core/span.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// TIMEX3 types (ISO 24617-1): "semi-daily" is a set, "two weeks" a duration.
enum class TimexType { date, time, duration, set };
std::string_view to_string(TimexType type);  ///< "DATE", "TIME", …

/// Words that date something, resolved as far as the publication day allows.
struct DateMention {
    Span span;
    TimexType type = TimexType::date;
    std::string value;   ///< TIMEX3 value ("2024-03-05", "P2W", "XXXX-WXX-7"), may be empty
    DateRange range;     ///< unknown where nothing fixes it ("on Sunday" without a publication day)
    bool undating = false;   ///< names time and dates nothing told: "now", "former", "at that time", "a ten-day truce"
    bool is_period = false;  ///< "since January", "in the past week": a stretch, not the time of one event
};

enum class MentionLayer { place, date, actor, weapon, person, source };
std::string_view to_string(MentionLayer layer);

/// An actor, weapon, person or source named in the text. Places and dates have their own types.
struct Mention {
    MentionLayer layer = MentionLayer::actor;
    Span span;
    std::string name;  ///< canonical name where a register knows it, else empty
};

}  // namespace sitrep
