#include "understand/model/choice.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <stdexcept>

#include "understand/model/stored.hpp"

namespace sitrep::understand {

namespace {

constexpr float steps_max = 32000;
constexpr std::size_t ahead = 16;  // features
constexpr float least = 0.004F;  // what no sum of a few dozen would notice

struct Header {
    std::uint32_t weights = 0;
    float step = 0;
};

// The place of a weight is where it stands: enough to find it again in a table of the same size. Files of before hold whole places; now each is told
// by how many free slots lie before it, in one byte, or in five where they are many.
constexpr std::uint32_t by_gaps = 1U << 31;
constexpr std::uint8_t wide_gap = 255;
constexpr std::size_t weight_bytes = sizeof(std::uint32_t) + sizeof(std::int16_t);  // key and steps

void append_gap(std::string& out, std::uint32_t gap)
{
    append(out, static_cast<std::uint8_t>(std::min<std::uint32_t>(gap, wide_gap)));
    if (gap >= wide_gap) append(out, gap);
}

std::uint32_t take_gap(std::string_view& bytes)
{
    const auto gap = take<std::uint8_t>(bytes);
    return gap == wide_gap ? take<std::uint32_t>(bytes) : gap;
}

}  // namespace

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

// The table is larger than the caches: what is looked at a dozen features later is asked for now.
double ChoiceModel::score_own(const Features& alternative) const
{
    if (slots_.empty()) return 0;
    const auto hashes = alternative.own();
    const std::size_t mask = slots_.size() - 1;
    double sum = 0;
    for (std::size_t i = 0; i < hashes.size() + ahead; ++i) {
        if (i < hashes.size()) __builtin_prefetch(&slots_[place_of(hashes[i]) & mask]);
        if (i >= ahead) sum += weight(hashes[i - ahead]);
    }
    return sum;
}

// All names of a feature lie in one stretch of the table: one walk finds their weights.
ChoiceModel::NameScores ChoiceModel::score_part(const Features& part) const
{
    NameScores scores{};
    hidden_.add_scores(part.own(), scores);
    if (slots_.empty()) return scores;
    std::array<std::int64_t, Features::names_max> sums{};
    const auto hashes = part.own();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < hashes.size() + ahead; ++i) {
        if (i < hashes.size()) __builtin_prefetch(&slots_[place_of(hashes[i]) & mask]);
        if (i < ahead) continue;
        const auto key = static_cast<std::uint32_t>(hashes[i - ahead] >> 32);
        for (std::size_t at = place_of(hashes[i - ahead]) & mask; slots_[at].key != 0; at = (at + 1) & mask)
            if (const std::uint32_t name = slots_[at].key ^ key; name < sums.size()) sums[name] += slots_[at].steps;
    }
    for (std::size_t name = 0; name < sums.size(); ++name) scores[name] += static_cast<double>(sums[name]) * step_;
    return scores;
}

double ChoiceModel::score(const Features& alternative) const
{
    double all = score_own(alternative);
    for (const auto& shared : alternative.shared()) all += score_part(*shared.part)[shared.prefix];
    return all;
}

void ChoiceModel::reserve(std::size_t weights)
{
    slots_.assign(std::bit_ceil(std::max<std::size_t>(weights * 5 / 3, 16)), Slot{});  // at most three fifths full: fuller ones are slower to search
}

void ChoiceModel::insert(std::uint32_t place, std::uint32_t key, std::int16_t steps)
{
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = place & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    size_ += slots_[at].key == 0;
    slots_[at] = {key, steps};
}

ChoiceModel ChoiceModel::of(const std::unordered_map<std::uint64_t, float>& weights)
{
    float largest = 0;
    for (const auto& [hash, weight] : weights) largest = std::max(largest, std::abs(weight));
    ChoiceModel model;
    if (largest == 0) return model;
    model.step_ = largest / steps_max;
    const auto is_kept = [&](float weight) { return std::abs(weight) > least; };
    model.reserve(static_cast<std::size_t>(std::ranges::count_if(weights, [&](const auto& each) { return is_kept(each.second); })));
    for (const auto& [hash, weight] : weights)
        if (is_kept(weight)) model.insert(place_of(hash), key_of(hash), static_cast<std::int16_t>(std::lround(weight / model.step_)));
    return model;
}

bool ChoiceModel::holds(std::uint64_t hash) const
{
    if (slots_.empty()) return false;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = place_of(hash) & mask;
    while (slots_[at].key != 0 && slots_[at].key != key_of(hash)) at = (at + 1) & mask;
    return slots_[at].key != 0;
}

void ChoiceModel::coarsen(float step)
{
    for (Slot& slot : slots_) slot.steps = static_cast<std::int16_t>(std::lround(static_cast<float>(slot.steps) * step_ / step));
    step_ = step;
}

