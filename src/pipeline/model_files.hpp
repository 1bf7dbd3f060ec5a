// The models that a desk has taught, beside its library: LIBRARY.models/english.model and arabic.model, and those before them.
#pragma once

#include <filesystem>
#include <memory>

#include "core/result.hpp"
#include "understand/model/models.hpp"

namespace sitrep::pipeline {

/// The folder for a library's own models.
std::filesystem::path models_beside(const std::filesystem::path& library);

/// Models read from a folder; a language without a file there has the shipped ones.
class ModelFiles {
public:
    /// A folder that is not there is one without files.
    static Result<ModelFiles> open(const std::filesystem::path& folder);
    understand::ModelSet set() const;
    const understand::Models* of(Language language) const { return language == Language::arabic ? arabic_.get() : english_.get(); }

private:
    std::unique_ptr<understand::Models> english_, arabic_;
};

/// Writes the models of the languages that are given, and keeps what is in use now as english.model.before and arabic.model.before.
/// Killed at any moment it leaves whole files. Throws std::runtime_error when the disk does not take them.
void write_models(const std::filesystem::path& folder, const understand::Models* english, const understand::Models* arabic);

enum class PutBack { nothing, shipped, former };
/// Takes the last write_models back: what was in use before it is in use again. A second time: the shipped models.
PutBack put_models_back(const std::filesystem::path& folder);

}  // namespace sitrep::pipeline
