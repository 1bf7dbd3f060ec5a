// Text made safe for the place it is put in.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::publish {

std::string html_escaped(std::string_view text);
/// For Markdown cells and lines: pipes, emphasis signs, brackets and angle brackets are taken literally.
std::string markdown_escaped(std::string_view text);

}  // namespace sitrep::publish
