// Tallies and patterns as the record keeps them.
#include <algorithm>
#include <limits>
#include <span>
#include <unordered_map>

#include "understand/incidents/segment_features.hpp"
#include "understand/questions.hpp"
#include "understand/tallies/tally_scope.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t counts_several = 1;  // the answer of ask_tally

std::string words_of_place(const Material& material, std::optional<std::uint32_t> place)
{
    if (!place) return {};
    const Tokens tokens = material.context.places[*place].tokens;
    return std::string(material.document.words(tokens.first, tokens.last));
}

std::string words_of_date(const Material& material, std::optional<std::uint32_t> date)
{
    if (!date) return {};
    const Tokens tokens = material.context.dates[*date].tokens;
    return std::string(material.document.words(tokens.first, tokens.last));
}

// A tally that the tagger alone saw: its claimant is the one of its sentence.
TallyCue completed(const Material& material, TallyCue cue)
{
    const text::Sentence& sentence = material.document.sentences()[cue.sentence];
    const Tokens whole{sentence.first, sentence.last};
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const SourceCue& source : cues_in(material.cues.sources, whole)) {
        const auto gap = gap_between(source.tokens, cue.tokens);
        if (gap >= least) continue;
        least = gap;
        cue.claimant = static_cast<CueIndex>(&source - material.cues.sources.data());
    }
    // "The group claimed 320 attacks": who claims says so.
    for (const ClaimCue& claim : cues_in(material.cues.claims, whole))
        if (cue.claimant == none && cue.claimant_actor == none && claim.claiming == Claiming::claims) cue.claimant_actor = claim.actor;
    return cue;
}

// How the number of a tally stands to the tolls told around it: they add up to it, or it is told of one of them too.
void add_sums(const Material& material, const TallyCue& cue, std::optional<Outcome> outcome, Features& features)
{
    constexpr std::ptrdiff_t reach = 16;  // cues before and behind
    const auto& tolls = material.cues.tolls;
    const auto here = std::lower_bound(tolls.begin(), tolls.end(), cue.tokens.first, [](const TollCue& toll, std::uint32_t token) { return toll.tokens.first < token; });
    const auto first = here - std::min(reach, here - tolls.begin()), last = here + std::min(reach, tolls.end() - here);
    std::int64_t smaller = 0, parts = 0, again = 0, larger = 0;
    for (auto toll = first; toll != last; ++toll) {
        if (toll->vague || toll->tokens.overlaps(cue.tokens) || (outcome && toll->outcome != *outcome)) continue;
        again += toll->low == cue.quantity;
        larger += toll->low > cue.quantity;
        if (toll->low >= cue.quantity || toll->low == 0) continue;
        smaller += toll->low;
        ++parts;
    }
    features.add("smaller add up", (smaller == cue.quantity && parts > 1) * 4 + (smaller > cue.quantity) * 2 + (parts > 0));
    features.add("told again, larger", size_class(again) * 16 + size_class(larger));
}

