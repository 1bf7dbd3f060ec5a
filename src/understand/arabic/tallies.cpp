#include "understand/arabic/tallies.hpp"

#include "understand/arabic/people.hpp"
#include "understand/tallies/tally_scope.hpp"
#include "understand/tallies/tally_units.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::size_t pattern_words_max = 12;
constexpr std::size_t tallies_of_a_sentence_max = 64;

// Of the mentions of a sentence the one nearest to a token; the sentence before where it has none.
template <class Mention, class Take>
std::optional<std::uint32_t> nearest(const std::vector<Mention>& mentions, std::uint32_t sentence, std::uint32_t token, Take take)
{
    std::optional<std::uint32_t> best;
    std::uint32_t distance = 0;
    const auto begin = std::lower_bound(mentions.begin(), mentions.end(), sentence, [](const Mention& m, std::uint32_t s) { return m.sentence < s; });
    for (auto at = begin; at != mentions.end() && at->sentence == sentence; ++at) {
        const std::uint32_t gap = at->tokens.first >= token ? at->tokens.first - token : token - at->tokens.first;
        if (take(*at) && (!best || gap < distance)) {
            best = static_cast<std::uint32_t>(at - mentions.begin());
            distance = gap;
        }
    }
    return best;
}

class Tallies {
public:
    Tallies(const Reading& reading, Cues& cues) : reading_(reading), cues_(cues) {}

    void find()
    {
        for (std::uint32_t s = 0; s < reading_.sentences(); ++s) {
            if (cues_.sentences[s].tally) {
                read_sentence(s);
            }
        }
    }

private:
    void read_sentence(std::uint32_t s)
    {
        const auto [begin, end] = reading_.sentence(s);
        const std::size_t most = cues_.tallies.size() + tallies_of_a_sentence_max;
        for (std::uint32_t i = begin; i < end && cues_.tallies.size() < most;) {
            const std::uint32_t next = take(i, s);
            i = std::max(next, i + 1);
        }
        for (auto toll = first_toll_of(s); toll != cues_.tolls.end() && toll->sentence == s; ++toll) {
            toll->cumulative = true;
        }
    }

    std::vector<TollCue>::iterator first_toll_of(std::uint32_t sentence) const
    {
        return std::lower_bound(cues_.tolls.begin(), cues_.tolls.end(), sentence, [](const TollCue& toll, std::uint32_t number) { return toll.sentence < number; });
    }

    // What became of those that a number counts: by the counted word itself, or as the toll in the same words has it.
    Outcome outcome_of(const Group& group) const
    {
        if (group.state != State::none) {
            return group.state == State::hurt ? Outcome::injured : group.state == State::taken ? Outcome::abducted : group.state == State::held ? Outcome::arrested : Outcome::killed;
        }
        const Tokens tokens = reading_.tokens(group.first, group.last);
        for (auto toll = first_toll_of(reading_.word(group.first).sentence); toll != cues_.tolls.end() && toll->tokens.first < tokens.last; ++toll) {
            if (toll->tokens.overlaps(tokens)) {
                return toll->outcome;
            }
        }
        return Outcome::killed;
    }

    std::string unit_of(const Group& group) const
    {
        constexpr std::array<std::string_view, 4> of_people{" قُتلوا", " أُصيبوا", " خُطفوا", " اعتُقلوا"};
        const Outcome outcome = outcome_of(group);
        if (group.state != State::none || group.noun == nullptr) {
            return std::string(unit_of_victims(outcome, true));
        }
        return std::string(reading_.text(reading_.tokens(group.noun->first, group.noun->last))).append(of_people[static_cast<std::size_t>(outcome)]);
    }

