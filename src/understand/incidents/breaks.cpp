// Where inside a sentence another thing begins to be told: "In Mopti three traders were killed by a mine, and in Ségou two soldiers were hurt"
// (GUIDELINE, "What counts", 2 and 3). A sentence is cut at its joints; a clause that tells of an act or a toll with a place or a day of its own, after
// words that had theirs, begins another stretch. Whether the stretch is another incident is decided later (Question::grouping).
#include "understand/incidents/breaks.hpp"

#include <algorithm>
#include <array>

#include "understand/assemble.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t mentions_max = 12;  // places and days of one stretch that are compared; bounds the work on hostile text

// The same, or a governorate or larger that the other lies in: "in Borno state …, in Konduga" goes on there. What is not resolved is no governorate.
bool is_one_place(const Place& a, const Place& b)
{
    const auto is_wide = [](const Place& place) { return place.is_resolved() && place.precision >= PlacePrecision::governorate; };
    if ((is_wide(a) || is_wide(b)) && a.country == b.country && !a.admin1.empty() && a.admin1 == b.admin1) return true;
    return a.is_resolved() && b.is_resolved() && a.gazetteer_id == b.gazetteer_id;
}

// What the clauses of a stretch tell so far.
struct Stretch {
    bool tells = false;
    std::vector<const ContextPlace*> places;
    std::vector<const DateMention*> days;
    bool is_settled() const { return !places.empty() || !days.empty(); }
};

class Breaking {
public:
    Breaking(const text::Document& document, const Context& context, Cues& cues) : document_(document), context_(context), cues_(cues) {}

    void run()
    {
        for (const text::Sentence& sentence : document_.sentences()) read(sentence);
        cues_.breaks.insert(cues_.breaks.end(), found_.begin(), found_.end());
        std::sort(cues_.breaks.begin(), cues_.breaks.end());
    }

private:
    void read(const text::Sentence& sentence)
    {
        Stretch stretch;
        std::uint32_t begin = sentence.first;
        std::uint32_t loose = sentence.first;    // where the clauses right before `waiting` begin that only name somebody; else the sentence's first word
        std::uint32_t waiting = sentence.first;  // "and in Ségou, …": a clause that only says where or when goes with the one behind it
        for (std::uint32_t at = sentence.first + 1; at <= sentence.last; ++at) {
            const bool parted = at < sentence.last && is_parted(at);
            if (at < sentence.last && !parted && !is_joint(sentence, at)) continue;
            const bool goes_on = waiting > begin && at - waiting <= 2 && at < sentence.last && word(at) == "after";  // ", hours | after"
            if (goes_on && !parted) continue;
            const Stretch clause = told_in({waiting, at});
            const bool joined = waiting > begin && (!is_comma(waiting - 1) || is_joining_word(waiting));
            const bool only_sets = !clause.tells && clause.is_settled() && joined && !is_list_item(clause, waiting);
            if (!only_sets || parted || at == sentence.last) {
                const bool apart = tells_elsewhere(stretch, clause) || (tells_another_day(stretch, clause) && tells_exactly({waiting, at}));
                if (waiting > begin && stretch.tells && clause.tells && apart) {
                    begin = loose > begin && goes_on_with_subject(waiting) ? loose : waiting;
                    found_.push_back(begin);
                    stretch = {};
                }
                if (!only_names({waiting, at}, clause)) loose = sentence.first;
                else if (loose == sentence.first) loose = waiting;
                add(stretch, clause);
                waiting = at;
            }
            if (parted) {
                stretch = {};
                begin = waiting = at;
            }
        }
    }

    // "a village chairman || and his nephew were shot at Lumbatan": the subject of a clause begins before its last "and".
    bool only_names(Tokens tokens, const Stretch& clause) const
    {
        if (clause.is_settled() || document_.tokens()[tokens.first].arabic) return false;
        return cues_in(cues_.acts, tokens).empty() && cues_in(cues_.sources, tokens).empty() && cues_in(cues_.weapons, tokens).empty();
    }
    bool goes_on_with_subject(std::uint32_t at) const
    {
        constexpr std::array<std::string_view, 10> sets{"in", "at", "on", "near", "outside", "another", "that", "later", "from", "then"};
        if (word(at) != "and" || at + 1 >= document_.tokens().size()) return false;
        return !is_one_of(sets, word(at + 1)) && context_.in_place[at + 1] == 0 && context_.in_date[at + 1] == 0;
    }

