// A sentence with all that Sitrep sees in it without having been taught its labels.
#pragma once

#include <string>
#include <vector>

#include "core/language.hpp"
#include "core/report.hpp"
#include "place/gazetteer.hpp"
#include "text/document.hpp"
#include "understand/assemble.hpp"
#include "understand/tagging/tags.hpp"

namespace sitrep::spans {

class KnownText {
public:
    KnownText(std::string text, Language language, const place::Gazetteer& gazetteer);
    KnownText(const KnownText&) = delete;
    KnownText& operator=(const KnownText&) = delete;

    const text::Document& document() const { return document_; }
    const understand::Words& words() const { return prepared_.words; }
    const understand::Context& context() const { return prepared_.context; }
    const understand::Cues& cues() const { return prepared_.cues; }
    /// What the shipped tagger looks at.
    const understand::TokenFeatures& features() const { return features_; }
    /// What the shipped tagger sees: for each token the roles that it plays, as bits, beginnings and insides alike.
    const std::vector<std::uint32_t>& roles() const { return roles_; }

private:
    Report report_;
    text::Document document_;
    std::vector<PlaceMention> places_;
    std::vector<DateMention> dates_;
    understand::Prepared prepared_;
    understand::TokenFeatures features_;
    std::vector<std::uint32_t> roles_;
};

}  // namespace sitrep::spans
