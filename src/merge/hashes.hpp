// Hashes that are the same on every machine and for ever: they are stored.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::merge {

/// Finaliser of MurmurHash3 (Appleby): every input bit reaches every output bit.
inline std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdULL;
    value = (value ^ (value >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

/// FNV-1a.
inline std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t value = 0xcbf29ce484222325ULL;
    for (const char byte : text) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return value;
}

/// Never 0, which stands for nothing.
inline std::uint32_t short_hash(std::string_view text)
{
    const auto value = static_cast<std::uint32_t>(mixed(hash_of(text)));
    return value == 0 ? 1 : value;
}

}  // namespace sitrep::merge
