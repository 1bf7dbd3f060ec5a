#include "store/sqlite/accounts.hpp"

#include "store/sqlite/canonical.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace sitrep::store {
namespace {

/// About 2 kB each. Once full everything is forgotten: reports come in the order of time, and so does what they are compared with.
constexpr std::size_t recalled_accounts_max = 16'384;

constexpr std::int64_t whole_account = -1;  // target of a toll that is no single target's

std::int64_t tolls_in(const Account& account)
{
    std::int64_t tolls = account.killed.has_value() + account.injured.has_value() + account.abducted.has_value() +
                         account.arrested.has_value() + account.perpetrators_killed.has_value();
    for (const auto& target : account.targets) tolls += target.killed.has_value() + target.injured.has_value();
    return tolls;
}

// Oldest first; a report without a date comes last, because nothing says that it was early.
bool is_older(const FiledAccount& a, const FiledAccount& b)
{
    if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
    if (a.published && a.published->day != b.published->day) return a.published->day < b.published->day;
    if (a.published && a.published->time_of_day != b.published->time_of_day) return a.published->time_of_day < b.published->time_of_day;
    return a.id < b.id;
}

}  // namespace

void put_range(Statement& statement, const DateRange& range)
{
    for (const auto& date : {range.start, range.end}) {
        if (date) statement.put(date->iso());
        else statement.put(std::nullopt);
    }
    statement.put(to_string(range.precision));
}

DateRange take_range(Statement& row)
{
    DateRange range;
    for (auto* date : {&range.start, &range.end}) {
        if (row.null()) row.skip();
        else *date = PartialDate::from_iso(row.view());
    }
    range.precision = date_precision_in_library(row.view());
    return range;
}

std::optional<std::int64_t> day_number(std::optional<Day> day)
{
    if (!day) return std::nullopt;
    return day->time_since_epoch().count();
}

std::optional<Day> take_day(Statement& row)
{
    if (const auto number = row.optional_integer()) return Day{std::chrono::days{*number}};
    return std::nullopt;
}

std::optional<Publication> take_publication(Statement& row)
{
    const auto day = take_day(row);
    const auto second = row.optional_integer();
    if (!day) return std::nullopt;
    Publication published{*day, std::nullopt};
    if (second) published.time_of_day = std::chrono::seconds{*second};
    return published;
}