    // "سابع صحفي", "الصحفي السابع": people are counted; else attacks.
    std::string unit_beside(std::uint32_t i) const
    {
        const Found* noun = i + 1 < reading_.sentence_end(i) ? reading_.find(i + 1, Class::people) : nullptr;
        if (noun == nullptr && i > reading_.sentence_begin(i)) {
            noun = reading_.find(i - 1, Class::people);
        }
        const bool people = noun != nullptr && noun->entry->side != Side::thing && !reading_.has(noun->first, Class::tally_unit) && !reading_.has(noun->first, Class::act);
        Group group;
        group.first = group.last = i;
        group.noun = noun;
        return people ? unit_of(group) : "هجمات";
    }

    std::uint32_t take(std::uint32_t i, std::uint32_t s)
    {
        std::uint32_t first = i;
        if (const Found* least = reading_.find(i, Class::at_least)) {
            i = least->last;
        } else if (const Found* about = reading_.find(i, Class::about)) {
            i = about->last;
        }
        if (const auto order = order_of_incident(reading_, i, true)) {
            const bool of_unit = i + 1 < reading_.sentence_end(i) && reading_.has(i + 1, Class::tally_unit);
            add(i, i + (of_unit ? 2 : 1), *order, unit_beside(i), s);
            return i + 2;
        }
        auto number = reading_.number(i);
        if (!number && reading_.has(i, Class::himself) && !reading_.find(i, Class::himself)->definite) {
            number = Reading::Number{1, i + 1, false, true};
        }
        if (!number || number->vague) {
            return first + 1;
        }
        if (number->last < reading_.sentence_end(first) && reading_.word(number->last).pause == Pause::nothing) {
            if (const Found* unit = reading_.find(number->last, Class::tally_unit)) {
                add(first, unit->last, number->value, std::string(reading_.text(reading_.tokens(unit->first, unit->last))), s);
                return unit->last;
            }
        }
        const auto group = simple_group_at(reading_, first);
        if (!group || !group->number_written || (group->noun != nullptr && group->noun->entry->side == Side::thing)) {
            return number->last;
        }
        if (is_part_only(first)) {
            return group->last;
        }
        add(first, group->last, group->count, unit_of(*group), s);
        return group->last;
    }

    // "بينهم 26 طفلاً": composition, no tally of its own.
    bool is_part_only(std::uint32_t i) const
    {
        return i > reading_.sentence_begin(i) && (reading_.is_word(i - 1, "بينهم") || reading_.is_word(i - 1, "بينها"));
    }

    void add(std::uint32_t first, std::uint32_t last, std::int64_t quantity, std::string unit, std::uint32_t s)
    {
        TallyCue tally;
        tally.tokens = reading_.tokens(first, last);
        tally.sentence = s;
        tally.quantity = quantity;
        tally.unit = std::move(unit);
        const Context& context = reading_.context();
        tally.place = place_of_count(reading_.document(), context, tally.tokens);
        tally.date = period_of_count(reading_.document(), context, tally.tokens);
        const auto source = nearest(cues_.sources, s, tally.tokens.first, [](const SourceCue&) { return true; });
        tally.claimant = source ? *source : none;
        const auto actor = nearest(cues_.actors, s, tally.tokens.first, [](const ActorCue& cue) { return cue.side == Side::insurgent || cue.side == Side::unnamed_insurgent; });
        tally.actor = actor ? *actor : none;
        if (tally.claimant == none) {
            tally.claimant_actor = claimant_in(s);
        }
        cues_.tallies.push_back(std::move(tally));
    }

    CueIndex claimant_in(std::uint32_t s) const
    {
        const auto claim = nearest(cues_.claims, s, 0, [](const ClaimCue& cue) { return cue.claiming == Claiming::claims; });
        return claim ? cues_.claims[*claim].actor : none;
    }

    const Reading& reading_;
    Cues& cues_;
};

