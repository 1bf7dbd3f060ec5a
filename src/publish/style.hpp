// The style of every page that publish writes: one type scale, system fonts, good on paper.
#pragma once

#include <string_view>

namespace sitrep::publish {

std::string_view style_sheet();

}  // namespace sitrep::publish
