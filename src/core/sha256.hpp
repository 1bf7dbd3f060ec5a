// The SHA-256 of a document's bytes: what makes two documents the same.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

struct Sha256 {
    std::array<std::uint8_t, 32> bytes{};
    friend auto operator<=>(const Sha256&, const Sha256&) = default;
    std::string hex() const;
    static std::optional<Sha256> from_hex(std::string_view hex);
};

}  // namespace sitrep
