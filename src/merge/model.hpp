// The learnt weights of the same-event score and how rare a word is: data/models/merging.model, built into the program.
#pragma once

#include "core/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep::merge {

enum class Feature : std::uint8_t {
#define SITREP_FEATURE(name, heading) name,
#include "merge/features.def"
#undef SITREP_FEATURE
};
inline constexpr std::size_t features = 0
#define SITREP_FEATURE(name, heading) +1
#include "merge/features.def"
#undef SITREP_FEATURE
    ;
std::string_view to_string(Feature feature);
std::string_view heading_of(Feature feature);  ///< "place", "toll": what a person reads before the reason

/// The chance of a score (natural log-odds): 0..1.
double chance_of(double score);
/// The score of a chance in (0, 1).
double score_of_chance(double chance);

/// Chances of two accounts telling one event from which the program acts: at `merge_from` it merges, from `propose_from` on it proposes.
/// floor <= propose_from <= merge_from < 1.
struct Thresholds {
    /// Pairs below are not even kept: no desk can propose from further down.
    static constexpr double floor = 0.05;
    double merge_from = 0.5;
    double propose_from = 0.15;
    // What the accounts of two groups must give each other before the groups become one: natural log-odds. The mean is that of few pairs; of many it nears what is asked of a tie,
    // since many that say little speak against one event. Learnt, not the desk's.
    double mean_at_least = -1;
    double worst_at_least = -6;
    friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

/// A logistic regression over features.def. Immutable once read; safe to share between threads.
class Model {
public:
    /// Text: a first line "sitrep merging model 1", then "weight NAME VALUE", "threshold merge_from|propose_from|mean_at_least|worst_at_least VALUE" and "rarity" with
    /// lines of hexadecimal digits, one for each of 65,536 hashes of a word: twice the natural logarithm of how many documents hold it once.
    static Result<Model> parse(std::string_view text);
    std::string to_text() const;

    double weight(Feature feature) const { return weights_[static_cast<std::size_t>(feature)]; }
    void set_weight(Feature feature, double weight) { weights_[static_cast<std::size_t>(feature)] = weight; }
    const Thresholds& thresholds() const { return thresholds_; }
    void set_thresholds(const Thresholds& thresholds) { thresholds_ = thresholds; }
    /// 0 (in nearly every document) to 15 (in none of those learnt from).
    int rarity(std::uint16_t word) const { return rarity_[word]; }
    void set_rarity(std::uint16_t word, int rarity) { rarity_[word] = static_cast<std::uint8_t>(rarity); }

private:
    std::array<double, features> weights_{};
    Thresholds thresholds_;
    std::array<std::uint8_t, 65536> rarity_{};
};

/// The shipped one. Parsed at first use.
const Model& shipped_model();

}  // namespace sitrep::merge
