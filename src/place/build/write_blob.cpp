#include "place/blob_format.hpp"
#include "place/build/atlas.hpp"
#include "place/keys.hpp"
#include "text/normalise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <unordered_set>

namespace sitrep::place::build {
namespace {

constexpr std::string_view attribution =
    "Places: GeoNames (CC BY 4.0); boundaries: Natural Earth (public domain), as that source draws them; points of countries: CIA World Factbook (public domain); names: Unicode CLDR, "
    "i18n-iso-countries (MIT); some Syrian settlements: OCHA; regions: Sitrep (coarse, public knowledge)";

class Strings {
public:
    Strings() { pool_.push_back('\0'); }
    std::uint32_t add(const std::string& text)
    {
        if (text.empty()) return 0;
        const auto [at, fresh] = known_.try_emplace(text, static_cast<std::uint32_t>(pool_.size()));
        if (fresh) {
            pool_ += text;
            pool_ += '\0';
        }
        return at->second;
    }
    const std::string& pool() const { return pool_; }

private:
    std::string pool_;
    std::unordered_map<std::string, std::uint32_t> known_;
};

PointRow point_of(Coordinate at)
{
    return {static_cast<std::int32_t>(std::lround(at.lat / degrees_per_step)), static_cast<std::int32_t>(std::lround(at.lon / degrees_per_step))};
}

std::array<char, 2> letters_of(const std::string& country)
{
    return country.size() == 2 ? std::array<char, 2>{country[0], country[1]} : std::array<char, 2>{' ', ' '};
}

/// Rows of one index in order of hash, each place once per hash.
struct Index {
    std::vector<NameRow> rows;
    void add(std::string_view key, std::uint32_t place, std::uint32_t name) { rows.push_back({extend_hash(empty_hash, key), place, name}); }
    std::vector<std::uint32_t> finish()
    {
        std::sort(rows.begin(), rows.end(), [](const NameRow& a, const NameRow& b) { return std::tie(a.hash, a.place, a.name) < std::tie(b.hash, b.place, b.name); });
        rows.erase(std::unique(rows.begin(), rows.end(), [](const NameRow& a, const NameRow& b) { return a.hash == b.hash && a.place == b.place; }), rows.end());
        std::vector<std::uint32_t> starts(buckets + 1, 0);
        for (const auto& row : rows) ++starts[(row.hash >> (64 - bucket_bits)) + 1];
        for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
        return starts;
    }
};

class Writer {
public:
    explicit Writer(const Atlas& atlas) : atlas_(atlas)
    {
        filter_.assign(filter_bytes, 0);
        add_units();
        add_places();
        for (const auto& shape : atlas.countries) add_outline(shape, OutlineKind::country);
        for (const auto& unit : atlas.units) add_outline({public_code(unit.code), unit.name, unit.name_ar, unit.country, unit.rings}, OutlineKind::unit);
        for (const auto& shape : atlas.regions) add_outline(shape, OutlineKind::region);
    }
    void write(const std::filesystem::path& file)
    {
        const std::uint32_t about = strings_.add(std::string{attribution});
        const auto key_buckets = keys_.finish();
        const auto fold_buckets = folds_.finish();
        const auto skeleton_buckets = skeletons_.finish();
        put(Section::places, places_);
        put(Section::units, units_);
        put(Section::keys, keys_.rows);
        put(Section::folds, folds_.rows);
        put(Section::skeletons, skeletons_.rows);
        put(Section::key_buckets, key_buckets);
        put(Section::fold_buckets, fold_buckets);
        put(Section::skeleton_buckets, skeleton_buckets);
        put(Section::filter, filter_);
        put(Section::outlines, outlines_);
        put(Section::rings, rings_);
        put(Section::points, points_);
        put(Section::about, std::vector<std::uint32_t>{about});
        put(Section::strings, std::vector<char>(strings_.pool().begin(), strings_.pool().end()));
        header_.magic = blob_magic;
        header_.version = blob_version;
        header_.byte_order = byte_order_mark;
        header_.file_bytes = body_.size();
        std::memcpy(body_.data(), &header_, sizeof header_);
        std::ofstream out{file, std::ios::binary | std::ios::trunc};
        out.write(body_.data(), static_cast<std::streamsize>(body_.size()));
        if (!out.flush()) throw std::runtime_error(fmt::format("cannot write {}", file.string()));
    }

private:
    static std::string public_code(const std::string& code) { return code.starts_with("gn:") ? std::string{} : code; }

