#include "merging/fit_pairs.hpp"

#include "merge/gathering.hpp"

#include <Eigen/Dense>

#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>

namespace sitrep::train {
namespace {

using merge::Feature;

std::vector<const KeyedAccount*> all_of(const std::vector<KeyedReport>& reports)
{
    std::vector<const KeyedAccount*> out;
    for (const auto& report : reports)
        for (const auto& account : report) out.push_back(&account);
    return out;
}

/// True when another two accounts of the same two reports tell one event: what a strong tie elsewhere will show.
bool meet_elsewhere(const KeyedReport& a, const KeyedReport& b, const KeyedAccount& x, const KeyedAccount& y)
{
    for (const auto& p : a)
        for (const auto& q : b)
            if (&p != &x && &q != &y && p.key == q.key) return true;
    return false;
}

/// The same two accounts told in two languages, or by tables: what their words said is not there. Links between languages are too few in the corpus to learn that from.
std::optional<PairExample> without_words(const PairExample& example)
{
    constexpr double share = 0.3;
    auto out = example;
    std::erase_if(out.shown, [](Feature feature) {
        const auto heading = merge::heading_of(feature);
        return heading == "words" || heading == "rare words" || heading == "rare names" || feature == Feature::names_without_day;
    });
    if (out.shown.size() == example.shown.size()) return std::nullopt;
    out.weight *= share;
    return out;
}

}  // namespace

std::vector<PairExample> pair_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity)
{
    static const merge::Model none;
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
                    if (!met.emplace(at.report, at.account).second || merge::score_of(x.facts, y.facts, none) == merge::never) continue;
                    PairExample example{merge::features_of(x.facts, y.facts, with_rarity), x.key == y.key, weight};
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

namespace {

/// The same report, come out again so many days later: "on Thursday" means another day now.
KeyedReport come_out_again(const KeyedReport& report, int days_later, std::int64_t number)
{
    KeyedReport out = report;
    for (auto& account : out) {
        auto& filed = account.filed;
        filed.report = ReportId{number};
        filed.publisher = "Somebody else";
        filed.published->day += std::chrono::days{days_later};
        const auto first = filed.account.date.first_day();
        if (days_later > 1 && first && filed.account.date.precision == DatePrecision::day) filed.account.date = DateRange::on(*first + std::chrono::days{days_later});
        account.facts = merge::facts_of(filed);
    }
    return out;
}

}  // namespace

std::vector<PairExample> repost_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity)
{
    constexpr std::int64_t number = 9'000'000;  // of no report
    static const merge::Model none;
    std::vector<PairExample> out;
    for (const auto& report : reports) {
        if (report.empty() || !report.front().filed.published) continue;
        for (const int days_later : {1, 28})
            for (const auto& again : come_out_again(report, days_later, number))
                for (const auto& account : report)
                    if (merge::score_of(account.facts, again.facts, none) != merge::never)
                        out.push_back({merge::features_of(account.facts, again.facts, with_rarity), account.key == again.key, weight});
    }
    return out;
}

void fit_weights(const std::vector<PairExample>& examples, double penalty, merge::Model& model)
{
    constexpr int steps_max = 40;
    constexpr double enough = 1e-6;
    const auto size = static_cast<Eigen::Index>(merge::features);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(size);
    for (int step = 0; step < steps_max; ++step) {
        Eigen::VectorXd gradient = -penalty * weights;
        Eigen::MatrixXd curvature = Eigen::MatrixXd::Identity(size, size) * penalty;
        gradient[0] += penalty * weights[0] * 0.99;
        curvature(0, 0) = penalty * 0.01;
        for (const auto& example : examples) {
            double score = 0;
            for (const auto feature : example.shown) score += weights[static_cast<Eigen::Index>(feature)];
            const double chance = merge::chance_of(score);
            const double error = example.weight * ((example.is_same ? 1.0 : 0.0) - chance), slope = example.weight * std::max(1e-9, chance * (1 - chance));
            for (const auto p : example.shown) {
                gradient[static_cast<Eigen::Index>(p)] += error;
                for (const auto q : example.shown) curvature(static_cast<Eigen::Index>(p), static_cast<Eigen::Index>(q)) += slope;
            }
        }
        const Eigen::VectorXd change = curvature.ldlt().solve(gradient);
        weights += change;
        if (change.norm() < enough) break;
    }
    for (Eigen::Index i = 0; i < size; ++i) model.set_weight(static_cast<Feature>(i), std::round(weights[i] * 1000) / 1000);
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

Links count_links(const std::vector<KeyedReport>& reports, const std::vector<std::uint32_t>& groups)
{
    const auto accounts = all_of(reports);
    Links out;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
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
