// Pairs that the corpus has too few of, made from its own.
#pragma once

#include "merging/fit_pairs.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace sitrep::train {

/// The same two accounts told in two languages, or by tables: what their words said is not there. Links between languages are too few in the corpus to learn that from.
std::optional<PairExample> without_words(const PairExample& example);

/// Every report beside itself, come out again a day and four weeks later.
std::vector<PairExample> repost_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity);

/// Every account with a day and a town beside one that says the same of another town, told in other words: attacks of one kind come on one day.
std::vector<PairExample> elsewhere_examples(const std::vector<KeyedReport>& reports, double weight, const merge::Model& with_rarity);

/// The same reports, of which every second that is published says no day any more: who reads worse than an annotator meets such.
std::vector<KeyedReport> without_days(const std::vector<KeyedReport>& reports);

/// How rare words are, and no weights.
std::unique_ptr<merge::Model> without_weights(const merge::Model& with_rarity);

}  // namespace sitrep::train
