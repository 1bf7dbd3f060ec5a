// Lists in their order, and the beginnings of those asked for last: a change of one incident changes them by one row, and nobody sorts a
// hundred thousand again.
#include "serve/board/board.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

namespace sitrep::serve {
namespace {

constexpr std::size_t lists_kept = 32;
/// Kept of a list, and the least of it that is still worth keeping when rows have left it.
constexpr std::size_t rows_kept = 600, rows_kept_min = 250;

}  // namespace

OrderKey order_of(const BoardRow& row, Sort sort)
{
    constexpr std::int64_t last = INT64_MAX / 2;
    const auto key = [&]() -> std::int64_t {
        switch (sort) {
            case Sort::newest_day: return row.last_day == no_day ? last : -std::int64_t(row.last_day);
            case Sort::oldest_day: return row.first_day == no_day ? last : std::int64_t(row.first_day);
            case Sort::most_dead: return -std::int64_t(row.killed_high);
            case Sort::doubt: return -std::int64_t(row.urgency);
            case Sort::newest_id: return -std::int64_t(row.id);
            case Sort::oldest_id: return std::int64_t(row.id);
        }
        return 0;
    };
    return {key(), -std::int64_t(row.id)};
}

Board::Ordered Board::ordered(const Question& question, const CodeSets& codes, const Bits* searched, const std::optional<OrderKey>& after, std::size_t most) const
{
    Ordered out;
    auto& first = out.rows;  // a heap of the smallest keys so far, the largest of them in front
    std::size_t beyond = 0;
    for (const auto& row : rows_) {
        if (row.id == IncidentId{} || !matches(row, question, codes, searched)) continue;
        ++out.total;
        const auto key = order_of(row, question.sort);
        if (after && key <= *after) continue;
        if (first.size() == most) {
            ++beyond;
            if (most == 0 || first.front().first < key) continue;
            std::ranges::pop_heap(first);
            first.pop_back();
        }
        first.emplace_back(key, std::int32_t(row.id));
        std::ranges::push_heap(first);
    }
    std::ranges::sort_heap(first);
    out.more = beyond > 0;
    return out;
}

Board::Found Board::found_in(const Ordered& ordered) const
{
    Found out;
    out.total = ordered.total;
    for (const auto& [key, id] : ordered.rows) out.rows.push_back(rows_[std::size_t(id)]);
    if (ordered.more && !ordered.rows.empty()) out.next = fmt::format("{}_{}", ordered.rows.back().first.first, ordered.rows.back().first.second);
    return out;
}

std::optional<Board::Found> Board::in_first_rows(const Question& question, const std::optional<OrderKey>& after) const
{
    const auto name = name_of(question);
    std::unique_lock searches(searches_mutex_, std::defer_lock);
    if (!question.words.empty()) searches.lock();  // what they find must not change before it is kept
    const std::lock_guard lock(first_rows_mutex_);
    auto kept = std::ranges::find(first_rows_, name, &FirstRows::name);
    if (kept == first_rows_.end()) {
        if (after) return std::nullopt;  // somebody leafs far down: not worth keeping
        const Bits* searched = nullptr;
        if (searches.owns_lock()) {
            const auto search = std::ranges::find(searches_, question.words, &Search::words);
            if (search == searches_.end() || !search->bits) return std::nullopt;  // others have pushed it out
            searched = search->bits.get();
        }
        FirstRows made{name, question, codes_of(question), {}};
        made.found = ordered(question, made.codes, searched, std::nullopt, rows_kept);
        if (first_rows_.size() >= lists_kept) first_rows_.pop_back();
        kept = first_rows_.insert(first_rows_.begin(), std::move(made));
    }
    first_rows_.splice(first_rows_.begin(), first_rows_, kept);
    const auto& all = kept->found;
    const auto begin = after ? std::ranges::upper_bound(all.rows, *after, {}, [](const auto& row) { return row.first; }) : all.rows.begin();
    const auto left = std::size_t(all.rows.end() - begin);
    if (all.more && left < question.limit) return std::nullopt;
    const auto taken = std::min(left, question.limit);
    Ordered page;
    page.rows.assign(begin, begin + std::ptrdiff_t(taken));
    page.total = all.total;
    page.more = all.more || taken < left;
    return found_in(page);
}

void Board::enter(Ordered& found, const std::pair<OrderKey, std::int32_t>& row)
{
    auto& [rows, total, more] = found;
    ++total;
    if (!more || (!rows.empty() && row < rows.back())) rows.insert(std::ranges::lower_bound(rows, row), row);
    if (rows.size() <= rows_kept + rows_kept_min) return;
    rows.resize(rows_kept);
    more = true;
}

void Board::leave(Ordered& found, const std::pair<OrderKey, std::int32_t>& row)
{
    --found.total;
    const auto at = std::ranges::lower_bound(found.rows, row);
    if (at != found.rows.end() && *at == row) found.rows.erase(at);
}

void Board::note_change(IncidentId id, const BoardRow& before, const BoardRow& after, const std::vector<store::FiledUnder>& accounts)
{
    struct Moved {
        std::string_view words;
        bool was = true, is = true;
    };
    const std::lock_guard searches(searches_mutex_);
    std::vector<Moved> moved{{"", true, true}};
    for (auto& search : searches_) {
        const bool was = is_found(search, id);
        moved.push_back({search.words, was, note_accounts(search, id, accounts)});
    }
    const std::lock_guard lock(first_rows_mutex_);
    if (const auto codes_now = codes_.size() + actors_.size() + places_.size(); codes_now != codes_when_kept_) {
        // A new place, area or actor may be one that a question names.
        codes_when_kept_ = codes_now;
        for (auto& kept : first_rows_) kept.codes = codes_of(kept.question);
    }
    for (auto& kept : first_rows_) {
        const auto& question = kept.question;
        const auto words = std::ranges::find(moved, std::string_view(question.words), &Moved::words);
        if (words == moved.end()) continue;  // a search that is not kept has no list
        if (words->was && before.id != IncidentId{} && matches(before, question, kept.codes, nullptr))
            leave(kept.found, {order_of(before, question.sort), std::int32_t(before.id)});
        if (words->is && after.id != IncidentId{} && matches(after, question, kept.codes, nullptr))
            enter(kept.found, {order_of(after, question.sort), std::int32_t(after.id)});
    }
    first_rows_.remove_if([](const FirstRows& kept) { return kept.found.more && kept.found.rows.size() < rows_kept_min; });
}

void Board::note_found(const std::string& words, const std::vector<IncidentId>& ids) const
{
    const std::lock_guard lock(first_rows_mutex_);
    for (auto& kept : first_rows_) {
        if (kept.question.words != words) continue;
        for (const auto id : ids) {
            const auto& row = rows_[std::size_t(id)];
            if (row.id != IncidentId{} && matches(row, kept.question, kept.codes, nullptr)) enter(kept.found, {order_of(row, kept.question.sort), std::int32_t(id)});
        }
    }
}

void Board::forget_first_rows() const
{
    const std::lock_guard lock(first_rows_mutex_);
    first_rows_.clear();
}

void Board::forget_first_rows_of(const std::string& words) const
{
    const std::lock_guard lock(first_rows_mutex_);
    first_rows_.remove_if([&](const FirstRows& kept) { return kept.question.words == words; });
}

}  // namespace sitrep::serve
