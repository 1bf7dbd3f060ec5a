// The gazetteer of the build, opened once for all tests.
#pragma once

#include "place/gazetteer.hpp"

#include <filesystem>
#include <stdexcept>

namespace sitrep::place {

inline std::filesystem::path built_blob() { return std::filesystem::path{SITREP_BINARY_DIR} / "gazetteer.blob"; }

inline const Gazetteer& built_gazetteer()
{
    static const Gazetteer gazetteer = [] {
        auto opened = Gazetteer::open(built_blob());
        if (!opened) throw std::runtime_error(opened.error().where + ": " + opened.error().why);
        return std::move(*opened);
    }();
    return gazetteer;
}

}  // namespace sitrep::place
