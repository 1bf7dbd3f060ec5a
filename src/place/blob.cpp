#include "place/blob.hpp"

#include "place/outlines.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace sitrep::place {
namespace {

constexpr std::array<std::size_t, section_count> row_bytes{
    1, sizeof(PlaceRow), sizeof(UnitRow), sizeof(NameRow), sizeof(NameRow), sizeof(NameRow), sizeof(std::uint32_t),
    sizeof(std::uint32_t), sizeof(std::uint32_t), 1, sizeof(OutlineRow), sizeof(RingRow), sizeof(PointRow), sizeof(SourceRow), sizeof(std::uint32_t)};

constexpr std::uint64_t section_alignment_bytes = 8;

bool on_the_globe(PointRow point)
{
    return LatLon::from_degrees(point.lat * degrees_per_step, point.lon * degrees_per_step).has_value();
}

/// Two upper-case letters, or empty: a damaged file must not put other bytes into a country code.
std::string country_of(const std::array<char, 2>& code)
{
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return letter(code[0]) && letter(code[1]) ? std::string{code.data(), code.size()} : std::string{};
}

}  // namespace

Result<std::unique_ptr<Gazetteer::Blob>> Gazetteer::Blob::map(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return bad_input(file.string(), fmt::format("cannot open the gazetteer: {}", std::strerror(errno)));
    struct stat status {};
    const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
    if (size < sizeof(BlobHeader)) {
        ::close(descriptor);
        return bad_input(file.string(), "not a gazetteer: too short for its header");
    }
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    const int failure = errno;
    ::close(descriptor);
    if (start == MAP_FAILED) return bad_input(file.string(), fmt::format("cannot map the gazetteer: {}", std::strerror(failure)));
    auto blob = std::make_unique<Blob>();
    blob->mapping_ = start;
    blob->bytes_ = {static_cast<const std::byte*>(start), size};
    if (auto checked = blob->check(file); !checked) return tl::unexpected(checked.error());
    return blob;
}

Gazetteer::Blob::~Blob()
{
    if (mapping_ != nullptr) ::munmap(mapping_, bytes_.size());
}

Result<void> Gazetteer::Blob::check(const std::filesystem::path& file)
{
    BlobHeader header;
    std::memcpy(&header, bytes_.data(), sizeof header);
    if (header.magic != blob_magic) return bad_input(file.string(), "not a gazetteer: it does not begin as one");
    if (header.byte_order != byte_order_mark) return bad_input(file.string(), "gazetteer of a machine with another byte order; build it again here");
    if (header.version != blob_version)
        return bad_input(file.string(), fmt::format("gazetteer of version {}, this program reads {}; build it again", header.version, blob_version));
    if (header.file_bytes != bytes_.size())
        return bad_input(file.string(), fmt::format("gazetteer cut short or padded: {} bytes, its header says {}", bytes_.size(), header.file_bytes));
    for (std::size_t i = 0; i < section_count; ++i) {
        const auto [offset, bytes] = header.sections[i];
        const bool inside = offset <= bytes_.size() && bytes <= bytes_.size() - offset;
        if (!inside || offset % section_alignment_bytes != 0 || bytes % row_bytes[i] != 0)
            return bad_input(file.string(), fmt::format("gazetteer damaged: section {} lies outside the file or between rows", i));
        sections_[i] = bytes_.subspan(offset, bytes);
    }
    const auto strings = sections_[static_cast<std::size_t>(Section::strings)];
    if (strings.empty() || strings.back() != std::byte{0}) return bad_input(file.string(), "gazetteer damaged: its text does not end");
    for (const auto section : {Section::key_buckets, Section::fold_buckets, Section::skeleton_buckets})
        if (rows<std::uint32_t>(section).size() != buckets + 1) return bad_input(file.string(), "gazetteer damaged: an index has the wrong size");
    const auto filter = std::uint64_t{sections_[static_cast<std::size_t>(Section::filter)].size()} * 8;
    filter_bits_ = static_cast<unsigned>(std::countr_zero(filter));
    if (!std::has_single_bit(filter) || filter_bits_ < filter_bits_min || filter_bits_ > filter_bits_max || rows<std::uint32_t>(Section::about).size() != 1)
        return bad_input(file.string(), "gazetteer damaged: an index has the wrong size");
    return {};
}

std::string_view Gazetteer::Blob::string(std::uint32_t offset) const
{
    const auto pool = sections_[static_cast<std::size_t>(Section::strings)];
    if (offset >= pool.size()) return {};
    const auto* start = reinterpret_cast<const char*>(pool.data()) + offset;
    return {start, std::strlen(start)};  // the pool ends with a NUL, checked at opening
}

