// Numbers about all reports: counted once, then only what came in since. Reports are never taken out of a library.
#pragma once

#include "store/desk/desk.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace sitrep::serve {

/// How many reports are in each state of the inbox.
class InboxTotals {
public:
    std::int64_t of(store::InboxState state, const store::Lists& lists)
    {
        const std::lock_guard lock(mutex_);
        auto& [up_to, total] = kept_[state];
        const auto newest = lists.newest_report();
        if (up_to < newest) {
            total += lists.inbox_total(state, up_to, newest);
            up_to = newest;
        }
        return total;
    }

private:
    std::mutex mutex_;
    std::map<store::InboxState, std::pair<ReportId, std::int64_t>> kept_;
};

/// The register of sources with number, first and last day of each one's reports.
class SourceTotals {
public:
    std::vector<store::SourceEntry> sources(store::Desk& desk)
    {
        const std::lock_guard lock(mutex_);
        const auto newest = desk.lists().newest_report();
        for (const auto& more : desk.registers().reports_by_source(up_to_, newest)) add(kept_[more.source], more);
        up_to_ = std::max(up_to_, newest);
        auto all = desk.registers().sources_alone();
        for (auto& source : all) {
            const auto& counted = kept_[source.id];
            source.reports = counted.reports;
            source.first_day = counted.first_day;
            source.last_day = counted.last_day;
        }
        return all;
    }

private:
    using Reports = store::Registers::ReportsOf;
    static void add(Reports& to, const Reports& more)
    {
        to.reports += more.reports;
        if (more.first_day) to.first_day = to.first_day ? std::min(*to.first_day, *more.first_day) : more.first_day;
        if (more.last_day) to.last_day = to.last_day ? std::max(*to.last_day, *more.last_day) : more.last_day;
    }
    std::mutex mutex_;
    ReportId up_to_{};
    std::map<SourceId, Reports> kept_;
};

}  // namespace sitrep::serve
