// Inside publish/: a ZIP file of stored members (PKWARE APPNOTE 6.3): what Office files are packed in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::publish {

struct ZipMember {
    std::string name;   ///< with "/" between folders
    std::string bytes;  ///< at most 4 GiB, all together too
};
/// The same bytes for the same members: their time is 1980-01-01. Nothing is compressed, so that the gate's scan and a
/// person's `grep` see what is inside.
std::string zip_of(const std::vector<ZipMember>& members);

}  // namespace sitrep::publish
