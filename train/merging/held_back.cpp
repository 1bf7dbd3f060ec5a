#include "merging/held_back.hpp"

#include <fstream>
#include <stdexcept>

namespace sitrep::train {

HeldBackReaders::HeldBackReaders(const std::vector<std::string>& folders)
{
    for (const auto& folder : folders) {
        for (const auto* name : {"/english.held_out", "/arabic.held_out"}) {
            std::ifstream ids(folder + name);
            if (!ids) throw std::runtime_error(folder + name + " is not there");
            for (std::string id; std::getline(ids, id);) held_by_[id] = files_.size();
        }
        auto files = pipeline::ModelFiles::open(folder);
        if (!files) throw std::runtime_error(files.error().where + ": " + files.error().why);
        files_.push_back(std::move(*files));
    }
}

understand::ModelSet HeldBackReaders::of(const std::string& report) const
{
    const auto held = held_by_.find(report);
    return held == held_by_.end() ? understand::ModelSet{} : files_[held->second].set();
}

}  // namespace sitrep::train
