// A batch as the contract shows it.
#pragma once

#include "serve/api/intake.hpp"
#include "serve/api/json.hpp"

namespace sitrep::serve {

Json batch_json(const Batch& batch);
Json refusal_json(const store::Refusal& refusal);
/// An http or https address without blanks or quotes.
bool is_web_address(std::string_view text);

}  // namespace sitrep::serve
