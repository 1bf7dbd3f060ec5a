#include "place/blob_writer.hpp"

#include "place/keys.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <tuple>

namespace sitrep::place {
namespace {

constexpr std::size_t alignment_bytes = 8;
constexpr std::size_t waiting_max = std::size_t{1} << 20;
constexpr std::size_t known_strings_max = 500'000;  // about 60 MB: beyond, a text that comes again is written again
constexpr std::uint64_t bits_a_name = 12;           // of the filter: about one in ten names that are none passes it
constexpr std::uint64_t strings_max = std::numeric_limits<std::uint32_t>::max();

std::array<char, 2> letters_of(const std::string& country)
{
    return country.size() == 2 ? std::array<char, 2>{country[0], country[1]} : std::array<char, 2>{' ', ' '};
}

std::int32_t steps_of(double degrees) { return static_cast<std::int32_t>(std::lround(degrees / degrees_per_step)); }

template <class Row>
std::string_view bytes_of(const Row& row)
{
    return {reinterpret_cast<const char*>(&row), sizeof row};
}

template <class Row>
std::string_view bytes_of_all(const std::vector<Row>& rows)
{
    return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)};
}

}  // namespace

BlobWriter::BlobWriter(std::filesystem::path file, std::uint64_t names_expected)
    : file_(std::move(file)),
      filter_bits_(std::clamp(static_cast<unsigned>(std::bit_width(names_expected * bits_a_name)), filter_bits_min, filter_bits_max)),
      filter_((std::size_t{1} << filter_bits_) / 8), strings_(file_.parent_path()), places_(file_.parent_path()), keys_(file_.parent_path()),
      folds_(file_.parent_path()), skeletons_(file_.parent_path())
{
    strings_.append({"\0", 1});
}

std::uint32_t BlobWriter::string(std::string_view text, std::uint8_t source_mark)
{
    if (text.empty()) return 0;
    std::string with_mark(1, static_cast<char>(source_mark));
    with_mark += text;
    if (const auto known = known_strings_.find(with_mark); known != known_strings_.end()) return known->second;
    if (strings_.size() + with_mark.size() + 1 > strings_max) throw std::runtime_error("the gazetteer's names take more than 4 GB; import fewer countries");
    const auto at = static_cast<std::uint32_t>(strings_.size() + 1);
    strings_.append(with_mark);
    strings_.append({"\0", 1});
    if (known_strings_.size() >= known_strings_max) known_strings_.clear();
    known_strings_.emplace(std::move(with_mark), at);
    return at;
}

std::uint8_t BlobWriter::add_source(std::string_view name, std::string_view licence)
{
    constexpr std::size_t sources_max = 254;
    if (sources_.size() >= sources_max) throw std::runtime_error("a gazetteer holds at most 254 sources");
    const auto [known, fresh] = source_numbers_.try_emplace(std::pair(std::string(name), std::string(licence)), static_cast<std::uint8_t>(sources_.size()));
    if (fresh) sources_.push_back({string(name, 0), string(licence, 0), 0, 0});
    return known->second;
}

std::uint16_t BlobWriter::add_unit(const NewUnit& unit)
{
    units_.push_back({string(unit.code, 0), string(unit.name, 0), string(unit.name_ar, 0), unit.place, string(unit.geonames_code, 0), letters_of(unit.country), 0});
    return static_cast<std::uint16_t>(units_.size() - 1);
}

