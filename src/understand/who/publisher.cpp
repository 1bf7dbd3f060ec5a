#include "understand/who/publisher.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "text/normalise.hpp"
#include "understand/names/register.hpp"
#include "understand/one_of.hpp"
#include "understand/phrases.hpp"

namespace sitrep::understand {

namespace {

using Names = std::unordered_map<std::string, std::string_view>;

// The sides of the register by the names that they have in both languages, and the agencies that speak for one.
const Names& sides()
{
    static const Names all = [] {
        Names built{{"amaq", "ISIS"}, {text::normalise("أعماق"), "ISIS"}, {"al-naba", "ISIS"}};
        for (const RegisteredActor& actor : actor_register()) {
            if (actor.adjective || actor.ambiguous || actor.source_only || !(is_insurgent(actor.side) || is_force(actor.side))) continue;
            for (const auto* names : {&actor.english, &actor.arabic})
                for (const std::string_view name : *names) built.emplace(text::normalise(name), actor.name);
        }
        return built;
    }();
    return all;
}

std::string_view parent_of(std::string_view name)
{
    static const std::unordered_map<std::string_view, std::string_view> parents = [] {
        std::unordered_map<std::string_view, std::string_view> all;
        for (const RegisteredActor& actor : actor_register())
            if (!actor.parent.empty()) all.emplace(actor.name, actor.parent);
        return all;
    }();
    const auto found = parents.find(name);
    return found == parents.end() ? std::string_view() : found->second;
}

// "JNIM media", "press office of the SDF", "بيان الجيش": words of an office that speaks for its side. With any other ("Peshmerga Today",
// "Friends of Hezbollah") somebody may write about it.
bool is_of_an_office(std::string_view word)
{
    constexpr std::array<std::string_view, 26> english{"press", "media", "office", "centre", "center", "statement", "statements", "of", "the", "official",
                                                       "communique", "communiqué", "spokesman", "spokesperson", "release", "public", "affairs", "information",
                                                       "command", "general", "bureau", "channel", "telegram", "'s", "agency", "military"};
    constexpr std::array<std::string_view, 12> arabic{"بيان", "المكتب", "الاعلامي", "المركز", "اعلام", "الاعلام",
                                                      "الناطق", "باسم", "قناه", "وكاله", "الحربي", "الرسمي"};
    return is_one_of(english, word) || is_one_of(arabic, word);
}

// The side whose name a publisher's words begin with, or have behind words such as "statement of": the longest.
std::string_view side_that_publishes(std::string_view publisher)
{
    constexpr std::size_t words_max = 8;
    const std::string normal = text::normalise(publisher);
    const auto words = split_field(normal, ' ');
    if (words.size() > words_max) return {};
    for (std::size_t length = words.size(); length > 0; --length)
        for (std::size_t first = 0; first + length <= words.size(); ++first) {
            std::string name(words[first]);
            for (std::size_t at = first + 1; at < first + length; ++at) name += ' ' + std::string(words[at]);
            const auto found = sides().find(name);
            if (found == sides().end()) continue;
            const bool alone = std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first), is_of_an_office) &&
                               std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first + length), words.end(), is_of_an_office);
            return alone ? found->second : std::string_view();
        }
    return {};
}

}  // namespace

bool publishes(std::string_view publisher, std::string_view name)
{
    if (publisher.empty() || name.empty()) return false;
    const std::string_view side = side_that_publishes(publisher);
    return !side.empty() && (side == name || parent_of(name) == side);
}

}  // namespace sitrep::understand
