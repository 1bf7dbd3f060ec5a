#include "merging/faults.hpp"

#include "merge/gathering.hpp"
#include "merging/fit_pairs.hpp"

#include <fmt/core.h>

namespace sitrep::train {
namespace {

/// What an account tells, in one line for a person to read.
std::string told_by(const KeyedAccount& one)
{
    const Account& account = one.filed.account;
    std::string out = fmt::format("{} {}{} {} ..{} killed {} injured {} by {} pub {}", one.document, account.background ? "background " : "", to_string(account.kind),
                                  account.date.start ? account.date.start->iso() : "undated", to_string(account.date.precision), account.killed ? account.killed->low : -1,
                                  account.injured ? account.injured->low : -1, account.perpetrator.name, one.filed.published ? to_iso(one.filed.published->day) : "none");
    for (const auto& place : account.places) out += fmt::format(" [{}={}/{}/{} {}]", place.text, place.place.name, place.place.admin1, place.place.country, int(place.place.precision));
    return out;
}

std::vector<const KeyedAccount*> all_of(const std::vector<KeyedReport>& reports)
{
    std::vector<const KeyedAccount*> accounts;
    for (const auto& report : reports)
        for (const auto& account : report) accounts.push_back(&account);
    return accounts;
}

}  // namespace

void tell_faults(const std::vector<KeyedReport>& reports, const merge::Thresholds& thresholds, const merge::Model& model)
{
    const auto accounts = all_of(reports);
    const auto groups = groups_of(reports, thresholds, model);
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto &a = *accounts[i], &b = *accounts[j];
            const bool same = a.key == b.key, joined = groups[i] == groups[j];
            if (a.document == b.document || same == joined) continue;
            const auto comparison = merge::compare(a.filed, b.filed, model);
            fmt::print("{} {:.2f}{}{} {} {}\n  {}\n  {}\n", joined ? "wrong" : "miss", comparison.score, comparison.impossible ? " impossible" : "",
                       merge::Gathering::are_compared(a.facts, b.facts) ? "" : " no key", a.key, b.key, told_by(b), told_by(a));
            for (const auto& reason : comparison.reasons) fmt::print("    {:+.2f} {}: {}\n", reason.weight, reason.what, reason.words);
        }
}

void tell_missed(const std::vector<KeyedReport>& reports)
{
    const auto accounts = all_of(reports);
    for (std::size_t i = 0; i < accounts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (accounts[i]->document != accounts[j]->document && accounts[i]->key == accounts[j]->key &&
                !merge::Gathering::are_compared(accounts[i]->facts, accounts[j]->facts))
                fmt::print("missed {}\n  {}\n  {}\n", accounts[i]->key, told_by(*accounts[j]), told_by(*accounts[i]));
}

}  // namespace sitrep::train
