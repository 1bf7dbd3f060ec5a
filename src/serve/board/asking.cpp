// Asking the board: filters, pages, names, pairs.
#include "serve/board/board.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace sitrep::serve {
namespace {

constexpr std::size_t searches_kept = 16;
constexpr std::size_t reports_found_max = std::size_t{1} << 21;

std::optional<OrderKey> key_in(const std::string& cursor)
{
    OrderKey key;
    const auto middle = cursor.find('_');
    if (middle == std::string::npos) return std::nullopt;
    const auto read = [](std::string_view text, std::int64_t& number) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc{} && end == text.data() + text.size();
    };
    if (!read(std::string_view(cursor).substr(0, middle), key.first) || !read(std::string_view(cursor).substr(middle + 1), key.second)) return std::nullopt;
    return key;
}

template <class Value>
bool among(const std::vector<Value>& asked, const Value& value)
{
    return asked.empty() || std::ranges::find(asked, value) != asked.end();
}

}  // namespace

std::vector<IncidentId> Board::add_incidents_of(std::span<const ReportId> reports, Bits& bits) const
{
    std::vector<IncidentId> added;
    bits.resize(rows_.size(), false);
    if (reports.empty()) return added;
    auto at = std::ranges::lower_bound(account_of_report_, std::int32_t(reports.front()), {}, [](const auto& pair) { return pair.first; });
    for (const auto report : reports) {
        while (at != account_of_report_.end() && at->first < std::int32_t(report)) ++at;  // both ascend: one walk along them
        for (auto account = at; account != account_of_report_.end() && account->first == std::int32_t(report); ++account) {
            const auto incident = std::size_t(incident_of_account_[std::size_t(account->second)]);
            if (incident >= bits.size() || bits[incident]) continue;
            bits[incident] = true;
            added.push_back(IncidentId{std::int64_t(incident)});
        }
    }
    return added;
}

bool Board::note_accounts(Search& search, IncidentId id, const std::vector<store::FiledUnder>& accounts) const
{
    if (!search.bits) return false;
    const bool is_in = std::ranges::any_of(accounts, [&](const auto& account) { return std::ranges::binary_search(*search.reports, account.report); });
    if (is_found(search, id) == is_in) return is_in;
    auto bits = std::make_shared<Bits>(*search.bits);  // somebody may be looking at the old ones
    const auto at = std::size_t(id);
    if (bits->size() <= at) bits->resize(at + 1, false);
    (*bits)[at] = is_in;
    search.bits = std::move(bits);
    return is_in;
}

Board::Search Board::search(const std::string& words, store::Desk& desk, Wanted wanted) const
{
    if (words.empty()) return {};
    const auto newest = desk.lists().newest_report();
    ReportId up_to{};
    {
        const std::lock_guard lock(searches_mutex_);
        const auto kept = std::ranges::find(searches_, words, &Search::words);
        if (kept != searches_.end()) {
            if (kept->up_to == newest && (kept->bits || wanted == Wanted::reports)) return *kept;
            up_to = kept->up_to;
        }
    }
    // Reports only come in: what was found stays found, and the index is asked for the newer ones alone.
    auto more = desk.lists().reports_with(words, reports_found_max, up_to);
    {
        const std::shared_lock unchanged(mutex_);  // what is filed where changes with this lock alone: see note_change()
        const std::lock_guard lock(searches_mutex_);
        if (auto* kept = search_at(words, up_to != ReportId{})) {
            take_found(*kept, std::move(more), wanted);
            return *kept;
        }
    }
    return search(words, desk, wanted);  // others have pushed it out meanwhile: begun anew
}

Board::Search* Board::search_at(const std::string& words, bool must_be_there) const
{
    const auto kept = std::ranges::find(searches_, words, &Search::words);
    if (kept == searches_.end() && must_be_there) return nullptr;
    if (kept != searches_.end()) {
        searches_.splice(searches_.begin(), searches_, kept);
    } else {
        searches_.push_front({words, {}, std::make_shared<std::vector<ReportId>>(), nullptr});
        if (searches_.size() > searches_kept) {
            forget_first_rows_of(searches_.back().words);
            searches_.pop_back();
        }
    }
    return &searches_.front();
}

void Board::take_found(Search& search, store::Lists::WithWords more, Wanted wanted) const
{
    const auto begin = std::ranges::upper_bound(more.reports, search.up_to);  // somebody else may have found some of them
    const std::span<const ReportId> newer(begin, more.reports.end());
    search.up_to = std::max(search.up_to, more.up_to);
    if (search.reports->empty()) {
        search.reports = std::make_shared<std::vector<ReportId>>(std::move(more.reports));  // moved: `newer` still lies there
    } else if (!newer.empty()) {
        // In place when nobody looks at them: copies are only made with the searches locked.
        if (search.reports.use_count() > 1) search.reports = std::make_shared<std::vector<ReportId>>(*search.reports);
        std::atomic_thread_fence(std::memory_order_acquire);  // the last who looked has finished
        search.reports->insert(search.reports->end(), newer.begin(), newer.end());
    }
    if (search.bits ? newer.empty() : wanted == Wanted::reports) return;
    const bool is_first = !search.bits;
    auto bits = is_first ? std::make_shared<Bits>() : std::make_shared<Bits>(*search.bits);
    const auto added = add_incidents_of(is_first ? std::span<const ReportId>(*search.reports) : newer, *bits);
    search.bits = std::move(bits);
    if (!is_first) note_found(search.words, added);
}

