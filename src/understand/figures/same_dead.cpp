#include "understand/figures/same_dead.hpp"

#include <algorithm>
#include <array>

#include "understand/figures/givers.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

// "Two of its own fighters", "three of its men", "lost two men", اثنان من عناصره: who tells it tells of the own side.
bool is_own_loss(const Material& material, const TollCue& toll)
{
    constexpr std::array<std::string_view, 13> own{"own", "قتلانا", "قتلاها", "قتلاه", "صفوفها", "صفوفه",
                                                    "عناصره", "عناصرها", "مقاتليه", "مقاتليها", "رجاله", "مسلحيه", "مسلحيها"};
    constexpr std::array<std::string_view, 4> lose{"lost", "losing", "loses", "lose"};
    constexpr std::array<std::string_view, 2> owners{"its", "their"};
    constexpr std::uint32_t back = 7, ahead = 5, beside = 2;
    const auto& tokens = material.document.tokens();
    const auto& sentence = material.document.sentences()[toll.sentence];
    const std::uint32_t from = std::max(sentence.first, toll.tokens.first > back ? toll.tokens.first - back : 0), next = toll.tokens.last;
    if (next + 1 < sentence.last && tokens[next].normal == "of" && is_one_of(owners, tokens[next + 1].normal)) return true;
    for (std::uint32_t at = from; at < std::min(sentence.last, next + ahead); ++at) {
        if (at >= next && parts_clauses(tokens[at].normal)) return false;
        if (is_one_of(own, tokens[at].normal)) return true;
        if (at < toll.tokens.first && toll.tokens.first - at <= beside && is_one_of(lose, tokens[at].normal)) return true;
    }
    return false;
}

// Whether it is the group that did it; "the group" where it is no force.
bool speaks_for(const Material& material, const SourceCue& source, const ActorCue& doer)
{
    if (!source.name.empty()) return source.name == doer.name;
    constexpr std::array<std::string_view, 8> groups{"group", "movement", "militants", "rebels", "insurgents", "jihadists", "militia", "faction"};
    return !is_force(doer.side) && is_one_of(groups, material.document.tokens()[source.tokens.last - 1].normal);
}

bool is_loss_of_doer(const Material& material, const TollCue& toll, CueIndex perpetrator)
{
    if (perpetrator == none || !is_own_loss(material, toll)) return false;
    const CueIndex giver = giver_of(material, toll);
    return giver != none && speaks_for(material, material.cues.sources[giver], material.cues.actors[perpetrator]);
}

// "Seven died: three by the blast, four by gunfire"
bool make_a_third(std::span<const Figure> figures, const Figure& one, const Figure& other)
{
    if (one.low <= 0 || other.low <= 0 || one.cue->sentence != other.cue->sentence) return false;
    return std::ranges::any_of(figures, [&](const Figure& all) {
        const bool before = all.cue->tokens.first < one.cue->tokens.first && all.cue->tokens.first < other.cue->tokens.first;
        return before && all.cue->doubt == 0 && !all.cue->one_person && all.low == one.low + other.low;
    });
}

// The later one is told as what the number has come to, by the same source or by nobody.
bool replaces(const Material& material, const TollCue& later, const TollCue& earlier)
{
    if (!later.updates || earlier.updates || later.tokens.first < earlier.tokens.first || later.of_attackers != earlier.of_attackers) return false;
    const CueIndex one = giver_of(material, earlier), other = giver_of(material, later);
    return one == none || other == none || is_same_voice(material, one, other);
}

}  // namespace

bool is_some_of_them(const Material& material, const TollCue& toll)
{
    constexpr std::array<std::string_view, 5> of_them{"منهم", "منها", "بينهم", "بينها", "ضمنهم"};
    constexpr std::array<std::string_view, 9> them{"them", "whom", "these", "victims", "dead", "killed", "casualties", "wounded", "those"};
    constexpr std::uint32_t reach = 3;
    const auto& tokens = material.document.tokens();
    const auto& sentence = material.document.sentences()[toll.sentence];
    const std::uint32_t next = toll.tokens.last;
    if (next < sentence.last && tokens[next].normal == "of")
        for (std::uint32_t at = next + 1; at < std::min(sentence.last, next + reach); ++at)
            if (is_one_of(them, tokens[at].normal)) return true;
    if (next < sentence.last && is_one_of(of_them, tokens[next].normal)) return true;
    std::uint32_t before = toll.tokens.first;
    if (before > sentence.first && is_one_of(of_them, tokens[before - 1].normal)) return true;
    if (before > sentence.first && tokens[before - 1].normal == ",") --before;
    if (before < sentence.first + 2 || !is_one_of(them, tokens[before - 1].normal)) return false;
    return tokens[before - 2].normal == "of" || (before >= sentence.first + 3 && tokens[before - 2].normal == "the" && tokens[before - 3].normal == "of");
}

bool is_outdated(const Material& material, std::span<const Figure> figures, std::size_t index)
{
    constexpr std::int64_t times = 10;
    const Figure& old = figures[index];
    const auto has_value = [&](const Figure& each) { return each.low == old.low && each.high == old.high; };
    const auto outdates = [&](const Figure& later, const Figure& each) {
        return later.low > each.high && later.low < times * std::max<std::int64_t>(each.low, 1) && replaces(material, *later.cue, *each.cue);
    };
    // "Nine died, and not seven": of several numbers the one that was given up is none.
    const bool given_up = std::ranges::all_of(figures, [&](const Figure& each) { return !has_value(each) || each.cue->replaced; });
    const auto holds = [](const Figure& each) { return !each.cue->replaced && each.cue->doubt == 0 && !each.cue->one_person && !each.cue->part; };
    if (given_up && std::ranges::any_of(figures, holds)) return true;
    // All that tell the value: "nine died ... the toll rose to twelve ... of the nine".
    return old.low > 0 && std::ranges::all_of(figures, [&](const Figure& each) {
        return !has_value(each) || std::ranges::any_of(figures, [&](const Figure& later) { return outdates(later, each); });
    });
}

bool may_number_the_same(const Material& material, std::span<const Figure> figures, std::size_t one, std::size_t other, CueIndex perpetrator)
{
    const Figure &first = figures[std::min(one, other)], &second = figures[std::max(one, other)];
    if (first.cue->replaced || second.cue->replaced || replaces(material, *second.cue, *first.cue)) return false;
    if (second.low < first.low && is_some_of_them(material, *second.cue)) return false;
    if (make_a_third(figures, first, second)) return false;
    return is_loss_of_doer(material, *first.cue, perpetrator) == is_loss_of_doer(material, *second.cue, perpetrator);
}

}  // namespace sitrep::understand
