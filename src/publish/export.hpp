// The record in the formats of the field. Everything written passes the gate.
#pragma once

#include "publish/gate.hpp"

#include <span>
#include <string>
#include <string_view>

namespace sitrep::publish {

/// One row per incident; ISO dates as text; UTF-8 (RFC 4180). Cells that a spreadsheet would run as a formula are defused.
std::string export_csv(std::span<const Incident> incidents, const Gate& gate);
/// The grade's code; "confirmed" is only said of what a person accepted, else "meets_confirmation_rule".
std::string_view public_grade(const PublicIncident& incident);

/// FeatureCollection (RFC 7946); incidents without a public point have a null geometry.
std::string export_geojson(std::span<const Incident> incidents, const Gate& gate, const std::string& attribution);

}  // namespace sitrep::publish
