// The features of a GeoJSON file, one by one: what is wrong with one is noted, and the rest goes on.
#pragma once

#include "place/import/sources.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace sitrep::place {

/// `take(feature, where)` may throw nlohmann::json::exception.
template <class Take>
void for_each_feature(std::string_view bytes, ImportCounts& counts, Take take)
{
    using nlohmann::json;
    json features;
    try {
        features = std::move(json::parse(bytes).at("features"));
    }
    catch (const json::exception& error) {
        return fault(counts, {counts.file.string(), fmt::format("is no GeoJSON: {}", error.what())});
    }
    for (const auto& feature : features) {
        ++counts.rows;
        const auto where = fmt::format("{}, feature {}", counts.file.string(), counts.rows);
        try {
            take(feature, where);
        }
        catch (const json::exception& error) {
            fault(counts, {where, fmt::format("is no GeoJSON feature: {}", error.what())});
        }
    }
}

}  // namespace sitrep::place
