// JSON written straight into a string: the extraction line is on the path of every report.
#pragma once

#include "core/place.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// Writes keys and values in the order given and sets the commas. The caller opens and closes in pairs.
class JsonText {
public:
    JsonText& open(char bracket);   ///< '{' or '['
    JsonText& close(char bracket);  ///< '}' or ']'
    JsonText& key(std::string_view name);
    JsonText& value(std::string_view text);
    JsonText& value(const char* text) { return value(std::string_view(text)); }
    JsonText& value(const std::string& text) { return value(std::string_view(text)); }
    JsonText& value(std::int64_t number);
    template <std::same_as<bool> Bool>
    JsonText& value(Bool truth) { return raw(truth ? "true" : "false"); }
    JsonText& fraction(double number, int decimals);
    JsonText& null() { return raw("null"); }
    /// Null for an empty text: what is not known.
    JsonText& known(std::string_view text) { return text.empty() ? null() : value(text); }
    JsonText& latitude_longitude(const std::optional<LatLon>& point);  ///< "lat":…,"lon":… or two nulls

    std::string take() { return std::move(out_); }

private:
    JsonText& raw(std::string_view text);
    void separate();

    std::string out_;
    bool first_ = true;  ///< nothing written yet since the last opening bracket or key
};

}  // namespace sitrep
