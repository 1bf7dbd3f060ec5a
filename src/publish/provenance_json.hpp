// How an answer came about, as every analysis says it in JSON.
#pragma once

#include "analyse/provenance.hpp"

#include <utility>

namespace sitrep::publish {

/// `Json` is the JSON value of the caller's library, which stays out of headers.
template <class Json>
Json provenance_json(const analyse::Provenance& provenance)
{
    Json left_out = Json::array();
    for (const auto& line : provenance.left_out) left_out.push_back({{"why", line.why}, {"rows", line.rows}});
    return {{"method", provenance.method},
            {"version", provenance.version},
            {"seed", provenance.seed ? Json(*provenance.seed) : Json()},
            {"rows_used", provenance.rows_used},
            {"left_out", std::move(left_out)}};
}

}  // namespace sitrep::publish
