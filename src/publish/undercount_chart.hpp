// The picture of an undercount: which lists tell which incidents, and what the models make of it.
#pragma once

#include "publish/undercount_words.hpp"

namespace sitrep::publish {

/// Names stand beside the rows as they are given. Fit to stand in the report; a file of its own needs as_file() around it.
std::string undercount_chart(Edition edition, const analyse::Undercount& undercount, const std::vector<std::string>& names);

/// The drawing as a file: with a white ground, and the fonts that the report asks for.
std::string as_file(const std::string& svg);

}  // namespace sitrep::publish