// Of "المحاولة الرابعة" and "الصحفي الرابع" the order may be one of attacks; that of "الزيارة الثالثة" or "المنزل الثالث" is not.
bool may_be_counted(const Reading& reading, std::uint32_t i)
{
    constexpr std::array<std::string_view, 8> deeds{"الضحيه", "الجريمه", "الحادثه", "المحاوله", "المره", "المجزره", "الحاله", "الحادث"};
    if (!reading.word(i).normal.starts_with("ال") || reading.has(i, Class::act) || reading.has(i, Class::tally_unit) || reading.is_word_any(i, deeds)) {
        return true;
    }
    return reading.has(i, Class::people) && !reading.is_word(i, "الرجل");
}

// "وهذه هي المحاولة الرابعة", "وهو سابع طفل", "ويعد الهجوم الثالث": what the ordinal is told of stands a few words before it.
bool points_at(const Reading& reading, std::uint32_t i, std::uint32_t begin, bool in_period)
{
    constexpr std::uint32_t reach = 4;
    constexpr std::array<std::string_view, 12> subjects{"هذا", "هذه", "هي", "هو", "ذلك", "تلك", "كان", "كانت", "يعد", "تعد", "يعتبر", "تعتبر"};
    constexpr std::array<std::string_view, 16> others{"اليوم", "الاسبوع", "الشهر", "العام", "الفرقه", "الكتيبه", "اللواء",
                                                      "الفوج", "الجوله", "المرحله", "الدفعه", "الطابق", "الفصل",
                                                      "الجيش", "القناه", "الشخص"};
    constexpr std::array<std::string_view, 6> prepositions{"في", "من", "علي", "عن", "الي", "مع"};
    if (i > begin && (reading.is_word_any(i - 1, others) || !may_be_counted(reading, i - 1))) {
        return false;
    }
    for (std::uint32_t back = 1; back <= reach && i >= begin + back; ++back) {
        const std::uint32_t at = i - back;
        if (reading.word(at + 1).pause == Pause::stop) {
            return false;
        }
        if (reading.is_word_any(at, subjects)) {
            return back <= 2 || in_period;
        }
        if (reading.is_word_any(at, prepositions)) {
            return false;
        }
    }
    return false;
}

}  // namespace

std::optional<std::int64_t> order_of_incident(const Reading& reading, std::uint32_t i, bool in_period)
{
    const auto order = reading.ordinal(i);
    if (!order || *order < 2) {
        return std::nullopt;
    }
    const std::uint32_t begin = reading.sentence_begin(i);
    const std::uint32_t end = reading.sentence_end(i);
    const bool points = points_at(reading, i, begin, in_period);
    const bool of_unit = i + 1 < end && reading.has(i + 1, Class::tally_unit) && !reading.word(i).normal.starts_with("ال");
    const bool behind_unit = i > begin && (reading.has(i - 1, Class::tally_unit) || reading.has(i - 1, Class::act));
    return points && (of_unit || behind_unit || in_period) ? order : std::nullopt;
}

void find_tallies(const Reading& reading, Cues& cues)
{
    Tallies(reading, cues).find();
}

void find_patterns(const Reading& reading, Cues& cues)
{
    for (std::uint32_t s = 0; s < reading.sentences(); ++s) {
        if (!cues.sentences[s].pattern) {
            continue;
        }
        const auto [begin, end] = reading.sentence(s);
        const std::uint32_t habit = reading.next(begin, end, Class::habit);
        const std::uint32_t last = std::min(end, habit + static_cast<std::uint32_t>(pattern_words_max));
        PatternCue cue;
        cue.tokens = reading.tokens(habit, last);
        cue.sentence = s;
        cue.what = reading.text(cue.tokens);
        cue.place = nearest(reading.context().places, s, cue.tokens.first, [](const ContextPlace&) { return true; });
        cue.date = nearest(reading.context().dates, s, cue.tokens.first, [](const ContextDate& date) { return date.mention->is_period; });
        const auto source = nearest(cues.sources, s, cue.tokens.first, [](const SourceCue&) { return true; });
        cue.claimant = source ? *source : none;
        cues.patterns.push_back(std::move(cue));
    }
}

}  // namespace sitrep::understand::arabic
