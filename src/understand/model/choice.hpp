// One trained decision: which of several alternatives holds.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "understand/model/features.hpp"
#include "understand/model/hidden_layer.hpp"

namespace sitrep::understand {

/// A conditional logit (McFadden 1974): the probability of an alternative is the softmax of the summed weights of its features.
/// The same model serves a fixed set of classes and a choice among mentions; of classes a hidden layer may score the features that they share, beside the
/// weights. Weights are stored as 16-bit steps of `step`.
class ChoiceModel {
public:
    ChoiceModel() = default;

    double score(const Features& alternative) const;
    /// Without the parts that it shares with others.
    double score_own(const Features& alternative) const;
    /// Of a part that alternatives have in common, under each name that they may give it.
    using NameScores = HiddenLayer::Scores;
    NameScores score_part(const Features& part) const;
    float weight(std::uint64_t hash) const
    {
        if (slots_.empty()) return 0;
        const std::size_t mask = slots_.size() - 1;
        const std::uint32_t key = key_of(hash);
        for (std::size_t at = place_of(hash) & mask; slots_[at].key != 0; at = (at + 1) & mask)
            if (slots_[at].key == key) return static_cast<float>(slots_[at].steps) * step_;
        return 0;
    }
    bool empty() const { return slots_.empty() && hidden_.empty(); }
    std::size_t size() const { return size_; }
    const HiddenLayer& hidden() const { return hidden_; }
    void set_hidden(HiddenLayer hidden) { hidden_ = std::move(hidden); }

    /// A model of these weights; those that would be stored as nothing are left out.
    static ChoiceModel of(const std::unordered_map<std::uint64_t, float>& weights);
    /// A copy with some weights changed or added. All others stay, to within half a step where a larger weight makes the steps coarser.
    /// The table never grows (a stored weight does not know its whole hash), so of too many new ones the largest are added.
    ChoiceModel with(const std::unordered_map<std::uint64_t, float>& changes) const;
    /// Bytes as kept in a model file.
    std::string bytes() const;
    /// Throws std::runtime_error when the bytes are no such model.
    static ChoiceModel from_bytes(std::string_view bytes);

private:
    struct Slot {
        std::uint32_t key = 0;  ///< upper half of the hash, 0 for a free slot
        std::int16_t steps = 0;
    };
    // A hash in two parts: the lower one says where to look, the upper one whether it is the same feature.
    static std::uint32_t place_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }
    static std::uint32_t key_of(std::uint64_t hash) { return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(hash >> 32)); }
    void insert(std::uint32_t slot_hash, std::uint32_t key, std::int16_t steps);
    void reserve(std::size_t weights);
    bool holds(std::uint64_t hash) const;
    void coarsen(float step);

    std::vector<Slot> slots_;  ///< open addressing, a power of two
    std::size_t size_ = 0;
    float step_ = 0;
    HiddenLayer hidden_;
};

/// Probabilities of the alternatives, in their order; empty for none.
std::vector<double> probabilities(const ChoiceModel& model, std::span<const Features> alternatives);

/// The best alternative of those whose first one denies: that one only where it is likelier than `deny_above`. `probabilities` may not be empty.
constexpr std::size_t denied = 0;
std::size_t index_from(std::span<const double> probabilities, double deny_above);

/// The best alternative and its probability.
struct Chosen {
    std::size_t index = 0;
    double probability = 0;
};
/// `alternatives` may not be empty.
Chosen choose(const ChoiceModel& model, std::span<const Features> alternatives);

}  // namespace sitrep::understand
