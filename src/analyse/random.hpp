// Random numbers that depend on a seed and a replication's number alone: the same on every machine, library and number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace sitrep::analyse {

/// One replication's stream of numbers: Philox4x32-10 (Salmon et al. 2011) keyed by seed and replication.
/// std:: distributions differ between libraries, so what is drawn is written out here.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint64_t replication);

    std::uint32_t bits();
    /// Uniform on 0 .. bound - 1, each equally likely (Lemire 2019). `bound` is at least 1.
    std::uint32_t below(std::uint32_t bound);
    /// Uniform on [0, 1), with 53 bits.
    double uniform();
    /// Fills `out` with what uniform() would give one after the other; several times as fast for hundreds at once.
    void uniforms(std::span<double> out);
    /// Every order equally likely (Fisher and Yates; Durstenfeld 1964). At most 2^32 - 1 values.
    template <class T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t left = values.size(); left > 1; --left)
            std::swap(values[left - 1], values[below(static_cast<std::uint32_t>(left))]);
    }

private:
    void refill();

    std::array<std::uint32_t, 2> key_;
    std::array<std::uint32_t, 4> counter_;
    std::array<std::uint32_t, 4> block_{};
    unsigned used_ = 4;
};

}  // namespace sitrep::analyse
