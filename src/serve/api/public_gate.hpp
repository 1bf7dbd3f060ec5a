// The gate as the server sets it up for what is about to leave.
#pragma once

#include "publish/gate.hpp"
#include "serve/api/app.hpp"

#include <vector>

namespace sitrep::serve {

/// Knows every person's words of the library, and which villages rule L2 lets through among these incidents.
publish::Gate gate_of(Call& call, const std::vector<Incident>& incidents);

}  // namespace sitrep::serve
