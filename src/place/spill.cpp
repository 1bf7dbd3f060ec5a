#include "place/spill.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace sitrep::place {
namespace {

constexpr std::size_t waiting_max = std::size_t{1} << 20;  // bytes

[[noreturn]] void fail(const char* what) { throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno))); }

}  // namespace

Spill::Spill(const std::filesystem::path& folder)
{
    std::string name = (folder / ".sitrep-XXXXXX").string();
    file_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (file_ < 0) fail(("no file can be made in " + folder.string()).c_str());
    ::unlink(name.c_str());  // so that it is gone whatever becomes of the process
    waiting_.reserve(waiting_max);
}

Spill::~Spill()
{
    release();
    ::close(file_);
}

void Spill::release()
{
    if (mapping_ != nullptr) ::munmap(mapping_, flushed_);
    mapping_ = nullptr;
    flushed_ = 0;
}

void Spill::append(std::string_view bytes)
{
    if (waiting_.size() + bytes.size() > waiting_max) flush();
    waiting_ += bytes;
}

void Spill::flush()
{
    std::string_view left = waiting_;
    while (!left.empty()) {
        const auto written = ::write(file_, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail("the disk takes no more");
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    flushed_ += waiting_.size();
    waiting_.clear();
}

std::span<std::byte> Spill::all()
{
    flush();
    if (flushed_ == 0) return {};
    if (mapping_ == nullptr) {
        mapping_ = ::mmap(nullptr, flushed_, PROT_READ | PROT_WRITE, MAP_SHARED, file_, 0);
        if (mapping_ == MAP_FAILED) {
            mapping_ = nullptr;
            fail("a file cannot be mapped");
        }
    }
    return {static_cast<std::byte*>(mapping_), flushed_};
}

}  // namespace sitrep::place
