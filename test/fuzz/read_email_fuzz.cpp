// Any bytes as a message of e-mail: every report that comes out is valid UTF-8, and nothing is read beyond a bound.
#include "read/parts.hpp"
#include "text/normalise.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    sitrep::read::Piece piece;
    piece.origin = "fuzz.eml";
    piece.bytes.assign(reinterpret_cast<const char*>(data), size);
    sitrep::read::read_email(std::move(piece), {}, [](sitrep::Result<sitrep::Received> received) {
        if (received && !sitrep::text::is_valid_utf8(received->report.document)) std::abort();
        if (!received && received.error().why.empty()) std::abort();
        return true;
    });
    return 0;
}
