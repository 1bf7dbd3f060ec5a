// The tagger: paths that its rules of order allow, spans that lie in one sentence, and cues that stay in order when spans are added.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "understand/context.hpp"
#include "understand/tagging/tags.hpp"
#include "understand/told.hpp"

namespace sitrep::understand {

namespace {

using Choices = std::vector<std::uint8_t>;

std::string text_of(const Choices& choices)
{
    static const std::vector<std::string> pieces{
        "killed",   "two ",   "12 ",      "1,200 ", "soldiers", "gunmen ", "attack", "ISIS",  "said ",   "at least ", "wounded ", "the ",    "claimed responsibility ",
        " ",        "\n",     ". ",       ", ",     "; ",       "\"",      "(",      "-",     "*",       "#",         "٣٥ ",      "قتل ",    "جنديان ",
        "مسلحون ",  "داعش ",  "و",        "هجوم ",  "إصابات ",  "؛ ",      "، ",     "؟ ",    "ـ",       "\u064B",    "\u200B",   "\u200F",  "\u202E",
        "\u2066",   "😀",     "👨\u200D👩", "\uFEFF", "\u0301",   "漢字",    "é",      "twenty ", "three ", "hundred ",  "مئة ",     "ثلاثة ",  "dozens of ",
        "http://a.b ", "1/2/2024 ", "10:30 ", "U.S. ", "million "};
    std::string text;
    for (const auto choice : choices) text += pieces[choice % pieces.size()];
    return text;
}

// Sentences with cues of every kind and with places, so that cues point at each other.
std::string marked_report_of(const Choices& choices)
{
    static const std::vector<std::string> sentences{
        "Gunmen killed two soldiers in {place Ariha|settlement|Idlib|SY}. ",
        "ISIS claimed responsibility for the attack. ",
        "A car bomb wounded 12 people, a security source said. ",
        "{place Baghdad|governorate|Baghdad|IQ} with 20 and {place Kirkuk|governorate|Kirkuk|IQ} with 16 attacks are the first. ",
        "The monitor counted 60 attacks since the start of the year. ",
        "At least five civilians were abducted by militants near {place Saraqib|settlement|Idlib|SY}, police said. ",
        "Clashes between the army and rebels break out every night in {place Idlib|governorate|Idlib|SY}, residents say. ",
        "Three of the attackers were shot dead.\n",
    };
    std::string marked = "Report\n";
    for (const auto choice : choices) marked += sentences[choice % sentences.size()];
    return marked;
}

// Spans of the document's own sentences, in the order in which tag() gives them.
std::vector<TaggedSpan> spans_in(const text::Document& document, const std::vector<std::uint32_t>& numbers)
{
    std::vector<TaggedSpan> sure, doubtful;
    for (std::size_t i = 0; i + 2 < numbers.size() && !document.tokens().empty(); i += 3) {
        constexpr std::uint32_t tokens_max = 5;
        const auto first = static_cast<std::uint32_t>(numbers[i] % document.tokens().size());
        const auto end = document.sentences()[document.sentence_of(first)].last;
        TaggedSpan span{{first, std::min(end, first + 1 + numbers[i + 1] % tokens_max)}, static_cast<std::uint8_t>(numbers[i + 2] % tag_roles.size())};
        const bool may_doubt = span.role == tag_role("killed") || span.role == tag_role("injured");
        if (may_doubt && numbers[i + 1] % 2 == 0) span.doubt = static_cast<std::int8_t>(1 + numbers[i + 1] % 16);
        (span.doubt > 0 ? doubtful : sure).push_back(span);
    }
    const auto by_tokens = [](const TaggedSpan& a, const TaggedSpan& b) { return a.tokens != b.tokens ? a.tokens < b.tokens : a.role < b.role; };
    std::sort(sure.begin(), sure.end(), by_tokens);
    std::sort(doubtful.begin(), doubtful.end(), by_tokens);
    sure.insert(sure.end(), doubtful.begin(), doubtful.end());
    return sure;
}

template <class Cue>
bool in_order(const std::vector<Cue>& cues, const text::Document& document)
{
    const bool sorted = std::is_sorted(cues.begin(), cues.end(), [](const Cue& a, const Cue& b) { return a.tokens.first < b.tokens.first; });
    return sorted && std::all_of(cues.begin(), cues.end(), [&](const Cue& cue) {
        return !cue.tokens.empty() && cue.tokens.last <= document.tokens().size() && cue.sentence == document.sentence_of(cue.tokens.first);
    });
}

// The words that each cue of the front end points at, in the order of the text.
struct Pointed {
    std::vector<Tokens> at;
    void add(CueIndex index, const auto& cues)
    {
        if (index != none) at.push_back(index < cues.size() ? cues[index].tokens : Tokens{none, none});
    }
    friend bool operator==(const Pointed&, const Pointed&) = default;
};

Pointed pointed_at(const Cues& cues, const Context& context)
{
    Pointed pointed;
    for (const ActorCue& actor : cues.actors)
        if (!actor.added) pointed.add(actor.act, cues.acts);
    for (const ActCue& act : cues.acts) {
        if (act.added) continue;
        pointed.add(act.agent, cues.actors);
        pointed.add(act.patient, cues.actors);
    }
    for (const TollCue& toll : cues.tolls) {
        if (toll.added) continue;
        pointed.add(toll.act, cues.acts);
        pointed.add(toll.source, cues.sources);
    }
    for (const ClaimCue& claim : cues.claims)
        if (!claim.added) pointed.add(claim.actor, cues.actors);
    for (const TallyCue& tally : cues.tallies) {
        if (tally.added) continue;
        pointed.add(tally.claimant, cues.sources);
        pointed.add(tally.claimant_actor, cues.actors);
        pointed.add(tally.actor, cues.actors);
        if (tally.place) pointed.add(*tally.place, context.places);
        if (tally.date) pointed.add(*tally.date, context.dates);
    }
    for (const PatternCue& pattern : cues.patterns) {
        pointed.add(pattern.claimant, cues.sources);
        if (pattern.place) pointed.add(*pattern.place, context.places);
        if (pattern.date) pointed.add(*pattern.date, context.dates);
    }
    return pointed;
}

bool is_sound(const Cues& cues, const Context& context, const text::Document& document)
{
    return in_order(cues.acts, document) && in_order(cues.actors, document) && in_order(cues.tolls, document) && in_order(cues.doubtful_tolls, document) &&
           in_order(cues.sources, document) && in_order(cues.weapons, document) && in_order(cues.claims, document) && in_order(cues.persons, document) &&
           in_order(cues.tallies, document) && in_order(cues.patterns, document) && in_order(context.places, document) &&
           cues.places.size() == context.places.size() && context.in_place.size() == document.tokens().size();
}

}  // namespace

RC_GTEST_PROP(BestPath, NeverGoesOnWithARoleThatTheWordBeforeDoesNotHave, (const std::vector<std::int16_t>& numbers, std::int16_t seed))
{
    std::uint32_t state = static_cast<std::uint16_t>(seed);
    const auto next = [&] {
        state = state * 1664525 + 1013904223;
        return static_cast<float>(static_cast<std::int32_t>(state) >> 16) / 1000;
    };
    std::vector<TagScores> scores(numbers.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        for (float& score : scores[i]) score = next() + static_cast<float>(numbers[i]) / 1000;
    TagSteps steps{};
    for (auto& layer : steps)
        for (auto& from : layer)
            for (float& step : from) step = next();
    std::vector<TagState> path;
    for (std::size_t layer = 0; layer < tag_layers; ++layer) {
        best_path(scores, TagChains(steps), layer, path);

        RC_ASSERT(path.size() == scores.size());
        for (std::size_t i = 0; i < path.size(); ++i) {
            RC_ASSERT(path[i] < tag_shapes[layer].states);
            const bool inside = path[i] != 0 && path[i] % 2 == 0;
            RC_ASSERT(!inside || (i > 0 && (path[i - 1] == path[i] || path[i - 1] + 1 == path[i])));
        }
    }
}

TEST(BestPath, TakesTheWordsThatBelongTogetherAsOne)
{
    std::vector<TagScores> scores(4);  // outside, begins, goes on, outside
    scores[1][tag_shapes[0].first_column + 1] = 2;
    scores[2][tag_shapes[0].first_column + 2] = 2;
    std::vector<TagState> path;
    best_path(scores, TagChains({}), 0, path);

    EXPECT_EQ(path, (std::vector<TagState>{0, 1, 2, 0}));
    best_path({}, TagChains({}), 0, path);
    EXPECT_TRUE(path.empty());
}

RC_GTEST_PROP(Tags, LieInsideTheDocumentAndInsideOneSentence, (const Choices& choices, bool in_arabic))
{
    const Language language = in_arabic ? Language::arabic : Language::english;
    Report report;
    report.set_words("", text_of(choices));
    report.language = language;
    const auto document = text::Document::parse(report.document, report.text_begin, language);
    const std::vector<PlaceMention> no_places;
    const std::vector<DateMention> no_dates;
    const Prepared prepared = prepare(report, document, language, no_places, no_dates);
    const auto features = tag_features(document, prepared.context, prepared.cues, prepared.words);
    const Tagged tagged = tag(document, features, Models::shipped(language).tagger());

    RC_ASSERT(features.tokens() == document.tokens().size());
    RC_ASSERT(tagged.leans.size() == document.tokens().size());
    for (const TaggedSpan& span : tagged.spans) {
        RC_ASSERT(!span.tokens.empty() && span.tokens.last <= document.tokens().size());
        RC_ASSERT(span.role < tag_roles.size());
        RC_ASSERT(document.sentence_of(span.tokens.first) == document.sentence_of(span.tokens.last - 1));
    }
}

RC_GTEST_PROP(AddedSpans, KeepTheOrderThatTheFrontEndGaveItsCues, (const Choices& choices, bool in_arabic))
{
    const Language language = in_arabic ? Language::arabic : Language::english;
    Report report;
    report.set_words("", text_of(choices));
    report.language = language;
    const auto document = text::Document::parse(report.document, report.text_begin, language);
    const std::vector<PlaceMention> no_places;
    const std::vector<DateMention> no_dates;
    const Prepared alone = prepare(report, document, language, no_places, no_dates);
    const Prepared tagged = prepare_tagged(report, document, language, no_places, no_dates, Models::shipped(language).tagger());

    RC_ASSERT(!is_sound(alone.cues, alone.context, document) || is_sound(tagged.cues, tagged.context, document));
    RC_ASSERT(tagged.cues.actors.size() >= alone.cues.actors.size() && tagged.cues.tolls.size() >= alone.cues.tolls.size());
    RC_ASSERT(tagged.cues.places.size() == tagged.context.places.size());
}

TEST(AddedSpans, OfAClaimAreByWhoIsNamedBeforeIt)
{
    const Told report = told("Attack\nThe SDF was hit on Monday. Boko Haram takes pride in the raid on the army.", Language::english, "");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, Language::english);
    Prepared prepared = prepare(report.report, document, Language::english, report.places, report.dates);
    std::uint32_t takes = 0;
    while (document.tokens()[takes].normal != "takes") ++takes;
    add_tagged(document, prepared.words, {{{takes, takes + 2}, tag_role("claim"), 0}}, prepared.context, prepared.found, prepared.cues);

    ASSERT_EQ(prepared.cues.claims.size(), 1U);
    const ClaimCue& claim = prepared.cues.claims.front();
    ASSERT_NE(claim.actor, none);
    EXPECT_TRUE(claim.added);
    EXPECT_EQ(prepared.cues.actors[claim.actor].name, "Boko Haram");
}

// Tolls of an outcome after the tagger has seen a number word as one of that role.
std::vector<TollCue> tolls_with(std::string_view words, std::string_view number, std::string_view role, Outcome outcome)
{
    const Told report = told("Report\n" + std::string(words), Language::english, "");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, Language::english);
    Prepared prepared = prepare(report.report, document, Language::english, report.places, report.dates);
    std::uint32_t at = 0;
    while (document.tokens()[at].normal != number) ++at;
    add_tagged(document, prepared.words, {{{at, at + 1}, tag_role(role), 0}}, prepared.context, prepared.found, prepared.cues);
    std::vector<TollCue> tolls;
    for (const TollCue& toll : prepared.cues.tolls)
        if (toll.outcome == outcome) tolls.push_back(toll);
    return tolls;
}

