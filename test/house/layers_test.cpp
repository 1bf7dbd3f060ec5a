// Who may include whom: the table of ARCHITECTURE.md, read from the #include lines.
#include "source_files.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace sitrep::house {
namespace {

const std::map<std::string, std::set<std::string>> may_include{
    {"core", {}},
    {"text", {"core"}},
    {"read", {"core", "text"}},
    {"tables", {"core", "text"}},
    {"understand", {"core", "text"}},
    {"place", {"core", "text"}},
    {"when", {"core", "text"}},
    {"merge", {"core", "text"}},
    {"store", {"core", "text"}},
    {"analyse", {"core"}},
    {"publish", {"core", "analyse"}},
    {"print", {"core", "read"}},
    {"pipeline", {"core", "text", "read", "tables", "understand", "place", "when", "merge", "store"}},
    {"serve", {"core", "text", "read", "understand", "place", "merge", "store", "analyse", "publish", "print", "pipeline"}},
    {"cli", {"core", "text", "read", "tables", "understand", "place", "when", "merge", "store", "analyse", "publish", "print", "pipeline", "serve"}},
};

/// Beginning of a third-party header → the rooms that own the library.
const std::map<std::string, std::set<std::string>> owners{
    {"unicode/", {"text", "read", "when"}}, {"libstemmer", {"text"}},   {"libxml/", {"read"}},
    {"simdjson", {"read"}},    {"archive", {"read"}},          {"curl/", {"read"}},        {"cld2/", {"understand"}},
    {"re2/", {"understand", "when"}}, {"s2/", {"place"}},      {"SQLiteCpp/", {"store"}},  {"sqlite3", {"store", "publish"}},
    {"openssl/", {"read", "store"}}, {"zstd", {"store"}}, {"nlohmann/", {"publish", "place", "store", "serve"}}, {"CLI/", {"cli"}},
    {"restinio/", {"serve"}}, {"asio", {"serve"}}, {"sodium", {"serve"}},
    {"boost/", {"analyse"}}, {"Eigen/", {"analyse"}}, {"nlopt", {"analyse"}}, {"Random123/", {"analyse"}}};

std::string room_of(const std::string& path)
{
    return path.substr(4, path.find('/', 4) - 4);
}

std::string included(const std::string& line)
{
    if (!line.starts_with("#include")) return "";
    const auto begin = line.find_first_of("<\"");
    const auto end = line.find_first_of(">\"", begin + 1);
    return begin == std::string::npos || end == std::string::npos ? "" : line.substr(begin + 1, end - begin - 1);
}

TEST(Layers, NoRoomIncludesAnotherThatTheTableDoesNotName)
{
    for (const auto& file : source_files({"src"})) {
        const auto room = room_of(file.path);
        ASSERT_TRUE(may_include.contains(room)) << file.path << ": no such room in the table";
        for (const auto& line : file.lines) {
            const auto header = included(line);
            const auto other = header.substr(0, header.find('/'));
            if (!may_include.contains(other) || other == room) continue;
            EXPECT_TRUE(may_include.at(room).contains(other)) << file.path << " includes " << header;
        }
    }
}

TEST(Layers, ALibraryIsIncludedOnlyByTheRoomThatOwnsIt)
{
    for (const auto& file : source_files({"src"})) {
        for (const auto& line : file.lines) {
            const auto header = included(line);
            for (const auto& [beginning, rooms] : owners) {
                if (!header.starts_with(beginning)) continue;
                EXPECT_TRUE(rooms.contains(room_of(file.path))) << file.path << " includes " << header;
            }
        }
    }
}

TEST(Layers, NoHeaderOutsideItsOwnersFilesShowsALibrarysTypes)
{
    for (const auto& file : source_files({"src"})) {
        if (!file.path.ends_with(".hpp")) continue;
        const auto room = room_of(file.path);
        if (room == "cli" || room == "core") continue;  // the outermost room, and Result itself
        for (const auto& line : file.lines) {
            const auto header = included(line);
            for (const auto& [beginning, rooms] : owners) {
                if (!header.starts_with(beginning)) continue;
                const bool inside = file.path.find('/', 5 + room.size()) != std::string::npos;  // src/store/sqlite/…: not a door
                EXPECT_TRUE(inside) << file.path << " shows " << header << " to everyone who includes it";
            }
        }
    }
}

}  // namespace
}  // namespace sitrep::house
