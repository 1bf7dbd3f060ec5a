#include "pipeline/model_files.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sitrep::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t model_bytes_max = 512U << 20;
constexpr std::array names{"english.model", "arabic.model"};

fs::path before(fs::path path) { return path += ".before"; }

Result<std::unique_ptr<understand::Models>> models_in(const fs::path& path)
{
    std::error_code none;
    if (!fs::exists(path, none)) return nullptr;
    if (const auto bytes = fs::file_size(path, none); none || bytes > model_bytes_max) return bad_input(path.string(), "is no model file");
    std::ifstream file(path, std::ios::binary);
    if (!file) return bad_input(path.string(), "cannot be read");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto models = understand::Models::from_bytes(bytes, path.string());
    if (!models) return tl::unexpected(models.error());
    return std::make_unique<understand::Models>(std::move(*models));
}

// Whole or not at all: written beside its place and then moved there.
void write_whole(const fs::path& path, const std::string& bytes)
{
    fs::path beside = path;
    beside += ".new";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << bytes;
    file.close();
    if (!file) throw std::runtime_error(beside.string() + " cannot be written: is the disk full?");
    fs::rename(beside, path);
}

void keep_before(const fs::path& path)
{
    if (!fs::exists(path)) {
        fs::remove(before(path));
        return;
    }
    fs::path beside = before(path);
    beside += ".new";
    fs::copy_file(path, beside, fs::copy_options::overwrite_existing);
    fs::rename(beside, before(path));
}

}  // namespace

fs::path models_beside(const fs::path& library)
{
    fs::path folder = library;
    return folder += ".models";
}

Result<ModelFiles> ModelFiles::open(const fs::path& folder)
{
    ModelFiles files;
    auto english = models_in(folder / names[0]);
    if (!english) return tl::unexpected(english.error());
    auto arabic = models_in(folder / names[1]);
    if (!arabic) return tl::unexpected(arabic.error());
    files.english_ = std::move(*english);
    files.arabic_ = std::move(*arabic);
    return files;
}

understand::ModelSet ModelFiles::set() const
{
    understand::ModelSet set;
    if (english_) set.english = english_.get();
    if (arabic_) set.arabic = arabic_.get();
    return set;
}

void write_models(const fs::path& folder, const understand::Models* english, const understand::Models* arabic)
{
    fs::create_directories(folder);
    // Both languages step together, so that taking it back gives the state before and no mixture.
    for (const auto* name : names) keep_before(folder / name);
    if (english) write_whole(folder / names[0], english->to_bytes());
    if (arabic) write_whole(folder / names[1], arabic->to_bytes());
}

PutBack put_models_back(const fs::path& folder)
{
    PutBack put = PutBack::nothing;
    for (const auto* name : names) {
        const fs::path path = folder / name;
        if (fs::exists(before(path))) {
            fs::rename(before(path), path);
            put = PutBack::former;
        }
        else if (fs::remove(path) && put == PutBack::nothing)
            put = PutBack::shipped;
    }
    return put;
}

}  // namespace sitrep::pipeline