    void add_units()
    {
        for (const auto& unit : atlas_.units) {
            unit_index_.emplace(unit.code, static_cast<std::uint16_t>(units_.size()));
            units_.push_back({strings_.add(public_code(unit.code)), strings_.add(unit.name), strings_.add(unit.name_ar), static_cast<std::uint32_t>(unit.entry), letters_of(unit.country), 0});
        }
    }
    void add_places()
    {
        for (const auto& entry : atlas_.entries) {
            if (!entry.alone) continue;
            reserved_.insert({key_of(entry.name), key_of(entry.name_ar)});
            for (const auto& name : entry.alternates) reserved_.insert(key_of(name));
        }
        for (const auto& entry : atlas_.entries) {
            const auto index = static_cast<std::uint32_t>(places_.size());
            const auto unit = unit_index_.find(entry.unit);
            const auto population = static_cast<std::uint32_t>(std::clamp<std::int64_t>(entry.population, 0, std::numeric_limits<std::uint32_t>::max()));
            places_.push_back({point_of(entry.at), strings_.add(entry.name), strings_.add(entry.name_ar), strings_.add(entry.id), strings_.add(entry.admin2), population,
                               unit == unit_index_.end() ? no_unit : unit->second, letters_of(entry.country), static_cast<std::uint8_t>(entry.kind),
                               static_cast<std::uint8_t>(entry.rank), static_cast<std::uint8_t>(entry.own), static_cast<std::uint8_t>(entry.has_point)});
            add_name(entry.name, index, entry.alone);
            add_name(entry.name_ar, index, entry.alone);
            for (const auto& name : entry.alternates) add_name(name, index, entry.alone);
        }
    }
    void set(std::uint64_t bit) { filter_[bit / 8] = static_cast<char>(filter_[bit / 8] | (1 << (bit % 8))); }
    void add_name(const std::string& name, std::uint32_t place, bool alone)
    {
        constexpr std::string_view governorate_of = "محافظة ";  // not part of the name: the text's own words say it
        if (name.starts_with(governorate_of)) return;
        constexpr std::size_t shortest_key_bytes = 2;
        constexpr std::size_t shortest_skeleton_bytes = 2;
        const auto pieces = pieces_of(name);
        std::string key;
        std::uint64_t hash = empty_hash;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            key += pieces[i];
            hash = extend_hash(hash, pieces[i]);
            if (i + 1 == pieces.size()) break;
            set(prefix_bit(hash));
        }
        if (key.size() < shortest_key_bytes || (!alone && reserved_.contains(key))) return;
        set(key_bit(hash));
        const auto text = strings_.add(name);
        keys_.add(key, place, text);
        folds_.add(folded(key), place, text);
        if (const auto bones = text::skeleton(name); bones.size() >= shortest_skeleton_bytes) skeletons_.add(bones, place, text);
    }
    void add_outline(const Shape& shape, OutlineKind kind)
    {
        if (shape.rings.empty()) return;
        OutlineRow row{strings_.add(shape.code), strings_.add(shape.name), strings_.add(shape.name_ar), static_cast<std::uint32_t>(rings_.size()),
                       static_cast<std::uint32_t>(shape.rings.size()), {}, {}, letters_of(shape.country), static_cast<std::uint8_t>(kind), 0};
        constexpr auto furthest = std::numeric_limits<std::int32_t>::max();
        row.low = {furthest, furthest};
        row.high = {-furthest, -furthest};
        for (const auto& ring : shape.rings) {
            rings_.push_back({static_cast<std::uint32_t>(points_.size()), static_cast<std::uint32_t>(ring.size())});
            for (const auto& at : ring) {
                const auto p = points_.emplace_back(point_of(at));
                row.low = {std::min(row.low.lat, p.lat), std::min(row.low.lon, p.lon)};
                row.high = {std::max(row.high.lat, p.lat), std::max(row.high.lon, p.lon)};
            }
        }
        outlines_.push_back(row);
    }
    template <class Row>
    void put(Section section, const std::vector<Row>& rows)
    {
        constexpr std::size_t alignment_bytes = 8;
        if (body_.empty()) body_.resize((sizeof(BlobHeader) + alignment_bytes - 1) / alignment_bytes * alignment_bytes);
        const auto bytes = rows.size() * sizeof(Row);
        header_.sections[static_cast<std::size_t>(section)] = {body_.size(), bytes};
        body_.append(reinterpret_cast<const char*>(rows.data()), bytes);
        // The text comes last and its own NUL must be the file's end, so nothing is padded after it.
        if (section != Section::strings) body_.resize((body_.size() + alignment_bytes - 1) / alignment_bytes * alignment_bytes);
    }

    const Atlas& atlas_;
    Strings strings_;
    std::unordered_set<std::string> reserved_;  ///< keys that belong to one entry alone
    std::unordered_map<std::string, std::uint16_t> unit_index_;
    std::vector<UnitRow> units_;
    std::vector<PlaceRow> places_;
    Index keys_, folds_, skeletons_;
    std::vector<char> filter_;
    std::vector<OutlineRow> outlines_;
    std::vector<RingRow> rings_;
    std::vector<PointRow> points_;
    BlobHeader header_{};
    std::string body_;
};

}  // namespace

void write_blob(const Atlas& atlas, const std::filesystem::path& file)
{
    // Written beside and renamed, so that a build that is interrupted leaves no half file under the real name.
    const auto beside = file.string() + ".new";
    Writer{atlas}.write(beside);
    std::filesystem::rename(beside, file);
}

}  // namespace sitrep::place::build