TEST(AddedSpans, OfTheHurtAreNoOthers)
{
    EXPECT_TRUE(tolls_with("Raiders came, 14 worshippers taken.", "14", "injured", Outcome::injured).empty());
    EXPECT_TRUE(tolls_with("Later 25 people were led out of the hall.", "25", "injured", Outcome::injured).empty());
    EXPECT_TRUE(tolls_with("Police found 200 spent cartridges.", "200", "injured", Outcome::injured).empty());
    EXPECT_TRUE(tolls_with("The clinic received nine nurses from the capital.", "nine", "injured", Outcome::injured).empty());
    EXPECT_EQ(tolls_with("The blast left 14 worshippers shaken.", "14", "injured", Outcome::injured).size(), 1U);
    EXPECT_TRUE(tolls_with("Seven were driven to the town hospital.", "seven", "abducted", Outcome::abducted).empty());
    EXPECT_EQ(tolls_with("Seven were driven to the hills.", "seven", "abducted", Outcome::abducted).size(), 1U);
    EXPECT_EQ(tolls_with("Gunmen took seven to a clinic in the hills.", "seven", "abducted", Outcome::abducted).size(), 1U);
    EXPECT_TRUE(tolls_with("Six policemen of the \"Lion\" unit were wounded.", "six", "killed", Outcome::killed).empty());
}