std::uint32_t BlobWriter::add_place(const NewPlace& place, std::uint8_t source)
{
    const auto index = static_cast<std::uint32_t>(places_count_++);
    const auto mark = static_cast<std::uint8_t>(source + 1);
    const auto population = static_cast<std::uint32_t>(std::clamp<std::int64_t>(place.population, 0, std::numeric_limits<std::uint32_t>::max()));
    const PointRow point = place.point ? PointRow{steps_of(place.point->lat()), steps_of(place.point->lon())} : PointRow{};
    places_.add(PlaceRow{point, string(place.name, mark), string(place.name_ar, mark), string(place.id, 0), string(place.admin2, 0), population, place.unit,
                         letters_of(place.country), static_cast<std::uint8_t>(place.kind), static_cast<std::uint8_t>(place.rank),
                         place.alone ? own_alone : static_cast<std::uint8_t>(place.own), static_cast<std::uint8_t>(place.point.has_value())});
    ++sources_.at(source).places;
    add_name(index, place.name, source, place.alone);
    add_name(index, place.name_ar, source, place.alone);
    return index;
}

void BlobWriter::add_key(Spill& index, std::string_view key, std::uint32_t place, std::uint32_t name)
{
    index.add(NameRow{extend_hash(empty_hash, key), place, name});
}

void BlobWriter::reserve_names(const std::vector<std::string>& names)
{
    for (const auto& name : names) reserved_.insert(key_of(name));
}

void BlobWriter::add_name(std::uint32_t place, std::string_view name, std::uint8_t source, bool alone)
{
    constexpr std::string_view governorate_of = "محافظة ";  // not part of the name: the text's own words say it
    constexpr std::size_t shortest_key_bytes = 2;
    constexpr std::size_t shortest_skeleton_bytes = 2;
    if (name.starts_with(governorate_of)) return;
    std::string key;
    std::uint64_t hash = empty_hash;
    const auto pieces = pieces_of(name);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        key += pieces[i];
        hash = extend_hash(hash, pieces[i]);
        if (i + 1 < pieces.size()) set(prefix_bit(hash, filter_bits_));
    }
    if (key.size() < shortest_key_bytes || (!alone && reserved_.contains(key))) return;
    set(key_bit(hash, filter_bits_));
    const auto text = string(name, static_cast<std::uint8_t>(source + 1));
    add_key(keys_, key, place, text);
    add_key(folds_, folded(key), place, text);
    if (const auto bones = text::skeleton(name); bones.size() >= shortest_skeleton_bytes) add_key(skeletons_, bones, place, text);
    ++sources_.at(source).names;
    ++names_count_;
}

void BlobWriter::set_name_ar(std::uint32_t place, std::string_view name, std::uint8_t source)
{
    arabic_names_.emplace_back(place, string(name, static_cast<std::uint8_t>(source + 1)));
}

void BlobWriter::add_outline(const NewOutline& outline)
{
    if (outline.rings.empty()) return;
    constexpr auto furthest = std::numeric_limits<std::int32_t>::max();
    OutlineRow row{string(outline.code, 0), string(outline.name, 0), string(outline.name_ar, 0), static_cast<std::uint32_t>(rings_.size()),
                   static_cast<std::uint32_t>(outline.rings.size()), {furthest, furthest}, {-furthest, -furthest}, letters_of(outline.country),
                   static_cast<std::uint8_t>(outline.kind), 0};
    for (const auto& ring : outline.rings) {
        rings_.push_back({static_cast<std::uint32_t>(points_.size()), static_cast<std::uint32_t>(ring.size())});
        for (const auto& p : ring) {
            points_.push_back(p);
            row.low = {std::min(row.low.lat, p.lat), std::min(row.low.lon, p.lon)};
            row.high = {std::max(row.high.lat, p.lat), std::max(row.high.lon, p.lon)};
        }
    }
    outlines_.push_back(row);
}

void BlobWriter::put(std::string_view bytes)
{
    const auto flush = [&](std::string_view left) {
        while (!left.empty()) {
            const auto written = ::write(out_, left.data(), left.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) throw std::runtime_error(fmt::format("{} cannot be written: {}", file_.string(), std::strerror(errno)));
            left.remove_prefix(static_cast<std::size_t>(written));
        }
    };
    written_ += bytes.size();
    waiting_ += bytes.size() < waiting_max ? bytes : std::string_view();
    if (waiting_.size() < waiting_max && bytes.size() < waiting_max) return;
    flush(waiting_);
    waiting_.clear();
    if (bytes.size() >= waiting_max) flush(bytes);
}

