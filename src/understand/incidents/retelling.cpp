#include "understand/incidents/retelling.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

bool is_told(const ActCue& act) { return act.reality == Reality::happened && !act.added && act.strength != Strength::weak; }

}  // namespace

bool tells_only_unreal(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const auto& acts = material.cues.acts;
    return any_in_episode(acts, segments, episode, [](const ActCue& act) { return act.unreal; }) && !any_in_episode(acts, segments, episode, is_told);
}

bool is_recalled(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    const auto recalled = [](const ActCue& act) { return act.recalled; };
    const auto told = [](const ActCue& act) { return is_told(act) && !act.recalled; };
    return any_in_episode(material.cues.acts, segments, episode, recalled) && !any_in_episode(material.cues.acts, segments, episode, told);
}

namespace {

// "Over [Sunday's] bombing", "for the [2014] attack"; not "on Monday for killing five".
bool is_of_the_deed(const text::Document& document, std::uint32_t from, std::uint32_t deed)
{
    constexpr std::uint32_t words_between = 3;
    constexpr std::array<std::string_view, 5> ties{"for", "over", "of", "ذكري", "الذكري"};
    if (from + words_between < deed) return false;
    for (std::uint32_t at = from; at < deed; ++at)
        if (is_one_of(ties, document.tokens()[at].normal)) return false;
    return true;
}

}  // namespace

bool dates_the_recalling(const Material& material, const std::vector<Segment>& segments, const Episode& episode, std::uint32_t date)
{
    constexpr std::chrono::days lately{8};
    const ContextDate& chosen = material.context.dates[date];
    std::uint32_t first = none;  // of the deed's own words in the sentence of the date
    any_in_episode(material.cues.acts, segments, episode, [&](const ActCue& act) {
        if (act.recalled && act.sentence == chosen.sentence) first = std::min(first, act.tokens.first);
        return false;
    });
    if (first != none && chosen.tokens.first < first) return !is_of_the_deed(material.document, chosen.tokens.last, first);
    const auto day = chosen.mention->range.first_day();
    return chosen.mention->range.precision == DatePrecision::day && day && material.report.published && *day + lately >= material.report.published->day;
}

}  // namespace sitrep::understand
