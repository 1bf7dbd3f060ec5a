#include "pipeline/run_merge.hpp"

#include <map>

namespace sitrep::pipeline {

std::vector<std::string> RunMerge::ids_of(const Report& report, const ReadReport& read)
{
    const auto count = read.understanding.accounts.size();
    if (count == 0) return {};
    ++last_report_;
    std::vector<merge::Facts> facts;
    for (std::size_t i = 0; i < count; ++i) {
        FiledAccount account = filed(report, read, i);
        account.report = ReportId{last_report_};
        facts.push_back(merge::facts_of(account));
    }
    const auto affected = gathering_.add(facts);
    const auto first = gathering_.size() - count;
    incident_.resize(gathering_.size());
    std::map<merge::Gathering::Number, std::map<IncidentId, int>> held;  // how many of a group have which id
    for (const auto number : affected)
        if (number < first) ++held[gathering_.group_of(number)][incident_[number]];
    std::vector<std::string> out;
    for (std::size_t i = first; i < gathering_.size(); ++i) {
        auto& ids = held[gathering_.group_of(static_cast<merge::Gathering::Number>(i))];
        if (ids.empty()) ids.emplace(IncidentId{++last_incident_}, 0);
        auto most = ids.begin();
        for (auto at = ids.begin(); at != ids.end(); ++at)
            if (at->second > most->second) most = at;
        incident_[i] = most->first;
        out.push_back(to_string(most->first));
    }
    if (gathering_.size() >= 2 * accounts_held_max) {
        incident_.erase(incident_.begin(), incident_.end() - std::ptrdiff_t(accounts_held_max));
        gathering_.keep_newest(accounts_held_max);
    }
    return out;
}

}  // namespace sitrep::pipeline
