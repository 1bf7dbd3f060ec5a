#include "analyse/undercount/source_lists.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace sitrep::analyse {
namespace {

struct Together {
    std::int64_t incidents = 0, dependent = 0;
};

std::map<SourceId, std::int64_t> incidents_by_source(std::span<const Telling> tellings)
{
    std::map<SourceId, std::int64_t> out;
    for (const Telling& telling : tellings)
        for (const SourceId source : telling.sources) ++out[source];
    return out;
}

/// Counts incidents that any of the sources tells.
std::int64_t told_by(std::span<const Telling> tellings, const std::vector<SourceId>& sources)
{
    return std::count_if(tellings.begin(), tellings.end(), [&](const Telling& telling) {
        return std::any_of(telling.sources.begin(), telling.sources.end(), [&](SourceId id) { return std::binary_search(sources.begin(), sources.end(), id); });
    });
}

}  // namespace

Telling telling_of(const Event& event)
{
    Telling out{event.sources, std::vector<std::size_t>(event.sources.size())};
    if (event.independent_sources != 1) std::iota(out.group.begin(), out.group.end(), std::size_t{0});
    return out;
}

std::vector<std::vector<SourceId>> source_families(std::span<const Telling> tellings)
{
    std::map<std::pair<SourceId, SourceId>, Together> pairs;
    for (const Telling& telling : tellings)
        for (std::size_t i = 0; i < telling.sources.size(); ++i)
            for (std::size_t j = i + 1; j < telling.sources.size(); ++j) {
                Together& pair = pairs[std::minmax(telling.sources[i], telling.sources[j])];
                ++pair.incidents;
                if (telling.group[i] == telling.group[j]) ++pair.dependent;
            }
    std::map<SourceId, SourceId> head;
    for (const auto& [source, incidents] : incidents_by_source(tellings)) head[source] = source;
    for (const auto& [both, pair] : pairs) {
        if (2 * pair.dependent < pair.incidents) continue;
        const SourceId into = std::min(head[both.first], head[both.second]), from = std::max(head[both.first], head[both.second]);
        if (into == from) continue;
        for (auto& [source, its] : head)
            if (its == from) its = into;
    }
    std::map<SourceId, std::vector<SourceId>> by_head;
    for (const auto& [source, its] : head) by_head[its].push_back(source);
    std::vector<std::pair<std::int64_t, std::vector<SourceId>>> sized;
    for (auto& [first, members] : by_head) {
        const std::int64_t told = told_by(tellings, members);
        sized.emplace_back(told, std::move(members));
    }
    std::sort(sized.begin(), sized.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<std::vector<SourceId>> families;
    for (auto& [told, members] : sized) families.push_back(std::move(members));
    return families;
}

SourceLists source_lists(std::span<const Telling> tellings, const std::function<std::string(SourceId)>& name, Provenance& provenance)
{
    auto families = source_families(tellings);
    const auto told = incidents_by_source(tellings);
    std::vector<std::vector<SourceId>> lists;
    std::vector<SourceId> rest;
    std::size_t families_in_rest = 0;
    std::int64_t joined = 0;
    const bool all_fit = families.size() <= source_lists_max;
    for (auto& family : families) {
        const bool large = told_by(tellings, family) >= list_incidents_min;
        if (large && (all_fit || lists.size() + 1 < source_lists_max)) {
            if (family.size() > 1) joined += std::int64_t(family.size());
            lists.push_back(std::move(family));
        } else {
            ++families_in_rest;
            rest.insert(rest.end(), family.begin(), family.end());
        }
    }
    std::sort(rest.begin(), rest.end());
    const bool rest_is_list = told_by(tellings, rest) >= list_incidents_min;
    std::vector<std::string> names;
    for (const auto& list : lists) {
        const SourceId largest = *std::max_element(list.begin(), list.end(), [&](SourceId a, SourceId b) { return told.at(a) < told.at(b); });
        names.push_back(list.size() == 1 ? name(largest) : name(largest) + " +" + std::to_string(list.size() - 1));
    }
    if (rest_is_list) {
        names.push_back(families_in_rest == 1 ? name(rest.front()) : std::string());
        lists.push_back(std::move(rest));
    }
    SourceLists out{OverlapTable(std::move(names)), std::move(lists), std::int64_t(tellings.size()), joined, rest_is_list && families_in_rest > 1};
    std::map<SourceId, std::size_t> list_of;
    for (std::size_t i = 0; i < out.members.size(); ++i)
        for (const SourceId source : out.members[i]) list_of[source] = i;
    for (const Telling& telling : tellings) {
        ListSet pattern = 0;
        for (const SourceId source : telling.sources)
            if (const auto list = list_of.find(source); list != list_of.end()) pattern |= ListSet{1} << list->second;
        if (pattern != 0)
            ++out.table.counts[pattern];
        else
            provenance.leave_out("told only by sources with too few incidents to be a list");
    }
    return out;
}

}  // namespace sitrep::analyse
