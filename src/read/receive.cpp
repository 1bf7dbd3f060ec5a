// A document with the hash of its bytes.
#include "read/parts.hpp"

#include <openssl/sha.h>

namespace sitrep::read {

Received receive(Report report, std::string bytes, Format format, std::string origin)
{
    Received received{.report = std::move(report), .original = {.bytes = std::move(bytes), .hash = {}, .format = format, .origin = std::move(origin)}};
    const std::string& hashed = received.original.bytes;
    SHA256(reinterpret_cast<const unsigned char*>(hashed.data()), hashed.size(), received.original.hash.bytes.data());
    return received;
}

}  // namespace sitrep::read
