// Layout of gazetteer.blob: a header, then flat sections that are used where they lie in the mapped file.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

namespace sitrep::place {

inline constexpr std::array<char, 8> blob_magic{'S', 'I', 'T', 'G', 'A', 'Z', '\r', '\n'};
inline constexpr std::uint32_t blob_version = 3;
inline constexpr std::uint32_t byte_order_mark = 0x01020304;  ///< reads otherwise on a machine of the other byte order
inline constexpr std::uint32_t no_index = 0xFFFFFFFF;
inline constexpr std::uint16_t no_unit = 0xFFFF;
inline constexpr double degrees_per_step = 1e-5;  ///< coordinates are whole hundred-thousandths of a degree

enum class Section : std::uint32_t {
    strings,   ///< NUL-terminated UTF-8; offset 0 is the empty string
    places,    ///< PlaceRow
    units,     ///< UnitRow: first-level administrative units
    keys,      ///< NameRow, by hash of key_of(name)
    folds,     ///< NameRow, by hash of folded(key)
    skeletons, ///< NameRow, by hash of text::skeleton(name)
    key_buckets, fold_buckets, skeleton_buckets,  ///< std::uint32_t: first row of each value of the hash's top bits, and the end
    filter,    ///< a power of two of bits: which hashes are the key of a name (key_bit), or a proper prefix of one of several tokens (prefix_bit)
    outlines,  ///< OutlineRow
    rings,     ///< RingRow
    points,    ///< PointRow
    sources,   ///< SourceRow: who gave the names
    about,     ///< std::uint32_t: string offset of the attribution
    count
};
inline constexpr std::size_t section_count = static_cast<std::size_t>(Section::count);

inline constexpr unsigned bucket_bits = 16;
inline constexpr std::size_t buckets = std::size_t{1} << bucket_bits;
inline constexpr unsigned filter_bits_min = 22, filter_bits_max = 32;

struct SectionRow {
    std::uint64_t offset;
    std::uint64_t bytes;
};

struct BlobHeader {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t byte_order;
    std::uint64_t file_bytes;
    std::array<SectionRow, section_count> sections;
};

struct PointRow {
    std::int32_t lat, lon;  ///< in steps
};

inline constexpr std::uint8_t own_alone = 2;

/// Rank orders features of one kind by how often news means them: 0 hamlet … 9 country.
struct PlaceRow {
    PointRow point;
    std::uint32_t name, name_ar, id, admin2;  ///< string offsets
    std::uint32_t population;
    std::uint16_t unit;  ///< index in units, or no_unit
    std::array<char, 2> country;
    std::uint8_t kind;  ///< PlaceKind
    std::uint8_t rank;
    std::uint8_t own;        ///< 1: the project's own layer or the desk's knows it; own_alone: and its names are no other place's
    std::uint8_t has_point;
};

struct NameRow {
    std::uint64_t hash;
    std::uint32_t place;
    std::uint32_t name;  ///< the name as its source spells it; the byte before it is 1 + the number of the source
};

struct SourceRow {
    std::uint32_t name, licence;
    std::uint32_t places, names;  ///< how many it gave
};

struct UnitRow {
    std::uint32_t code, name, name_ar;
    std::uint32_t place;
    std::uint32_t geonames_code;
    std::array<char, 2> country;
    std::uint16_t unused;
};

enum class OutlineKind : std::uint8_t { country, unit, region, district };

struct OutlineRow {
    std::uint32_t code, name, name_ar;
    std::uint32_t first_ring, ring_count;
    PointRow low, high;  ///< bounding box
    std::array<char, 2> country;
    std::uint8_t kind;  ///< OutlineKind
    std::uint8_t unused;
};

struct RingRow {
    std::uint32_t first_point, point_count;
};

static_assert(std::is_trivially_copyable_v<BlobHeader> && sizeof(PlaceRow) == 36 && sizeof(NameRow) == 16);
static_assert(sizeof(UnitRow) == 24 && sizeof(SourceRow) == 16 && sizeof(OutlineRow) == 40 && sizeof(RingRow) == 8);

/// Bits of a filter of so many bits (as a power of two) that stand for a hash.
constexpr std::uint64_t prefix_bit(std::uint64_t hash, unsigned bits) { return (hash ^ (hash >> 32)) & ((std::uint64_t{1} << bits) - 1); }
constexpr std::uint64_t key_bit(std::uint64_t hash, unsigned bits) { return (hash * 0x9e3779b97f4a7c15ULL) >> (64 - bits); }

}  // namespace sitrep::place
