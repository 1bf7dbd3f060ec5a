// Cues where the tagger sees a role: marks on those that the front end found, new ones where it saw nothing.
#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "understand/arabic/told_alive.hpp"
#include "understand/english/place_roles.hpp"
#include "understand/english/told_alive.hpp"
#include "understand/figures/doer_counts.hpp"
#include "understand/figures/number_of.hpp"
#include "understand/figures/spared.hpp"
#include "understand/incidents/breaks.hpp"
#include "understand/incidents/operations.hpp"
#include "understand/names/joined_names.hpp"
#include "understand/tagging/tagged_places.hpp"
#include "understand/tagging/tagged_tallies.hpp"
#include "understand/tagging/tagged_tolls.hpp"
#include "understand/tagging/tags.hpp"
#include "understand/tallies/tally_units.hpp"
#include "understand/where/leaning_places.hpp"
#include "understand/where/nameless.hpp"
#include "understand/who/accused_behind.hpp"
#include "understand/who/bystanders.hpp"
#include "understand/who/claimant.hpp"
#include "understand/who/denials.hpp"
#include "understand/who/gunmen.hpp"

namespace sitrep::understand {

namespace {

std::optional<Outcome> outcome_of(std::uint8_t role)
{
    if (role == tag_role("killed") || role == tag_role("pkilled")) return Outcome::killed;
    if (role == tag_role("injured")) return Outcome::injured;
    if (role == tag_role("abducted")) return Outcome::abducted;
    if (role == tag_role("arrested")) return Outcome::arrested;
    return std::nullopt;
}

// Puts new cues among the old ones, in the order of the text; answers with the new number of each old one.
template <class Cue>
std::vector<CueIndex> merge_in(std::vector<Cue>& cues, std::vector<Cue> added)
{
    std::vector<CueIndex> moved(cues.size());
    if (added.empty()) {
        for (CueIndex i = 0; i < moved.size(); ++i) moved[i] = i;
        return moved;
    }
    std::vector<Cue> merged;
    merged.reserve(cues.size() + added.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        while (next < added.size() && added[next].tokens.first < cues[i].tokens.first) merged.push_back(std::move(added[next++]));
        moved[i] = static_cast<CueIndex>(merged.size());
        merged.push_back(std::move(cues[i]));
    }
    while (next < added.size()) merged.push_back(std::move(added[next++]));
    cues = std::move(merged);
    return moved;
}

void renumber(CueIndex& index, const std::vector<CueIndex>& moved)
{
    if (index != none) index = moved[index];
}

class Adding {
public:
    Adding(const text::Document& document, const Words& words, const std::vector<TaggedSpan>& spans, Context& context, std::deque<PlaceMention>& places, Cues& cues)
        : document_(document), words_(words), spans_(spans), context_(context), places_(places), cues_(cues)
    {
    }

    void run()
    {
        add_actors();
        add_acts();
        add_sources();
        add_weapons();
        add_tolls();
        add_claims();
        add_tallies();
        add_places();
    }

private:
    std::uint32_t sentence_of(Tokens tokens) const { return static_cast<std::uint32_t>(document_.sentence_of(tokens.first)); }

    // The cues that begin near some tokens: none is longer than the reach.
    template <class Cue>
    static std::span<Cue> near(std::vector<Cue>& cues, Tokens tokens)
    {
        constexpr std::uint32_t reach = 64;
        const auto begins_before = [](const Cue& cue, std::uint32_t token) { return cue.tokens.first < token; };
        const auto first = std::lower_bound(cues.begin(), cues.end(), tokens.first > reach ? tokens.first - reach : 0, begins_before);
        return {first, std::lower_bound(first, cues.end(), tokens.last, begins_before)};
    }

    template <class Cue>
    static bool taken(std::vector<Cue>& cues, Tokens tokens)
    {
        const auto beside = near(cues, tokens);
        return std::any_of(beside.begin(), beside.end(), [&](const Cue& cue) { return cue.tokens.overlaps(tokens); });
    }

