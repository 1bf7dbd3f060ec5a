// Inside read/: what a page says about itself: title, day of publication, publisher, address.
#pragma once

#include "core/report.hpp"
#include "read/html_tree.hpp"

#include <optional>
#include <string>

namespace sitrep::read {

struct PageFacts {
    std::string title;
    std::string publisher;
    std::string url;                       ///< canonical
    std::optional<Publication> published;  ///< from metadata only, never from the words of the page
    std::string body;                      ///< the article as structured data has it, or empty
};

PageFacts facts_of(const HtmlTree& page);

/// One <script type="application/ld+json"> of schema.org; what it does not say of an article is empty.
PageFacts facts_of_json_ld(std::string_view json);

}  // namespace sitrep::read
