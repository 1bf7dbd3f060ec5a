// Passwords, cookies and tokens: argon2id and random words, by libsodium.
#pragma once

#include "core/sha256.hpp"

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace sitrep::serve {

/// What one guess at a password costs (RFC 9106). Kept inside each hash, so that it can rise later.
struct PasswordCost {
    unsigned long long passes = 3;
    std::size_t memory_bytes = std::size_t{64} << 20;
};

/// One password at a time is hashed in the whole program: guessing costs the server one core and the memory of one hash.
std::string hashed_password(std::string_view password, const PasswordCost& cost);
bool is_password(const std::string& hash, std::string_view password);

/// 256 random bits in 43 letters, digits, "-" and "_".
std::string random_secret();
/// Four groups of four letters that are not mistaken for each other, for reading off a terminal: 80 bits.
std::string random_word();
Sha256 hash_of(std::string_view secret);
/// Twenty letters that change with the bytes: what an ETag needs. BLAKE2b, because libsodium's SHA-256 took a fourteenth of all that the server does.
std::string fingerprint_of(std::string_view bytes);
/// In a time that does not tell how much of it is right.
bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace sitrep::serve
