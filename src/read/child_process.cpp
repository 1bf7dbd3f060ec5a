#include "read/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

extern char** environ;

namespace sitrep::read {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { close(); }
    int number() const { return number_; }
    void close()
    {
        if (number_ >= 0) {
            ::close(std::exchange(number_, -1));
        }
    }

private:
    int number_;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
    static Pipe make()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw std::system_error(errno, std::generic_category(), "a pipe to another program");
        }
        return {Descriptor(ends[0]), Descriptor(ends[1])};
    }
};

// A child that closes its input early must not end us.
class NoPipeSignal {
public:
    NoPipeSignal()
    {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &before_);
    }
    ~NoPipeSignal()
    {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        const timespec now{};
        while (sigtimedwait(&pipe, nullptr, &now) > 0) {  // takes back a signal that waits, so that unblocking does not deliver it
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;
    const sigset_t& before() const { return before_; }

private:
    sigset_t before_{};
};

// The child's number, or nothing when there is no such program.
pid_t spawned(std::vector<std::string> command, const Pipe& input, const Pipe& output, const sigset_t& signals)
{
    std::vector<char*> arguments;
    for (std::string& argument : command) {
        arguments.push_back(argument.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.read.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.write.number(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);  // a group of its own: it ends with all that it starts
    posix_spawnattr_setsigmask(&attributes, &signals);
    pid_t child = 0;
    const int error = posix_spawnp(&child, arguments.front(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? child : 0;
}

// Feeds and drains the child until it closes its output; says which bound it hit, if one.
ChildResult::End exchanged(Pipe& input, Pipe& output, std::string_view rest, const ChildBounds& bounds, std::string& taken)
{
    const auto deadline = Clock::now() + bounds.time;
    ::fcntl(input.write.number(), F_SETFL, O_NONBLOCK);
    std::array<char, 65536> buffer;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            return ChildResult::End::too_slow;
        }
        std::array<pollfd, 2> ready{{{output.read.number(), POLLIN, 0}, {input.write.number(), POLLOUT, 0}}};
        if (::poll(ready.data(), ready.size(), static_cast<int>(left)) < 0 && errno != EINTR) {
            return ChildResult::End::failed;
        }
        if (ready[1].revents != 0 && input.write.number() >= 0) {
            const ssize_t written = ::write(input.write.number(), rest.data(), rest.size());
            rest.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
            if (rest.empty() || (written < 0 && errno != EAGAIN && errno != EINTR)) {
                input.write.close();
            }
        }
        if (ready[0].revents == 0) {
            continue;
        }
        const ssize_t got = ::read(output.read.number(), buffer.data(), buffer.size());
        if (got <= 0) {
            return got == 0 ? ChildResult::End::finished : ChildResult::End::failed;
        }
        if (taken.size() + static_cast<std::size_t>(got) > bounds.output_bytes) {
            return ChildResult::End::too_much;
        }
        taken.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& command, std::string_view input_bytes, const ChildBounds& bounds)
{
    constexpr int no_such_program = 127;  // how a child says so where posix_spawn cannot
    const NoPipeSignal no_signal;
    Pipe input = Pipe::make();
    Pipe output = Pipe::make();
    const pid_t child = spawned(command, input, output, no_signal.before());
    if (child == 0) {
        return {.end = ChildResult::End::not_found, .output = {}};
    }
    if (bounds.memory_bytes > 0) {
        const rlimit memory{bounds.memory_bytes, bounds.memory_bytes};
        ::prlimit(child, RLIMIT_AS, &memory, nullptr);
    }
    input.read.close();
    output.write.close();
    ChildResult result;
    result.end = exchanged(input, output, input_bytes, bounds, result.output);
    if (result.end != ChildResult::End::finished) {
        ::kill(-child, SIGKILL);
        result.output.clear();
    }
    input.write.close();
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (result.end == ChildResult::End::finished && status != 0) {
        result.end = WIFEXITED(status) && WEXITSTATUS(status) == no_such_program ? ChildResult::End::not_found : ChildResult::End::failed;
        result.output.clear();
    }
    return result;
}

}  // namespace sitrep::read
