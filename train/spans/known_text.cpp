#include "known_text.hpp"

#include "place/mentions.hpp"
#include "understand/where/homelands.hpp"
#include "when/dates.hpp"

namespace sitrep::spans {

namespace {

Report report_of(std::string text, Language language)
{
    Report report;
    report.language = language;
    report.document = std::move(text);
    return report;
}

}  // namespace

KnownText::KnownText(std::string text, Language language, const place::Gazetteer& gazetteer)
    : report_(report_of(std::move(text), language)), document_(text::Document::parse(report_.document, 0, language)), places_(place::find_places(document_, gazetteer, understand::homelands_of(document_)).mentions),
      dates_(when::find_dates(document_, std::nullopt)), prepared_(understand::prepare(report_, document_, language, places_, dates_)),
      features_(understand::tag_features(document_, prepared_.context, prepared_.cues, prepared_.words)), roles_(document_.tokens().size())
{
    const auto& tagger = understand::Models::shipped(language).tagger();
    for (const auto& span : understand::tag(document_, features_, tagger).spans)
        if (span.doubt == 0)
            for (auto at = span.tokens.first; at < span.tokens.last; ++at) roles_[at] |= 1U << span.role;
}

}  // namespace sitrep::spans
