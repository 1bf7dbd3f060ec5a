// A document with the hash of its bytes.
#include "read/parts.hpp"

#include <sodium.h>

namespace sitrep::read {

Received receive(Report report, std::string bytes, Format format, std::string origin)
{
    Received received{.report = std::move(report), .original = {.bytes = std::move(bytes), .hash = {}, .format = format, .origin = std::move(origin)}};
    const std::string& hashed = received.original.bytes;
    crypto_hash_sha256(received.original.hash.bytes.data(), reinterpret_cast<const unsigned char*>(hashed.data()), hashed.size());
    return received;
}

}  // namespace sitrep::read
