// The desk's pages, embedded in the executable.
#pragma once

#include "serve/http/message.hpp"

namespace sitrep::serve {

/// A built file by its path; any other path that names no file is one of the pages that index.html draws. Throws Problem(404, 405).
Response answer_file(const Request& request);

}  // namespace sitrep::serve
