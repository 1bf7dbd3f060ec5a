// The public record behind one report: what passed the gate, by month.
#pragma once

#include "publish/labels.hpp"
#include "publish/month.hpp"

#include <deque>
#include <map>
#include <vector>

namespace sitrep::publish {

using Month = std::chrono::year_month;
using Incidents = std::vector<const PublicIncident*>;

struct Record {
    const MonthInput& input;
    Edition edition;
    Gate gate;  ///< knows the names of this report's governorates and the villages that rule L2 lets through
    Month month, last_month, year_ago;
    std::deque<PublicIncident> all;
    std::map<Month, Incidents> by_month;  ///< counted incidents, by the month of their first possible day
    Incidents listed;                     ///< of this month, background included, by date
    std::vector<Withheld> withheld;       ///< of this month, or undated
    std::vector<Gate::PublicTally> tallies;
    std::int64_t undated = 0;
    std::int64_t background = 0;  ///< of this month

    const Incidents& of(Month month) const;
    const Incidents& now() const { return of(month); }
    std::int64_t sources(Month month) const;
    /// False for a month of which the library holds neither a report nor an incident: its zero says nothing.
    bool has_data(Month month) const;
    std::vector<Month> months_before(int count) const;  ///< oldest first, this month not included
    std::string say(Label label) const { return std::string(words_for(label, edition)); }
    template <class First, class... Values>
    std::string say(Label label, const First& first, const Values&... values) const
    {
        return publish::say(edition, label, first, values...);
    }
    std::string area_words() const;
    bool arabic() const { return edition == Edition::arabic; }
};

/// `input` must outlive the record.
Record record_of(const MonthInput& input, const Gate& gate, Edition edition);

}  // namespace sitrep::publish
