// A tagger of typed spans that is taught by marked sentences and by all that is known of them otherwise.
#pragma once

#include <string>
#include <vector>

#include "auxiliary.hpp"
#include "core/language.hpp"
#include "features.hpp"
#include "place/gazetteer.hpp"
#include "texts.hpp"
#include "word_classes.hpp"

namespace sitrep::spans {

/// What is known before the first marked sentence is seen.
struct Knowledge {
    /// Throws std::runtime_error when the gazetteer cannot be read.
    Knowledge(const std::string& gazetteer_path, Language language);
    Language language;
    place::Gazetteer gazetteer;
    WordClasses classes;
    std::vector<Auxiliary> auxiliaries;
    Without without;
};

/// A sentence as the tagger looks at it.
struct Studied {
    LabelledText text;
    std::shared_ptr<const KnownText> known;
    std::shared_ptr<const HashedWords> features;
};
std::vector<Studied> study(std::vector<LabelledText> texts, const Knowledge& knowledge);

/// As cross-validation on re3d's train part chose it.
struct SpanFitting {
    ChainFitting chain{.decay = 0.01F, .dropout = 0.5F};
    std::uint32_t seeds = 6;
    float outside = 0;  ///< see Chain::best_path
};

class SpanTagger {
public:
    static SpanTagger learn(const std::vector<Studied>& sentences, const SpanFitting& fitting);
    std::vector<TypedSpan> spans_of(const Studied& sentence) const;

private:
    SpanTagger(Labels labels, Chain chain, float outside) : labels_(std::move(labels)), chain_(std::move(chain)), outside_(outside) {}
    Labels labels_;
    Chain chain_;
    float outside_;
};

Auxiliary learn_auxiliary_from(const std::vector<LabelledText>& texts, const std::string& name, bool single, const Knowledge& knowledge, const ChainFitting& fitting);

/// The sentences of a text as word classes are learnt from them.
std::vector<std::vector<std::string>> class_words(const std::string& text, Language language);

/// Spans that are right in start, end and type.
struct SpanScore {
    std::size_t right = 0, said = 0, wanted = 0;
    void add(const std::vector<TypedSpan>& gold, const std::vector<TypedSpan>& found);
    double precision() const { return said ? static_cast<double>(right) / static_cast<double>(said) : 0; }
    double recall() const { return wanted ? static_cast<double>(right) / static_cast<double>(wanted) : 0; }
    double f1() const { return said + wanted ? 2 * static_cast<double>(right) / static_cast<double>(said + wanted) : 0; }
};

}  // namespace sitrep::spans
