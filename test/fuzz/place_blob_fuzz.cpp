// A gazetteer file with any bytes changed, or cut at any length: refused, or harmless. Each six bytes of input are one
// change; an input of an odd length also cuts the file.
#include "place/gazetteer.hpp"
#include "place/mentions.hpp"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// SITREP_GAZETTEER, or the file of the build this program stands in (build/fuzz/fuzz/place_…).
std::filesystem::path built_blob()
{
    if (const char* given = std::getenv("SITREP_GAZETTEER")) return given;
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "gazetteer.blob";
}

constexpr std::size_t change_bytes = 6;
constexpr std::uint64_t header_bytes = 256;

struct Copy {
    std::filesystem::path path;
    int file = -1;
    std::uint64_t size = 0;
    Copy()
    {
        const auto blob = built_blob();
        path = std::filesystem::temp_directory_path() / ("sitrep-place-fuzz-" + std::to_string(::getpid()));
        if (std::filesystem::exists(blob))
            std::filesystem::copy_file(blob, path, std::filesystem::copy_options::overwrite_existing);
        else
            std::ofstream{path} << std::string(2 * header_bytes, 'S');
        file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
        size = std::filesystem::file_size(path);
    }
    ~Copy()
    {
        ::close(file);
        std::filesystem::remove(path);
    }
};

void use(const sitrep::place::Gazetteer& gazetteer)
{
    using namespace sitrep;
    const std::string text = "Gunmen attacked shepherds in the desert near al-Sukhna, eastern Homs. هاجم مسلحون حاجزا في بلدة السخنة بريف حمص الشرقي.";
    const auto document = text::Document::parse(text, 0, Language::english);
    for (const auto& mention : place::find_places(document, gazetteer).mentions)
        if (mention.span.start >= mention.span.end || mention.span.end > text.size()) std::abort();
    gazetteer.find("Deir ez-Zor", {"SY", "SY-DY", {}}, 5);
    gazetteer.find("Sokhneh", {}, 5);
    gazetteer.admin1_at(*LatLon::from_degrees(35.0, 40.4));
    gazetteer.admin1_outlines("SY");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Copy copy;
    std::vector<std::pair<off_t, char>> before;
    for (std::size_t at = 0; at + change_bytes <= size; at += change_bytes) {
        std::uint32_t where = 0;
        std::memcpy(&where, data + at, sizeof where);
        // The last byte says whether the header is meant, which is small and decides most.
        const auto offset = static_cast<off_t>(where % (data[at + 5] % 2 == 0 ? header_bytes : copy.size));
        char old = 0;
        if (::pread(copy.file, &old, 1, offset) != 1) std::abort();
        before.emplace_back(offset, old);
        const auto fresh = static_cast<char>(data[at + 4]);
        if (::pwrite(copy.file, &fresh, 1, offset) != 1) std::abort();
    }
    if (const auto opened = sitrep::place::Gazetteer::open(copy.path)) use(*opened);
    for (auto change = before.rbegin(); change != before.rend(); ++change)
        if (::pwrite(copy.file, &change->second, 1, change->first) != 1) std::abort();
    return 0;
}
