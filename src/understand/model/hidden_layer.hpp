// What words have in common whatever they are asked about: a hidden layer between the features that all classes of a question share and the classes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "understand/model/features.hpp"

namespace sitrep::understand {

/// The score of a class is bias + out · tanh(s / sqrt(n)), with s the sum of the rows of the n features that are known (a bag of embeddings: Joulin et al. 2017,
/// with a hidden unit's bend). Rows are kept in steps of a 127th of their largest value.
class HiddenLayer {
public:
    using Scores = std::array<double, Features::names_max>;

    /// The layer as it is learnt: rows by feature, and what each class (by the name that offer_class gives it) makes of the bent sum.
    struct Weights {
        struct Class {
            float bias = 0;
            std::vector<float> out;  ///< of `width`
        };
        std::uint32_t width = 0;  ///< at most width_max
        std::unordered_map<std::uint64_t, std::vector<float>> rows;
        std::unordered_map<std::uint32_t, Class> classes;
    };
    static constexpr std::uint32_t width_max = 64;

    static HiddenLayer of(const Weights& weights);

    bool empty() const { return width_ == 0; }
    /// Features that have a row.
    std::size_t size() const { return scales_.size(); }
    /// Adds the score of each class under its name.
    void add_scores(std::span<const std::uint64_t> features, Scores& scores) const;
    /// Bytes as kept in a model file; none for an empty layer.
    std::string bytes() const;
    /// Throws std::runtime_error when the bytes are no such layer.
    static HiddenLayer from_bytes(std::string_view bytes);

private:
    static constexpr std::uint32_t no_row = 0xffffffff;
    struct Slot {
        std::uint32_t key = 0;  ///< upper half of the hash
        std::uint32_t row = no_row;
    };
    struct Class {
        std::uint32_t name = 0;
        float bias = 0;
        std::array<float, width_max> out{};
    };
    std::uint32_t row_of(std::uint64_t hash) const;
    void insert(std::uint32_t place, std::uint32_t key, std::uint32_t row);

    std::uint32_t width_ = 0;
    std::vector<Slot> slots_;  ///< open addressing, a power of two
    std::vector<float> scales_;  ///< of each row
    std::vector<std::int8_t> rows_;  ///< width_ values each
    std::vector<Class> classes_;
};

}  // namespace sitrep::understand