    void add_actors()
    {
        std::vector<ActorCue> added;
        for (auto span : spans_) {
            if (span.role == tag_role("perp")) span.tokens = gunmen_alone(document_, span.tokens);
            const bool is_actor = span.role == tag_role("perp") || span.role == tag_role("target") || span.role == tag_role("actor");
            if (!is_actor) continue;
            bool known = false;
            for (ActorCue& cue : near(cues_.actors, span.tokens))
                if (cue.tokens.overlaps(span.tokens)) {
                    cue.tagged = span.role;
                    cue.tagged_words = span.tokens;
                    known = true;
                }
            if (known) continue;
            ActorCue cue;
            cue.tokens = cue.tagged_words = span.tokens;
            cue.sentence = sentence_of(span.tokens);
            cue.tagged = span.role;
            cue.added = true;
            added.push_back(cue);
        }
        const auto moved = merge_in(cues_.actors, std::move(added));
        for (ActCue& act : cues_.acts) {
            renumber(act.agent, moved);
            renumber(act.patient, moved);
        }
        for (ClaimCue& claim : cues_.claims) renumber(claim.actor, moved);
        for (TallyCue& tally : cues_.tallies) {
            renumber(tally.claimant_actor, moved);
            renumber(tally.actor, moved);
        }
    }

    // "If they attack Raqqa, hundreds could be killed", "threatened to kill nine": whoever is counted there was not harmed.
    bool only_unreal(Tokens tokens) const
    {
        const text::Sentence& sentence = document_.sentences()[sentence_of(tokens)];
        const auto acts = cues_in(cues_.acts, {sentence.first, sentence.last});
        const auto is_real = [](const ActCue& act) { return act.reality == Reality::happened && !act.added && act.strength != Strength::weak; };
        const auto is_unreal = [](const ActCue& act) { return act.unreal || act.reality == Reality::threatened || act.reality == Reality::planned; };
        return std::ranges::any_of(acts, is_unreal) && std::ranges::none_of(acts, is_real);
    }

    void add_acts()
    {
        std::vector<ActCue> added;
        for (const auto& span : spans_) {
            if (span.role != tag_role("act")) continue;
            bool known = false;
            for (ActCue& cue : near(cues_.acts, span.tokens))
                if (cue.tokens.overlaps(span.tokens)) cue.tagged = known = true;
            if (known) continue;
            ActCue cue;
            cue.tokens = span.tokens;
            cue.sentence = sentence_of(span.tokens);
            cue.generic_kind = true;
            cue.tagged = cue.added = true;
            if (only_unreal(span.tokens)) cue.reality = Reality::hypothetical;
            added.push_back(cue);
        }
        const auto moved = merge_in(cues_.acts, std::move(added));
        for (ActorCue& actor : cues_.actors) renumber(actor.act, moved);
        for (TollCue& toll : cues_.tolls) renumber(toll.act, moved);
    }

    void add_sources()
    {
        std::vector<SourceCue> added;
        for (const auto& span : spans_)
            if (span.role == tag_role("source") && !taken(cues_.sources, span.tokens)) added.push_back({span.tokens, sentence_of(span.tokens), speaker_named(cues_, span.tokens)});
        const auto moved = merge_in(cues_.sources, std::move(added));
        for (TollCue& toll : cues_.tolls) renumber(toll.source, moved);
        for (TallyCue& tally : cues_.tallies) renumber(tally.claimant, moved);
        for (PatternCue& pattern : cues_.patterns) renumber(pattern.claimant, moved);
    }

    void add_weapons()
    {
        std::vector<WeaponCue> added;
        for (const auto& span : spans_)
            if (span.role == tag_role("weapon") && !taken(cues_.weapons, span.tokens))
                added.push_back({.tokens = span.tokens, .sentence = sentence_of(span.tokens), .weapon_class = WeaponClass::other, .kind = std::nullopt});
        merge_in(cues_.weapons, std::move(added));
    }

