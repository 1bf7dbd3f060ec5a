// What an export is made from besides its incidents, gathered from a library and a gazetteer: for the command line and the server alike.
#pragma once

#include "place/gazetteer.hpp"
#include "publish/export.hpp"
#include "store/store.hpp"

#include <span>
#include <string>

namespace sitrep::serve {

/// What a format needs: outlines for CAP, times for the feed, changes since the month's last edition for the sheet of XLSX. The incidents
/// stay the caller's. `month` like "2025-09" and `area` as editions have it; an empty month means no whole month, and so no edition to compare with.
publish::ExportInput export_input(publish::ExportFormat format, std::span<const Incident> incidents, const store::Store& library,
                                  const place::Gazetteer& gazetteer, const std::string& month, const std::string& area);

/// "incidents.xlsx": the ending that programs know the format by, behind a name.
std::string file_name_of(publish::ExportFormat format, const std::string& stem);
/// The media type that it is sent as.
std::string media_type_of(publish::ExportFormat format);

}  // namespace sitrep::serve
