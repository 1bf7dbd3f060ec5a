// A list that grows at its end without moving what it holds, so that no addition costs more than another, and loses its front.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace sitrep::merge {

template <class T>
class Blocks {
public:
    std::size_t size() const { return size_; }
    T& operator[](std::size_t i) { return blocks_[(begin_ + i) / a_block][(begin_ + i) % a_block]; }
    const T& operator[](std::size_t i) const { return blocks_[(begin_ + i) / a_block][(begin_ + i) % a_block]; }

    template <class... From>
    T& emplace_back(From&&... from)
    {
        if (begin_ + size_ == blocks_.size() * a_block) blocks_.emplace_back().reserve(a_block);
        ++size_;
        return blocks_.back().emplace_back(std::forward<From>(from)...);
    }
    void erase_first(std::size_t count)
    {
        begin_ += count;
        size_ -= count;
        blocks_.erase(blocks_.begin(), blocks_.begin() + std::ptrdiff_t(begin_ / a_block));
        begin_ %= a_block;
    }

private:
    static constexpr std::size_t a_block = 256;
    std::vector<std::vector<T>> blocks_;
    std::size_t begin_ = 0, size_ = 0;
};

}  // namespace sitrep::merge
