// Where accounts contradict each other: every version, and who says it.
#include "merge/record.hpp"

#include "text/normalise.hpp"

#include <algorithm>

namespace sitrep::merge {
namespace {

class Versions {
public:
    void add(std::string words, std::size_t account)
    {
        for (auto& said : said_) {
            if (said.value != words) continue;
            said.accounts.push_back(account);
            return;
        }
        said_.push_back({std::move(words), {account}});
    }
    std::size_t size() const { return said_.size(); }
    std::vector<Said<std::string>> take() { return std::move(said_); }

private:
    std::vector<Said<std::string>> said_;
};

void report(std::vector<Conflict>& out, const char* field, Versions versions)
{
    if (versions.size() > 1) out.push_back({field, versions.take()});
}

void kinds(const Accounts& accounts, std::vector<Conflict>& out)
{
    Versions versions;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto kind = accounts[i].account.kind;
        if (kind != IncidentKind::other_violence) versions.add(std::string(to_string(kind)), i);  // "violence" contradicts nothing
    }
    report(out, "kind", std::move(versions));
}

/// A month does not contradict a day within it: only what excludes the agreed date does.
void dates(const Accounts& accounts, std::vector<Conflict>& out)
{
    Versions versions;
    bool excluded = false;
    const DateRange* first = nullptr;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto& date = accounts[i].account.date;
        if (!date.first_day() || !date.last_day()) continue;
        if (!first) first = &date;
        excluded |= *date.first_day() > *first->last_day() || *date.last_day() < *first->first_day();
        versions.add(words_of(date), i);
    }
    if (excluded) report(out, "date", std::move(versions));
}

void perpetrators(const Accounts& accounts, std::vector<Conflict>& out)
{
    Versions versions;
    std::vector<std::string> keys, names;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto& perpetrator = accounts[i].account.perpetrator;
        // Names outside the register are descriptions ("armed men", "a relative"): they contradict nothing.
        if (perpetrator.name.empty()) continue;
        const auto key = text::name_key(perpetrator.name);
        const auto known = std::find(keys.begin(), keys.end(), key);
        if (known == keys.end()) {
            keys.push_back(key);
            names.push_back(perpetrator.name);
            versions.add(perpetrator.name, i);
        } else {
            versions.add(names[static_cast<std::size_t>(known - keys.begin())], i);
        }
    }
    report(out, "perpetrator", std::move(versions));
    Versions denials;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (!accounts[i].account.perpetrator.name.empty()) denials.add(accounts[i].account.denied ? "denied" : "not denied", i);
    report(out, "denial", std::move(denials));
}

void places(const Accounts& accounts, std::vector<Conflict>& out)
{
    constexpr double same_place_km = 15;
    Versions versions;
    bool apart = false;
    const Place* first = nullptr;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (accounts[i].account.places.empty()) continue;
        const Place& place = accounts[i].account.places.front().place;
        if (!place.is_resolved() || !place.point || place.precision > PlacePrecision::near) continue;
        if (!first) first = &place;
        apart |= distance_km(*first->point, *place.point) > same_place_km;
        versions.add(place.name, i);
    }
    if (apart) report(out, "place", std::move(versions));
}

void targets(const Accounts& accounts, std::vector<Conflict>& out)
{
    Versions versions;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto& targets = accounts[i].account.targets;
        if (!targets.empty() && targets.front().target_class) versions.add(std::string(to_string(*targets.front().target_class)), i);
    }
    report(out, "target", std::move(versions));
}

/// Every figure said is listed, replaced ones too; but only figures that stand make a conflict.
void tolls(const Accounts& accounts, const char* field, const TollOf& toll, std::vector<Conflict>& out)
{
    Versions standing, all;
    for (const auto i : standing_figures(accounts, toll)) standing.add(words_of(*toll(accounts[i].account)), i);
    if (standing.size() < 2) return;
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (toll(accounts[i].account)) all.add(words_of(*toll(accounts[i].account)), i);
    report(out, field, std::move(all));
}

}  // namespace

std::vector<Conflict> conflicts_in(const Accounts& accounts)
{
    std::vector<Conflict> out;
    kinds(accounts, out);
    dates(accounts, out);
    places(accounts, out);
    perpetrators(accounts, out);
    targets(accounts, out);
    tolls(accounts, "killed", [](const Account& a) -> const std::optional<Toll>& { return a.killed; }, out);
    tolls(accounts, "injured", [](const Account& a) -> const std::optional<Toll>& { return a.injured; }, out);
    tolls(accounts, "abducted", [](const Account& a) -> const std::optional<Toll>& { return a.abducted; }, out);
    tolls(accounts, "arrested", [](const Account& a) -> const std::optional<Toll>& { return a.arrested; }, out);
    tolls(accounts, "perpetrators_killed", [](const Account& a) -> const std::optional<Toll>& { return a.perpetrators_killed; }, out);
    return out;
}

}  // namespace sitrep::merge
