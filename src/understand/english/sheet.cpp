#include "understand/english/sheet.hpp"

#include <algorithm>

namespace sitrep::understand::english {

namespace {

void index_hits(const std::vector<Hit>& hits, std::vector<std::uint32_t>& by_token)
{
    for (std::uint32_t i = 0; i < hits.size(); ++i)
        for (std::uint32_t token = hits[i].first; token < hits[i].last; ++token) by_token[token] = i + 1;
}

}  // namespace

Sheet::Sheet(const text::Document& parsed, const Context& found)
    : document(parsed),
      context(found),
      lexicon(Lexicon::get()),
      ids(lexicon.words().of(parsed)),
      acts(lexicon.acts().find(parsed, ids)),
      weapons(lexicon.weapons().find(parsed, ids)),
      count_at(ids.size(), 0),
      group_at(ids.size(), 0),
      act_at(ids.size(), 0),
      weapon_at(ids.size(), 0)
{
    std::erase_if(acts, [&](const Hit& hit) { return context.in_place[hit.first] != 0 && hit.last - hit.first == 1; });
    index_hits(acts, act_at);
    part_things_from_acts(*this);
    std::fill(act_at.begin(), act_at.end(), 0);
    index_hits(acts, act_at);
    index_hits(weapons, weapon_at);
    for (std::size_t marker = 0; marker < markers; ++marker) marks[marker] = lexicon.marker(static_cast<Marker>(marker)).find(parsed, ids);
    find_counts(*this);
    find_groups(*this);
}

bool Sheet::marked(Marker which, std::uint32_t first, std::uint32_t last) const
{
    const auto& hits = marks[static_cast<std::size_t>(which)];
    const auto at = std::lower_bound(hits.begin(), hits.end(), first, [](const Hit& hit, std::uint32_t token) { return hit.first < token; });
    return at != hits.end() && at->first < last;
}

}  // namespace sitrep::understand::english
