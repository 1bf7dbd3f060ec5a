// Any bytes as a Telegram export.
#include "read/parts.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sitrep;
    read::Piece piece{.origin = "fuzz", .name = "fuzz", .url = {}, .content_type = {}, .bytes = {}, .header = {}};
    piece.bytes.assign(reinterpret_cast<const char*>(data), size);
    std::size_t answers = 0;
    read::read_telegram(std::move(piece), {}, [&](Result<Received> received) {
        ++answers;
        if (received && received->report.text_begin > received->report.document.size()) {
            std::abort();
        }
        return true;
    });
    return 0;
}
