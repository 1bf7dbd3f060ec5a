// Models from a folder in place of the shipped ones.
#pragma once

#include <string>

#include "pipeline/model_files.hpp"

namespace sitrep::cli {

/// The models of FOLDER/english.model and FOLDER/arabic.model; what is not there is as shipped. An empty name means the shipped ones.
/// Throws Failed when the folder is not there or a file is no model file.
pipeline::ModelFiles models_in_folder(const std::string& folder);

/// What a library's desk has taught; the shipped models where it has taught nothing. Throws Failed when a file is damaged.
pipeline::ModelFiles models_of_library(const std::string& library);

}  // namespace sitrep::cli
