// Word lists, looked up by every word of every report.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::text {

/// A value for each word of a list. Nearly every word of a report that is on no list is told from them by one look:
/// open addressing with half of the hash beside each place, at most half full.
template <class Value>
class WordTable {
public:
    /// The value of `word`, put there first if it has none yet; good until the next put.
    Value& put(std::string_view word, Value value = {})
    {
        if (entries_.size() * 2 >= places_.size()) grow();
        const std::uint64_t hash = hash_of(word);
        const std::size_t at = place_of(word, hash);
        if (places_[at].number == 0) {
            entries_.push_back({std::string(word), std::move(value)});
            places_[at] = {tag_of(hash), static_cast<std::uint32_t>(entries_.size())};
        }
        return entries_[places_[at].number - 1].second;
    }
    /// Null for a word that is not on the list.
    const Value* find(std::string_view word) const
    {
        if (places_.empty()) return nullptr;
        const std::uint32_t number = places_[place_of(word, hash_of(word))].number;
        return number == 0 ? nullptr : &entries_[number - 1].second;
    }
    std::size_t size() const { return entries_.size(); }
    void clear()
    {
        places_.clear();
        entries_.clear();
    }

private:
    struct Place {
        std::uint32_t tag = 0;
        std::uint32_t number = 0;  ///< of the entry, from 1; 0 for none
    };

    template <class Number>
    static std::uint64_t load(const char* from)
    {
        Number number;
        std::memcpy(&number, from, sizeof number);
        return number;
    }
    // Eight bytes at a time, the last ones overlapping; words are short.
    static std::uint64_t hash_of(std::string_view word)
    {
        constexpr std::uint64_t odd = 0x9e3779b97f4a7c15ULL;
        std::uint64_t hash = word.size() * odd;
        const auto mix = [&hash](std::uint64_t bytes) {
            hash = (hash ^ bytes) * odd;
            hash ^= hash >> 29;
        };
        const char* at = word.data();
        std::size_t left = word.size();
        for (; left > 8; left -= 8, at += 8) mix(load<std::uint64_t>(at));
        if (word.size() >= 8) mix(load<std::uint64_t>(at + left - 8));
        else if (left >= 4) mix(load<std::uint32_t>(at) << 32 | load<std::uint32_t>(at + left - 4));
        else if (left > 0) mix(load<std::uint8_t>(at) << 16 | load<std::uint8_t>(at + left / 2) << 8 | load<std::uint8_t>(at + left - 1));
        return hash * odd;
    }
    static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }
    // Where the word stands, or would.
    std::size_t place_of(std::string_view word, std::uint64_t hash) const
    {
        const std::size_t mask = places_.size() - 1;
        std::size_t at = hash >> shift_;
        while (places_[at].number != 0 && (places_[at].tag != tag_of(hash) || entries_[places_[at].number - 1].first != word)) at = (at + 1) & mask;
        return at;
    }
    void grow()
    {
        constexpr std::size_t least = 64;
        places_.assign(std::max(least, places_.size() * 2), Place{});
        shift_ = 64 - std::countr_zero(places_.size());
        for (std::uint32_t i = 0; i < entries_.size(); ++i) {
            const std::uint64_t hash = hash_of(entries_[i].first);
            places_[place_of(entries_[i].first, hash)] = {tag_of(hash), i + 1};
        }
    }

    std::vector<Place> places_;  ///< a power of two, chosen by the upper bits of the hash
    std::vector<std::pair<std::string, Value>> entries_;
    int shift_ = 0;
};

}  // namespace sitrep::text