TEST(Leans, SayHowFarEachRoleStandsAboveNone)
{
    TagScores scores{};
    const LayerShape& tolls = tag_shapes[static_cast<std::size_t>(TagLayer::toll)];
    const std::size_t killed = tolls.first_column + 1, injured = killed + 2;
    scores[killed + 1] = 35;     // its better state counts
    scores[injured] = scores[injured + 1] = -1000;
    const RoleLeans leans = leans_of(scores);

    EXPECT_EQ(leans[tag_role("killed")], 3);
    EXPECT_EQ(leans[tag_role("injured")], -leans_max);
    EXPECT_EQ(leans[tag_role("place")], 0);
}

TEST(Leans, ToTheDeadAreStrongestAtTheirNumber)
{
    const Told report = told("Attack\nGunmen killed seven villagers near the river on Monday.", Language::english, "2024-03-05");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, Language::english);
    const Prepared prepared = prepare_tagged(report.report, document, Language::english, report.places, report.dates, Models::shipped(Language::english).tagger());
    const auto lean = [&](std::size_t token) { return prepared.cues.leans[token][tag_role("killed")]; };

    std::size_t most = 0;
    for (std::size_t token = 0; token < document.tokens().size(); ++token)
        if (lean(token) > lean(most)) most = token;
    EXPECT_EQ(document.tokens()[most].normal, "seven");
}

