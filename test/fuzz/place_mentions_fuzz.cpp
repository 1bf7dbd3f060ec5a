// Any bytes, made valid UTF-8, as a document: place mentions stay inside it, in order, none overlapping another.
#include "place/gazetteer.hpp"
#include "place/mentions.hpp"
#include "text/normalise.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace {

/// SITREP_GAZETTEER, or the file of the build this program stands in (build/fuzz/fuzz/place_…).
std::filesystem::path built_blob()
{
    if (const char* given = std::getenv("SITREP_GAZETTEER")) return given;
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "gazetteer.blob";
}

std::optional<sitrep::place::Gazetteer> open_gazetteer()
{
    auto opened = sitrep::place::Gazetteer::open(built_blob());
    if (!opened) return std::nullopt;
    return std::move(*opened);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sitrep;
    static const auto gazetteer = open_gazetteer();
    if (size == 0 || !gazetteer) return 0;
    const auto text = text::to_valid_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
    const auto document = text::Document::parse(text, 0, data[0] % 2 ? Language::english : Language::arabic);
    std::uint32_t before = 0;
    for (const auto& mention : place::find_places(document, *gazetteer).mentions) {
        const bool ordered = mention.span.start >= before && mention.span.start < mention.span.end;
        if (!ordered || mention.span.end > text::length(text) || !mention.span.contains(mention.name_span)) std::abort();
        before = mention.span.end;
    }
    return 0;
}
