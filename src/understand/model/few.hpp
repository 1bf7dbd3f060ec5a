// A list that is mostly short: its first entries lie in itself, so that a short one asks for no memory.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace sitrep::understand {

/// Values in the order they were added. Beyond `Here` of them they all lie in a block of memory, which has room for `There` from the start.
/// One that was moved from may be cleared or assigned to, nothing else.
template <class Value, std::size_t Here, std::size_t There>
class Few {
    static_assert(std::is_trivially_copyable_v<Value>);

public:
    void push_back(Value value)
    {
        if (more_.empty()) {
            if (size_ < Here) {
                here_[size_++] = value;
                return;
            }
            more_.reserve(There);
            more_.assign(here_.begin(), here_.end());
        }
        more_.push_back(value);
        ++size_;
    }
    void clear()
    {
        more_.clear();
        size_ = 0;
    }
    std::size_t size() const { return size_; }
    const Value* begin() const { return more_.empty() ? here_.data() : more_.data(); }
    const Value* end() const { return begin() + size_; }

private:
    std::array<Value, Here> here_{};
    std::size_t size_ = 0;
    std::vector<Value> more_;
};

}  // namespace sitrep::understand