    void add_tolls()
    {
        std::vector<TollCue> added;
        for (const auto& span : spans_) {
            const auto outcome = outcome_of(span.role);
            if (!outcome || span.doubt > 0) continue;
            bool known = false;
            for (TollCue& cue : near(cues_.tolls, span.tokens))
                if (cue.tokens.overlaps(span.tokens)) {
                    cue.tagged = span.role;
                    known = known || cue.outcome == *outcome;
                }
            if (known || only_unreal(span.tokens) || (*outcome == Outcome::killed && was_spared(document_, cues_.acts, span.tokens))) continue;
            if (const auto cue = toll_of(span); cue && !some_of_them_died(*cue)) added.push_back(*cue);
        }
        merge_in(cues_.tolls, std::move(added));
        add_changed_tolls(document_, cues_.tallies, cues_.tolls);
        for (const auto& span : spans_) {
            if (span.doubt == 0 || span.role == tag_role("tally")) continue;
            const Outcome outcome = *outcome_of(span.role);
            const bool in_mention = context_.in_date[span.tokens.first] != 0 || context_.in_place[span.tokens.first] != 0;
            if (in_mention || has_toll(outcome, span.tokens) || is_rival_figure(span.tokens) || only_unreal(span.tokens)) continue;
            if (outcome == Outcome::killed && was_spared(document_, cues_.acts, span.tokens)) continue;
            if (const auto cue = toll_of(span)) cues_.doubtful_tolls.push_back(*cue);
        }
    }

    // "Eight people were shot"
    bool are_hit(std::uint32_t at) const
    {
        constexpr std::array<std::string_view, 7> hits{"shot", "hit", "wounded", "injured", "hurt", "stabbed", "struck"};
        constexpr std::uint32_t reach = 5;
        const std::uint32_t end = std::min(document_.sentences()[document_.sentence_of(at - 1)].last, at + reach);
        for (; at < end; ++at)
            if (any_of_words(at, hits)) return true;
        return false;
    }

    // "Eight people were shot; three of them died": the eight are no dead.
    bool some_of_them_died(const TollCue& all) const
    {
        constexpr std::uint32_t reach = 24;
        if (all.outcome != Outcome::killed || all.vague || all.low < 2 || !are_hit(all.tokens.last)) return false;
        return std::ranges::any_of(cues_in(cues_.tolls, {all.tokens.last, all.tokens.last + reach}), [&](const TollCue& some) {
            const std::uint32_t next = some.tokens.last;
            if (some.outcome != Outcome::killed || some.act == none || some.low >= all.low || next + 1 >= document_.tokens().size()) return false;
            const std::string_view of = document_.tokens()[next].normal, whom = document_.tokens()[next + 1].normal;
            return of == "of" && (whom == "them" || whom == "whom") && some.sentence <= all.sentence + 1;
        });
    }

    std::optional<TollCue> toll_of(const TaggedSpan& span) const
    {
        auto cue = toll_in(document_, span.tokens, sentence_of(span.tokens));
        if (!cue) return cue;
        const auto outcome = numbered_outcome(span);
        if (!outcome) return std::nullopt;
        cue->outcome = *outcome;
        if (cue->outcome == Outcome::killed && cue->low > 0 && told_alive(cue->tokens.last)) return std::nullopt;
        if (counts_doers(cues_, cue->tokens, cue->outcome) || (span.role == tag_role("killed") && is_oneself(span.tokens))) return std::nullopt;
        if (cue->outcome == Outcome::injured && cue->low > 0 && english::told_unhurt(document_, cue->tokens.last)) return std::nullopt;
        if (cue->outcome == Outcome::abducted && english::taken_to_hospital(document_, cue->tokens.last)) return std::nullopt;
        if (cue->outcome == Outcome::killed && english::are_captives(document_, cue->tokens.last)) cue->vague = true;
        cue->of_attackers = span.role == tag_role("pkilled");
        cue->tagged = span.role;
        cue->doubt = span.doubt;
        return cue;
    }

    // "The number of wounded has risen to 14" tells of no 14 dead: the figure is of the hurt, and nothing where they are told already or nobody is harmed.
    std::optional<Outcome> numbered_outcome(const TaggedSpan& span) const
    {
        const Outcome tagged = *outcome_of(span.role);
        const bool of_harm = tagged == Outcome::killed || tagged == Outcome::injured;
        const auto numbered = of_harm ? numbered_before(document_, span.tokens.first) : std::nullopt;
        if (!numbered) return tagged;
        if (*numbered == Numbered::neither) return std::nullopt;
        const Outcome told = *numbered == Numbered::dead ? Outcome::killed : Outcome::injured;
        return told != tagged && has_toll(told, span.tokens) ? std::nullopt : std::optional(told);
    }