    // "Idlib, Aleppo and Hama": not "and in Hama".
    bool is_list_item(const Stretch& clause, std::uint32_t begin) const
    {
        constexpr std::array<std::string_view, 3> in{"وفي", "ففي", "وفيما"};
        return !clause.places.empty() && clause.places.front()->name.first <= begin + 1 && !is_one_of(in, word(begin));
    }

    std::string_view word(std::uint32_t at) const { return document_.tokens()[at].normal; }
    bool is_comma(std::uint32_t at) const
    {
        constexpr std::array<std::string_view, 5> signs{",", "،", ":", "–", "—"};
        return is_one_of(signs, word(at));
    }
    // The front end breaks the sentence here, or a semicolon does.
    bool is_parted(std::uint32_t at) const
    {
        return parts_sentence(document_.tokens()[at - 1]) || std::binary_search(cues_.breaks.begin(), cues_.breaks.end(), at);
    }

    bool is_joining_word(std::uint32_t at) const
    {
        constexpr std::array<std::string_view, 7> english{"and", "while", "whereas", "but", "as", "before", "then"};
        constexpr std::array<std::string_view, 9> arabic{"و", "وفي", "ففي", "ثم", "بينما", "فيما", "وفيما", "كما", "لكن"};
        if (!document_.tokens()[at].arabic) return is_one_of(english, word(at));
        const bool begins_date = context_.in_date[at] != 0 && (at == 0 || context_.in_date[at - 1] == 0);
        return is_one_of(arabic, word(at)) || (word(at).starts_with("و") && (begins_date || clitic_at(at)));
    }

    bool is_joint(const text::Sentence& sentence, std::uint32_t at) const
    {
        constexpr std::array<std::string_view, 11> units{"minutes", "hours", "days", "weeks", "minute", "hour", "day", "week", "shortly", "moments", "night"};
        if (context_.in_place[at] != 0) return false;
        if (at + 1 < sentence.last && (word(at) == "and" || word(at) == "و") && starts_place(at + 1) && (!tells_by_verb({sentence.first, at}) || ends_list(sentence, at + 1))) return false;
        const bool in_date = context_.in_date[at] != 0;
        if (document_.tokens()[at].arabic) return is_joining_word(at) || follows_comma(sentence, at);
        if (in_date && context_.in_date[at - 1] != 0) return false;
        if (word(at) == "after") return is_one_of(units, word(at - 1));
        if (ends_between(sentence, at)) return false;
        return is_joining_word(at) || follows_comma(sentence, at);
    }
    // "Three civilians from Bargah and al-Aliah were killed": a name right behind "and" goes on with a list, where no verb has told of anything yet.
    bool starts_place(std::uint32_t at) const
    {
        return std::ranges::any_of(cues_in(context_.places, {at, at + 1}), [&](const ContextPlace& place) { return place.name.first == at; });
    }
    // "hit posts in Jobar and Zamalka, destroying two launchers": of a list, whatever is told behind it.
    bool ends_list(const text::Sentence& sentence, std::uint32_t at) const
    {
        for (const ContextPlace& place : cues_in(context_.places, {at, at + 1})) {
            const std::uint32_t behind = place.name.last + 1;
            if (place.name.first == at && behind < sentence.last && is_comma(behind - 1) && word(behind).ends_with("ing")) return true;
        }
        return false;
    }
    bool tells_by_verb(Tokens tokens) const
    {
        return std::ranges::any_of(cues_in(cues_.acts, tokens), [](const ActCue& act) { return !act.nominal && act.reality == Reality::happened; });
    }
    bool clitic_at(std::uint32_t at) const { return at < cues_.clitics.size() && cues_.clitics[at] > 0; }

    // A comma parts clauses, but not before "killing two", "which …", "including …", nor before a joint of its own.
    bool follows_comma(const text::Sentence& sentence, std::uint32_t at) const
    {
        constexpr std::array<std::string_view, 19> goes_on{"and",  "which", "who",  "where", "when", "whom", "whose", "that", "including", "among",
                                                           "with", "said",  "says", "according", "of", "بينهم", "منهم", "بحسب", "وفق"};
        if (at <= sentence.first || !is_comma(at - 1)) return false;
        return !is_one_of(goes_on, word(at)) && !word(at).ends_with("ing") && !begins_whereabouts(sentence, at);
    }

