#include "program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace sitrep::test {
namespace {

namespace fs = std::filesystem;

pid_t start(const std::vector<std::string>& arguments, const fs::path& folder, const fs::path& in, const fs::path& out, const fs::path& err)
{
    std::vector<std::string> words{SITREP_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    const int error = posix_spawn(&child, SITREP_PROGRAM, &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("cannot start " SITREP_PROGRAM);
    return child;
}

int exit_code(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

Said sitrep(const std::vector<std::string>& arguments, const fs::path& folder, const std::string& input)
{
    const Folder io;
    const auto in = io.write("in", input);
    const auto child = start(arguments, folder, in, io.path() / "out", io.path() / "err");
    int status = 0;
    waitpid(child, &status, 0);
    return {exit_code(status), slurp(io.path() / "out"), slurp(io.path() / "err")};
}

Said sitrep_killed_when(const std::vector<std::string>& arguments, const fs::path& folder, const fs::path& grows, std::uintmax_t bytes)
{
    const Folder io;
    const auto in = io.write("in", "");
    const auto child = start(arguments, folder, in, io.path() / "out", io.path() / "err");
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        std::error_code none;
        const auto size = fs::file_size(grows, none);
        if (!none && size >= bytes) kill(child, SIGKILL);
        std::this_thread::yield();
    }
    return {exit_code(status), slurp(io.path() / "out"), slurp(io.path() / "err")};
}

Folder::Folder()
{
    std::string pattern = (fs::temp_directory_path() / "sitrep-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("cannot make a folder in " + fs::temp_directory_path().string());
    path_ = pattern;
}

Folder::~Folder()
{
    std::error_code none;
    fs::remove_all(path_, none);
}

fs::path Folder::write(const std::string& name, const std::string& text) const
{
    const auto file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

std::string slurp(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace sitrep::test
