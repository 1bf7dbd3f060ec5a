#include "cli/models.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/session.hpp"

namespace sitrep::cli {
namespace {

std::unique_ptr<understand::Models> models_in(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path)) return nullptr;
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Failed(path.string() + " cannot be read");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto models = understand::Models::from_bytes(bytes, path.string());
    if (!models) throw Failed(models.error().where + " " + models.error().why);
    return std::make_unique<understand::Models>(std::move(*models));
}

}  // namespace

ModelFolder::ModelFolder(const std::string& folder)
{
    if (folder.empty()) return;
    if (!std::filesystem::is_directory(folder)) throw Failed(folder + " is no folder of models");
    english_ = models_in(std::filesystem::path(folder) / "english.model");
    arabic_ = models_in(std::filesystem::path(folder) / "arabic.model");
}

understand::ModelSet ModelFolder::set() const
{
    understand::ModelSet set;
    if (english_) set.english = english_.get();
    if (arabic_) set.arabic = arabic_.get();
    return set;
}

}  // namespace sitrep::cli
