#include "understand/model/tagger.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "understand/model/stored.hpp"

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
bool is_all_outside(std::span<const TagScores> scores, float slack, std::size_t layer)
{
    const auto [column, states, role] = tag_shapes[layer];
    for (const TagScores& score : scores) {
        const auto first = score.begin() + static_cast<std::ptrdiff_t>(column);
        const float most = *std::max_element(first + 1, first + static_cast<std::ptrdiff_t>(states));
        if (most + slack >= *first) return false;
    }
    return true;
}

// Scores of four states: a vector of every processor this runs on.
using FourScores [[gnu::vector_size(16)]] = float;
using FourNumbers [[gnu::vector_size(16)]] = std::int32_t;
constexpr std::size_t four = 4;

template <std::size_t Fours>
union StateScores {
    std::array<FourScores, Fours> vectors;
    std::array<float, Fours * four> scores;
};

// Viterbi over a layer of at most four times `Fours` states.
template <std::size_t Fours>
void find_best_path(std::span<const TagScores> scores, const TagSteps& steps, std::size_t layer, std::vector<TagState>& path)
{
    const auto [column, states, role] = tag_shapes[layer];
    std::array<StateScores<Fours>, Fours * four> open;
    for (std::size_t from = 0; from < open.size(); ++from) std::copy_n(steps[layer][from].begin(), Fours * four, open[from].scores.begin());
    union Chosen {
        std::array<FourNumbers, Fours> vectors;
        std::array<std::int32_t, Fours * four> numbers;
    };
    thread_local std::vector<Chosen> from;  // grows to the longest sentence and stays
    from.resize(scores.size());
    StateScores<Fours> best = open[0];
    for (std::size_t state = 0; state < states; ++state) best.scores[state] += scores[0][column + state];
    for (std::size_t token = 1; token < scores.size(); ++token) {
        StateScores<Fours> next;
        for (std::size_t part = 0; part < Fours; ++part) {
            FourScores most = best.scores[0] + open[0].vectors[part];
            FourNumbers chosen{};
            for (std::int32_t state = 1; state < static_cast<std::int32_t>(states); ++state) {
                const auto sum = best.scores[static_cast<std::size_t>(state)] + open[static_cast<std::size_t>(state)].vectors[part];
                const FourNumbers better = sum > most;
                chosen = (better & state) | (~better & chosen);
                most = better ? sum : most;
            }
            next.vectors[part] = most;
            from[token].vectors[part] = chosen;
        }
        for (std::size_t state = 0; state < states; ++state) best.scores[state] = next.scores[state] + scores[token][column + state];
    }
    auto state = static_cast<TagState>(std::max_element(best.scores.begin(), best.scores.begin() + static_cast<std::ptrdiff_t>(states)) - best.scores.begin());
    for (std::size_t token = scores.size(); token-- > 0;) {
        path[token] = state;
        state = static_cast<TagState>(from[token].numbers[state]);
    }
}

}  // namespace

TagChains::TagChains(const TagSteps& steps)
{
    constexpr float never = -std::numeric_limits<float>::infinity();
    for (std::size_t layer = 0; layer < tag_layers; ++layer) {
        const std::size_t states = tag_shapes[layer].states;
        float most = 0;
        for (std::size_t from = 0; from < states_max; ++from)
            for (std::size_t to = 0; to < states_max; ++to) {
                const bool is_step = from < states && to < states;
                if (is_step) most = std::max(most, steps[layer][from][to] - steps[layer][0][0]);
                open[layer][from][to] = is_step && may_follow(from, to) ? steps[layer][from][to] : never;
            }
        slack[layer] = 2 * most;  // two: one step into the role, one out of it
    }
}

void best_path(std::span<const TagScores> scores, const TagChains& chains, std::size_t layer, std::vector<TagState>& path)
{
    path.assign(scores.size(), 0);
    if (scores.empty() || is_all_outside(scores, chains.slack[layer], layer)) return;
    const std::size_t states = tag_shapes[layer].states;
    if (states <= four) find_best_path<1>(scores, chains.open, layer, path);
    else if (states <= 2 * four) find_best_path<2>(scores, chains.open, layer, path);
    else find_best_path<3>(scores, chains.open, layer, path);
}

static_assert(std::all_of(tag_shapes.begin(), tag_shapes.end(), [](const LayerShape& shape) { return shape.states <= 3 * four; }));

RoleLeans leans_of(const TagScores& scores)
{
    constexpr float step = 10;
    RoleLeans leans;
    for (std::size_t role = 0; role < tag_roles.size(); ++role) {
        const LayerShape& shape = tag_shapes[static_cast<std::size_t>(tag_roles[role].layer)];
        const std::size_t begin = shape.first_column + 1 + (role - shape.first_role) * 2;
        const float above = std::max(scores[begin], scores[begin + 1]) - scores[shape.first_column];
        leans[role] = static_cast<std::int8_t>(std::clamp(std::floor(above / step), float{-leans_max}, float{leans_max}));
    }
    return leans;
}

namespace {

template <class Rows, class Sums>
[[gnu::always_inline]] inline void add_rows(Rows row, Rows end, Sums& sums)
{
    for (; row != end; ++row)
        for (std::size_t column = 0; column < sums.size(); ++column) sums[column] = static_cast<std::int16_t>(sums[column] + (**row)[column]);
}
template <class Rows, class Sums>
void add(Rows row, Rows end, Sums& sums)
{
    add_rows(row, end, sums);
}

// The same for processors of 2013 and later, which widen and add sixteen numbers at a time. Older ones get the one above.
#ifdef __x86_64__
template <class Rows, class Sums>
[[gnu::target("avx2")]] void add_wide(Rows row, Rows end, Sums& sums)
{
    add_rows(row, end, sums);
}
bool has_wide_vectors() { return __builtin_cpu_supports("avx2") != 0; }
#else
template <class Rows, class Sums>
void add_wide(Rows row, Rows end, Sums& sums)
{
    add_rows(row, end, sums);
}
bool has_wide_vectors() { return false; }
#endif

}  // namespace

