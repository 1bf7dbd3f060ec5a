#include "understand/english/lexicon.hpp"

#include <algorithm>
#include <unordered_map>
#include <stdexcept>

#include "text/normalise.hpp"
#include "understand/embedded.hpp"

namespace sitrep::understand::english {

namespace {

constexpr std::array<std::string_view, markers> marker_names{"new",    "another",   "same_day", "background", "pattern", "wish",
                                                             "foiled", "condemned", "court",    "sport",      "drill",   "fiction",
                                                             "claims", "unclaimed", "denies",   "blames",     "back",    "tally",
                                                             "accident", "apart",     "ruled_out", "hazard",   "tried",      "remembered",
                                                             "untrue", "debated",   "reproach"};

constexpr std::array word_class_names{
    std::string_view("be"),         std::string_view("have"),        std::string_view("modal"),      std::string_view("det"),
    std::string_view("article"),    std::string_view("definite"),    std::string_view("the"),        std::string_view("prep"),
    std::string_view("place_prep"), std::string_view("conj"),        std::string_view("clause"),     std::string_view("rel"),
    std::string_view("neg"),        std::string_view("zero"),        std::string_view("pron"),       std::string_view("to"),
    std::string_view("by"),         std::string_view("of"),          std::string_view("and"),        std::string_view("comma"),
    std::string_view("another"),    std::string_view("number_unit"), std::string_view("thing_unit"), std::string_view("adj"),
    std::string_view("suspected"),  std::string_view("title"),       std::string_view("named"),      std::string_view("adverb"),
    std::string_view("say"),        std::string_view("according"),   std::string_view("speaker"),
};

[[noreturn]] void bad_lexicon(std::string_view file, std::string_view what)
{
    throw std::logic_error(std::string(file) + ": " + std::string(what));
}

std::string_view field(const std::vector<std::string_view>& row, std::size_t column)
{
    return column < row.size() ? row[column] : std::string_view();
}

bool has_flag(std::string_view flags, std::string_view flag)
{
    const auto parts = split_field(flags, ',');
    return std::find(parts.begin(), parts.end(), flag) != parts.end();
}

std::optional<Outcome> outcome_from(std::string_view text)
{
    if (text == "killed" || text == "both") return Outcome::killed;
    if (text == "injured") return Outcome::injured;
    if (text == "abducted") return Outcome::abducted;
    if (text == "arrested") return Outcome::arrested;
    return std::nullopt;
}

CountAt count_at_from(std::string_view text)
{
    if (text == "verb") return CountAt::verb;
    if (text == "subject") return CountAt::subject;
    if (text == "object") return CountAt::object;
    if (text == "noun") return CountAt::noun;
    if (text == "inside") return CountAt::inside;
    return CountAt::nowhere;
}

std::vector<std::vector<Alternative>> literal_positions(std::string_view phrase, Form form)
{
    std::vector<std::vector<Alternative>> positions;
    for (const std::string_view word : split_field(phrase, ' '))
        positions.push_back({Alternative{.word = std::string(word), .form = static_cast<std::uint8_t>(form)}});
    return positions;
}

}  // namespace

const Lexicon& Lexicon::get()
{
    static const Lexicon lexicon;
    return lexicon;
}

Lexicon::Lexicon()
    : acts_(vocabulary_), people_(vocabulary_), weapons_(vocabulary_), actors_(vocabulary_), markers_(markers, PhraseTable(vocabulary_))
{
    read_acts();
    read_people(embedded::english_people(), false);
    read_people(embedded::english_things(), true);
    read_weapons();
    read_actors();
    read_markers();
    read_grammar();
}

void Lexicon::read_acts()
{
    for (const auto& row : lexicon_rows(embedded::english_acts())) {
        ActEntry entry;
        const auto kind = incident_kind_from(field(row, 1));
        if (!kind) bad_lexicon("english_acts.tsv", row.front());
        entry.kind = *kind;
        entry.strength = field(row, 2) == "weak" ? Strength::weak : field(row, 2) == "certain" ? Strength::certain : Strength::plain;
        entry.noun = has_flag(field(row, 3), "noun");
        entry.attack = has_flag(field(row, 3), "attack");
        entry.generic = has_flag(field(row, 3), "generic");
        entry.cared = has_flag(field(row, 3), "cared");
        entry.outcome = outcome_from(field(row, 4));
        entry.both = field(row, 4) == "both";
        entry.count_at = count_at_from(field(row, 5));
        acts_.add(positions_of(row.front()), static_cast<std::uint32_t>(act_entries.size()));
        act_entries.push_back(entry);
    }
}

void Lexicon::read_people(std::string_view text, bool things)
{
    for (const auto& row : lexicon_rows(text)) {
        PeopleEntry entry;
        const std::string_view flags = things ? field(row, 2) : field(row, 3);
        entry.thing = things;
        if (things) {
            entry.side = Side::thing;
            entry.target_class = target_class_from(field(row, 1));
        } else {
            const auto side = side_from(field(row, 1));
            if (!side) bad_lexicon("english_people.tsv", row.front());
            entry.side = *side;
            entry.target_class = target_class_from(field(row, 2));
        }
        entry.role = has_flag(flags, "role");
        entry.fighter = has_flag(flags, "fighter");
        entry.loose = has_flag(flags, "loose");
        entry.attacker = has_flag(flags, "attacker");
        entry.protester = has_flag(flags, "protester");
        entry.moving = has_flag(flags, "moving");
        const auto number = static_cast<std::uint32_t>(people_entries.size());
        const auto forms = split_field(row.front(), '/');
        people_.add(literal_positions(forms.front(), forms.size() > 1 ? Form::singular : Form::plural), number);
        if (forms.size() > 1) people_.add(literal_positions(forms[1], Form::plural), number);
        people_entries.push_back(entry);
    }
}

void Lexicon::read_weapons()
{
    for (const auto& row : lexicon_rows(embedded::english_weapons())) {
        const auto weapon_class = weapon_class_from(field(row, 1));
        if (!weapon_class) bad_lexicon("english_weapons.tsv", row.front());
        weapons_.add(positions_of(row.front()), static_cast<std::uint32_t>(weapon_entries.size()));
        weapon_entries.push_back({.weapon_class = *weapon_class, .kind = incident_kind_from(field(row, 2))});
    }
}

void Lexicon::read_actors()
{
    std::unordered_map<std::string, std::size_t> shared;  // of names meant at home: where they are listed
    for (const RegisteredActor& actor : actor_register())
        for (const std::string_view name : actor.english) {
            const std::string words = name_as_tokens(name);
            if (actor.at_home)
                if (const auto [known, is_new] = shared.emplace(words, actor_names.size()); !is_new) {
                    actor_names[known->second].actors.push_back(&actor);
                    continue;
                }
            actors_.add(literal_positions(words, Form::as_listed), static_cast<std::uint32_t>(actor_names.size()));
            actor_names.push_back({.actors = {&actor}, .in_capitals = printed_in_capitals(name)});
        }
}

void Lexicon::read_markers()
{
    for (const auto& row : lexicon_rows(embedded::english_markers())) {
        const auto found = std::find(marker_names.begin(), marker_names.end(), row.front());
        if (found == marker_names.end() || row.size() < 2) bad_lexicon("english_markers.tsv", row.front());
        markers_[static_cast<std::size_t>(found - marker_names.begin())].add(positions_of(row[1]), 0);
    }
}

void Lexicon::read_grammar()
{
    for (const auto& row : lexicon_rows(embedded::english_grammar())) {
        const auto found = std::find(word_class_names.begin(), word_class_names.end(), row.front());
        if (found == word_class_names.end() || row.size() < 2) bad_lexicon("english_grammar.tsv", row.front());
        const auto bit = static_cast<unsigned>(found - word_class_names.begin());
        for (const std::string_view word : split_field(row[1], ' ')) {
            const WordId id = vocabulary_.add(word);
            if (classes_.size() <= id) classes_.resize(id + 1, 0);
            classes_[id] |= std::uint64_t{1} << bit;
        }
    }
}

}  // namespace sitrep::understand::english
