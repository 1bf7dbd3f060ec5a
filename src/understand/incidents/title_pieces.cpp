#include "understand/incidents/title_pieces.hpp"

#include <algorithm>

#include "understand/incidents/relations.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t places_max = 12;  // of an episode that are compared; bounds the work on hostile text

bool is_title(const std::vector<Segment>& segments, const Episode& episode)
{
    return std::ranges::all_of(episode.segments, [&](std::uint32_t index) { return segments[index].in_title; });
}

std::vector<const PlaceMention*> places_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    std::vector<const PlaceMention*> places;
    for (const std::uint32_t index : episode.segments)
        for (const std::uint32_t place : segments[index].places)
            if (places.size() < places_max) places.push_back(material.context.places[place].mention);
    return places;
}

bool is_same(const Material& material, const PlaceMention& a, const PlaceMention& b)
{
    if (a.place.is_resolved() && b.place.is_resolved()) return a.place.gazetteer_id == b.place.gazetteer_id;
    return material.document.words(a.name_span) == material.document.words(b.name_span);
}

Profile profile_of(const Material& material, const std::vector<Segment>& segments, const Episode& episode)
{
    Profile profile;
    for (const std::uint32_t index : episode.segments) add(profile, material, segments[index]);
    return profile;
}

// The incident of the text that has all places of a title, and of several the one most like it.
std::size_t told_again_in(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, const Episode& title)
{
    const auto places = places_of(material, segments, title);
    std::size_t best = episodes.size();
    if (places.empty()) return best;
    const Profile told = profile_of(material, segments, title);
    double least = 0;
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        if (is_title(segments, episodes[i])) continue;
        const auto others = places_of(material, segments, episodes[i]);
        const auto recurs = [&](const PlaceMention* place) {
            return std::ranges::any_of(others, [&](const PlaceMention* other) { return is_same(material, *place, *other); });
        };
        if (!std::ranges::all_of(places, recurs)) continue;
        const Profile now = profile_of(material, segments, episodes[i]);
        const double apart = weigh_tolls(material, told, now) + weigh_methods(told, now);
        if (best < episodes.size() && apart >= least) continue;
        best = i;
        least = apart;
    }
    return best;
}

}  // namespace

void join_title_pieces(const Material& material, const std::vector<Segment>& segments, std::vector<Episode>& episodes)
{
    for (std::size_t i = 0; i < episodes.size();) {
        const std::size_t same = is_title(segments, episodes[i]) ? told_again_in(material, segments, episodes, episodes[i]) : episodes.size();
        if (same == episodes.size()) {
            ++i;
            continue;
        }
        auto& joined = episodes[same].segments;
        joined.insert(joined.begin(), episodes[i].segments.begin(), episodes[i].segments.end());
        std::ranges::sort(joined);
        episodes.erase(episodes.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace sitrep::understand
