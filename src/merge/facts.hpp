// An account as the same-event rule looks at it: when in day numbers, where in name keys.
#pragma once

#include "core/incident.hpp"

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
    Kind kind = Kind::none;
    DatePrecision precision = DatePrecision::unknown;
    int first = 0, last = 0;       ///< days since 1970-01-01
    unsigned month = 0, day = 0;   ///< open year; day 0 when only the month is known
    std::optional<int> published;  ///< days since 1970-01-01
    unsigned weekday = 0;          ///< ISO; named by the report ("on Thursday") or that of the day known; 0 when neither
    bool background = false;
};
When when_of(const FiledAccount& filed);

/// Where it happened. Words of fine places are compared by a skeleton that Latin and Arabic spellings share.
struct Where {
    std::string_view country;
    std::vector<const Place*> areas;        ///< one place for each governorate named, in the order of the places, at most two
    std::vector<const AccountPlace*> fine;  ///< resolved to about a town or better, or named but not resolved; finest first
};
Where where_of(const FiledAccount& filed);

/// A place's name as a skeleton that Latin and Arabic spellings share: "قرب قرية التنورية" and "near al-Tannuriya" give
/// the same. Words for kinds of place and directions are left out, and so is its governorate where the place is not resolved.
struct NameSkeleton {
    std::vector<std::string> words;
    std::string whole;
    bool empty() const { return words.empty(); }
};
NameSkeleton name_skeleton(const AccountPlace& place);

/// Stems of the words that name the targets, without those that fit any ("people", "members").
std::vector<std::string> target_words(const Account& account);

bool is_fine(const AccountPlace& place);

}  // namespace sitrep::merge