    // "A bomber killed himself and eight"
    bool is_oneself(Tokens tokens) const
    {
        constexpr std::array<std::string_view, 3> reflexive{"himself", "herself", "themselves"};
        return tokens.last == tokens.first + 1 && any_of_words(tokens.first, reflexive);
    }

    bool told_alive(std::uint32_t behind) const { return english::told_alive(document_, behind) || arabic::told_alive(document_, behind); }

    bool has_toll(Outcome outcome, Tokens tokens) const
    {
        const auto beside = near(cues_.tolls, tokens);
        return std::any_of(beside.begin(), beside.end(), [&](const TollCue& cue) { return cue.outcome == outcome && cue.tokens.overlaps(tokens); });
    }

    // "30 were hurt; the army gave the number as 24": what is counted is told.
    bool is_rival_figure(Tokens tokens) const
    {
        return std::ranges::any_of(near(cues_.tolls, tokens), [&](const TollCue& cue) { return cue.source != none && cue.tokens.overlaps(tokens); });
    }

    void add_claims()
    {
        std::vector<ClaimCue> added;
        for (const auto& span : spans_)
            if (span.role == tag_role("claim") && !taken(cues_.claims, span.tokens) && !is_of_other_deeds(document_, cues_, span.tokens))
                added.push_back({.tokens = span.tokens, .sentence = sentence_of(span.tokens), .claiming = begins_denial(document_, span.tokens) ? Claiming::denies : Claiming::claims,
                                 .actor = claimant_of(document_, cues_, span.tokens), .added = true});
        merge_in(cues_.claims, std::move(added));
        resolve_claimants(document_, cues_);
    }

    void add_tallies()
    {
        std::vector<TallyCue> added;
        for (const auto& span : spans_) {
            if (span.role != tag_role("tally") || span.doubt > 0) continue;
            bool known = false;
            for (TallyCue& cue : near(cues_.tallies, span.tokens))
                if (cue.tokens.overlaps(span.tokens)) cue.tagged = known = true;
            if (known) continue;
            if (auto cue = tally_in(document_, span.tokens)) added.push_back(*cue);
        }
        merge_in(cues_.tallies, std::move(added));
        for (TallyCue& cue : cues_.tallies)
            if (cue.unit.empty()) cue.unit = unit_beside(cue);
        add_doubtful_tallies();
    }

    // Numbers that neither a rule nor the tagger takes for tallies, to be weighed: most counts of a digest stand without words of their own.
    void add_doubtful_tallies()
    {
        std::vector<TallyCue> added;
        for (const auto& span : spans_) {
            if (span.role != tag_role("tally") || span.doubt == 0) continue;
            const bool in_mention = context_.in_date[span.tokens.first] != 0 || context_.in_place[span.tokens.first] != 0;
            if (in_mention || taken(cues_.tallies, span.tokens)) continue;
            auto cue = tally_in(document_, span.tokens);
            if (!cue) continue;
            cue->tagged = false;
            cue->doubt = span.doubt;
            cue->unit = unit_beside(*cue);
            added.push_back(std::move(*cue));
        }
        merge_in(cues_.tallies, std::move(added));
    }

    // What a bare number counts: those it is a toll of, or what the tally before it counts.
    std::string unit_beside(const TallyCue& cue) const
    {
        const auto tolls = near(cues_.tolls, cue.tokens);
        const auto toll = std::find_if(tolls.begin(), tolls.end(), [&](const TollCue& each) { return each.tokens.overlaps(cue.tokens); });
        if (toll != tolls.end()) {
            return std::string(unit_of_victims(toll->outcome, document_.tokens()[cue.tokens.first].arabic || document_.language() == Language::arabic));
        }
        const auto before = std::lower_bound(cues_.tallies.begin(), cues_.tallies.end(), cue.tokens.first,
                                             [](const TallyCue& other, std::uint32_t token) { return other.tokens.first < token; });
        return before == cues_.tallies.begin() || std::prev(before)->sentence + 1 < cue.sentence ? std::string() : std::prev(before)->unit;
    }

