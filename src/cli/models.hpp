// Models from a folder in place of the shipped ones.
#pragma once

#include <memory>
#include <string>

#include "understand/model/models.hpp"

namespace sitrep::cli {

/// The models of FOLDER/english.model and FOLDER/arabic.model; what is not there is as shipped. An empty name means the shipped ones.
class ModelFolder {
public:
    /// Throws Failed when a file cannot be read or is no model file.
    explicit ModelFolder(const std::string& folder);
    understand::ModelSet set() const;

private:
    std::unique_ptr<understand::Models> english_, arabic_;
};

}  // namespace sitrep::cli
