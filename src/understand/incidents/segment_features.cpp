#include "understand/incidents/segment_features.hpp"

#include <algorithm>

#include "understand/names/register.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t words_max = 40;

std::int64_t bits(std::initializer_list<bool> flags)
{
    std::int64_t out = 0;
    for (const bool flag : flags) out = out * 2 + flag;
    return out;
}

void add_flags(const SentenceFlags& flags, Features& features)
{
    features.add_if(flags.background, "flag background");
    features.add_if(flags.hypothetical, "flag hypothetical");
    features.add_if(flags.statement, "flag statement");
    features.add_if(flags.accident, "flag accident");
    features.add_if(flags.other_field, "flag other field");
    features.add_if(flags.tally, "flag tally");
    features.add_if(flags.pattern, "flag pattern");
    features.add_if(flags.refers_back, "flag refers back");
    features.add_if(flags.new_incident, "flag new incident");
    features.add_if(flags.same_day, "flag same day");
}

void add_acts(const Material& material, const Segment& segment, Features& features)
{
    int strongest = -1;
    for (const auto& act : cues_in(material.cues.acts, segment.tokens)) {
        features.add("reality", static_cast<std::int64_t>(act.reality));
        if (act.reality != Reality::happened) continue;
        features.add("tagged act", act.tagged * 2 + act.added);
        strongest = std::max(strongest, static_cast<int>(act.strength));
        features.add("act form", bits({act.nominal, act.definite, act.generic_kind, act.by_victims}));
        features.add("act kind", act.generic_kind ? -1 : static_cast<std::int64_t>(act.kind));
        features.add_if(act.told_as_attack, "told as attack");
        features.add_if(act.another, "another");
        features.add_if(act.several, "several");
        features.add_if(act.answers, "answers");
        features.add_if(act.past_context, "past context");
        features.add_if(act.agent != none, "has agent");
        features.add_if(act.patient != none, "has patient");
    }
    features.add("strongest act", strongest);
    features.add("acts", size_class(std::ssize(segment.acts)));
}

void add_tolls(const Material& material, const Segment& segment, Features& features)
{
    std::int64_t used = 0;
    for (const auto& toll : cues_in(material.cues.tolls, segment.tokens)) {
        features.add("toll", static_cast<std::int64_t>(toll.outcome) * 64 +
                                 bits({toll.vague, toll.cumulative, toll.part, toll.of_attackers, toll.several_events, toll.replaced}));
        features.add("tagged toll", toll.tagged * 2 + toll.added);
        ++used;
    }
    features.add("tolls", size_class(used));
}

// Words that only violence is told in: an attack, an exact method, a weapon, gunmen. "Killed" and "exploded" alone are told of a crash or a gas bottle too.
bool tells_violence(const Material& material, Tokens tokens)
{
    constexpr std::size_t cues_max = 48;  // looked at: bounds the work on hostile text
    const auto first_few = [=](auto cues) { return cues.first(std::min(cues.size(), cues_max)); };
    const auto is_violent = [](const ActCue& act) {
        return act.reality == Reality::happened &&
               (act.told_as_attack || (act.strength == Strength::certain && !act.generic_kind && act.kind != IncidentKind::ied_or_mine));
    };
    const auto is_armed = [](const ActorCue& actor) { return is_insurgent(actor.side) || actor.side == Side::unnamed_gunmen; };
    return !cues_in(material.cues.weapons, tokens).empty() || std::ranges::any_of(first_few(cues_in(material.cues.acts, tokens)), is_violent) ||
           std::ranges::any_of(first_few(cues_in(material.cues.actors, tokens)), is_armed);
}

// What harms without anybody's doing: told here or in the sentences beside, with or without words of violence.
void add_harm(const Material& material, const Segment& segment, Features& features)
{
    const auto& sentences = material.document.sentences();
    const auto& flags = material.cues.sentences;
    const std::uint32_t before = segment.sentence - std::min(segment.sentence, 1U);
    const auto behind = std::min<std::uint32_t>(segment.sentence + 1, static_cast<std::uint32_t>(sentences.size()) - 1);
    bool accident = false, field = false;
    for (std::uint32_t at = before; at <= behind; ++at) {
        accident = accident || flags[at].accident;
        field = field || flags[at].other_field;
    }
    const std::int64_t here = bits({tells_violence(material, segment.tokens), flags[segment.sentence].accident});
    const std::int64_t around = bits({tells_violence(material, {sentences[before].first, sentences[behind].last}), accident, field});
    features.add("violence, accident", here * 2 + !segment.tolls.empty());
    features.add("violence around, accident, field", around);
    features.add("violence, around", here * 8 + around);
}

}  // namespace

