// An undercount as one line of JSON, with everything that its tables show.
#pragma once

#include "publish/undercount_words.hpp"

namespace sitrep::publish {

std::string undercount_json(const analyse::Undercount& undercount);

}  // namespace sitrep::publish