void BlobWriter::begin_section(Section section)
{
    put(std::string((alignment_bytes - written_ % alignment_bytes) % alignment_bytes, '\0'));
    header_.sections[static_cast<std::size_t>(section)].offset = written_;
}

void BlobWriter::end_section(Section section)
{
    auto& row = header_.sections[static_cast<std::size_t>(section)];
    row.bytes = written_ - row.offset;
}

// Rows in order of hash, each place once per hash.
void BlobWriter::put_index(Section rows_section, Section buckets_section, Spill& index)
{
    auto rows = index.rows<NameRow>();
    std::sort(rows.begin(), rows.end(), [](const NameRow& a, const NameRow& b) { return std::tie(a.hash, a.place, a.name) < std::tie(b.hash, b.place, b.name); });
    const auto end = std::unique(rows.begin(), rows.end(), [](const NameRow& a, const NameRow& b) { return a.hash == b.hash && a.place == b.place; });
    rows = rows.first(static_cast<std::size_t>(end - rows.begin()));
    begin_section(rows_section);
    put({reinterpret_cast<const char*>(rows.data()), rows.size_bytes()});
    end_section(rows_section);
    std::vector<std::uint32_t> starts(buckets + 1, 0);
    for (const auto& row : rows) ++starts[(row.hash >> (64 - bucket_bits)) + 1];
    index.release();
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    begin_section(buckets_section);
    put(bytes_of_all(starts));
    end_section(buckets_section);
}

void BlobWriter::finish(std::string_view attribution)
{
    const std::uint32_t about = string(attribution, 0);
    const auto beside = file_.string() + ".new";
    out_ = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (out_ < 0) throw std::runtime_error(fmt::format("{} cannot be written: {}", beside, std::strerror(errno)));
    put(std::string(sizeof header_, '\0'));
    const auto section = [&](Section name, std::string_view bytes) {
        begin_section(name);
        put(bytes);
        end_section(name);
    };
    const auto spilled = [](Spill& spill) {
        const auto all = spill.all();
        return std::string_view(reinterpret_cast<const char*>(all.data()), all.size());
    };
    for (const auto& [place, name] : arabic_names_)
        if (auto& row = places_.rows<PlaceRow>()[place]; row.name_ar == 0) row.name_ar = name;
    section(Section::places, spilled(places_));
    places_.release();
    section(Section::units, bytes_of_all(units_));
    put_index(Section::keys, Section::key_buckets, keys_);
    put_index(Section::folds, Section::fold_buckets, folds_);
    put_index(Section::skeletons, Section::skeleton_buckets, skeletons_);
    section(Section::filter, bytes_of_all(filter_));
    section(Section::outlines, bytes_of_all(outlines_));
    section(Section::rings, bytes_of_all(rings_));
    section(Section::points, bytes_of_all(points_));
    section(Section::sources, bytes_of_all(sources_));
    section(Section::about, bytes_of(about));
    section(Section::strings, spilled(strings_));  // last: its own NUL must be the file's end
    header_.magic = blob_magic;
    header_.version = blob_version;
    header_.byte_order = byte_order_mark;
    header_.file_bytes = written_;
    const bool whole = ::write(out_, waiting_.data(), waiting_.size()) == static_cast<ssize_t>(waiting_.size()) &&
                       ::pwrite(out_, &header_, sizeof header_, 0) == static_cast<ssize_t>(sizeof header_) && ::fsync(out_) == 0;
    ::close(out_);
    if (!whole) throw std::runtime_error(fmt::format("{} cannot be written: {}", beside, std::strerror(errno)));
    std::filesystem::rename(beside, file_);
}

}  // namespace sitrep::place