// What the report is like and what it counts beside this number: a digest counts on, sentence by sentence ("Twelve people died.").
void add_company(const Material& material, const TallyCue& cue, Features& features)
{
    constexpr std::size_t counted_max = 64, words_before_max = 20;
    const auto& tallies = material.cues.tallies;
    const auto& sentences = material.document.sentences();
    std::int64_t sure = 0, here = 0, before = 0, same = 0;
    for (std::size_t i = 0; i < tallies.size() && i < counted_max; ++i) {
        const TallyCue& other = tallies[i];
        if (other.tokens == cue.tokens || other.doubt > 0) continue;
        ++sure;
        here += other.sentence == cue.sentence;
        before += other.sentence + 1 == cue.sentence;
        same += other.quantity == cue.quantity;
    }
    features.add("counts of the report", size_class(sure));
    features.add("counts here, before", size_class(here) * 4 + std::min<std::int64_t>(before, 3));
    features.add("counted again", size_class(same));
    const auto several_in = [&](Tokens tokens) {
        const auto acts = cues_in(material.cues.acts, tokens);
        return std::any_of(acts.begin(), acts.end(), [](const ActCue& act) { return act.several; });
    };
    const text::Sentence& own = sentences[cue.sentence];
    features.add("several, opening", several_in({own.first, own.last}) * 2 + (!sentences.empty() && several_in({sentences.front().first, sentences.front().last})));
    const auto behind = cues_in(material.cues.acts, {cue.tokens.last, own.last});
    features.add("plural act behind", std::ranges::any_of(behind, [](const ActCue& act) { return act.plural; }) * 2 + own.in_title);
    features.add("sentence", size_class(cue.sentence) * 16 + size_class(std::ssize(sentences)));
    std::int64_t days = 0;
    for (std::size_t i = 0; i < material.context.dates.size() && i < counted_max; ++i) days += material.context.dates[i].mention->range.precision == DatePrecision::day;
    features.add("days, places", size_class(days) * 16 + size_class(std::ssize(material.context.places)));
    if (cue.sentence == 0) return;
    const text::Sentence& last = sentences[cue.sentence - 1];
    const SentenceFlags& flags = material.cues.sentences[cue.sentence - 1];
    features.add("flags before", flags.tally * 8 + flags.pattern * 4 + flags.background * 2 + (last.paragraph == own.paragraph));
    features.add("period before", std::ranges::any_of(cues_in(material.context.dates, {last.first, last.last}), [](const ContextDate& date) { return date.mention->is_period; }));
    add_words(material, {last.first, last.last}, "word before", words_before_max, features);
}

// What the people of a unit suffered, by its last word of it; nobody where it names none.
std::optional<Outcome> outcome_of_unit(std::string_view unit)
{
    constexpr std::array<std::pair<std::string_view, Outcome>, 16> words{{{"killed", Outcome::killed},       {"dead", Outcome::killed},        {"deaths", Outcome::killed},
                                                                          {"injured", Outcome::injured},     {"wounded", Outcome::injured},    {"hurt", Outcome::injured},
                                                                          {"abducted", Outcome::abducted},   {"kidnapped", Outcome::abducted}, {"arrested", Outcome::arrested},
                                                                          {"detained", Outcome::arrested},   {"قتلى", Outcome::killed},        {"قتيل", Outcome::killed},
                                                                          {"جرحى", Outcome::injured},        {"جريح", Outcome::injured},       {"مختطف", Outcome::abducted},
                                                                          {"معتقل", Outcome::arrested}}};
    std::optional<Outcome> told;
    std::size_t last = 0;
    for (const auto& [word, outcome] : words) {
        const std::size_t at = unit.rfind(word);
        if (at == std::string_view::npos || (told && at < last)) continue;
        told = outcome;
        last = at;
    }
    return told;
}

// Neither lies in the other: a headline may name the country of what the text counts in a province.
bool other_place(const Tally& first, const Tally& again)
{
    if (!first.scope || !again.scope) return false;
    const Place &one = *first.scope, &other = *again.scope;
    if (one.gazetteer_id == other.gazetteer_id) return false;
    if (one.country != other.country) return !one.country.empty() && !other.country.empty();
    if (!one.admin1_code.empty() && !other.admin1_code.empty() && one.admin1_code != other.admin1_code) return true;
    return one.kind == other.kind && one.kind != PlaceKind::unknown;
}

// "In May", "last month" and "since the start of the year" may be told of one count; stretches that share no day are not.
bool other_period(const Tally& first, const Tally& again)
{
    const auto from = first.period.first_day(), until = first.period.last_day(), begin = again.period.first_day(), end = again.period.last_day();
    return from && until && begin && end && (*until < *begin || *end < *from);
}

bool other_outcome(const Tally& first, const Tally& again)
{
    const auto before = outcome_of_unit(first.unit), now = outcome_of_unit(again.unit);
    return before && now && *before != *now;
}

