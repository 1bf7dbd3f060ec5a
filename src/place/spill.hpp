// A growing list of bytes that may be larger than memory: it lies in a file without a name, which goes with the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace sitrep::place {

class Spill {
public:
    /// The file lies in `folder`, where the finished one will be. Throws std::runtime_error when nothing can be written there.
    explicit Spill(const std::filesystem::path& folder);
    ~Spill();
    Spill(const Spill&) = delete;
    Spill& operator=(const Spill&) = delete;

    void append(std::string_view bytes);
    template <class Row>
        requires std::is_trivially_copyable_v<Row>
    void add(const Row& row)
    {
        append({reinterpret_cast<const char*>(&row), sizeof row});
    }
    std::uint64_t size() const { return flushed_ + waiting_.size(); }
    /// All of it, to be read and changed in place; nothing may be appended afterwards.
    std::span<std::byte> all();
    template <class Row>
    std::span<Row> rows()
    {
        const auto bytes = all();
        return {reinterpret_cast<Row*>(bytes.data()), bytes.size() / sizeof(Row)};
    }

    /// Gives the memory back; nothing of it may be used afterwards.
    void release();

private:
    void flush();

    int file_;
    std::string waiting_;
    std::uint64_t flushed_ = 0;
    void* mapping_ = nullptr;
};

}  // namespace sitrep::place