std::shared_ptr<const std::vector<ReportId>> Board::reports_with(const std::string& words, store::Desk& desk) const { return search(words, desk, Wanted::reports).reports; }

Board::CodeSets Board::codes_of(const Question& question) const
{
    CodeSets out;
    for (const auto& area : question.areas) {
        const auto index = code_index_.find(area);
        if (index == code_index_.end() || area.empty()) continue;
        (area.size() == 2 ? out.countries : out.admin1).push_back(index->second);
    }
    if (!question.areas.empty() && out.countries.empty() && out.admin1.empty()) out.impossible = true;
    if (!question.district.empty()) {
        for (std::size_t number = 0; number < places_.size(); ++number) {
            const auto* place = places_[number].get();
            if (place && (place->admin2 == question.district || (place->kind == PlaceKind::district && place->name == question.district)))
                out.districts.push_back(std::int32_t(number));
        }
        out.impossible = out.impossible || out.districts.empty();
    }
    if (!question.actor.empty()) {
        const auto index = question.actor == "unknown" ? actor_index_.find("") : actor_index_.find(question.actor);
        if (index == actor_index_.end()) out.impossible = true;
        else out.actor = index->second;
    }
    return out;
}

bool Board::in_area(const BoardRow& row, const Question& question, const CodeSets& codes) const
{
    if (!question.areas.empty()) {
        const bool inside = std::ranges::find(codes.countries, row.country) != codes.countries.end() ||
                            std::ranges::find(codes.admin1, row.admin1) != codes.admin1.end();
        if (!inside) return false;
    }
    if (!question.district.empty() && !std::ranges::binary_search(codes.districts, row.place)) return false;
    return !question.within || in_box(row, *question.within);
}

bool Board::in_box(const BoardRow& row, const store::Box& box) const
{
    const auto* place = place_at(row.place);
    if (!place || !place->point) return false;
    const auto point = *place->point;
    return point.lat() >= box.south && point.lat() <= box.north && point.lon() >= box.west && point.lon() <= box.east;
}

bool Board::matches(const BoardRow& row, const Question& question, const CodeSets& codes, const Bits* searched) const
{
    if (codes.impossible || row.withdrawn != question.withdrawn) return false;
    if (searched && (std::size_t(row.id) >= searched->size() || !(*searched)[std::size_t(row.id)])) return false;
    if (question.open_only && row.accepted) return false;
    if (question.from && (row.last_day == no_day || row.last_day < question.from->time_since_epoch().count())) return false;
    if (question.until && (row.first_day == no_day || row.first_day > question.until->time_since_epoch().count())) return false;
    if (!among(question.kinds, row.kind) || !among(question.statuses, row.status) || !among(question.grades, row.grade)) return false;
    if (!question.targets.empty() && (!row.target || !among(question.targets, *row.target))) return false;
    if (codes.actor && row.actor != *codes.actor) return false;
    if (question.reviewed && row.accepted != *question.reviewed) return false;
    if (question.conflicts && (row.conflicts > 0) != *question.conflicts) return false;
    if (question.background && row.background != *question.background) return false;
    if (question.dead_min && row.killed_high < *question.dead_min) return false;
    if (question.second == SecondAsked::needed && (row.second != SecondState::needed || !row.accepted)) return false;
    if (question.second == SecondAsked::done && row.second != SecondState::done) return false;
    if (question.second == SecondAsked::disagrees && row.second != SecondState::disagrees) return false;
    return in_area(row, question, codes);
}

Board::Found Board::page(const Question& question, store::Desk& desk) const
{
    std::optional<OrderKey> after;
    if (!question.cursor.empty()) {
        after = key_in(question.cursor);
        if (!after) refuse_parameter("cursor", "take `next` of the page before as it is");
    }
    const auto searched = search(question.words, desk, Wanted::incidents);
    const std::shared_lock lock(mutex_);
    if (auto kept = in_first_rows(question, after)) return std::move(*kept);
    return found_in(ordered(question, codes_of(question), searched.bits.get(), after, question.limit));
}

std::optional<BoardRow> Board::row(IncidentId id) const
{
    const std::shared_lock lock(mutex_);
    const auto at = std::size_t(id);
    if (at >= rows_.size() || rows_[at].id != id) return std::nullopt;
    return rows_[at];
}

std::vector<std::pair<std::string, std::int64_t>> Board::sources_by_month() const
{
    const std::shared_lock lock(mutex_);
    std::vector<std::pair<std::string, std::int64_t>> out;
    for (const auto& [month, sources] : sources_by_month_)
        out.emplace_back(fmt::format("{:04}-{:02}", int(month.year()), unsigned(month.month())), std::int64_t(sources.size()));
    return out;
}