TEST(Tags, OfATaggerThatKnowsNothingAreNone)
{
    const Told report = told("Attack\nGunmen killed two soldiers.", Language::english, "");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, Language::english);
    const Prepared prepared = prepare(report.report, document, Language::english, report.places, report.dates);

    EXPECT_TRUE(tag(document, tag_features(document, prepared.context, prepared.cues, prepared.words), TaggerModel()).spans.empty());
}

RC_GTEST_PROP(AddedSpans, KeepCuesInTheOrderOfTheTextAndPointingAtTheSameWords, (const Choices& choices, const std::vector<std::uint32_t>& numbers))
{
    const Told report = told(marked_report_of(choices), Language::english, "2024-03-05");
    const auto document = text::Document::parse(report.report.document, report.report.text_begin, Language::english);
    Prepared prepared = prepare(report.report, document, Language::english, report.places, report.dates);
    const Pointed before = pointed_at(prepared.cues, prepared.context);
    add_tagged(document, prepared.words, spans_in(document, numbers), prepared.context, prepared.found, prepared.cues);

    RC_ASSERT(is_sound(prepared.cues, prepared.context, document));
    RC_ASSERT(pointed_at(prepared.cues, prepared.context) == before);
    for (const ContextPlace& place : prepared.context.places) RC_ASSERT(place.mention != nullptr);
}

namespace {

// A tagger of one word's weights, and its file as it was written before rows were stored sparsely: whole rows of so many columns and layers.
TaggerModel of_one_word()
{
    std::vector<float> row(tag_columns);
    row[tag_shapes.front().first_column + 1] = 5;
    row.back() = 5;
    return TaggerModel::of({feature_hash("killed")}, row, TagSteps{});
}
std::string whole_rows(const TaggerModel& tagger, std::size_t columns, std::size_t layers)
{
    const std::string bytes = tagger.bytes();
    const std::size_t steps_begin = 2 * sizeof(std::uint32_t) + sizeof(float), steps_end = steps_begin + sizeof(TagSteps);
    const auto stored = static_cast<std::uint32_t>(columns);
    std::string row(columns, '\0');
    row[tag_shapes.front().first_column + 1] = 127;
    if (columns == tag_columns) row.back() = 127;
    return bytes.substr(0, sizeof(std::uint32_t)) + std::string(reinterpret_cast<const char*>(&stored), sizeof stored) + bytes.substr(2 * sizeof(std::uint32_t), sizeof(float)) +
           bytes.substr(steps_begin, sizeof(TagSteps) / tag_layers * layers) + bytes.substr(steps_end, sizeof(std::uint64_t)) + row;
}

}  // namespace

TEST(Tagger, StoredInWholeRowsIsReadAsTheSame)
{
    const auto tagger = of_one_word();

    EXPECT_EQ(TaggerModel::from_bytes(whole_rows(tagger, tag_columns, tag_layers)).bytes(), tagger.bytes());
    EXPECT_EQ(TaggerModel::from_bytes(tagger.bytes()).bytes(), tagger.bytes());
}

TEST(Tagger, LearntWithoutNamesOfPersonsIsReadAndSeesNone)
{
    const auto tagger = of_one_word();
    const auto old = TaggerModel::from_bytes(whole_rows(tagger, tag_shapes.back().first_column, tag_layers - 1));

    EXPECT_TRUE(tagger.sees_persons());
    EXPECT_FALSE(old.empty());
    EXPECT_FALSE(old.sees_persons());
}

}  // namespace sitrep::understand
