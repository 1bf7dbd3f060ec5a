#include "cli/models.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/session.hpp"

namespace sitrep::cli {

pipeline::ModelFiles models_in_folder(const std::string& folder)
{
    if (folder.empty()) return {};
    if (!std::filesystem::is_directory(folder)) throw Failed(folder + " is no folder of models");
    auto files = pipeline::ModelFiles::open(folder);
    if (!files) throw Failed(fmt::format("{} {}", files.error().where, files.error().why));
    return std::move(*files);
}

pipeline::ModelFiles models_of_library(const std::string& library)
{
    auto files = pipeline::ModelFiles::open(pipeline::models_beside(library));
    if (!files)
        throw Failed(fmt::format("{} {}. `sitrep learn --undo --library {}` goes back to the models before it.", files.error().where, files.error().why, library));
    return std::move(*files);
}

}  // namespace sitrep::cli
