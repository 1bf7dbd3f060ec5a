#include "place/matching.hpp"

#include "place/keys.hpp"
#include "text/normalise.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sitrep::place {
namespace {

constexpr std::size_t hits_max = 400;     ///< a name that more places bear says nothing
constexpr std::size_t compared_bytes_max = 64;

/// Optimal string alignment distance over bytes; names are short.
std::size_t edits(std::string_view a, std::string_view b)
{
    a = a.substr(0, compared_bytes_max);
    b = b.substr(0, compared_bytes_max);
    std::array<std::array<std::uint8_t, compared_bytes_max + 1>, compared_bytes_max + 1> d;
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<std::uint8_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int least = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = std::min(least, d[i - 2][j - 2] + 1);
            d[i][j] = static_cast<std::uint8_t>(least);
        }
    return d[a.size()][b.size()];
}

double share_alike(std::string_view a, std::string_view b)
{
    const auto longer = std::max(a.size(), b.size());
    return longer == 0 ? 0 : 1.0 - static_cast<double>(edits(a, b)) / static_cast<double>(longer);
}

bool is_within(const Gazetteer::Blob& blob, const PlaceRow& row, Within within)
{
    if (!within.country.empty() && std::string_view{row.country.data(), 2} != within.country) return false;
    const auto* unit = blob.unit(row.unit);
    return within.unit.empty() || (unit != nullptr && blob.string(unit->code) == within.unit);
}

bool any_in(const Gazetteer::Blob& blob, const std::vector<Hit>& hits, Within within)
{
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        const auto* row = blob.place(hit.place);
        return row != nullptr && is_within(blob, *row, within);
    });
}

void add(const Gazetteer::Blob& blob, std::span<const NameRow> rows, Agreement agreement, std::string_view asked, std::vector<Hit>& hits)
{
    for (const auto& row : rows) {
        if (hits.size() == hits_max) return;
        const bool known = blob.place(row.place) == nullptr || std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.place == row.place; });
        if (known) continue;
        hits.push_back({row.place, row.name, agreement, agreement == Agreement::key ? 1.0 : likeness(asked, blob.string(row.name))});
    }
}

// One consonant more, less or another: a name misheard or misspelt. Only short lists come of it, because only one unit's places count.
void add_but_one(const Gazetteer::Blob& blob, const std::string& bones, Within within, std::string_view asked, std::vector<Hit>& hits)
{
    constexpr std::string_view consonants = "bcdfghjklmnpqrstvwxyz";
    constexpr double least_likeness = 0.6;  // below, twice as many are wrong as right (UCDP's Syrian place names)
    const auto try_bones = [&](const std::string& other) {
        for (const auto& row : blob.skeletons(extend_hash(empty_hash, other))) {
            const auto* place = blob.place(row.place);
            if (place != nullptr && is_within(blob, *place, within) && likeness(asked, blob.string(row.name)) >= least_likeness) add(blob, {&row, 1}, Agreement::skeleton_but_one, asked, hits);
        }
    };
    for (std::size_t i = 0; i <= bones.size(); ++i) {
        if (i < bones.size()) try_bones(bones.substr(0, i) + bones.substr(i + 1));
        for (const char c : consonants) {
            try_bones(bones.substr(0, i) + c + bones.substr(i));
            if (i < bones.size() && bones[i] != c) try_bones(bones.substr(0, i) + c + bones.substr(i + 1));
        }
    }
}

}  // namespace

double likeness(std::string_view asked, std::string_view known)
{
    if (begins_in_arabic(asked) != begins_in_arabic(known)) return share_alike(text::skeleton(asked), text::skeleton(known));
    const auto a = key_of(asked);
    const auto b = key_of(known);
    return (share_alike(a, b) + share_alike(folded(a), folded(b))) / 2;
}

std::vector<Hit> hits_of(const Gazetteer::Blob& blob, std::string_view name, Within within)
{
    constexpr std::size_t shortest_fold = 3;
    constexpr std::size_t shortest_skeleton = 3;
    constexpr std::size_t shortest_but_one = 4;
    std::vector<Hit> hits;
    const auto key = key_of(name);
    if (key.empty()) return hits;
    add(blob, blob.keys(extend_hash(empty_hash, key)), Agreement::key, name, hits);
    if (any_in(blob, hits, within)) return hits;
    if (const auto fold = folded(key); fold.size() >= shortest_fold) add(blob, blob.folds(extend_hash(empty_hash, fold)), Agreement::fold, name, hits);
    if (any_in(blob, hits, within)) return hits;
    const auto bones = text::skeleton(name);
    if (bones.size() >= shortest_skeleton) add(blob, blob.skeletons(extend_hash(empty_hash, bones)), Agreement::skeleton, name, hits);
    if (within.unit.empty() || bones.size() < shortest_but_one || any_in(blob, hits, within)) return hits;
    add_but_one(blob, bones, within, name, hits);
    return hits;
}

double prominence(const PlaceRow& row)
{
    constexpr double highest_rank = 9;
    constexpr double log_of_largest = 7.4;  // a city of 25 million
    constexpr double of_a_country = 0.95;
    constexpr double of_a_governorate = 0.65;  // the populations of both are not in the sources
    if (row.kind == static_cast<std::uint8_t>(PlaceKind::country)) return of_a_country;
    if (row.kind == static_cast<std::uint8_t>(PlaceKind::governorate)) return of_a_governorate;
    const double size = std::log10(static_cast<double>(row.population) + 1) / log_of_largest;
    return std::clamp(0.6 * row.rank / highest_rank + 0.4 * size, 0.0, 1.0);
}

}  // namespace sitrep::place
