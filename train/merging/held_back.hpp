// Readers for reports that they have not learnt from: what a reader says of a report that taught it is better than what a desk will get.
#pragma once

#include "pipeline/model_files.hpp"

#include <map>
#include <string>
#include <vector>

namespace sitrep::train {

class HeldBackReaders {
public:
    HeldBackReaders() = default;
    /// Each folder holds english.model and arabic.model and beside them, in english.held_out and arabic.held_out, the ids of the reports that were held back, one a line.
    /// Throws std::runtime_error when a folder has no list or a damaged model.
    explicit HeldBackReaders(const std::vector<std::string>& folders);

    /// Models that have not learnt from this report; the shipped ones when no folder names it.
    understand::ModelSet of(const std::string& report) const;

private:
    std::vector<pipeline::ModelFiles> files_;
    std::map<std::string, std::size_t> held_by_;
};

}  // namespace sitrep::train