std::vector<LikelyPair> Board::likely_pairs() const
{
    const std::shared_lock lock(mutex_);
    std::map<std::pair<std::int64_t, std::int64_t>, LikelyPair> best;
    for (const auto& pair : near_pairs_) {
        const auto first = std::size_t(pair.account), second = std::size_t(pair.against);
        if (first >= incident_of_account_.size() || second >= incident_of_account_.size()) continue;
        const auto a = std::int64_t(incident_of_account_[first]), b = std::int64_t(incident_of_account_[second]);
        if (a == b || std::size_t(std::max(a, b)) >= rows_.size() || a <= 0 || b <= 0) continue;
        const auto& left = rows_[std::size_t(a)];
        const auto& right = rows_[std::size_t(b)];
        if (left.id == IncidentId{} || right.id == IncidentId{} || left.withdrawn || right.withdrawn) continue;
        auto& kept = best[{std::min(a, b), std::max(a, b)}];
        if (kept.score == 0 || pair.score > kept.score) kept = {IncidentId{std::min(a, b)}, IncidentId{std::max(a, b)}, pair.score, pair.account, pair.against};
    }
    std::vector<LikelyPair> out;
    out.reserve(best.size());
    for (const auto& [key, pair] : best) out.push_back(pair);
    std::ranges::stable_sort(out, std::ranges::greater{}, &LikelyPair::score);
    return out;
}

std::vector<std::vector<IncidentId>> Board::likely_the_same(std::span<const IncidentId> ids) const
{
    std::unordered_map<std::int32_t, std::size_t> asked;
    for (std::size_t i = 0; i < ids.size(); ++i) asked.emplace(std::int32_t(ids[i]), i);
    std::vector<std::vector<IncidentId>> out(ids.size());
    const std::shared_lock lock(mutex_);
    std::vector<bool> is_asked(rows_.size() + 1);  // nearly all pairs are of others: a bit tells them at once
    for (const auto id : ids)
        if (std::size_t(id) < is_asked.size()) is_asked[std::size_t(id)] = true;
    const auto stands = [&](std::int32_t id) { return std::size_t(id) < rows_.size() && rows_[std::size_t(id)].id == IncidentId{id} && !rows_[std::size_t(id)].withdrawn; };
    const auto note = [&](std::int32_t id, std::int32_t other) {
        const auto found = asked.find(id);
        if (found == asked.end() || !stands(other)) return;
        auto& others = out[found->second];
        if (std::ranges::find(others, IncidentId{other}) == others.end()) others.push_back(IncidentId{other});
    };
    for (const auto& pair : near_pairs_) {
        const auto first = std::size_t(pair.account), second = std::size_t(pair.against);
        if (first >= incident_of_account_.size() || second >= incident_of_account_.size()) continue;
        const auto a = incident_of_account_[first], b = incident_of_account_[second];
        if (a == b || std::size_t(std::max(a, b)) >= is_asked.size() || !(is_asked[std::size_t(a)] || is_asked[std::size_t(b)])) continue;
        note(a, b);
        note(b, a);
    }
    return out;
}

std::string Board::code(std::uint16_t index) const
{
    const std::shared_lock lock(mutex_);
    return codes_.at(index);
}

std::string Board::actor(std::uint32_t index) const
{
    const std::shared_lock lock(mutex_);
    return actors_.at(index);
}

std::optional<Place> Board::place(std::int32_t number) const
{
    const std::shared_lock lock(mutex_);
    const auto* found = place_at(number);
    return found ? std::optional(*found) : std::nullopt;
}

Board::Places Board::places() const
{
    const std::shared_lock lock(mutex_);
    Places out;
    out.reserve(places_.size());
    for (const auto& place : places_) out.push_back(place.get());
    return out;
}

std::vector<std::string> Board::codes() const
{
    const std::shared_lock lock(mutex_);
    return codes_;
}

std::vector<std::pair<std::string, std::int64_t>> Board::actors() const
{
    const std::shared_lock lock(mutex_);
    std::vector<std::pair<std::string, std::int64_t>> out;
    for (const auto& name : actors_) out.emplace_back(name, 0);
    for (const auto& row : rows_)
        if (row.id != IncidentId{} && !row.withdrawn) ++out[row.actor].second;
    return out;
}

Board::Sums Board::sums() const
{
    const std::shared_lock lock(mutex_);
    Sums out;
    out.accounts = std::int64_t(account_of_report_.size());
    for (const auto& row : rows_) {
        if (row.id == IncidentId{} || row.withdrawn) continue;
        ++out.incidents;
        out.queue += !row.accepted;
        out.second += row.accepted && row.second == SecondState::needed;
        if (row.first_day == no_day) continue;
        out.first_day = out.first_day ? std::min(*out.first_day, row.first_day) : row.first_day;
        out.last_day = out.last_day ? std::max(*out.last_day, row.last_day) : row.last_day;
    }
    return out;
}

}  // namespace sitrep::serve
