#include "merging/fit_pairs.hpp"

#include "merge/gathering.hpp"
#include "merging/made_pairs.hpp"

#include <set>
#include <unordered_map>

namespace sitrep::train {
namespace {

/// How much a pair with a written report counts: these tell each event once, so that all which their pairs can say is no.
constexpr double written_share = 0.3;

using merge::Feature;

std::vector<const KeyedAccount*> all_of(const std::vector<KeyedReport>& reports)
{
    std::vector<const KeyedAccount*> out;
    for (const auto& report : reports)
        for (const auto& account : report) out.push_back(&account);
    return out;
}

bool is_written(const KeyedAccount& account) { return account.document.find("-x-") != std::string::npos; }

/// True when another two accounts of the same two reports tell one event: what a strong tie elsewhere will show.
bool meet_elsewhere(const KeyedReport& a, const KeyedReport& b, const KeyedAccount& x, const KeyedAccount& y)
{
    for (const auto& p : a)
        for (const auto& q : b)
            if (&p != &x && &q != &y && p.key == q.key) return true;
    return false;
}

}  // namespace

std::vector<PairExample> pair_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity, bool made_alone)
{
    const auto unweighted = without_weights(with_rarity);
    struct At {
        std::size_t report, account;
    };
    std::vector<PairExample> out;
    std::unordered_map<merge::BlockKey, std::vector<At>> filed;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        for (const auto& x : reports[i]) {
            std::set<std::pair<std::size_t, std::size_t>> met;
            for (const auto key : merge::keys_to_ask(x.facts)) {
                const auto found = filed.find(key);
                if (found == filed.end()) continue;
                for (const At at : found->second) {
                    const auto& y = reports[at.report][at.account];
                    if (!met.emplace(at.report, at.account).second || (made_alone && !x.is_made && !y.is_made)) continue;
                    if (merge::score_of(x.facts, y.facts, *unweighted) == merge::never) continue;
                    PairExample example{merge::features_of(x.facts, y.facts, with_rarity), x.key == y.key, is_written(x) || is_written(y) ? weight * written_share : weight};
                    if (meet_elsewhere(reports[i], reports[at.report], x, y)) example.shown.push_back(Feature::reports_meet_elsewhere);
                    if (auto wordless = without_words(example)) out.push_back(std::move(*wordless));
                    out.push_back(std::move(example));
                }
            }
        }
        for (std::size_t k = 0; k < reports[i].size(); ++k)
            for (const auto key : merge::keys_to_file(reports[i][k].facts)) filed[key].push_back({i, k});
    }
    return out;
}

Links& Links::operator+=(const Links& other)
{
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
    across_right += other.across_right;
    across_wrong += other.across_wrong;
    across_missed += other.across_missed;
    return *this;
}

std::vector<std::uint32_t> groups_of(const std::vector<KeyedReport>& reports, const merge::Thresholds& thresholds, const merge::Model& model)
{
    merge::Gathering gathering(thresholds, model);
    for (const auto& report : reports) {
        std::vector<merge::Facts> facts;
        for (const auto& account : report) facts.push_back(account.facts);
        gathering.add(facts);
    }
    std::vector<std::uint32_t> out(gathering.size());
    for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = gathering.group_of(i);
    return out;
}

Links merge_and_count(const std::vector<KeyedReport>& reports, const merge::Thresholds& thresholds, const merge::Model& model)
{
    return count_links(reports, groups_of(reports, thresholds, model));
}

Links count_links(const std::vector<KeyedReport>& reports, const std::vector<std::uint32_t>& groups, const std::vector<bool>& counted)
{
    const auto accounts = all_of(reports);
    std::vector<bool> counts;
    for (std::size_t i = 0; i < reports.size(); ++i) counts.insert(counts.end(), reports[i].size(), counted.empty() || counted[i]);
    Links out;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (std::size_t j = 0; counts[i] && j < i; ++j) {
            if (accounts[i]->document == accounts[j]->document) continue;
            const bool same = accounts[i]->key == accounts[j]->key, joined = groups[i] == groups[j];
            const bool across = accounts[i]->filed.language != accounts[j]->filed.language;
            out.right += same && joined;
            out.wrong += !same && joined;
            out.missed += same && !joined;
            out.across_right += across && same && joined;
            out.across_wrong += across && !same && joined;
            out.across_missed += across && same && !joined;
        }
    return out;
}

Blocking blocking_of(const std::vector<KeyedReport>& reports)
{
    const auto accounts = all_of(reports);
    Blocking out;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (accounts[i]->document == accounts[j]->document || accounts[i]->key != accounts[j]->key) continue;
            ++out.pairs;
            out.found += merge::Gathering::are_compared(accounts[i]->facts, accounts[j]->facts);
        }
    return out;
}

}  // namespace sitrep::train
