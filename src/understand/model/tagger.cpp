#include "understand/model/tagger.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace sitrep::understand {

namespace {

constexpr float largest_step = 127;

// No word may go on with a role that the one before does not have.
bool may_follow(std::size_t from, std::size_t to)
{
    const bool inside = to != 0 && to % 2 == 0;
    return !inside || from == to || from + 1 == to;
}

// All outside, when no word of the sentence comes near any role: then no other path can be better, whatever its steps give.
bool is_all_outside(std::span<const TagScores> scores, const TagSteps& steps, std::size_t layer)
{
    const auto [column, states, role] = tag_shapes[layer];
    float most = 0;
    for (std::size_t from = 0; from < states; ++from)
        for (std::size_t to = 0; to < states; ++to) most = std::max(most, steps[layer][from][to] - steps[layer][0][0]);
    return std::all_of(scores.begin(), scores.end(), [&, first = column, count = states](const TagScores& score) {
        const float best = *std::max_element(score.begin() + first + 1, score.begin() + first + count);
        return best + 2 * most < score[first];  // two: one step into the role, one out of it
    });
}

}  // namespace

void best_path(std::span<const TagScores> scores, const TagSteps& steps, std::size_t layer, std::vector<TagState>& path)
{
    const auto [column, states, role] = tag_shapes[layer];
    path.assign(scores.size(), 0);
    if (scores.empty() || is_all_outside(scores, steps, layer)) return;
    constexpr float never = -std::numeric_limits<float>::infinity();
    std::array<float, states_max> best{};
    thread_local std::vector<std::array<TagState, states_max>> from;  // grows to the longest sentence and stays
    from.resize(scores.size());
    for (std::size_t state = 0; state < states; ++state) best[state] = may_follow(0, state) ? scores[0][column + state] + steps[layer][0][state] : never;
    for (std::size_t token = 1; token < scores.size(); ++token) {
        std::array<float, states_max> next{};
        for (std::size_t to = 0; to < states; ++to) {
            float most = never;
            std::size_t chosen = 0;
            for (std::size_t state = 0; state < states; ++state) {
                if (!may_follow(state, to)) continue;
                const float sum = best[state] + steps[layer][state][to];
                if (sum <= most) continue;
                most = sum;
                chosen = state;
            }
            next[to] = most + scores[token][column + to];
            from[token][to] = static_cast<TagState>(chosen);
        }
        best = next;
    }
    auto state = static_cast<TagState>(std::max_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(states)) - best.begin());
    for (std::size_t token = scores.size(); token-- > 0;) {
        path[token] = state;
        state = from[token][state];
    }
}

// The table is larger than the caches: all slots of a token are asked for before the first is looked at, then all rows.
void TaggerModel::score(std::span<const std::uint64_t> features, TagScores& scores) const
{
    constexpr std::size_t features_max = 64;
    std::array<const Row*, features_max> rows{};
    std::size_t found = 0;
    const std::size_t mask = slots_.size() - 1;
    features = features.first(std::min(features.size(), features_max));
    for (const auto hash : features) __builtin_prefetch(&slots_[hash & mask]);
    for (const auto hash : features) {
        const auto key = static_cast<std::uint32_t>(hash >> 32);
        for (std::size_t at = hash & mask; slots_[at].row != 0; at = (at + 1) & mask) {
            if (slots_[at].key != key) continue;
            rows[found] = &rows_[slots_[at].row - 1];
            __builtin_prefetch(rows[found++]);
            break;
        }
    }
    std::array<std::int16_t, row_bytes> sums{};
    for (std::size_t i = 0; i < found; ++i)
        for (std::size_t column = 0; column < row_bytes; ++column) sums[column] = static_cast<std::int16_t>(sums[column] + (*rows[i])[column]);
    for (std::size_t i = 0; i < tag_columns; ++i) scores[i] = static_cast<float>(sums[i]) * step_;
}

void TaggerModel::index()
{
    slots_.assign(std::bit_ceil(std::max<std::size_t>(hashes_.size() * 2, 16)), {});
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t row = 0; row < hashes_.size(); ++row) {
        std::size_t at = hashes_[row] & mask;
        while (slots_[at].row != 0) at = (at + 1) & mask;
        slots_[at] = {static_cast<std::uint32_t>(hashes_[row] >> 32), row + 1};
    }
}

TaggerModel TaggerModel::of(const std::vector<std::uint64_t>& hashes, const std::vector<float>& rows, const TagSteps& steps)
{
    // Weights beyond the largest of a thousand are cut off, so that the many small ones keep their steps.
    std::vector<float> sizes;
    for (const float weight : rows)
        if (weight != 0) sizes.push_back(std::abs(weight));
    TaggerModel model;
    model.steps_ = steps;
    if (sizes.empty()) return model;
    const auto high = sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size()) * 0.999);
    std::nth_element(sizes.begin(), high, sizes.end());
    model.step_ = *high / largest_step;
    std::vector<std::uint32_t> order(hashes.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return hashes[a] < hashes[b]; });
    constexpr int least = 10;  // steps: rows without a larger weight decide nothing
    for (const auto i : order) {
        Row row{};
        int largest = 0;
        for (std::size_t column = 0; column < tag_columns; ++column) {
            const float steps_of = std::clamp(rows[i * tag_columns + column] / model.step_, -largest_step, largest_step);
            row[column] = static_cast<std::int8_t>(std::lround(steps_of));
            largest = std::max(largest, std::abs(int{row[column]}));
        }
        if (largest < least) continue;
        model.hashes_.push_back(hashes[i]);
        model.rows_.push_back(row);
    }
    model.index();
    return model;
}

std::string TaggerModel::bytes() const
{
    std::string out;
    const auto rows = static_cast<std::uint32_t>(rows_.size()), columns = static_cast<std::uint32_t>(tag_columns);
    out.append(reinterpret_cast<const char*>(&rows), sizeof rows);
    out.append(reinterpret_cast<const char*>(&columns), sizeof columns);
    out.append(reinterpret_cast<const char*>(&step_), sizeof step_);
    out.append(reinterpret_cast<const char*>(&steps_), sizeof steps_);
    out.append(reinterpret_cast<const char*>(hashes_.data()), hashes_.size() * sizeof(std::uint64_t));
    for (const Row& row : rows_) out.append(reinterpret_cast<const char*>(row.data()), tag_columns);
    return out;
}

TaggerModel TaggerModel::from_bytes(std::string_view bytes)
{
    TaggerModel model;
    std::uint32_t rows = 0, columns = 0;
    const auto take = [&](void* to, std::size_t size) {
        if (bytes.size() < size) throw std::runtime_error("a tagger ends too early");
        std::memcpy(to, bytes.data(), size);
        bytes.remove_prefix(size);
    };
    take(&rows, sizeof rows);
    take(&columns, sizeof columns);
    if (columns != tag_columns) throw std::runtime_error("a tagger has other roles than this program");
    take(&model.step_, sizeof model.step_);
    take(&model.steps_, sizeof model.steps_);
    if (bytes.size() != rows * (sizeof(std::uint64_t) + tag_columns)) throw std::runtime_error("a tagger has the wrong length");
    model.hashes_.resize(rows);
    model.rows_.resize(rows);
    if (rows == 0) return model;
    take(model.hashes_.data(), rows * sizeof(std::uint64_t));
    for (Row& row : model.rows_) take(row.data(), tag_columns);
    model.index();
    return model;
}

}  // namespace sitrep::understand
