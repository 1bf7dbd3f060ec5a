#include "understand/figures/figure_wholes.hpp"

#include <algorithm>
#include <numeric>

namespace sitrep::understand {

namespace {

// "Nine died: the one clan counted five dead, the other four": with another number of its sentence the part is the whole that is told before both.
bool makes_it_with_another(std::span<const Figure> figures, std::size_t part, std::size_t whole)
{
    const Figure &some = figures[part], &all = figures[whole];
    const bool told_once = std::ranges::count_if(figures, [&](const Figure& each) { return each.low == some.low && each.high == some.high; }) == 1;
    const bool before = all.cue->sentence == some.cue->sentence && all.cue->tokens.first < some.cue->tokens.first;
    if (some.low <= 0 || !told_once || (all.cue->sentence == some.cue->sentence && !before)) return false;
    return std::ranges::any_of(figures, [&](const Figure& rest) {
        const TollCue& other = *rest.cue;
        const bool beside = &rest != &some && &rest != &all && other.sentence == some.cue->sentence && (!before || other.tokens.first > all.cue->tokens.first);
        return beside && other.doubt == 0 && !other.one_person && some.low + rest.low == all.low;
    });
}

// "Mines kill ten": nine by the first, one by the second.
bool makes_it_with_others(const Material& material, const std::vector<Segment>& segments, std::span<const Figure> figures, std::span<const std::int64_t> elsewhere,
                          std::size_t part, std::size_t whole)
{
    const std::int64_t missing = figures[whole].low - figures[part].low;
    const bool titled = segments[figures[whole].segment].in_title;
    const std::uint32_t opening = material.report.title().empty() ? 0 : 1;  // the sentence that opens the report
    if (!titled && (figures[whole].cue->sentence > opening || figures[whole].cue->tokens.first > figures[part].cue->tokens.first)) return false;
    const bool all = std::accumulate(elsewhere.begin(), elsewhere.end(), std::int64_t{0}) == missing;
    return missing > 0 && (all || std::ranges::find(elsewhere, missing) != elsewhere.end());
}

}  // namespace

bool is_whole_of(const Material& material, const std::vector<Segment>& segments, std::span<const Figure> figures, std::span<const std::int64_t> elsewhere, std::size_t part,
                 std::size_t whole)
{
    return makes_it_with_another(figures, part, whole) || makes_it_with_others(material, segments, figures, elsewhere, part, whole);
}

bool counts_others_too(const Material& material, const std::vector<Segment>& segments, std::span<const Figure> figures, std::span<const std::int64_t> elsewhere,
                       std::size_t whole)
{
    for (std::size_t part = 0; part < figures.size(); ++part) {
        const TollCue& own = *figures[part].cue;
        const bool told = own.low > 0 && own.doubt == 0 && own.act != none && !segments[figures[part].segment].in_title;
        if (told && makes_it_with_others(material, segments, figures, elsewhere, part, whole)) return true;
    }
    return false;
}

}  // namespace sitrep::understand
