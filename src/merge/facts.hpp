// An account as the same-event score looks at it: numbers and hashes, made once for all its comparisons.
#pragma once

#include "core/incident.hpp"
#include "merge/actors.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep::merge {

/// When it happened, as far as the account says, and what the publication adds.
struct When {
    enum class Kind : std::uint8_t {
        none,       ///< not known, and nothing stands in
        stand_in,   ///< not known; published on `last`, so likely in the days before
        open_year,  ///< month and perhaps day, of an unknown year
        range       ///< first to last day
    };
    static constexpr std::int32_t no_day = INT32_MIN;
    Kind kind = Kind::none;
    DatePrecision precision = DatePrecision::unknown;
    std::uint8_t month = 0, day = 0;      ///< open year; day 0 when only the month is known
    std::uint8_t weekday = 0;             ///< ISO; named by the report ("on Thursday") or that of the day known; 0 when neither
    bool background = false;
    std::int32_t first = 0, last = 0;     ///< days since 1970-01-01
    std::int32_t published = no_day;      ///< the same
    bool is_published() const { return published != no_day; }
};

/// A place named by an account: resolved to about a town or better, or named but not resolved.
struct FinePlace {
    static constexpr std::size_t words_max = 3;
    std::uint32_t id = 0;     ///< of the gazetteer entry; 0 when not resolved
    std::uint32_t whole = 0;  ///< of the whole name's skeleton; 0 when it has none of its own
    std::array<std::uint32_t, words_max> words{};  ///< of the skeleton's words that tell it from others
    std::array<std::uint16_t, words_max> telling{};  ///< the same as the model knows them, by which it knows how rare they are
    float x = 0, y = 0, z = 0;  ///< on the unit sphere; all 0 without a point
    std::uint8_t precision = 0;
    bool is_large = false;    ///< a town of 100,000: "in Homs" says less than "in al-Sukhna"
    bool has_point() const { return x != 0 || y != 0 || z != 0; }
};

struct TollFacts {
    std::int32_t low = -1, high = -1;  ///< -1: not stated
    bool is_stated() const { return low >= 0; }
};

/// In the order in which a comparison looks at them, a cache line (64 bytes) after the other: most pairs are settled within the first three.
struct alignas(64) Facts {
    static constexpr std::size_t places_max = 4, areas_max = 2, targets_max = 8;
    When when;
    ReportId report{};
    std::uint64_t table = 0;      ///< the publisher for a row of a table in which each row is an event of its own, else 0
    std::uint64_t publisher = 0;  ///< hash of the name in the form in which spellings meet
    std::uint64_t content = 0;    ///< over all of the account that does not depend on when it was filed
    Language language = Language::unknown;
    IncidentKind kind{};
    std::uint8_t place_count = 0;
    std::uint8_t area_count = 0;
    bool has_coarse_place = false;                    ///< names a place, but no fine one

    std::uint32_t country = 0;
    std::uint32_t district = 0;
    std::array<std::uint32_t, areas_max> areas{};     ///< governorates, in the order of the places
    ActorFacts actor;
    TollFacts killed, injured, abducted, arrested;
    std::optional<WeaponClass> weapon;
    std::optional<TargetClass> target;

    std::array<std::uint16_t, targets_max> targets{};  ///< stems of the words for who or what was hit; 0 ends them
    std::array<FinePlace, places_max> places{};  ///< finest first
    WordSignature words = no_words;
    TellingWords telling;
};
Facts facts_of(const FiledAccount& filed);

/// What most comparisons look at into the caches, while others are weighed: what one is compared with lies all over the memory of a large library.
inline void fetch_ahead(const Facts& facts)
{
    constexpr std::size_t line = 64, lines = 3;
    for (std::size_t i = 0; i < lines; ++i) __builtin_prefetch(reinterpret_cast<const char*>(&facts) + i * line);
}

/// Who tells them says that they are two: accounts of one report, rows of one table in which each row is an event.
inline bool are_told_as_two(const Facts& a, const Facts& b)
{
    return (a.report == b.report && a.report != ReportId{}) || (a.table == b.table && a.table != 0);
}

/// Kilometres between two points of fine places.
double km_between(const FinePlace& a, const FinePlace& b);

/// A place's name as a skeleton that Latin and Arabic spellings share: "قرب قرية التنورية" and "near al-Tannuriya" give
/// the same. Words for kinds of place and directions are left out, and so is its governorate where the place is not resolved.
struct NameSkeleton {
    std::vector<std::string> words;
    std::string whole;
};
NameSkeleton name_skeleton(const AccountPlace& place);

/// Stems of the words that name the targets, without those that fit any ("people", "members").
std::vector<std::string> target_words(const Account& account);

}  // namespace sitrep::merge
