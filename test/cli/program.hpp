// Runs the built program as a person would, and keeps what it said.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace sitrep::test {

struct Said {
    int exit_code = -1;  ///< minus the signal when it was killed
    std::string out;
    std::string err;
};

/// Runs `sitrep` with arguments in `folder`; `input` is its standard input.
Said sitrep(const std::vector<std::string>& arguments, const std::filesystem::path& folder, const std::string& input = {});

/// Starts it and kills it with SIGKILL once the file `grows` has reached `bytes` (or it ended by itself).
Said sitrep_killed_when(const std::vector<std::string>& arguments, const std::filesystem::path& folder, const std::filesystem::path& grows, std::uintmax_t bytes);

/// A folder of its own for one test, removed when the test ends.
class Folder {
public:
    Folder();
    ~Folder();
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, const std::string& text) const;

private:
    std::filesystem::path path_;
};

std::string slurp(const std::filesystem::path& file);

}  // namespace sitrep::test
