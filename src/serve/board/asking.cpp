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

/// What a page is sorted by, smaller first; the id decides between equals.
std::int64_t sort_key(const BoardRow& row, Sort sort)
{
    constexpr std::int64_t last = INT64_MAX / 2;
    switch (sort) {
        case Sort::newest_day: return row.last_day == no_day ? last : -std::int64_t(row.last_day);
        case Sort::oldest_day: return row.first_day == no_day ? last : std::int64_t(row.first_day);
        case Sort::most_dead: return -std::int64_t(row.killed_high);
        case Sort::doubt: return -std::int64_t((0.6 * row.doubt() + 0.4 * row.weight()) * 1e9);
        case Sort::newest_id: return -std::int64_t(row.id);
        case Sort::oldest_id: return std::int64_t(row.id);
    }
    return 0;
}

using Key = std::pair<std::int64_t, std::int64_t>;

std::optional<Key> key_in(const std::string& cursor)
{
    Key key;
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

std::shared_ptr<const Board::Bits> Board::bits_of(const std::vector<ReportId>& reports) const
{
    auto bits = std::make_shared<Bits>();
    const std::shared_lock lock(mutex_);
    bits->resize(rows_.size(), false);
    auto at = account_of_report_.begin();
    for (const auto report : reports) {
        while (at != account_of_report_.end() && at->first < std::int32_t(report)) ++at;  // both ascend: one walk along them
        for (auto account = at; account != account_of_report_.end() && account->first == std::int32_t(report); ++account) {
            const auto incident = std::size_t(incident_of_account_[std::size_t(account->second)]);
            if (incident < bits->size()) (*bits)[incident] = true;
        }
    }
    return bits;
}

std::shared_ptr<const Board::Bits> Board::search(const std::string& words, store::Desk& desk) const
{
    if (words.empty()) return nullptr;
    const auto seen = seen_.load();
    const auto newest = desk.lists().newest_report();
    std::shared_ptr<const std::vector<ReportId>> reports;
    ReportId up_to{};
    {
        const std::lock_guard lock(searches_mutex_);
        for (const auto& kept : searches_) {
            if (kept.words != words) continue;
            if (kept.seen == seen && kept.up_to == newest) return kept.bits;
            reports = kept.reports;
            up_to = kept.up_to;
        }
    }
    if (!reports || up_to != newest) {
        // Reports only come in: what was found stays found, and the index is asked for the newer ones alone.
        std::vector<ReportId> found = reports ? *reports : std::vector<ReportId>();
        const auto more = desk.lists().reports_with(words, reports_found_max - std::min(reports_found_max, found.size()), up_to);
        found.insert(found.end(), more.rbegin(), more.rend());
        reports = std::make_shared<const std::vector<ReportId>>(std::move(found));
        // Short of the newest while another process writes, and never less than what was found: then the next search asks again.
        up_to = std::max(up_to, more.empty() ? desk.lists().searchable_up_to() : std::max(more.front(), desk.lists().searchable_up_to()));
    }
    auto bits = bits_of(*reports);
    const std::lock_guard lock(searches_mutex_);
    std::erase_if(searches_, [&](const Search& kept) { return kept.words == words; });
    searches_.push_front({words, up_to, reports, seen, bits});
    if (searches_.size() > searches_kept) searches_.pop_back();
    return bits;
}

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
        for (const auto& [number, place] : places_)
            if (place.admin2 == question.district || (place.kind == PlaceKind::district && place.name == question.district)) out.districts.push_back(number);
        std::ranges::sort(out.districts);
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
    const auto place = places_.find(row.place);
    if (place == places_.end() || !place->second.point) return false;
    const auto point = *place->second.point;
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
    std::optional<Key> after;
    if (!question.cursor.empty()) {
        after = key_in(question.cursor);
        if (!after) refuse_parameter("cursor", "take `next` of the page before as it is");
    }
    std::vector<std::pair<Key, const BoardRow*>> found;
    Found out;
    const auto searched = search(question.words, desk);
    const std::shared_lock lock(mutex_);
    const auto codes = codes_of(question);
    for (const auto& row : rows_) {
        if (row.id == IncidentId{} || !matches(row, question, codes, searched.get())) continue;
        ++out.total;
        const Key key{sort_key(row, question.sort), -std::int64_t(row.id)};
        if (!after || *after < key) found.emplace_back(key, &row);
    }
    const auto taken = std::min(found.size(), question.limit);
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(taken), found.end());
    for (std::size_t i = 0; i < taken; ++i) out.rows.push_back(*found[i].second);
    if (taken < found.size() && taken > 0) out.next = fmt::format("{}_{}", found[taken - 1].first.first, found[taken - 1].first.second);
    return out;
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

std::vector<IncidentId> Board::likely_the_same(IncidentId id) const
{
    const std::shared_lock lock(mutex_);
    std::vector<IncidentId> out;
    for (const auto& pair : near_pairs_) {
        const auto first = std::size_t(pair.account), second = std::size_t(pair.against);
        if (first >= incident_of_account_.size() || second >= incident_of_account_.size()) continue;
        const IncidentId a{incident_of_account_[first]}, b{incident_of_account_[second]};
        if (a == b || (a != id && b != id)) continue;
        const auto other = a == id ? b : a;
        const auto at = std::size_t(other);
        const bool stands = at < rows_.size() && rows_[at].id == other && !rows_[at].withdrawn;
        if (stands && std::ranges::find(out, other) == out.end()) out.push_back(other);
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
    const auto found = places_.find(number);
    if (found == places_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::pair<std::int32_t, Place>> Board::places() const
{
    const std::shared_lock lock(mutex_);
    return {places_.begin(), places_.end()};
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
