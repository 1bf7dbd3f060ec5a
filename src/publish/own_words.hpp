// The words of our own formats: markup, anchors, columns, codes. An extractor that takes one of them for a person
// ("Earlier said …") must not be able to stop every report.
#pragma once

#include <string_view>

namespace sitrep::publish {

/// Separated by spaces and line ends.
std::string_view own_words();

}  // namespace sitrep::publish
