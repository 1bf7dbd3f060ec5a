// Lists that stand in one column as JSON, an array of arrays: read by their values in order, as a statement's columns are.
#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {
class JsonText;
}

namespace sitrep::store {

/// One inner array. A value that is missing or of another type throws what for_each_json_row() turns into a LibraryError.
class JsonRow {
public:
    explicit JsonRow(const void* row) : row_(row) {}

    bool more() const;  ///< is there another value?
    std::int64_t integer();
    std::optional<std::int64_t> optional_integer();
    std::string text();
    std::optional<std::string> optional_text();
    Span span();
    std::optional<Span> optional_span();

private:
    const void* row_;  ///< the library's array
    std::size_t at_ = 0;
};

/// Calls `take` with every inner array. Throws LibraryError when the text is not such a list.
void for_each_json_row(std::string_view json, const std::function<void(JsonRow&)>& take);

/// Two values, null when there is no span.
void add_span(JsonText& json, const std::optional<Span>& span);

}  // namespace sitrep::store
