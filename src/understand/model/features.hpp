// What a trained decision looks at: sparse, hashed features of one alternative.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "understand/model/few.hpp"

namespace sitrep::understand {

/// 64-bit FNV-1a, continued from `seed`.
constexpr std::uint64_t feature_hash(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325ULL)
{
    for (const char c : text) {
        seed ^= static_cast<unsigned char>(c);
        seed *= 0x100000001b3ULL;
    }
    return seed;
}

/// Joins a hash with another value, as a further part of a feature's name.
constexpr std::uint64_t feature_join(std::uint64_t hash, std::uint64_t value)
{
    hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33);
}

/// A feature's name, hashed when the program is compiled.
struct FeatureName {
    template <std::size_t Size>
    consteval FeatureName(const char (&text)[Size]) : hash(feature_hash(std::string_view(text, Size - 1)))
    {
    }
    std::uint64_t hash;
};

/// The features of one alternative: each is present or not. Equal names are one feature.
class Features {
public:
    /// Everything added from here on stands under the name of this kind of alternative ("two kinds of answers weigh the same word differently").
    void under(std::uint64_t name) { prefix_ = name; }
    void add(FeatureName name) { add_hash(name.hash); }
    void add(FeatureName name, std::string_view value) { add_hash(feature_hash(value, feature_hash("=", name.hash))); }
    void add(FeatureName name, std::int64_t value) { add_hash(feature_join(name.hash, static_cast<std::uint64_t>(value))); }
    void add(FeatureName name, std::string_view value, std::int64_t second)
    {
        add_hash(feature_join(feature_hash(value, feature_hash("=", name.hash)), static_cast<std::uint64_t>(second)));
    }
    void add_if(bool holds, FeatureName name)
    {
        if (holds) add(name);
    }
    void add_hash(std::uint64_t hash) { own_.push_back(feature_join(hash, prefix_)); }
    void clear()
    {
        own_.clear();
        shared_.clear();
        prefix_ = 0;
    }
    /// Takes all features of a part that several alternatives have in common, under the name of this kind of alternative, which must
    /// be smaller than names_max. The part must stay where it is as long as this is used, and has no parts itself.
    void add_shared(const Features& part)
    {
        if (prefix_ >= names_max) throw std::logic_error("a part is shared under a name that is too large");
        shared_.push_back({&part, prefix_});
    }
    static constexpr std::uint64_t names_max = 32;

    struct Shared {
        const Features* part = nullptr;
        std::uint64_t prefix = 0;
        /// The lower half stays: tables are ordered by it, so the names of one feature lie together. The upper half tells the name.
        std::uint64_t name(std::uint64_t hash) const { return hash ^ (prefix << 32); }
    };
    /// Those of its own, and the parts: what scoring looks at.
    std::span<const std::uint64_t> own() const { return {own_.begin(), own_.end()}; }
    std::span<const Shared> shared() const { return {shared_.begin(), shared_.end()}; }
    /// All of them.
    std::vector<std::uint64_t> hashes() const
    {
        std::vector<std::uint64_t> all(own_.begin(), own_.end());
        for (const Shared& shared : shared_)
            for (const auto hash : shared.part->own_) all.push_back(shared.name(hash));
        return all;
    }

private:
    Few<std::uint64_t, 2, 40> own_;
    Few<Shared, 1, 10> shared_;
    std::uint64_t prefix_ = 0;
};

/// A small number as one of a few sizes: 0, 1, 2, 3, 4–5, 6–8, 9–15, 16–30, more.
constexpr std::int64_t size_class(std::int64_t value)
{
    constexpr std::int64_t limits[]{0, 1, 2, 3, 5, 8, 15, 30};
    std::int64_t size = 0;
    for (const auto limit : limits) size += value > limit;
    return size;
}

}  // namespace sitrep::understand
