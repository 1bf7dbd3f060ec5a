// Any bytes as an input of any type: told, decoded, unpacked, cut into pieces and read, as the command line does it.
#include "read/run.hpp"
#include "text/normalise.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sitrep::read;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!sitrep::text::is_valid_utf8(decode(bytes, {}))) std::abort();
    const Options options;
    const Sink sink = [](sitrep::Result<sitrep::Received> received) {
        if (received && !sitrep::text::is_valid_utf8(received->report.document)) std::abort();
        return true;
    };
    Run run(options, sink, [&] { return bytes.size(); });
    MemoryBytes memory(bytes);
    Buffered in(memory);
    const Frame frame{.origin = "fuzz", .name = {}, .url = {}, .content_type = {}};
    // A PDF starts another program: that one's parser is not ours to fuzz.
    if (detect_prefix(in.peek(peek_bytes), size <= peek_bytes, frame) != PieceType::pdf) read_stream(in, frame, run);
    return 0;
}