ChoiceModel ChoiceModel::with(const std::unordered_map<std::uint64_t, float>& changes) const
{
    if (slots_.empty()) {
        ChoiceModel model = of(changes);
        model.hidden_ = hidden_;
        return model;
    }
    ChoiceModel model = *this;
    // In an order of their own, so that the same changes give the same table.
    std::vector<std::pair<std::uint64_t, float>> sorted(changes.begin(), changes.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::abs(a.second) != std::abs(b.second) ? std::abs(a.second) > std::abs(b.second) : a.first < b.first;
    });
    if (!sorted.empty() && std::abs(sorted.front().second) > model.step_ * steps_max) model.coarsen(std::abs(sorted.front().second) / steps_max);
    const std::size_t size_max = slots_.size() / 8 * 7;  // beyond it, a search for a weight that is not there takes long
    for (const auto& [hash, weight] : sorted) {
        if (!model.holds(hash) && (model.size_ >= size_max || std::abs(weight) <= least)) continue;
        model.insert(place_of(hash), key_of(hash), static_cast<std::int16_t>(std::lround(weight / model.step_)));
    }
    return model;
}

std::string ChoiceModel::bytes() const
{
    std::string out;
    append(out, Header{static_cast<std::uint32_t>(size_) | by_gaps, step_});
    append(out, static_cast<std::uint32_t>(slots_.size()));
    std::uint32_t gap = 0;
    for (const Slot& slot : slots_) {
        if (slot.key == 0) {
            ++gap;
            continue;
        }
        append_gap(out, gap);
        append(out, slot.key);
        append(out, slot.steps);
        gap = 0;
    }
    return out + hidden_.bytes();
}

ChoiceModel ChoiceModel::from_bytes(std::string_view bytes)
{
    ChoiceModel model;
    auto header = take<Header>(bytes);
    const auto slots = take<std::uint32_t>(bytes);
    const bool gaps = (header.weights & by_gaps) != 0;
    header.weights &= ~by_gaps;
    if (header.weights > 0) {
        need(bytes, header.weights * ((gaps ? sizeof(std::uint8_t) : sizeof(std::uint32_t)) + weight_bytes));
        if (!std::has_single_bit(slots) || slots <= header.weights || slots > header.weights * 64ULL + 64)
            throw std::runtime_error("a model file has a table of an impossible size");
        model.step_ = header.step;
        model.slots_.assign(slots, Slot{});
    }
    std::uint64_t next = 0;
    for (std::uint32_t i = 0; i < header.weights; ++i) {
        const std::uint64_t at = gaps ? next + take_gap(bytes) : take<std::uint32_t>(bytes);
        next = at + 1;
        const auto key = take<std::uint32_t>(bytes);
        const auto steps = take<std::int16_t>(bytes);
        if (at >= slots || key == 0) throw std::runtime_error("a model file holds a weight outside its table");
        model.slots_[at] = {key, steps};
        ++model.size_;
    }
    model.hidden_ = HiddenLayer::from_bytes(bytes);
    return model;
}

namespace {

// The scores of the parts that alternatives share, most of them asked for again by the next alternative.
class PartScores {
public:
    explicit PartScores(const ChoiceModel& model) : model_(model) {}

    double of(const Features::Shared& shared)
    {
        auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& each) { return each.part == shared.part; });
        if (known == known_.end()) known = known_.insert(known, {shared.part, model_.score_part(*shared.part)});
        return known->scores[shared.prefix];
    }

private:
    struct Known {
        const Features* part;
        ChoiceModel::NameScores scores;
    };
    const ChoiceModel& model_;
    std::vector<Known> known_;  // a handful
};

}  // namespace

std::vector<double> probabilities(const ChoiceModel& model, std::span<const Features> alternatives)
{
    std::vector<double> out;
    out.reserve(alternatives.size());
    PartScores parts(model);
    double best = 0;
    for (const auto& alternative : alternatives) {
        double score = model.score_own(alternative);
        for (const auto& shared : alternative.shared()) score += parts.of(shared);
        out.push_back(score);
        best = out.size() == 1 ? score : std::max(best, score);
    }
    double sum = 0;
    for (double& score : out) sum += score = std::exp(score - best);
    for (double& score : out) score /= sum;
    return out;
}

std::size_t index_from(std::span<const double> probabilities, double deny_above)
{
    const auto best = static_cast<std::size_t>(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
    if (best != denied || probabilities.size() < 2 || probabilities[best] > deny_above) return best;
    return static_cast<std::size_t>(std::max_element(probabilities.begin() + 1, probabilities.end()) - probabilities.begin());
}

Chosen choose(const ChoiceModel& model, std::span<const Features> alternatives)
{
    const auto all = probabilities(model, alternatives);
    const auto best = std::max_element(all.begin(), all.end());
    return {static_cast<std::size_t>(best - all.begin()), *best};
}

}  // namespace sitrep::understand
