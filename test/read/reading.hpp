// What the tests of read/ share: a folder that goes away again, files packed for real, and everything a source gives.
#pragma once

#include "read/source.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::read::testing {

class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "sitrep-read-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }

    const std::filesystem::path& path() const { return path_; }
    std::string file(const std::string& name, std::string_view bytes) const
    {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
        return file.string();
    }

private:
    std::filesystem::path path_;
};

struct Outcome {
    std::vector<Received> reports;
    std::vector<BadInput> refused;
};

inline Outcome read_all(std::vector<std::string> inputs, Options options = {})
{
    Outcome outcome;
    const auto source = open(std::move(inputs), std::move(options));
    while (auto received = source->next()) {
        if (*received) outcome.reports.push_back(std::move(**received));
        else outcome.refused.push_back(received->error());
    }
    return outcome;
}

/// The bytes of one file, or of a whole outcome's texts in order, for short assertions.
inline std::vector<std::string> texts(const Outcome& outcome)
{
    std::vector<std::string> all;
    for (const auto& received : outcome.reports) all.emplace_back(received.report.text());
    return all;
}

enum class Packing { gzip, bzip2, xz, zstd, zip, tar, tar_gzip, seven_zip };

using Members = std::vector<std::pair<std::string, std::string>>;  // names and bytes; of a compressed file only the first

inline void set_format(archive* writer, Packing packing)
{
    switch (packing) {
        case Packing::gzip: archive_write_set_format_raw(writer), archive_write_add_filter_gzip(writer); break;
        case Packing::bzip2: archive_write_set_format_raw(writer), archive_write_add_filter_bzip2(writer); break;
        case Packing::xz: archive_write_set_format_raw(writer), archive_write_add_filter_xz(writer); break;
        case Packing::zstd: archive_write_set_format_raw(writer), archive_write_add_filter_zstd(writer); break;
        case Packing::zip: archive_write_set_format_zip(writer); break;
        case Packing::tar: archive_write_set_format_ustar(writer); break;
        case Packing::tar_gzip: archive_write_set_format_ustar(writer), archive_write_add_filter_gzip(writer); break;
        case Packing::seven_zip: archive_write_set_format_7zip(writer); break;
    }
}

inline std::string packed(Packing packing, const Members& members)
{
    // Member names are converted by the thread's locale.
    const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    const locale_t before = uselocale(utf8);
    std::size_t room = 1 << 20;
    for (const auto& [name, bytes] : members) room += bytes.size() + 4096;
    std::string out(room, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    set_format(writer, packing);
    archive_write_set_bytes_per_block(writer, 1);
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    for (const auto& [name, bytes] : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname_utf8(entry, name.c_str());
        archive_entry_set_size(entry, la_int64_t(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    uselocale(before);
    freelocale(utf8);
    out.resize(used);
    return out;
}

}  // namespace sitrep::read::testing