AccountId AccountRows::add(ReportId report, const Account& account)
{
    {
        auto row = db_.statement(
            "INSERT INTO account (report, kind, background, confidence, denied, date_start, date_end, date_precision, date_text, date_from, date_to,"
            " perpetrator_text, perpetrator, perpetrator_status, perpetrator_from, perpetrator_to, weapon, weapon_class, weapon_from, weapon_to,"
            " places, targets, tolls, attributions)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        row.put(report).put(to_string(account.kind)).put(account.background).put(account.confidence).put(account.denied);
        put_range(row, account.date);
        row.put(account.date_text).put(account.date_span);
        const auto& perpetrator = account.perpetrator;
        row.put(perpetrator.text).put(perpetrator.name).put(to_string(perpetrator.status)).put(perpetrator.span);
        if (const auto& weapon = account.weapon) row.put(weapon->text).put(to_string(weapon->weapon_class)).put(weapon->span);
        else row.put(std::nullopt).put(std::nullopt).put(std::nullopt).put(std::nullopt);
        row.put(account.places.size()).put(account.targets.size()).put(tolls_in(account)).put(account.attribution.size());
        row.run();
    }
    const auto id = db_.last_id();
    add_parts(id, account);
    return AccountId{id};
}

void AccountRows::add_parts(std::int64_t id, const Account& account)
{
    for (std::size_t i = 0; i < account.places.size(); ++i) {
        const auto& place = account.places[i];
        db_.run("INSERT INTO account_place VALUES (?, ?, ?, ?, ?, ?)", id, i, places_.id_of(place.place), place.text, place.span);
    }
    for (std::size_t i = 0; i < account.targets.size(); ++i) {
        const auto& target = account.targets[i];
        std::optional<std::string_view> target_class;
        if (target.target_class) target_class = to_string(*target.target_class);
        db_.run("INSERT INTO account_target VALUES (?, ?, ?, ?, ?, ?)", id, i, target.text, target_class, target.span);
        add_toll(id, std::int64_t(i), "killed", target.killed);
        add_toll(id, std::int64_t(i), "injured", target.injured);
    }
    for (std::size_t i = 0; i < account.attribution.size(); ++i) {
        const auto& attribution = account.attribution[i];
        db_.run("INSERT INTO account_attribution VALUES (?, ?, ?, ?, ?, ?)", id, i, attribution.text, attribution.name, attribution.span);
    }
    for (std::size_t i = 0; i < account.evidence.size(); ++i)
        db_.run("INSERT INTO account_evidence VALUES (?, ?, ?, ?)", id, i, account.evidence[i]);
    add_toll(id, whole_account, "killed", account.killed);
    add_toll(id, whole_account, "injured", account.injured);
    add_toll(id, whole_account, "abducted", account.abducted);
    add_toll(id, whole_account, "arrested", account.arrested);
    add_toll(id, whole_account, "perpetrators_killed", account.perpetrators_killed);
}

void AccountRows::add_toll(std::int64_t id, std::int64_t target, const char* what, const std::optional<Toll>& toll)
{
    if (toll) db_.run("INSERT INTO account_toll VALUES (?, ?, ?, ?, ?, ?, ?)", id, target, what, toll->low, toll->high, toll->evidence);
}

FiledAccount AccountRows::load(AccountId id) const
{
    FiledAccount filed;
    filed.id = id;
    auto& account = filed.account;
    std::int64_t places = 0, targets = 0, tolls = 0, attributions = 0;
    {
        auto row = db_.ask(
            "SELECT r.id, r.source, r.publisher, r.url, r.published_day, r.published_second, r.language, r.detected, r.words,"
            " a.kind, a.background, a.confidence, a.denied, a.date_start, a.date_end, a.date_precision, a.date_text, a.date_from, a.date_to,"
            " a.perpetrator_text, a.perpetrator, a.perpetrator_status, a.perpetrator_from, a.perpetrator_to,"
            " a.weapon, a.weapon_class, a.weapon_from, a.weapon_to, a.places, a.targets, a.tolls, a.attributions"
            " FROM account a JOIN report r ON r.id = a.report WHERE a.id = ?", id);
        if (!row.step()) throw LibraryError(fmt::format("account {} is missing from the library; run `sitrep verify`", std::int64_t(id)));
        filed.report = row.id<ReportId>();
        filed.source = row.id<SourceId>();
        filed.publisher = row.text();
        filed.url = row.text();
        filed.published = take_publication(row);
        const auto stated = language_in_library(row.view());
        const auto detected = language_in_library(row.view());
        filed.language = detected == Language::unknown ? stated : detected;
        const auto words = row.view();
        std::memcpy(filed.words.data(), words.data(), std::min(words.size(), sizeof filed.words));
        account.kind = kind_in_library(row.view());
        account.background = row.truth();
        account.confidence = row.real();
        account.denied = row.truth();
        account.date = take_range(row);
        account.date_text = row.text();
        account.date_span = row.optional_span();
        account.perpetrator.text = row.text();
        account.perpetrator.name = row.text();
        account.perpetrator.status = status_in_library(row.view());
        account.perpetrator.span = row.optional_span();
        if (auto weapon = row.optional_text()) {
            const auto weapon_class = weapon_class_in_library(row.view());
            account.weapon = Weapon{std::move(*weapon), weapon_class, row.span()};
        } else {
            row.skip();
            row.skip();
            row.skip();
        }
        places = row.integer();
        targets = row.integer();
        tolls = row.integer();
        attributions = row.integer();
    }
    if (places) load_places(std::int64_t(id), account);
    if (targets) load_targets(std::int64_t(id), account);
    if (tolls) load_tolls(std::int64_t(id), account);
    if (attributions) load_attribution(std::int64_t(id), account);
    load_evidence(std::int64_t(id), account);
    const bool is_whole = places == std::ssize(account.places) && targets == std::ssize(account.targets) && tolls == tolls_in(account) &&
                          attributions == std::ssize(account.attribution);
    if (!is_whole) throw LibraryError(fmt::format("account {} has lost a part; run `sitrep verify`", std::int64_t(id)));
    return filed;
}

void AccountRows::load_places(std::int64_t id, Account& account) const
{
    auto row = db_.ask("SELECT " SITREP_PLACE_COLUMNS ", a.text, a.start, a.stop"
                       " FROM account_place a JOIN place p ON p.id = a.place WHERE a.account = ? ORDER BY a.ordinal", id);
    while (row.step()) {
        auto place = PlaceRows::take(row);
        auto words = row.text();
        account.places.push_back({std::move(place), std::move(words), row.span()});
    }
}

void AccountRows::load_targets(std::int64_t id, Account& account) const
{
    auto row = db_.ask("SELECT text, class, start, stop FROM account_target WHERE account = ? ORDER BY ordinal", id);
    while (row.step()) {
        auto& target = account.targets.emplace_back();
        target.text = row.text();
        if (row.null()) row.skip();
        else target.target_class = target_class_in_library(row.view());
        target.span = row.optional_span();
    }
}

void AccountRows::load_attribution(std::int64_t id, Account& account) const
{
    auto row = db_.ask("SELECT text, name, start, stop FROM account_attribution WHERE account = ? ORDER BY ordinal", id);
    while (row.step()) {
        auto& attribution = account.attribution.emplace_back();
        attribution.text = row.text();
        attribution.name = row.text();
        attribution.span = row.span();
    }
}

void AccountRows::load_evidence(std::int64_t id, Account& account) const
{
    auto row = db_.ask("SELECT start, stop FROM account_evidence WHERE account = ? ORDER BY ordinal", id);
    while (row.step()) account.evidence.push_back(row.span());
}

void AccountRows::load_tolls(std::int64_t id, Account& account) const
{
    auto row = db_.ask("SELECT target, what, low, high, start, stop FROM account_toll WHERE account = ?", id);
    while (row.step()) {
        const auto target = row.integer();
        const auto what = row.text();
        Toll toll;
        toll.low = row.integer();
        toll.high = row.optional_integer();
        toll.evidence = row.span();
        if (target != whole_account) {
            if (std::size_t(target) >= account.targets.size()) throw LibraryError("a toll has lost its target; run `sitrep verify`");
            auto& owner = account.targets[std::size_t(target)];
            (what == "killed" ? owner.killed : owner.injured) = toll;
        }
        else if (what == "killed") account.killed = toll;
        else if (what == "injured") account.injured = toll;
        else if (what == "abducted") account.abducted = toll;
        else if (what == "arrested") account.arrested = toll;
        else if (what == "perpetrators_killed") account.perpetrators_killed = toll;
    }
}

std::vector<AccountId> AccountRows::of_report(ReportId report) const
{
    std::vector<AccountId> ids;
    auto row = db_.ask("SELECT id FROM account WHERE report = ? ORDER BY id", report);
    while (row.step()) ids.push_back(row.id<AccountId>());
    return ids;
}

const std::shared_ptr<const FiledAccount>& AccountRows::recall(AccountId id) const
{
    const auto known = recalled_.find(std::int64_t(id));
    if (known != recalled_.end()) return known->second;
    remember(load(id));
    return recalled_.at(std::int64_t(id));
}

void AccountRows::remember(FiledAccount filed) const
{
    if (recalled_.size() >= recalled_accounts_max) recalled_.clear();
    const auto id = std::int64_t(filed.id);
    recalled_.insert_or_assign(id, std::make_shared<const FiledAccount>(std::move(filed)));
}

std::vector<FiledAccount> AccountRows::of_incident(IncidentId incident) const
{
    std::vector<AccountId> ids;
    {
        auto row = db_.ask("SELECT account FROM incident_account WHERE incident = ?", incident);
        while (row.step()) ids.push_back(row.id<AccountId>());
    }
    std::vector<FiledAccount> accounts;
    accounts.reserve(ids.size());
    for (const auto id : ids) accounts.push_back(*recall(id));
    std::ranges::sort(accounts, is_older);
    return accounts;
}

}  // namespace sitrep::store