std::optional<std::uint8_t> Gazetteer::Blob::source_of(std::uint32_t name) const
{
    const auto pool = sections_[static_cast<std::size_t>(Section::strings)];
    if (name == 0 || name >= pool.size()) return std::nullopt;
    const auto mark = std::to_integer<std::uint8_t>(pool[name - 1]);
    if (mark == 0 || mark > sources().size()) return std::nullopt;
    return static_cast<std::uint8_t>(mark - 1);
}

std::span<const RingRow> Gazetteer::Blob::rings(const OutlineRow& outline) const
{
    const auto all = rows<RingRow>(Section::rings);
    if (outline.first_ring > all.size() || outline.ring_count > all.size() - outline.first_ring) return {};
    return all.subspan(outline.first_ring, outline.ring_count);
}

std::span<const PointRow> Gazetteer::Blob::points(const RingRow& ring) const
{
    const auto all = rows<PointRow>(Section::points);
    if (ring.first_point > all.size() || ring.point_count > all.size() - ring.first_point) return {};
    return all.subspan(ring.first_point, ring.point_count);
}

std::string_view Gazetteer::Blob::attribution() const { return string(rows<std::uint32_t>(Section::about)[0]); }

std::span<const NameRow> Gazetteer::Blob::named(Section section, Section bucket_section, std::uint64_t hash) const
{
    const auto all = rows<NameRow>(section);
    const auto starts = rows<std::uint32_t>(bucket_section);
    const auto bucket = static_cast<std::size_t>(hash >> (64 - bucket_bits));
    const auto first = starts[bucket];
    const auto last = starts[bucket + 1];
    if (first > last || last > all.size()) return {};
    const auto rows_of_bucket = all.subspan(first, last - first);
    const auto [low, high] = std::equal_range(rows_of_bucket.begin(), rows_of_bucket.end(), NameRow{hash, 0, 0},
                                              [](const NameRow& a, const NameRow& b) { return a.hash < b.hash; });
    if (low >= high) return {};
    return {low, high};
}

bool Gazetteer::Blob::is_set(std::uint64_t bit) const
{
    const auto byte = sections_[static_cast<std::size_t>(Section::filter)][bit / 8];
    return ((std::to_integer<unsigned>(byte) >> (bit % 8)) & 1u) != 0;
}

const Inventories& Gazetteer::Blob::inventories() const
{
    std::call_once(counted_, [&] { inventories_ = std::make_unique<const Inventories>(inventories_of(places())); });
    return *inventories_;
}

std::span<const OutlineRow* const> Gazetteer::Blob::districts() const
{
    std::call_once(districts_found_, [&] {
        for (const auto& row : outlines())
            if (row.kind == static_cast<std::uint8_t>(OutlineKind::district)) districts_.push_back(&row);
    });
    return districts_;
}

const PlaceRow* Gazetteer::Blob::place(std::uint32_t index) const
{
    const auto all = places();
    return index < all.size() ? &all[index] : nullptr;
}

const UnitRow* Gazetteer::Blob::unit(std::uint16_t index) const
{
    const auto all = units();
    return index < all.size() ? &all[index] : nullptr;
}

Place Gazetteer::Blob::made(std::uint32_t index) const
{
    Place out;
    const auto* row = place(index);
    if (row == nullptr) return out;
    out.gazetteer_id = string(row->id);
    out.name = string(row->name);
    out.name_ar = string(row->name_ar);
    out.country = country_of(row->country);
    if (const auto* admin = unit(row->unit)) {
        out.admin1 = string(admin->name);
        out.admin1_code = string(admin->code);
    }
    out.admin2 = string(row->admin2);
    const bool stands_somewhere = row->kind == static_cast<std::uint8_t>(PlaceKind::settlement) || row->kind == static_cast<std::uint8_t>(PlaceKind::site);
    if (out.admin2.empty() && stands_somewhere && row->has_point != 0)
        if (const auto* district = district_at(*this, out.admin1_code, row->point)) out.admin2 = string(district->name);
    if (row->has_point != 0 && on_the_globe(row->point))
        out.point = *LatLon::from_degrees(row->point.lat * degrees_per_step, row->point.lon * degrees_per_step);
    out.population = row->population;
    out.kind = row->kind <= static_cast<std::uint8_t>(PlaceKind::unknown) ? static_cast<PlaceKind>(row->kind) : PlaceKind::unknown;
    switch (out.kind) {
    case PlaceKind::district: out.precision = PlacePrecision::district; break;
    case PlaceKind::governorate: out.precision = PlacePrecision::governorate; break;
    case PlaceKind::region:
    case PlaceKind::road:
    case PlaceKind::water: out.precision = PlacePrecision::region; break;
    case PlaceKind::country:
    case PlaceKind::unknown: out.precision = PlacePrecision::country; break;
    case PlaceKind::settlement:
    case PlaceKind::site: out.precision = PlacePrecision::exact; break;
    }
    return out;
}

}  // namespace sitrep::place
