// Fitting the tagger: averaged structured perceptron (Collins 2002), each layer its own chain.
#pragma once

#include <vector>

#include "text/document.hpp"
#include "understand/model/tagger.hpp"

namespace sitrep::train {

/// One document with the right path of each layer.
struct TaggedDocument {
    const text::Document* document = nullptr;
    understand::TokenFeatures features;
    std::array<std::vector<understand::TagState>, understand::tag_layers> paths;  ///< one state per token
    std::array<bool, understand::tag_layers> taught;                               ///< layers of which the right path is known
    bool exemplary = false;                                                         ///< see GoldReport::is_exemplary
};

struct TaggerFitting {
    int passes = 12;    ///< over the documents
    double kept = 0.7;  ///< share of the features that each step sees, others each time; 1: all
};

/// Exemplary reports have weights of their own beside those of all (Daumé 2007); both are added up in the tagger of such reports, which is the one that is shipped.
struct Taggers {
    understand::TaggerModel of_others, of_exemplary;
    const understand::TaggerModel& of(bool exemplary) const { return exemplary ? of_exemplary : of_others; }
};

Taggers fit_tagger(const std::vector<const TaggedDocument*>& documents, const TaggerFitting& fitting);

}  // namespace sitrep::train
