// Knox's table as a picture: one box for each band of distance and time, darker the more it exceeds chance.
#pragma once

#include "analyse/repeat/knox.hpp"
#include "publish/labels.hpp"

#include <string>

namespace sitrep::publish {

/// Boxes that chance can explain (p above 0.05) are hatched; each box holds ratio, pairs and expected pairs. Distances are km, times whole
/// days. Right to left in Arabic.
std::string knox_picture(const analyse::KnoxTable& table, Edition edition);

/// "0 to under 1 km", "25 km and more"; "same day", "1–3 days", "15 days and more".
std::string distance_band_words(const analyse::KnoxTable& table, std::size_t band, Edition edition);
std::string time_band_words(const analyse::KnoxTable& table, std::size_t band, Edition edition);

/// A p for readers: two decimals, "<0.01" below.
std::string p_words(double p);
/// The same with its letter, for sentences: "p = 0.03", "p < 0.01".
std::string p_equation(double p);
inline constexpr double beyond_chance_p = 0.05;

}  // namespace sitrep::publish