bool tells_violence_plainly(const Material& material, const Segment& segment)
{
    const SentenceFlags& flags = material.cues.sentences[segment.sentence];
    if (flags.accident || flags.other_field || flags.hypothetical || flags.statement || flags.tally || flags.pattern) return false;
    const auto explodes = [](const ActCue& act) { return act.reality == Reality::happened && act.strength != Strength::weak && act.kind == IncidentKind::ied_or_mine; };
    const bool blast = !segment.tolls.empty() && std::ranges::any_of(cues_in(material.cues.acts, segment.tokens), explodes);
    const auto kills = [&](CueIndex number) {
        const TollCue& toll = material.cues.tolls[number];
        if (toll.outcome != Outcome::killed || toll.act == none || !material.cues.acts[toll.act].kills) return false;
        if (!toll.vague) return toll.low > 0;
        // "Dozens were killed", "villagers were killed"; not "after the killing of tourists", nor "killed hundreds of rats".
        const bool of_others = !toll.victims && toll.tokens.last < material.document.tokens().size() && material.document.tokens()[toll.tokens.last].normal == "of";
        return !material.cues.acts[toll.act].nominal && !of_others;
    };
    return blast || tells_violence(material, segment.tokens) || std::ranges::any_of(segment.tolls, kills);
}

void add_words(const Material& material, Tokens tokens, std::string_view name, std::size_t most, Features& features)
{
    const std::uint64_t word = feature_hash(name), pair = feature_hash(" pair", word);
    std::size_t taken = 0;
    std::uint64_t before = 0;
    for (std::uint32_t at = tokens.first; at < tokens.last && taken < most; ++at) {
        if (material.document.tokens()[at].kind == text::TokenKind::punctuation) continue;
        const std::uint64_t bare = material.words.bare[at];
        features.add_hash(feature_join(word, bare));
        if (before != 0) features.add_hash(feature_join(feature_join(pair, before), bare));
        before = bare;
        ++taken;
    }
}

void add_neighbours(const Material& material, Tokens tokens, Features& features)
{
    constexpr std::uint32_t reach = 3;
    const auto& sentence = material.document.sentences()[material.document.sentence_of(tokens.first)];
    constexpr std::uint64_t before_at = feature_hash("before at"), before = feature_hash("before"), after_at = feature_hash("after at"),
                            after = feature_hash("after");
    for (std::uint32_t back = 1; back <= reach && tokens.first >= sentence.first + back; ++back) {
        const std::uint64_t word = material.words.bare[tokens.first - back];
        features.add_hash(feature_join(feature_join(before_at, back), word));
        features.add_hash(feature_join(before, word));
    }
    for (std::uint32_t ahead = 0; ahead < reach && tokens.last + ahead < sentence.last; ++ahead) {
        const std::uint64_t word = material.words.bare[tokens.last + ahead];
        features.add_hash(feature_join(feature_join(after_at, ahead), word));
        features.add_hash(feature_join(after, word));
    }
}

std::int64_t lean_to(const Material& material, Tokens tokens, std::uint8_t role)
{
    std::int64_t most = -leans_max - 1;
    for (std::uint32_t at = tokens.first; at < tokens.last && at < material.cues.leans.size(); ++at) most = std::max<std::int64_t>(most, material.cues.leans[at][role]);
    return most;
}

void add_words_around(const Material& material, Tokens tokens, std::uint64_t under, Features& features)
{
    constexpr std::uint32_t before_max = 12, after_max = 4;
    const auto& sentence = material.document.sentences()[material.document.sentence_of(tokens.first)];
    const std::uint32_t from = std::max(sentence.first, tokens.first > before_max ? tokens.first - before_max : 0);
    for (std::uint32_t at = from; at < std::min(sentence.last, tokens.last + after_max); ++at)
        if (at < tokens.first || at >= tokens.last) features.add_hash(feature_join(under, material.words.bare[at]));
}

void add_segment_features(const Material& material, const Segment& segment, Features& features)
{
    add_flags(material.cues.sentences[segment.sentence], features);
    features.add("eventful, title", bits({segment.eventful, segment.in_title}));
    add_acts(material, segment, features);
    add_tolls(material, segment, features);
    add_harm(material, segment, features);
    features.add("places", size_class(std::ssize(segment.places)));
    features.add("dates", size_class(std::ssize(segment.dates)));
    for (const auto& claim : cues_in(material.cues.claims, segment.tokens)) features.add("claim", static_cast<std::int64_t>(claim.claiming));
    if (!segment.tokens.empty()) features.add_hash(feature_join(feature_hash("opens with"), material.words.bare[segment.tokens.first]));
    add_words(material, segment.tokens, "word", words_max, features);
}

}  // namespace sitrep::understand
