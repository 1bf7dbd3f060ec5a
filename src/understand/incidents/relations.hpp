// How a stretch of a report stands to an incident told before: what speaks for another one, what for the same, by rule.
#pragma once

#include "understand/assemble.hpp"

namespace sitrep::understand {

/// Ways of doing harm that are not mistaken for each other.
enum class Method { open, attack, air, shell, operation, protest, clash };

/// What is known of an episode so far, or of a segment alone.
struct Profile {
    std::vector<std::uint32_t> places;
    std::vector<std::uint32_t> dates;
    std::vector<Method> methods;
    std::vector<CueIndex> agents;
    std::vector<CueIndex> tolls;
};

/// Adds what a segment tells; bounded.
void add(Profile& profile, const Material& material, const Segment& segment);

inline constexpr double other_date = 3.0, other_place = 2.0;  ///< what the weights below are at most: both are known, and differ

/// Weights, positive for another incident: by the places, days, agents, figures and methods of both, and by the segment's own words.
double weigh_places(const Material& material, const Profile& before, const Profile& now);
double weigh_dates(const Material& material, const Profile& before, const Profile& now);
double weigh_agents(const Material& material, const Profile& before, const Profile& now);
double weigh_tolls(const Material& material, const Profile& before, const Profile& now);
double weigh_methods(const Profile& before, const Profile& now);
double weigh_words(const Material& material, const Segment& segment);

}  // namespace sitrep::understand
