#include "merging/made_pairs.hpp"

#include <chrono>

namespace sitrep::train {

using merge::Feature;

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

const AccountPlace* town_of(const KeyedAccount& account)
{
    for (const auto& said : account.filed.account.places)
        if (said.place.is_resolved() && said.place.point && said.place.precision <= PlacePrecision::near) return &said;
    return nullptr;
}

bool is_told_by_day(const KeyedAccount& account)
{
    const auto& date = account.filed.account.date;
    return date.first_day() && date.precision == DatePrecision::day;
}

}  // namespace

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

std::vector<PairExample> repost_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity)
{
    constexpr std::int64_t number = 9'000'000;  // of no report
    const auto unweighted = without_weights(with_rarity);
    std::vector<PairExample> out;
    for (const auto& report : reports) {
        if (report.empty() || !report.front().filed.published) continue;
        for (const int days_later : {1, 28})
            for (const auto& again : come_out_again(report, days_later, number))
                for (const auto& account : report)
                    if (merge::score_of(account.facts, again.facts, *unweighted) != merge::never)
                        out.push_back({merge::features_of(account.facts, again.facts, with_rarity), account.key == again.key, weight});
    }
    return out;
}

std::vector<PairExample> elsewhere_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity)
{
    constexpr std::int64_t number = 9'000'000;
    constexpr double nearest_km = 25, farthest_km = 150;
    std::vector<const AccountPlace*> towns;
    for (const auto& report : reports)
        for (const auto& account : report)
            if (const auto* town = town_of(account)) towns.push_back(town);
    std::vector<PairExample> out;
    std::size_t next = 0;
    for (const auto& report : reports)
        for (const auto& account : report) {
            const auto* town = town_of(account);
            if (!town || !is_told_by_day(account)) continue;
            const auto fits = [&](const AccountPlace& other) {
                const double km = distance_km(*town->place.point, *other.place.point);
                return other.place.country == town->place.country && km >= nearest_km && km <= farthest_km;
            };
            std::size_t tried = 0;
            while (tried < towns.size() && !fits(*towns[next % towns.size()])) ++next, ++tried;
            if (tried == towns.size()) continue;
            auto moved = account.filed;
            moved.report = ReportId{number};
            moved.publisher = "Somebody else";
            moved.account.places = {*towns[next++ % towns.size()]};
            moved.words = no_words;
            moved.telling = {};
            out.push_back({merge::features_of(account.facts, merge::facts_of(moved), with_rarity), false, weight});
        }
    return out;
}

std::vector<KeyedReport> without_days(const std::vector<KeyedReport>& reports)
{
    auto out = reports;
    bool every_second = false;
    for (auto& report : out)
        for (auto& account : report) {
            if (!account.filed.published || account.filed.account.background || !is_told_by_day(account) || (every_second = !every_second)) continue;
            account.filed.account.date = DateRange::unknown();
            account.filed.account.date_text.clear();
            account.facts = merge::facts_of(account.filed);
            account.is_made = true;
        }
    return out;
}

std::unique_ptr<merge::Model> without_weights(const merge::Model& with_rarity)
{
    auto out = std::make_unique<merge::Model>(with_rarity);
    for (std::size_t i = 0; i < merge::features; ++i) out->set_weight(static_cast<Feature>(i), 0);
    return out;
}

}  // namespace sitrep::train
