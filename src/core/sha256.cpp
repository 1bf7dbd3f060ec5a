#include "core/sha256.hpp"

namespace sitrep {

std::string Sha256::hex() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(64);
    for (auto byte : bytes) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::optional<Sha256> Sha256::from_hex(std::string_view hex)
{
    if (hex.size() != 64) return std::nullopt;
    auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    Sha256 out;
    for (std::size_t i = 0; i < 32; ++i) {
        const int high = value(hex[2 * i]);
        const int low = value(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out.bytes[i] = std::uint8_t(high * 16 + low);
    }
    return out;
}

}  // namespace sitrep
