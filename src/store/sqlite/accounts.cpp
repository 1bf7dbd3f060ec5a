#include "store/sqlite/accounts.hpp"

#include "core/json_text.hpp"
#include "store/sqlite/canonical.hpp"
#include "store/sqlite/json_rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>

namespace sitrep::store {
namespace {

/// About 2 kB each. Once full everything is forgotten: reports come in the order of time, and so does what they are compared with.
constexpr std::size_t recalled_accounts_max = 16'384;

constexpr std::int64_t whole_account = -1;  // target of a toll that is no single target's

// One inner array an item.
template <class Items, class Write>
std::string list_json(const Items& items, Write write)
{
    JsonText json;
    json.open('[');
    for (const auto& item : items) {
        json.open('[');
        write(json, item);
        json.close(']');
    }
    return json.close(']').take();
}

std::string targets_json(const Account& account)
{
    return list_json(account.targets, [](JsonText& json, const Target& target) {
        json.value(target.text);
        if (target.target_class) json.value(to_string(*target.target_class));
        else json.null();
        add_span(json, target.span);
    });
}

std::string attribution_json(const Account& account)
{
    return list_json(account.attribution, [](JsonText& json, const Attribution& attribution) {
        json.value(attribution.text).value(attribution.name);
        add_span(json, attribution.span);
    });
}

std::string evidence_json(const Account& account)
{
    return list_json(account.evidence, [](JsonText& json, Span span) { add_span(json, span); });
}

void add_toll(JsonText& json, std::int64_t target, const char* what, const std::optional<Toll>& toll)
{
    if (!toll) return;
    json.open('[').value(target).value(what).value(toll->low);
    if (toll->high) json.value(*toll->high);
    else json.null();
    add_span(json, toll->evidence);
    if (toll->best) json.value(*toll->best);
    json.close(']');
}

std::string tolls_json(const Account& account)
{
    JsonText json;
    json.open('[');
    for (std::size_t i = 0; i < account.targets.size(); ++i) {
        add_toll(json, std::int64_t(i), "killed", account.targets[i].killed);
        add_toll(json, std::int64_t(i), "injured", account.targets[i].injured);
    }
    add_toll(json, whole_account, "killed", account.killed);
    add_toll(json, whole_account, "injured", account.injured);
    add_toll(json, whole_account, "abducted", account.abducted);
    add_toll(json, whole_account, "arrested", account.arrested);
    add_toll(json, whole_account, "perpetrators_killed", account.perpetrators_killed);
    return json.close(']').take();
}

std::optional<Toll>* toll_named(std::string_view what, std::int64_t target, Account& account)
{
    if (target != whole_account) {
        if (target < 0 || std::size_t(target) >= account.targets.size()) return nullptr;
        auto& owner = account.targets[std::size_t(target)];
        return what == "killed" ? &owner.killed : what == "injured" ? &owner.injured : nullptr;
    }
    if (what == "killed") return &account.killed;
    if (what == "injured") return &account.injured;
    if (what == "abducted") return &account.abducted;
    if (what == "arrested") return &account.arrested;
    if (what == "perpetrators_killed") return &account.perpetrators_killed;
    return nullptr;
}

void take_targets(std::string_view json, Account& account)
{
    for_each_json_row(json, [&](JsonRow& row) {
        auto& target = account.targets.emplace_back();
        target.text = row.text();
        if (const auto target_class = row.optional_text()) target.target_class = target_class_in_library(*target_class);
        target.span = row.optional_span();
    });
}

void take_tolls(std::string_view json, Account& account)
{
    for_each_json_row(json, [&](JsonRow& row) {
        const auto target = row.integer();
        auto* toll = toll_named(row.text(), target, account);
        if (!toll) throw LibraryError("a toll has lost what it counts; run `sitrep verify`");
        auto& found = toll->emplace();
        found.low = row.integer();
        found.high = row.optional_integer();
        found.evidence = row.span();
        if (row.more()) found.best = row.integer();
    });
}

void take_attribution(std::string_view json, Account& account)
{
    for_each_json_row(json, [&](JsonRow& row) {
        auto& attribution = account.attribution.emplace_back();
        attribution.text = row.text();
        attribution.name = row.text();
        attribution.span = row.span();
    });
}

void take_evidence(std::string_view json, Account& account)
{
    for_each_json_row(json, [&](JsonRow& row) { account.evidence.push_back(row.span()); });
}

// Oldest first; a report without a date comes last, because nothing says that it was early.
bool is_older(const FiledAccount& a, const FiledAccount& b)
{
    if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
    if (a.published && a.published->day != b.published->day) return a.published->day < b.published->day;
    if (a.published && a.published->time_of_day != b.published->time_of_day) return a.published->time_of_day < b.published->time_of_day;
    return a.id < b.id;
}

constexpr unsigned told_shift = 5;  // of the first byte: below it how many names, above it how many accounts its report has
constexpr unsigned names_mask = (1U << told_shift) - 1;

// Names, then words, sixteen bits each, little-endian, without the zeros at the end of each list and with a byte before that counts names and accounts.
std::string telling_bytes(const TellingWords& telling)
{
    std::string bytes(1, '\0');
    const auto add = [&bytes](std::uint16_t hash) {
        bytes += static_cast<char>(hash & 0xFFU);
        bytes += static_cast<char>(hash >> 8U);
    };
    for (const auto hash : telling.names)
        if (hash != 0) add(hash), ++bytes[0];
    for (const auto hash : telling.words)
        if (hash != 0) add(hash);
    bytes[0] = static_cast<char>(static_cast<unsigned char>(bytes[0]) | static_cast<unsigned>(telling.told) << told_shift);
    return bytes == std::string(1, '\0') ? std::string() : bytes;
}

TellingWords telling_in(std::string_view bytes)
{
    TellingWords telling;
    if (bytes.empty()) return telling;
    const auto first = static_cast<unsigned char>(bytes[0]);
    telling.told = static_cast<std::uint8_t>(first >> told_shift);
    const auto names = std::min<std::size_t>(first & names_mask, telling.names.size());
    for (std::size_t i = 0; 2 + 2 * i < bytes.size(); ++i) {
        const auto hash = static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[1 + 2 * i]) | static_cast<unsigned char>(bytes[2 + 2 * i]) << 8U);
        if (i < names) telling.names[i] = hash;
        else if (i - names < telling.words.size()) telling.words[i - names] = hash;
    }
    return telling;
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

AccountId AccountRows::add(ReportId report, const Account& account, const TellingWords& telling)
{
    // Bytes are borrowed until the row is in.
    const auto places = places_json(account), words = telling_bytes(telling);
    auto row = db_.statement(
        "INSERT INTO account (report, kind, background, confidence, denied, date_start, date_end, date_precision, date_text, date_from, date_to,"
        " perpetrator_text, perpetrator, perpetrator_status, perpetrator_from, perpetrator_to, weapon, weapon_class, weapon_from, weapon_to,"
        " places, targets, tolls, attribution, evidence, telling)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.put(report).put(to_string(account.kind)).put(account.background).put(account.confidence).put(account.denied);
    put_range(row, account.date);
    row.put(account.date_text).put(account.date_span);
    const auto& perpetrator = account.perpetrator;
    row.put(perpetrator.text).put(perpetrator.name).put(to_string(perpetrator.status)).put(perpetrator.span);
    if (const auto& weapon = account.weapon) row.put(weapon->text).put(to_string(weapon->weapon_class)).put(weapon->span);
    else row.put(std::nullopt).put(std::nullopt).put(std::nullopt).put(std::nullopt);
    row.put(places).put(targets_json(account)).put(tolls_json(account)).put(attribution_json(account)).put(evidence_json(account)).put(Bytes{words});
    row.run();
    return AccountId{db_.last_id()};
}

std::string AccountRows::places_json(const Account& account)
{
    return list_json(account.places, [&](JsonText& json, const AccountPlace& place) {
        json.value(places_.id_of(place.place)).value(place.text);
        add_span(json, place.span);
    });
}

FiledAccount AccountRows::load(AccountId id) const
{
    FiledAccount filed;
    filed.id = id;
    auto& account = filed.account;
    std::string places, targets, tolls, attribution, evidence;
    {
        auto row = db_.ask(
            "SELECT r.id, (SELECT NOT i.may_repeat FROM import i WHERE i.id = r.import), r.source, s.reliability, (SELECT group_id FROM source_remark m WHERE m.source = r.source), r.publisher, r.url,"
            " r.published_day, r.published_second, r.language, r.detected, r.words,"
            " a.kind, a.background, a.confidence, a.denied, a.date_start, a.date_end, a.date_precision, a.date_text, a.date_from, a.date_to,"
            " a.perpetrator_text, a.perpetrator, a.perpetrator_status, a.perpetrator_from, a.perpetrator_to,"
            " a.weapon, a.weapon_class, a.weapon_from, a.weapon_to, a.places, a.targets, a.tolls, a.attribution, a.evidence, a.telling"
            " FROM account a JOIN report r ON r.id = a.report JOIN source s ON s.id = r.source WHERE a.id = ?", id);
        if (!row.step()) throw LibraryError(fmt::format("account {} is missing from the library; run `sitrep verify`", std::int64_t(id)));
        filed.report = row.id<ReportId>();
        filed.row_is_event = row.optional_integer().value_or(0) != 0;
        filed.source = row.id<SourceId>();
        if (const auto letter = row.view(); !letter.empty()) filed.reliability = letter.front();
        filed.source_group = row.optional_integer().value_or(0);
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
        for (auto* part : {&places, &targets, &tolls, &attribution, &evidence}) *part = row.text();
        filed.telling = telling_in(row.view());
    }
    take_places(places, account);
    take_targets(targets, account);
    take_tolls(tolls, account);
    take_attribution(attribution, account);
    take_evidence(evidence, account);
    return filed;
}

void AccountRows::take_places(std::string_view json, Account& account) const
{
    for_each_json_row(json, [&](JsonRow& row) {
        auto place = places_.load(row.integer());
        auto words = row.text();
        account.places.push_back({std::move(*place), std::move(words), row.span()});
    });
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
