#include "understand/understand.hpp"

#include <algorithm>
#include <iterator>

#include "understand/assemble.hpp"
#include "understand/context.hpp"
#include "understand/front_ends.hpp"
#include "understand/tagging/tags.hpp"

namespace sitrep::understand {

namespace {

std::vector<Mention> mentions_of(const text::Document& document, const Cues& cues)
{
    std::vector<Mention> mentions;
    const auto add = [&](MentionLayer layer, Tokens tokens, std::string name) {
        mentions.push_back({.layer = layer, .span = span_of(document, cues, tokens), .name = std::move(name)});
    };
    for (const ActorCue& actor : cues.actors)
        if (actor.side != Side::civilians && actor.side != Side::thing && actor.side != Side::official && actor.side != Side::other)
            add(MentionLayer::actor, actor.tokens, actor.name);
    for (const WeaponCue& weapon : cues.weapons) add(MentionLayer::weapon, weapon.tokens, {});
    for (const PersonCue& person : cues.persons) add(MentionLayer::person, person.tokens, {});
    for (const SourceCue& source : cues.sources) add(MentionLayer::source, source.tokens, source.name);
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
    return mentions;
}

// A name in Latin letters has a capital: "the area" tells an account where, but is no mention of a place.
bool is_name(const text::Document& document, const PlaceMention& mention)
{
    for (auto i = document.token_at(mention.name_span.start); i < document.tokens().size() && document.tokens()[i].begin < mention.name_span.end; ++i)
        if (document.tokens()[i].arabic || document.tokens()[i].capital) return true;
    return false;
}

void add_found_places(const text::Document& document, const std::deque<PlaceMention>& found, std::vector<PlaceMention>& places)
{
    if (found.empty()) return;
    std::copy_if(found.begin(), found.end(), std::back_inserter(places), [&](const PlaceMention& mention) { return is_name(document, mention); });
    std::sort(places.begin(), places.end(), [](const PlaceMention& a, const PlaceMention& b) { return a.span < b.span; });
}

// The document was parsed for a language; a report's own word counts less, and its letters decide when neither is known.
Language language_of(const Report& report, const text::Document& document)
{
    if (document.language() != Language::unknown) return document.language();
    return report.language == Language::unknown ? detect_language(report.document) : report.language;
}

}  // namespace

Prepared prepare(const Report& report, const text::Document& document, Language language, const std::vector<PlaceMention>& places,
                 const std::vector<DateMention>& dates)
{
    Prepared prepared;
    prepared.context = context_of(report, document, places, dates);
    prepared.cues = language == Language::arabic ? arabic_cues(document, prepared.context) : english_cues(document, prepared.context);
    prepared.words = words_of(document);
    return prepared;
}

Prepared prepare_tagged(const Report& report, const text::Document& document, Language language, const std::vector<PlaceMention>& places,
                        const std::vector<DateMention>& dates, const TaggerModel& tagger)
{
    Prepared prepared = prepare(report, document, language, places, dates);
    Tagged tagged = tag(document, prepared.context, prepared.cues, prepared.words, tagger);
    prepared.cues.leans = std::move(tagged.leans);
    add_tagged(document, prepared.words, tagged.spans, prepared.context, prepared.found, prepared.cues);
    return prepared;
}

Understanding understand(const Report& report, const text::Document& document, PlacesFound places, std::vector<DateMention> dates,
                         const ModelSet& models)
{
    Understanding result;
    result.language = language_of(report, document);
    result.places = std::move(places.mentions);
    result.dates = std::move(dates);
    if (!is_read(result.language)) return result;
    const Prepared prepared = prepare_tagged(report, document, result.language, result.places, result.dates, models.of(result.language).tagger());
    const Cues& cues = prepared.cues;
    Material material{.report = report,
                      .document = document,
                      .context = prepared.context,
                      .cues = cues,
                      .words = prepared.words,
                      .models = models.of(result.language),
                      .country = places.country};
    const auto tally_chances = weigh_tallies(material);
    material.tally_chances = tally_chances;
    result.accounts = accounts_of(material);
    result.tallies = tallies_of(material, result.accounts);
    result.patterns = patterns_of(material);
    result.mentions = mentions_of(document, cues);
    add_found_places(document, prepared.found, result.places);
    return result;
}

}  // namespace sitrep::understand
