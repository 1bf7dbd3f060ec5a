#include "understand/figures/spared.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

constexpr std::uint32_t behind_within = 6, trying_within = 4;

bool is_tried(const text::Document& document, const ActCue& act)
{
    constexpr std::array<std::string_view, 17> trying{"try",   "tries",  "tried",   "trying",  "attempt", "attempts", "attempted", "attempting", "failed",
                                                     "حاول", "حاولوا", "حاولت", "يحاول", "حاولا", "محاوله", "محاولات", "بمحاوله"};
    const std::uint32_t begin = document.sentences()[act.sentence].first;
    const auto& tokens = document.tokens();
    for (std::uint32_t at = std::max(begin, act.tokens.first > trying_within ? act.tokens.first - trying_within : 0); at < act.tokens.last; ++at)
        if (is_one_of(trying, tokens[at].normal)) return true;
    return false;
}

}  // namespace

bool was_spared(const text::Document& document, const std::vector<ActCue>& acts, Tokens people)
{
    const std::uint32_t begin = document.sentences()[document.sentence_of(people.first)].first;
    auto act = std::lower_bound(acts.begin(), acts.end(), people.first, [](const ActCue& each, std::uint32_t token) { return each.tokens.first < token; });
    if (act == acts.begin()) return false;
    --act;
    if (act->tokens.first < begin || act->tokens.last + behind_within < people.first || act->tokens.last > people.first) return false;
    const bool kills = act->kills || act->kind == IncidentKind::assassination_or_targeted_killing;
    const bool which = act->tokens.first > begin && document.tokens()[act->tokens.first - 1].normal == "ما";  // ما خلّف قتيلاً
    const bool denied = act->reality == Reality::negated && !which;
    const bool not_done = denied || act->reality == Reality::planned || act->reality == Reality::threatened || act->reality == Reality::foiled;
    return kills && (not_done || is_tried(document, *act));
}

}  // namespace sitrep::understand
