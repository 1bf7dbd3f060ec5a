#include "understand/names/told_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

#include "text/normalise.hpp"
#include "understand/names/registered_names.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char in_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// "NPA" of "New People's Army", "AQAP" of "al-Qaeda in the Arabian Peninsula": each letter opens a word, in this order; words may be passed over, the first not.
bool are_initials(std::string_view letters, std::string_view name)
{
    constexpr std::size_t fewest = 3;
    if (letters.size() < fewest || !printed_in_capitals(letters) || !std::ranges::all_of(letters, is_letter)) return false;
    std::size_t found = 0;
    bool opens = true, first = true;
    for (const char c : name) {
        if (!is_letter(c)) {
            opens = opens || c != '\'';
            continue;
        }
        if (opens && found < letters.size() && in_small(c) == in_small(letters[found])) ++found;
        else if (opens && first) return false;
        opens = first = false;
    }
    return found == letters.size();
}

// "Houthi rebels", "soldiers of the Caliphate": its people are told by it. "Da3sh": its name, hidden from filters.
bool tells_more_or_less(std::string_view name)
{
    constexpr std::array<std::string_view, 22> people{"rebels", "movement", "militants", "fighters", "men", "gunmen", "insurgents", "terrorists", "members", "forces", "troops",
                                                      "soldiers", "drones", "drone", "jets", "jet", "warplanes", "aircraft", "helicopters", "militias", "network", "group"};
    const std::string normal = text::normalise(name);
    const std::string_view all = normal;
    if (is_one_of(people, all.substr(all.rfind(' ') + 1)) || is_one_of(people, all.substr(0, all.find(' ')))) return true;
    return std::ranges::any_of(name, is_digit) && !printed_in_capitals(name);
}

// "UPC (CAR)": what is in brackets tells it from others of the register.
std::string_view without_brackets(std::string_view canonical)
{
    const auto bracket = canonical.find(" (");
    return bracket == std::string_view::npos ? canonical : canonical.substr(0, bracket);
}

std::vector<RegisteredName> names_told(const text::Document& document, std::string_view canonical)
{
    std::vector<RegisteredName> told;
    for (std::uint32_t at = 0; at < document.tokens().size(); ++at) {
        const auto name = registered_name_at(document, at);
        if (!name) continue;
        at = name->tokens.last - 1;
        if (name->actor->name == canonical && !tells_more_or_less(name->as_listed)) told.push_back(*name);
    }
    return told;
}

}  // namespace

std::string_view told_name_of(const Material& material, std::string_view canonical, Tokens words)
{
    const std::string_view listed = without_brackets(canonical);
    const auto told = names_told(material.document, canonical);
    if (told.empty() || told.front().actor->kind.starts_with("state")) return listed;
    // "The Gaitanist Self-Defence Forces (AGC)": the letters are what it is known by; else what the doer is called, else the fullest.
    const auto rank = [&](const RegisteredName& name) {
        const bool letters = printed_in_capitals(name.as_listed), here = words.overlaps(name.tokens);
        return std::tuple(letters, here, name.as_listed.size());
    };
    const RegisteredName best = std::ranges::max(told, {}, rank);
    const std::string known = text::normalise(listed);
    const auto is_same = [&](const RegisteredName& name) {
        const bool fuller = text::normalise(name.as_listed).find(known) != std::string::npos;  // "Viv Ansanm coalition"
        return fuller || are_initials(listed, name.as_listed) || are_initials(name.as_listed, listed);
    };
    const bool letters_in_brackets = listed.size() < canonical.size() && printed_in_capitals(best.as_listed);  // "Free Life Party (PJAK)"
    return std::ranges::any_of(told, is_same) && !letters_in_brackets ? listed : best.as_listed;
}

}  // namespace sitrep::understand
