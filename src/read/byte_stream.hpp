// Bytes that come a stretch at a time: a file, a pipe, memory, or what a filter makes of another stream.
#pragma once

#include <tl/expected.hpp>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sitrep::read {

class ByteStream {
public:
    virtual ~ByteStream() = default;
    /// Fills the front of `into` and says with how many bytes; 0 at the end. An error says why in words.
    virtual tl::expected<std::size_t, std::string> read(std::span<char> into) = 0;
    /// Length in bytes where the stream can move about, nothing where it only runs forward.
    virtual std::optional<std::uint64_t> seekable_size() const { return std::nullopt; }
    virtual bool seek(std::uint64_t /*position*/) { return false; }
};

/// A view of bytes that outlive the stream.
class MemoryBytes : public ByteStream {
public:
    explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}
    tl::expected<std::size_t, std::string> read(std::span<char> into) override;
    std::optional<std::uint64_t> seekable_size() const override { return bytes_.size(); }
    bool seek(std::uint64_t position) override;

private:
    std::string_view bytes_;
    std::size_t position_ = 0;
};

/// A file, pipe or device. Counts what it has read for Progress, and gives up when told to stop, even on a silent pipe.
class FileBytes : public ByteStream {
public:
    static tl::expected<std::unique_ptr<FileBytes>, std::string> open(const std::string& path, std::atomic<std::uint64_t>& done, const std::atomic<bool>& stop);
    static std::unique_ptr<FileBytes> standard_input(std::atomic<std::uint64_t>& done, const std::atomic<bool>& stop);
    FileBytes(int descriptor, bool owned, std::atomic<std::uint64_t>& done, const std::atomic<bool>& stop);
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes() override;

    tl::expected<std::size_t, std::string> read(std::span<char> into) override;
    std::optional<std::uint64_t> seekable_size() const override { return size_; }
    bool seek(std::uint64_t position) override;

private:
    int descriptor_;
    bool owned_;
    std::atomic<std::uint64_t>& done_;
    const std::atomic<bool>& stop_;
    std::optional<std::uint64_t> size_;  // of a regular file
    std::uint64_t position_ = 0;
    std::uint64_t furthest_ = 0;  // an archive reader jumps back and forth: bytes count once
};

}  // namespace sitrep::read