    std::vector<TaggedSpan> place_spans() const
    {
        auto spans = leaning_places(document_, context_, cues_, spans_);
        std::ranges::copy_if(spans_, std::back_inserter(spans), [](const TaggedSpan& span) { return span.role == tag_role("place"); });
        std::ranges::sort(spans, {}, [](const TaggedSpan& span) { return span.tokens.first; });
        return spans;
    }

    // A name that no gazetteer knows, or a site described by a name; it lies where the place beside it lies.
    void add_places()
    {
        std::vector<ContextPlace> added;
        for (TaggedSpan span : place_spans()) {
            bool known = false;
            for (ContextPlace& place : near(context_.places, span.tokens))
                if (place.tokens.overlaps(span.tokens)) {
                    place.tagged = place.tokens == span.tokens ? ContextPlace::Tagged::exactly : ContextPlace::Tagged::partly;
                    known = true;
                }
            if (known || names_nothing(document_, span.tokens) || is_named_beside(document_, context_, span.tokens) || taken(cues_.persons, span.tokens) || is_letters(span.tokens)) continue;
            span.tokens = with_road_number(document_, context_, span.tokens);
            PlaceMention& mention = places_.emplace_back();
            mention.span = span_of(document_, cues_, span.tokens);
            mention.span.start = std::max(mention.span.start, document_.span(span.tokens.first, span.tokens.last).start + letters_before_place(document_, span.tokens));
            mention.name_span = mention.span;
            mention.place = place_beside(document_, words_, context_, span.tokens);
            added.push_back({.tokens = span.tokens, .name = span.tokens, .sentence = sentence_of(span.tokens), .mention = &mention, .tagged = ContextPlace::Tagged::alone});
            std::fill(context_.in_place.begin() + span.tokens.first, context_.in_place.begin() + span.tokens.last, std::uint8_t{1});
        }
        std::vector<PlaceRole> roles(context_.places.size() + added.size(), PlaceRole::event);
        cues_.places.resize(context_.places.size(), PlaceRole::event);
        const auto old_roles = cues_.places;
        const auto moved = merge_in(context_.places, std::move(added));
        for (std::size_t i = 0; i < moved.size(); ++i) roles[moved[i]] = old_roles[i];
        cues_.places = std::move(roles);
        const auto renumber_place = [&](std::optional<std::uint32_t>& place) {
            if (place) place = moved[*place];
        };
        for (TallyCue& tally : cues_.tallies) renumber_place(tally.place);
        for (PatternCue& pattern : cues_.patterns) renumber_place(pattern.place);
    }

    // "بآر بي جي": "with an RPG".
    bool is_letters(Tokens tokens) const
    {
        const auto weapons = near(cues_.weapons, tokens);
        return document_.tokens()[tokens.first].arabic && std::ranges::any_of(weapons, [&](const WeaponCue& weapon) { return weapon.tokens.contains(tokens); });
    }

    bool any_of_words(std::uint32_t at, std::span<const std::string_view> words) const { return std::ranges::find(words, document_.tokens()[at].normal) != words.end(); }

    const text::Document& document_;
    const Words& words_;
    const std::vector<TaggedSpan>& spans_;
    Context& context_;
    std::deque<PlaceMention>& places_;
    Cues& cues_;
};

}  // namespace

void add_tagged(const text::Document& document, const Words& words, const std::vector<TaggedSpan>& spans, Context& context, std::deque<PlaceMention>& places, Cues& cues)
{
    add_tagged_persons(document, spans, cues);
    if (!spans.empty()) Adding(document, words, spans, context, places, cues).run();
    english::add_roles_of_tagged(document, context, cues);
    note_joined_names(document, cues);
    note_accused(document, context, cues);
    clear_bystanders(document, cues);
    add_breaks(document, context, cues);
    note_operations(cues);
}

}  // namespace sitrep::understand
