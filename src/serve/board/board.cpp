#include "serve/board/board.hpp"

#include "pipeline/filing.hpp"
#include "publish/links.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

namespace sitrep::serve {
namespace {

/// More touched incidents than this are read anew faster in one piece.
constexpr std::size_t touched_max = 20000;

std::int32_t days(const std::optional<Day>& day) { return day ? std::int32_t(day->time_since_epoch().count()) : no_day; }

std::int32_t capped(std::int64_t number) { return std::int32_t(std::min<std::int64_t>(number, INT32_MAX)); }
std::uint16_t small(std::int64_t number) { return std::uint16_t(std::clamp<std::int64_t>(number, 0, UINT16_MAX)); }

template <class Index>
Index interned(std::vector<std::string>& names, std::unordered_map<std::string, Index>& index, const std::string& name)
{
    const auto [found, is_new] = index.try_emplace(name, Index(names.size()));
    if (is_new) names.push_back(name);
    return found->second;
}

/// The desk's lower threshold: from here on a pair is for a person to decide.
double proposed_from(store::Desk& desk) { return merge::score_of_chance(pipeline::thresholds_of(desk.store()).propose_from); }

/// Of equals the first that was filed.
void note_surest(BoardRow& row, const store::FiledUnder& account)
{
    if (row.surest_report != 0 && account.confidence <= row.confidence) return;
    row.confidence = account.confidence;
    row.surest_report = std::int32_t(account.report);
}

bool sounds_like_camp(const Place& place)
{
    constexpr std::array<std::string_view, 5> words{"camp", "prison", "detention", "مخيم", "سجن"};
    return std::ranges::any_of(words, [&](std::string_view word) {
        return place.name.find(word) != std::string::npos || place.name_ar.find(word) != std::string::npos ||
               (place.kind == PlaceKind::site && place.name.find("Camp") != std::string::npos) || place.name.find("Prison") != std::string::npos;
    });
}

}  // namespace

std::string_view to_string(SecondState state)
{
    static constexpr std::array<std::string_view, 4> names{"not_needed", "needed", "done", "disagrees"};
    return names[std::size_t(state)];
}

double BoardRow::doubt() const
{
    if (!open()) return 0;
    double doubt = 1 - double(confidence);
    if (conflicts > 0) doubt = std::max(doubt, 0.6);
    if (place == 0 || first_day == no_day) doubt = std::max(doubt, 0.5);
    return std::clamp(doubt, 0.0, 1.0);
}

double BoardRow::weight() const
{
    double weight = killed_high > 0 ? std::min(0.6, 0.15 * std::log2(1.0 + double(killed_high))) : 0;
    if (target == TargetClass::civilian) weight += 0.2;
    weight += std::min(0.2, 0.05 * double(accounts));
    return background ? weight / 4 : std::min(1.0, weight);
}

Board::Board(DistrictOf district_of) : district_of_(std::move(district_of)), codes_{""}, actors_{""}
{
    places_.resize(1);  // numbers begin at one
    code_index_[""] = 0;
    actor_index_[""] = 0;
}

void Board::set_rule(SecondRule rule)
{
    const std::unique_lock lock(mutex_);
    rule_ = rule;
    for (auto& row : rows_) note_second(row);
    forget_first_rows();
}

void Board::refresh(store::Desk& desk)
{
    const auto newest = std::int64_t(desk.lists().newest_revision());
    if (newest == seen_ && readings_seen_) return;
    const std::lock_guard one(refreshing_);
    if (newest <= seen_ && readings_seen_) return;
    const auto from = seen_.load();
    if (!readings_seen_.exchange(true)) take_readings(desk);
    if (from < 0) load(desk);
    else catch_up(desk);
    seen_ = std::max(newest, from);
}

void Board::take_places(store::Desk& desk)
{
    auto added = desk.lists().places_after(std::int64_t(places_.size()) - 1);
    for (auto& row : added) row.place.admin2 = district_of_(row.place);
    const std::unique_lock lock(mutex_);
    for (auto& row : added) {
        places_.resize(std::size_t(row.id) + 1);
        places_.back() = std::make_unique<const Place>(std::move(row.place));
    }
}

void Board::take_readings(store::Desk& desk)
{
    std::unordered_map<std::int64_t, SecondState> states;
    for (const auto& reading : desk.months().second_readings())
        states[std::int64_t(reading.incident)] = reading.agrees || reading.decided_by ? SecondState::done : SecondState::disagrees;
    const std::unique_lock lock(mutex_);
    readings_ = std::move(states);
    for (auto& row : rows_) note_second(row);
    forget_first_rows();
}

void Board::take_publications(store::Desk& desk)
{
    const auto added = desk.lists().publications_after(last_publication_);
    const std::unique_lock lock(mutex_);
    for (const auto& [report, source, day] : added) {
        last_publication_ = report;
        if (!day) continue;
        const std::chrono::year_month_day date{*day};
        sources_by_month_[date.year() / date.month()].insert(source);
    }
}

void Board::load(store::Desk& desk)
{
    take_places(desk);
    take_publications(desk);
    const auto rows = desk.lists().all();
    const auto filed = desk.lists().accounts_after({});
    auto pairs = desk.lists().near_pairs_after({}, proposed_from(desk));
    std::unordered_map<std::int64_t, bool> is_public;
    for (const auto& source : desk.registers().sources_alone()) is_public[std::int64_t(source.id)] = publish::outlet_behind(source.name, "") != nullptr;

    const std::unique_lock lock(mutex_);
    public_sources_ = std::move(is_public);
    near_pairs_ = std::move(pairs);
    rows_.clear();
    account_of_report_.clear();
    incident_of_account_.clear();
    for (const auto& row : rows) take_row(row);
    for (const auto& account : filed) {
        file(account);
        const auto id = std::size_t(account.incident);
        if (id >= rows_.size()) continue;
        auto& row = rows_[id];
        row.accounts = small(row.accounts + 1);
        note_surest(row, account);
        row.public_source = row.public_source || public_sources_[std::int64_t(account.source)];
    }
    for (auto& row : rows_) {
        note_second(row);
        note_urgency(row);
    }
    forget_first_rows();
    const std::lock_guard searches(searches_mutex_);
    searches_.clear();
}

void Board::catch_up(store::Desk& desk)
{
    const auto touched = desk.lists().touched_after(RevisionId{seen_.load()});
    if (touched.size() > touched_max) return load(desk);
    take_places(desk);
    take_publications(desk);
    const AccountId newest{incident_of_account_.empty() ? 0 : std::int64_t(incident_of_account_.size()) - 1};
    const auto added = desk.lists().accounts_after(newest);
    const auto pairs = desk.lists().near_pairs_after(newest, proposed_from(desk));
    struct Now {
        IncidentId id;
        std::optional<store::ShortRow> row;
        std::vector<store::FiledUnder> accounts;
    };
    std::vector<Now> now;
    now.reserve(touched.size());
    for (const auto id : touched) now.push_back({id, desk.lists().one(id), desk.lists().accounts_of(id)});

    const std::unique_lock lock(mutex_);
    near_pairs_.insert(near_pairs_.end(), pairs.begin(), pairs.end());
    for (const auto& account : added) {
        file(account);
        if (!public_sources_.contains(std::int64_t(account.source))) {
            const auto source = desk.registers().letter(account.source);
            public_sources_[std::int64_t(account.source)] = source && publish::outlet_behind(source->name, "") != nullptr;
        }
    }
    for (auto& [id, row, accounts] : now) {
        for (const auto& account : accounts) file(account);
        const auto at = std::size_t(id);
        const auto before = at < rows_.size() ? rows_[at] : BoardRow{};
        if (row) {
            take_row(*row);
            sum_accounts(rows_[at], accounts);
            note_second(rows_[at]);
            note_urgency(rows_[at]);
        } else {
            drop_row(id);
        }
        note_change(id, before, at < rows_.size() ? rows_[at] : BoardRow{}, accounts);
    }
}

void Board::take_row(const store::ShortRow& from)
{
    const auto at = std::size_t(from.id);
    if (rows_.size() <= at) rows_.resize(at + 1);
    BoardRow row;
    row.id = from.id;
    row.version = from.version;
    row.first_day = days(from.first_day);
    row.last_day = days(from.last_day);
    if (from.killed) {
        row.killed_low = capped(from.killed->low);
        row.killed_high = capped(from.killed->high);
    }
    row.place = std::int32_t(from.place);
    row.actor = interned(actors_, actor_index_, from.perpetrator);
    row.country = interned(codes_, code_index_, from.country);
    row.admin1 = interned(codes_, code_index_, from.admin1_code);
    row.sources = small(from.independent_sources);
    row.conflicts = small(from.conflicts);
    row.corrections = small(from.corrections);
    row.kind = from.kind;
    row.status = from.status;
    row.target = from.target_class;
    row.grade = from.grade;
    row.accepted = from.accepted;
    row.withdrawn = from.withdrawn;
    row.background = from.background_only;
    rows_[at] = row;
}

void Board::drop_row(IncidentId id)
{
    if (std::size_t(id) < rows_.size()) rows_[std::size_t(id)] = BoardRow{};
}

void Board::file(const store::FiledUnder& filed)
{
    const auto account = std::size_t(filed.account);
    if (incident_of_account_.size() <= account) {
        incident_of_account_.resize(account + 1, 0);
        account_of_report_.emplace_back(std::int32_t(filed.report), std::int32_t(account));
        // Reports and their accounts are filed in order; one that is not is put where it belongs.
        auto at = account_of_report_.end() - 1;
        while (at != account_of_report_.begin() && *at < *(at - 1)) {
            std::iter_swap(at, at - 1);
            --at;
        }
    }
    incident_of_account_[account] = std::int32_t(filed.incident);
}

void Board::sum_accounts(BoardRow& row, const std::vector<store::FiledUnder>& accounts) const
{
    row.accounts = small(std::int64_t(accounts.size()));
    row.confidence = 0;
    row.surest_report = 0;
    row.public_source = false;
    for (const auto& account : accounts) {
        note_surest(row, account);
        const auto known = public_sources_.find(std::int64_t(account.source));
        row.public_source = row.public_source || (known != public_sources_.end() && known->second);
    }
}

SecondBecause Board::because(const BoardRow& row) const
{
    SecondBecause out;
    out.many_dead = row.killed_high >= rule_.dead_min;
    out.civilians_killed = row.target == TargetClass::civilian && row.killed_high > 0;
    out.perpetrator_named = row.actor != 0;
    const auto* place = place_at(row.place);
    out.camp_or_prison = place && sounds_like_camp(*place);
    out.private_source = !row.public_source;
    // A draw that comes out the same for the same incident for ever (SplitMix64).
    auto draw = std::uint64_t(row.id) + 0x9e3779b97f4a7c15;
    draw = (draw ^ (draw >> 30)) * 0xbf58476d1ce4e5b9;
    draw = (draw ^ (draw >> 27)) * 0x94d049bb133111eb;
    out.by_chance = rule_.one_in > 0 && (draw ^ (draw >> 31)) % std::uint64_t(rule_.one_in) == 0;
    return out;
}

SecondBecause Board::second_because(const BoardRow& row) const
{
    const std::shared_lock lock(mutex_);
    return because(row);
}

void Board::note_urgency(BoardRow& row)
{
    constexpr double doubt_share = 0.6, whole = 1e9;
    row.urgency = std::int32_t((doubt_share * row.doubt() + (1 - doubt_share) * row.weight()) * whole);
}

void Board::note_second(BoardRow& row) const
{
    const auto read = readings_.find(std::int64_t(row.id));
    if (read != readings_.end()) row.second = read->second;
    else row.second = !row.background && because(row).any() ? SecondState::needed : SecondState::not_needed;
}

}  // namespace sitrep::serve
