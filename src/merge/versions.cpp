#include "merge/versions.hpp"

#include "merge/record.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::merge {
namespace {

std::string sources_of(const Account& account)
{
    std::string out;
    for (const auto& one : account.attribution) out += (out.empty() ? "" : "; ") + (one.name.empty() ? one.text : one.name);
    return out;
}

Saying saying(const FiledAccount& filed, bool history)
{
    return {filed.id, filed.report, filed.publisher, sources_of(filed.account), filed.published, {}, filed.account.background, history};
}

bool earlier(const Saying& a, const Saying& b)
{
    if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
    if (a.published && a.published->day != b.published->day) return a.published->day < b.published->day;
    return a.account < b.account;
}

class Field {
public:
    Field(const Incident& incident, std::span<const FiledAccount> replaced) : incident_(incident), replaced_(replaced) {}

    /// `words` gives an account's version, or empty where it is silent; `stands` tells by place in the incident's accounts.
    template <class Words, class Stands, class How>
    FieldVersions gather(std::string field, const Words& words, const Stands& stands, const How& how) const
    {
        FieldVersions out;
        out.field = std::move(field);
        for (std::size_t i = 0; i < incident_.accounts.size(); ++i) add(out, incident_.accounts[i], words, how, !stands(i));
        for (const auto& filed : replaced_) add(out, filed, words, how, true);
        for (auto& version : out.versions) std::ranges::stable_sort(version.said, earlier);
        std::ranges::stable_sort(out.versions, [](const FieldVersion& a, const FieldVersion& b) { return earlier(a.said.front(), b.said.front()); });
        out.contested = std::ranges::any_of(incident_.conflicts, [&](const Conflict& conflict) { return conflict.field == out.field; });
        return out;
    }

private:
    template <class Words, class How>
    static void add(FieldVersions& out, const FiledAccount& filed, const Words& words, const How& how, bool history)
    {
        std::string value = words(filed.account);
        if (value.empty()) return;
        auto same = std::ranges::find(out.versions, value, &FieldVersion::value);
        if (same == out.versions.end()) same = out.versions.insert(out.versions.end(), {std::move(value), {}});
        same->said.push_back(saying(filed, history));
        same->said.back().how = how(filed.account);
    }

    const Incident& incident_;
    std::span<const FiledAccount> replaced_;
};

std::string place_words(const Account& account)
{
    if (account.places.empty()) return {};
    const auto& at = account.places.front();
    std::string words = at.place.is_resolved() ? at.place.name : at.text + " (not resolved)";
    if (!at.place.admin1.empty() && at.place.admin1 != words) words += ", " + at.place.admin1;
    return words;
}

std::string perpetrator_words(const Account& account)
{
    const auto& perpetrator = account.perpetrator;
    return perpetrator.name.empty() ? perpetrator.text : perpetrator.name;
}

std::string status_words(const Account& account)
{
    return account.denied ? "denied" : std::string(to_string(account.perpetrator.status));
}

}  // namespace

bool FieldVersion::stands() const
{
    return std::ranges::any_of(said, [](const Saying& one) { return !one.history; });
}

std::vector<FieldVersions> versions_of(const Incident& incident, std::span<const FiledAccount> replaced)
{
    const Field fields(incident, replaced);
    const auto always = [](std::size_t) { return true; };
    const auto nothing = [](const Account&) { return std::string(); };
    std::vector<FieldVersions> out;
    out.push_back(fields.gather("kind", [](const Account& a) { return std::string(to_string(a.kind)); }, always, nothing));
    out.push_back(fields.gather("date", [](const Account& a) { return a.date.is_known() ? words_of(a.date) : std::string(); }, always, nothing));
    out.push_back(fields.gather("place", place_words, always, nothing));
    out.push_back(fields.gather("perpetrator", perpetrator_words, always, status_words));
    for (const auto& version : out.back().versions)
        out.back().contested |= std::ranges::any_of(version.said, [](const Saying& one) { return one.how == "denied" && !one.history; });
    out.push_back(fields.gather("target", [](const Account& a) { return a.targets.empty() || !a.targets[0].target_class ? std::string() : std::string(to_string(*a.targets[0].target_class)); },
                                always, nothing));
    struct Number {
        const char* field;
        std::optional<Toll> Account::*toll;
    };
    for (const auto& [field, toll] : {Number{"killed", &Account::killed}, Number{"injured", &Account::injured}, Number{"abducted", &Account::abducted},
                                      Number{"arrested", &Account::arrested}, Number{"perpetrators_killed", &Account::perpetrators_killed}}) {
        const TollOf get = [member = toll](const Account& account) -> const std::optional<Toll>& { return account.*member; };
        const auto standing = standing_figures(incident.accounts, get);
        const auto stands = [&](std::size_t i) { return std::ranges::find(standing, i) != standing.end(); };
        out.push_back(fields.gather(field, [&](const Account& a) { return get(a) ? words_of(*get(a)) : std::string(); }, stands, nothing));
        out.back().range = toll_range(incident.accounts, get);
    }
    std::erase_if(out, [](const FieldVersions& field) { return field.versions.empty(); });
    return out;
}

}  // namespace sitrep::merge
