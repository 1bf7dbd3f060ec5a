// Any bytes after the beginning of a web archive.
#include "read/run.hpp"
#include "text/normalise.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sitrep::read;
    const std::string bytes = "WARC/1.1\r\n" + std::string(reinterpret_cast<const char*>(data), size);
    const Options options;
    const Sink sink = [](sitrep::Result<sitrep::Received> received) {
        if (received && !sitrep::text::is_valid_utf8(received->report.document)) std::abort();
        return true;
    };
    Run run(options, sink, [&] { return bytes.size(); });
    MemoryBytes memory(bytes);
    Buffered in(memory);
    read_warc(in, {.origin = "fuzz.warc", .name = {}, .url = {}, .content_type = {}}, run);
    return 0;
}
