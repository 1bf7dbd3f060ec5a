#include "analyse/random.hpp"

#include <Random123/philox.h>

namespace sitrep::analyse {

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
    constexpr double two_to_minus_53 = 1.0 / 9007199254740992.0;
    const std::uint64_t high = bits() >> 5, low = bits() >> 6;
    return static_cast<double>((high << 26) | low) * two_to_minus_53;
}

}  // namespace sitrep::analyse
