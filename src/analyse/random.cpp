#include "analyse/random.hpp"

#include <Random123/philox.h>

namespace sitrep::analyse {
namespace {

/// 53 bits of two draws as a number in [0, 1).
double unit_from(std::uint32_t high, std::uint32_t low)
{
    constexpr double two_to_minus_53 = 1.0 / 9007199254740992.0;
    return static_cast<double>((std::uint64_t{high >> 5} << 26) | (low >> 6)) * two_to_minus_53;
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t replication)
    : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
      counter_{0, 0, static_cast<std::uint32_t>(replication), static_cast<std::uint32_t>(replication >> 32)}
{
}

void RandomStream::refill()
{
    const r123::Philox4x32 philox;
    const auto drawn = philox({{counter_[0], counter_[1], counter_[2], counter_[3]}}, {{key_[0], key_[1]}});
    for (std::size_t i = 0; i < block_.size(); ++i) block_[i] = drawn[i];
    if (++counter_[0] == 0) ++counter_[1];
    used_ = 0;
}

std::uint32_t RandomStream::bits()
{
    if (used_ == block_.size()) refill();
    return block_[used_++];
}

std::uint32_t RandomStream::below(std::uint32_t bound)
{
    std::uint64_t product = std::uint64_t{bits()} * bound;
    if (static_cast<std::uint32_t>(product) < bound) {
        const std::uint32_t refused = -bound % bound;
        while (static_cast<std::uint32_t>(product) < refused) product = std::uint64_t{bits()} * bound;
    }
    return static_cast<std::uint32_t>(product >> 32);
}

double RandomStream::uniform()
{
    const std::uint32_t high = bits(), low = bits();
    return unit_from(high, low);
}

void RandomStream::uniforms(std::span<double> out)
{
    std::size_t at = 0;
    while (at < out.size() && used_ != block_.size()) out[at++] = uniform();
    const r123::Philox4x32 philox;
    for (; at + 1 < out.size(); at += 2) {
        const auto drawn = philox({{counter_[0], counter_[1], counter_[2], counter_[3]}}, {{key_[0], key_[1]}});
        if (++counter_[0] == 0) ++counter_[1];
        out[at] = unit_from(drawn[0], drawn[1]);
        out[at + 1] = unit_from(drawn[2], drawn[3]);
    }
    if (at < out.size()) out[at] = uniform();
}

}  // namespace sitrep::analyse
