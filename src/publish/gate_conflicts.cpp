// What accounts contradict each other on, told again in our own words: the accounts' words do not leave.
#include "publish/gate.hpp"

#include "publish/links.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::publish {
namespace {

std::string toll_words(const std::optional<Toll>& toll)
{
    if (!toll) return {};
    return toll->max_stated() == toll->low ? fmt::format("{}", toll->low) : fmt::format("{}–{}", toll->low, toll->max_stated());
}

std::string date_words(const DateRange& date)
{
    if (!date.start || !date.end) return {};
    return *date.start == *date.end ? date.start->iso() : fmt::format("{}–{}", date.start->iso(), date.end->iso());
}

/// One account's version of a field, or empty when the field is none of ours or the account is silent on it.
std::string version_of(std::string_view field, const Account& account)
{
    if (field == "killed") return toll_words(account.killed);
    if (field == "injured") return toll_words(account.injured);
    if (field == "abducted") return toll_words(account.abducted);
    if (field == "arrested") return toll_words(account.arrested);
    if (field == "perpetrators_killed") return toll_words(account.perpetrators_killed);
    if (field == "date") return date_words(account.date);
    if (field == "kind") return std::string(to_string(account.kind));
    if (field == "perpetrator") return is_actor(account.perpetrator.name) ? account.perpetrator.name : std::string();
    // A village is not named in a contradiction either: its governorate is as far as it goes.
    if (field == "place" && !account.places.empty()) {
        const Area* area = area_coded(account.places.front().place.admin1_code);
        return area ? area->name : std::string();
    }
    return {};
}

std::optional<std::size_t> index_of_publisher(const FiledAccount& filed, const std::vector<std::string>& publishers)
{
    const Outlet* outlet = outlet_behind(filed.publisher, filed.url);
    if (outlet == nullptr) return std::nullopt;
    const auto found = std::find(publishers.begin(), publishers.end(), outlet->name);
    return found == publishers.end() ? std::nullopt : std::optional<std::size_t>(found - publishers.begin());
}

}  // namespace

std::vector<Conflict> Gate::conflicts_of(const Incident& incident, const std::vector<std::string>& publishers) const
{
    std::vector<Conflict> out;
    for (const Conflict& conflict : incident.conflicts) {
        Conflict told{{}, {}};
        for (const Said<std::string>& version : conflict.versions) {
            for (const std::size_t index : version.accounts) {
                if (index >= incident.accounts.size()) continue;
                const FiledAccount& filed = incident.accounts[index];
                const std::string words = version_of(conflict.field, filed.account);
                if (words.empty()) continue;
                auto same = std::find_if(told.versions.begin(), told.versions.end(), [&](const auto& said) { return said.value == words; });
                if (same == told.versions.end()) same = told.versions.insert(told.versions.end(), {words, {}});
                const auto publisher = index_of_publisher(filed, publishers);
                if (publisher && std::find(same->accounts.begin(), same->accounts.end(), *publisher) == same->accounts.end())
                    same->accounts.push_back(*publisher);
            }
        }
        if (told.versions.size() < 2) continue;
        told.field = conflict.field;  // one of version_of's fields, or no version would have been told
        out.push_back(std::move(told));
    }
    return out;
}

}  // namespace sitrep::publish
