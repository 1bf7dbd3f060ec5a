// Inside read/: the text of a page's article without menus, lists of other articles and the rest of the frame.
#pragma once

#include "read/html_tree.hpp"

#include <string>

namespace sitrep::read {

/// A line for each paragraph, heading and list item. All readable text of the page where no article stands out;
/// empty when there is none. A line equal to `title` is left out.
std::string article_text(const HtmlTree& page, const std::string& title);

}  // namespace sitrep::read