    // "south of Daquq", "400 km north-west of Baghdad", "a village near Hpruso": more of where, told of the place before.
    bool begins_whereabouts(const text::Sentence& sentence, std::uint32_t at) const
    {
        constexpr std::array<std::string_view, 12> sides{"north",     "south",     "east",       "west",       "northeast",  "northwest",
                                                         "southeast", "southwest", "north-east", "north-west", "south-east", "south-west"};
        constexpr std::array<std::string_view, 8> lengths{"km", "kilometres", "kilometers", "kilometre", "miles", "mile", "metres", "meters"};
        constexpr std::array<std::string_view, 6> settlements{"village", "town", "hamlet", "suburb", "neighbourhood", "district"};
        if (at + 2 >= sentence.last || at < sentence.first + 2 || context_.in_place[at - 2] == 0) return false;
        const bool article = word(at) == "a" || word(at) == "the";
        return (is_one_of(sides, word(at)) && word(at + 1) == "of") || is_one_of(lengths, word(at + 1)) || is_one_of(lengths, word(at + 2)) ||
               word(at) == "near" || (article && is_one_of(settlements, word(at + 1)));
    }

    // "between Kistaram | and Palodi".
    bool ends_between(const text::Sentence& sentence, std::uint32_t at) const
    {
        constexpr std::uint32_t reach = 6;
        if (word(at) != "and") return false;
        const std::uint32_t from = at > sentence.first + reach ? at - reach : sentence.first;
        for (std::uint32_t before = at; before > from; --before) {
            if (word(before - 1) == "between") return true;
            if (context_.in_place[before - 1] == 0 && document_.tokens()[before - 1].kind == text::TokenKind::punctuation) return false;
        }
        return false;
    }

    Stretch told_in(Tokens tokens) const
    {
        Stretch clause;
        const auto is_told = [](const ActCue& act) { return act.reality == Reality::happened && act.strength != Strength::weak && !act.definite; };
        const auto is_counted = [](const TollCue& toll) { return !toll.part && !toll.replaced && !toll.cumulative; };
        clause.tells = std::ranges::any_of(cues_in(cues_.acts, tokens), is_told) || std::ranges::any_of(cues_in(cues_.tolls, tokens), is_counted);
        for (const ContextPlace& place : cues_in(context_.places, tokens)) {
            const auto index = static_cast<std::size_t>(&place - context_.places.data());
            const bool places = index >= cues_.places.size() || cues_.places[index] == PlaceRole::event;
            if (places && clause.places.size() < mentions_max) clause.places.push_back(&place);
        }
        for (const ContextDate& date : cues_in(context_.dates, tokens)) {
            const auto index = static_cast<std::size_t>(&date - context_.dates.data());
            const bool dates = index >= cues_.dates.size() || cues_.dates[index] == DateRole::event;
            if (dates && !date.mention->is_period && clause.days.size() < mentions_max) clause.days.push_back(date.mention);
        }
        return clause;
    }

    static void add(Stretch& stretch, const Stretch& clause)
    {
        stretch.tells = stretch.tells || clause.tells;
        for (const ContextPlace* place : clause.places)
            if (stretch.places.size() < mentions_max) stretch.places.push_back(place);
        for (const DateMention* day : clause.days)
            if (stretch.days.size() < mentions_max) stretch.days.push_back(day);
    }

    bool same_name(const ContextPlace& a, const ContextPlace& b) const { return document_.words(a.name.first, a.name.last) == document_.words(b.name.first, b.name.last); }

    // In what only an act of its own is told: an attack, an exact method, a weapon. Who was hurt on Friday and died on Saturday is one.
    bool tells_exactly(Tokens clause) const
    {
        const auto is_exact = [](const ActCue& act) { return act.reality == Reality::happened && (act.told_as_attack || !act.generic_kind) && !act.definite; };
        return std::ranges::any_of(cues_in(cues_.acts, clause), is_exact) || !cues_in(cues_.weapons, clause).empty();
    }

    // The first place of a clause is another than all of the stretch before it.
    bool tells_elsewhere(const Stretch& before, const Stretch& clause) const
    {
        if (before.places.empty() || clause.places.empty()) return false;
        const ContextPlace& place = *clause.places.front();
        return std::ranges::none_of(before.places, [&](const ContextPlace* other) { return is_one_place(place.mention->place, other->mention->place) || same_name(place, *other); });
    }

    static bool tells_another_day(const Stretch& before, const Stretch& clause)
    {
        if (before.days.empty() || clause.days.empty()) return false;
        const DateRange& day = clause.days.front()->range;
        return day.is_known() && std::ranges::none_of(before.days, [&](const DateMention* other) { return day == other->range; });
    }

    const text::Document& document_;
    const Context& context_;
    Cues& cues_;
    std::vector<std::uint32_t> found_;
};

}  // namespace

void add_breaks(const text::Document& document, const Context& context, Cues& cues)
{
    Breaking(document, context, cues).run();
}

}  // namespace sitrep::understand