// "78 attacks" in the headline and again in the text: what the later one adds is kept with the first. Two numbers of one sentence are two counts, and
// so are two of other places, stretches of time or fates.
class Joined {
public:
    void add(Tally tally, std::uint32_t sentence)
    {
        constexpr std::size_t same_max = 12;  // bounds the work on hostile text
        std::vector<Last>& same = last_of_[tally.quantity];
        for (const Last& last : same) {
            Tally& first = tallies_[last.index];
            if (last.sentence == sentence || other_place(first, tally) || other_period(first, tally) || other_outcome(first, tally)) continue;
            return fill(first, std::move(tally));
        }
        if (same.size() < same_max) same.push_back({tallies_.size(), sentence});
        tallies_.push_back(std::move(tally));
    }
    std::vector<Tally> all() { return std::move(tallies_); }

private:
    struct Last {
        std::size_t index;
        std::uint32_t sentence;
    };
    static void fill(Tally& first, Tally again)
    {
        if (first.unit.empty()) first.unit = std::move(again.unit);
        if (first.actor_name.empty()) first.actor_name = std::move(again.actor_name);
        if (first.scope_place.empty()) {
            first.scope_place = std::move(again.scope_place);
            first.scope = std::move(again.scope);
        }
        if (first.period_text.empty()) {
            first.period_text = std::move(again.period_text);
            first.period = again.period;
        }
        if (first.claimant.empty()) {
            first.claimant = std::move(again.claimant);
            first.claimant_name = std::move(again.claimant_name);
        }
    }

    std::vector<Tally> tallies_;
    std::unordered_map<std::int64_t, std::vector<Last>> last_of_;  ///< by quantity: the tallies that were not told before
};

// The only incident told, if there is one.
const Account* only_told(std::span<const Account> accounts)
{
    const auto is_told = [](const Account& account) { return !account.background; };
    const auto only = std::ranges::find_if(accounts, is_told);
    return only == accounts.end() || std::any_of(only + 1, accounts.end(), is_told) ? nullptr : &*only;
}

bool is_long(const Tally& tally)
{
    constexpr std::chrono::days least{7};
    const auto first = tally.period.first_day(), last = tally.period.last_day();
    return first && last && *last - *first >= least;
}

// People whom the record keeps as the toll of an incident are not counted over several: an Arabic headline says "fights in X: 37 dead" of one fight.
bool is_toll_of(const Material& material, const Account& only, const TallyCue& cue, const Tally& tally)
{
    if (material.document.language() != Language::arabic || is_long(tally)) return false;
    const auto is_its = [&](const std::optional<Toll>& toll) { return toll && (toll->low == cue.quantity || toll->high == cue.quantity); };
    return is_its(only.killed) || is_its(only.injured);
}

}  // namespace

