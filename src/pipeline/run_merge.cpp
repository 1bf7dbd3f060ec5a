#include "pipeline/run_merge.hpp"

#include <algorithm>

namespace sitrep::pipeline {
namespace {
constexpr std::size_t candidates_max = 60;
}

std::vector<std::string> RunMerge::ids_of(const Report& report, const Understanding& understanding, const WordSignature& words)
{
    std::vector<std::string> out;
    const ReportId id{++last_report_};
    for (const Account& account : understanding.accounts) {
        FiledAccount filed;
        filed.id = AccountId{++last_account_};
        filed.report = id;
        filed.publisher = report.publisher;
        filed.url = report.url;
        filed.published = report.published;
        filed.language = understanding.language;
        filed.words = words;
        filed.account = account;
        const IncidentId incident = place(filed);
        hold(incident, std::move(filed));
        out.push_back(to_string(incident));
    }
    return out;
}

IncidentId RunMerge::place(const FiledAccount& filed)
{
    std::vector<std::size_t> numbers;
    for (const auto key : merge::keys_to_ask(filed)) {
        const auto found = filed_.find(key);
        if (found != filed_.end()) numbers.insert(numbers.end(), found->second.begin(), found->second.end());
    }
    std::sort(numbers.rbegin(), numbers.rend());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    if (numbers.size() > candidates_max) numbers.resize(candidates_max);
    std::vector<merge::Candidate> candidates;
    for (const std::size_t number : numbers) candidates.push_back(held_[number - forgotten_].candidate);
    const auto decision = merge::decide(filed, candidates);
    return decision.incident ? *decision.incident : IncidentId{++last_incident_};
}

void RunMerge::hold(IncidentId incident, FiledAccount filed)
{
    auto keys = merge::keys_to_file(filed);
    const std::size_t number = forgotten_ + held_.size();
    for (const auto key : keys) filed_[key].push_back(number);
    held_.push_back({{incident, std::move(filed)}, std::move(keys)});
    if (held_.size() > accounts_held_max) forget_oldest();
}

void RunMerge::forget_oldest()
{
    for (const auto key : held_.front().keys) {
        auto& numbers = filed_[key];
        if (!numbers.empty() && numbers.front() == forgotten_) numbers.pop_front();
        if (numbers.empty()) filed_.erase(key);
    }
    held_.pop_front();
    ++forgotten_;
}

}  // namespace sitrep::pipeline
