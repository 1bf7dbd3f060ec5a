#include "read/byte_stream.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace sitrep::read {
namespace {

constexpr int pipe_wait_milliseconds = 200;  // how soon a stop is noticed while a pipe is silent

std::string words_for(int error) { return std::generic_category().message(error); }

}  // namespace

tl::expected<std::size_t, std::string> MemoryBytes::read(std::span<char> into)
{
    const std::size_t count = std::min(into.size(), bytes_.size() - position_);
    std::copy_n(bytes_.data() + position_, count, into.data());
    position_ += count;
    return count;
}

bool MemoryBytes::seek(std::uint64_t position)
{
    if (position > bytes_.size()) return false;
    position_ = position;
    return true;
}

tl::expected<std::unique_ptr<FileBytes>, std::string> FileBytes::open(const std::string& path, std::atomic<std::uint64_t>& done, const std::atomic<bool>& stop)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return tl::unexpected("it cannot be opened: " + words_for(errno));
    return std::make_unique<FileBytes>(descriptor, true, done, stop);
}

std::unique_ptr<FileBytes> FileBytes::standard_input(std::atomic<std::uint64_t>& done, const std::atomic<bool>& stop)
{
    return std::make_unique<FileBytes>(STDIN_FILENO, false, done, stop);
}

FileBytes::FileBytes(int descriptor, bool owned, std::atomic<std::uint64_t>& done, const std::atomic<bool>& stop)
    : descriptor_(descriptor), owned_(owned), done_(done), stop_(stop)
{
    struct stat about {};
    if (::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)) size_ = std::uint64_t(about.st_size);
}

FileBytes::~FileBytes()
{
    if (owned_) ::close(descriptor_);
}

tl::expected<std::size_t, std::string> FileBytes::read(std::span<char> into)
{
    while (!stop_) {
        if (!size_) {
            pollfd wait{descriptor_, POLLIN, 0};
            if (::poll(&wait, 1, pipe_wait_milliseconds) == 0) continue;
        }
        const ssize_t count = ::read(descriptor_, into.data(), into.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (count < 0) return tl::unexpected("reading failed: " + words_for(errno));
        position_ += std::uint64_t(count);
        if (position_ > furthest_) {
            done_ += position_ - furthest_;
            furthest_ = position_;
        }
        return std::size_t(count);
    }
    return tl::unexpected(std::string("reading was stopped"));
}

bool FileBytes::seek(std::uint64_t position)
{
    if (!size_ || ::lseek(descriptor_, off_t(position), SEEK_SET) < 0) return false;
    position_ = position;
    return true;
}

}  // namespace sitrep::read