Asked<bool> ask_tally(const Material& material, const TallyCue& cue)
{
    Asked<bool> asked;
    Features& shared = asked.share();
    shared.add("seen by", cue.tagged * 2 + cue.added);
    shared.add("size", size_class(cue.quantity));
    const SentenceFlags& flags = material.cues.sentences[cue.sentence];
    shared.add("flags", flags.tally * 8 + flags.pattern * 4 + flags.background * 2 + flags.hypothetical);
    shared.add_if(material.document.sentences()[cue.sentence].in_title, "in title");
    shared.add("doubt", cue.doubt);
    shared.under(cue.doubt > 0);
    std::optional<Outcome> outcome;
    bool toll = false, dated = false, placed = false, period = false;
    const auto& sentence = material.document.sentences()[cue.sentence];
    const Tokens around{sentence.first, sentence.last};
    for (const auto& other : cues_in(material.cues.tolls, around)) {
        if (!other.tokens.overlaps(cue.tokens)) continue;
        toll = true;
        outcome = other.outcome;
        shared.add("toll", other.of_attackers * 8 + other.cumulative * 4 + other.part * 2 + other.added);
        shared.add("toll tagged", other.tagged);
    }
    for (const auto& date : cues_in(material.context.dates, around)) {
        dated = true;
        period = period || date.mention->is_period;
    }
    placed = !cues_in(material.context.places, around).empty();
    add_sums(material, cue, outcome, shared);
    add_company(material, cue, shared);
    shared.add("with", toll * 8 + dated * 4 + placed * 2 + period);
    shared.add("acts", size_class(std::ssize(cues_in(material.cues.acts, around))));
    shared.add("others", size_class(std::ssize(cues_in(material.cues.tallies, around))));
    for (std::uint32_t at = cue.tokens.first; at < cue.tokens.last && at < cue.tokens.first + 6; ++at)
        shared.add_hash(feature_join(feature_hash("own word"), material.words.bare[at]));
    add_neighbours(material, cue.tokens, shared);
    add_words(material, around, "word", 30, shared);
    for (const bool counts : {false, true}) asked.offer_class(counts, counts, shared);
    return asked;
}

std::vector<float> weigh_tallies(const Material& material)
{
    std::vector<float> chances;
    chances.reserve(material.cues.tallies.size());
    const ChoiceModel& model = material.models.of(Question::tally);
    for (const TallyCue& cue : material.cues.tallies) chances.push_back(static_cast<float>(probabilities(model, ask_tally(material, cue).alternatives)[counts_several]));
    return chances;
}

std::vector<Tally> tallies_of(const Material& material, std::span<const Account> accounts)
{
    Joined tallies;
    const Account* only = only_told(accounts);
    const float least = 1 - material.models.deny_above(Question::tally);
    for (std::size_t index = 0; index < material.tally_chances.size(); ++index) {
        if (material.tally_chances[index] < least) continue;
        const TallyCue& found = material.cues.tallies[index];
        TallyCue cue = found.added ? completed(material, found) : found;
        if (!cue.place) cue.place = place_of_count(material.document, material.context, cue.tokens);
        if (!cue.date) cue.date = period_of_count(material.document, material.context, cue.tokens);
        Tally tally;
        tally.quantity = cue.quantity;
        tally.unit = cue.unit;
        tally.scope_place = words_of_place(material, cue.place);
        if (cue.place && material.context.places[*cue.place].mention->place.is_resolved())
            tally.scope = material.context.places[*cue.place].mention->place;
        if (cue.date) tally.period = material.context.dates[*cue.date].mention->range;
        tally.period_text = words_of_date(material, cue.date);
        if (cue.claimant != none) {
            const SourceCue& source = material.cues.sources[cue.claimant];
            tally.claimant = words_of(material, source.tokens);
            tally.claimant_name = source.name;
        } else if (cue.claimant_actor != none) {
            const ActorCue& actor = material.cues.actors[cue.claimant_actor];
            tally.claimant = words_of(material, actor.tokens);
            tally.claimant_name = actor.name;
        }
        if (cue.actor != none) tally.actor_name = material.cues.actors[cue.actor].name;
        tally.evidence = span_of(material.document, material.cues, cue.tokens);
        if (!only || !is_toll_of(material, *only, cue, tally)) tallies.add(std::move(tally), cue.sentence);
    }
    return tallies.all();
}

std::vector<Pattern> patterns_of(const Material& material)
{
    std::vector<Pattern> patterns;
    for (const PatternCue& cue : material.cues.patterns) {
        Pattern pattern;
        pattern.what = cue.what;
        pattern.place = words_of_place(material, cue.place);
        pattern.period = words_of_date(material, cue.date);
        if (cue.claimant != none) {
            const SourceCue& source = material.cues.sources[cue.claimant];
            pattern.claimant = words_of(material, source.tokens);
        }
        pattern.evidence = span_of(material.document, material.cues, cue.tokens);
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

}  // namespace sitrep::understand