// The table is larger than the caches, and a sentence asks for a thousand rows of it: slots are asked for some time before they are
// looked at, and all rows before the first is added.
void TaggerModel::score(const TokenFeatures& features, std::size_t first, std::size_t last, std::vector<TagScores>& scores) const
{
    constexpr std::size_t ahead = 24;
    thread_local std::vector<const Row*> rows;  // grows to the longest sentence and stays
    const std::uint32_t begin = features.first[first], end = features.first[last];
    rows.resize(end - begin + last - first);
    scores.resize(last - first);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = begin; i < std::min<std::uint32_t>(begin + ahead, end); ++i) __builtin_prefetch(&slots_[features.hashes[i] & mask]);
    std::size_t found = 0;
    for (std::size_t token = first; token < last; ++token) {
        for (std::uint32_t i = features.first[token]; i < features.first[token + 1]; ++i) {
            if (i + ahead < end) __builtin_prefetch(&slots_[features.hashes[i + ahead] & mask]);
            const auto key = static_cast<std::uint32_t>(features.hashes[i] >> 32);
            std::size_t at = features.hashes[i] & mask;
            while (slots_[at].row != 0 && slots_[at].key != key) at = (at + 1) & mask;
            if (slots_[at].row == 0) continue;
            rows[found] = &rows_[slots_[at].row - 1];
            __builtin_prefetch(rows[found]);
            __builtin_prefetch(&rows[found]->back());
            ++found;
        }
        rows[found++] = nullptr;  // the next token
    }
    static const bool wide = has_wide_vectors();
    auto row = rows.begin();
    for (TagScores& sum : scores) {
        std::array<std::int16_t, row_bytes> sums{};
        const auto next = std::find(row, rows.end(), nullptr);
        wide ? add_wide(row, next, sums) : add(row, next, sums);
        row = next + 1;
        for (std::size_t i = 0; i < tag_columns; ++i) sum[i] = static_cast<float>(sums[i]) * step_;
    }
}

void TaggerModel::index()
{
    constexpr auto persons = tag_shapes[static_cast<std::size_t>(TagLayer::person)].first_column;
    sees_persons_ = std::any_of(rows_.begin(), rows_.end(), [](const Row& row) {
        return std::any_of(row.begin() + persons, row.begin() + tag_columns, [](std::int8_t weight) { return weight != 0; });
    });
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
    model.chains_ = TagChains(steps);
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

namespace {

// Four of five weights are nothing: a row is stored as a mask of those that are something, and these. Files of before hold whole rows.
constexpr std::uint32_t sparse_rows = 1U << 31;

constexpr std::size_t mask_bytes(std::size_t columns) { return (columns + 7) / 8; }

void append_sparse(std::string& out, std::span<const std::int8_t> row)
{
    const std::size_t mask = out.size();
    out.append(mask_bytes(row.size()), '\0');
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (row[column] == 0) continue;
        out[mask + column / 8] = static_cast<char>(static_cast<unsigned char>(out[mask + column / 8]) | 1U << column % 8);
        out.push_back(static_cast<char>(row[column]));
    }
}

void take_sparse(std::string_view& bytes, std::span<std::int8_t> row)
{
    std::array<unsigned char, mask_bytes(tag_columns)> mask{};
    take(bytes, mask.data(), mask_bytes(row.size()));
    for (std::size_t column = 0; column < row.size(); ++column)
        if (mask[column / 8] & 1U << column % 8) row[column] = take<std::int8_t>(bytes);
}

}  // namespace

std::string TaggerModel::bytes() const
{
    std::string out;
    append(out, static_cast<std::uint32_t>(rows_.size()));
    append(out, static_cast<std::uint32_t>(tag_columns) | sparse_rows);
    append(out, step_);
    append(out, steps_);
    out.append(reinterpret_cast<const char*>(hashes_.data()), hashes_.size() * sizeof(std::uint64_t));
    for (const Row& row : rows_) append_sparse(out, std::span(row).first(tag_columns));
    return out;
}

TaggerModel TaggerModel::from_bytes(std::string_view bytes)
{
    TaggerModel model;
    const auto rows = take<std::uint32_t>(bytes);
    auto columns = take<std::uint32_t>(bytes);
    const bool sparse = (columns & sparse_rows) != 0;
    columns &= ~sparse_rows;
    // A tagger learnt before names of persons were a layer: it sees none.
    const bool without_persons = columns == tag_shapes.back().first_column;
    if (columns != tag_columns && !without_persons) throw std::runtime_error("a tagger has other roles than this program");
    model.step_ = take<float>(bytes);
    take(bytes, &model.steps_, without_persons ? sizeof model.steps_ - sizeof model.steps_.back() : sizeof model.steps_);
    model.chains_ = TagChains(model.steps_);
    need(bytes, rows * (sizeof(std::uint64_t) + (sparse ? mask_bytes(columns) : columns)));
    model.hashes_.resize(rows);
    model.rows_.resize(rows);
    if (rows > 0) take(bytes, model.hashes_.data(), rows * sizeof(std::uint64_t));
    for (Row& row : model.rows_) {
        if (sparse) take_sparse(bytes, std::span(row).first(columns));
        else take(bytes, row.data(), columns);
    }
    if (!bytes.empty()) throw std::runtime_error("a tagger has the wrong length");
    if (rows > 0) model.index();
    return model;
}

}  // namespace sitrep::understand
