#include "understand/publisher.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "text/normalise.hpp"
#include "understand/one_of.hpp"
#include "understand/phrases.hpp"
#include "understand/register.hpp"

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

// "Peshmerga Today", "ISWAP monitor", "أخبار أزواد": about a side, not its own voice.
bool is_about_them(std::string_view word)
{
    constexpr std::array<std::string_view, 19> about{"today", "monitor", "page", "digest", "review", "brief", "quarterly", "news", "observer", "watch", "times", "tracker", "bulletin",
                                                     "relayed", "tv", "via", "wire", "desk", "note"};
    constexpr std::array<std::string_view, 6> arabic{"اليوم", "الان", "اخبار", "انباء", "مرصد", "عبر"};
    return is_one_of(about, word) || is_one_of(arabic, word);
}

// The side whose name a publisher's words begin with, or have behind words such as "statement of": the longest.
std::string_view side_that_publishes(std::string_view publisher)
{
    constexpr std::size_t words_max = 8;
    const std::string normal = text::normalise(publisher);
    const auto words = split_field(normal, ' ');
    if (words.size() > words_max || std::ranges::any_of(words, is_about_them)) return {};
    for (std::size_t length = words.size(); length > 0; --length)
        for (std::size_t first = 0; first + length <= words.size(); ++first) {
            std::string name(words[first]);
            for (std::size_t at = first + 1; at < first + length; ++at) name += ' ' + std::string(words[at]);
            if (const auto found = sides().find(name); found != sides().end()) return found->second;
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
