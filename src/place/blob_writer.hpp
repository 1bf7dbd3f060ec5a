// Writes a gazetteer file, place by place: memory does not grow with their number.
#pragma once

#include "core/place.hpp"
#include "place/blob_format.hpp"
#include "place/spill.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sitrep::place {

/// What is written of one place; its names are added apart.
struct NewPlace {
    std::string id, name, name_ar, country, admin2;
    std::uint16_t unit = no_unit;
    std::optional<LatLon> point;
    std::int64_t population = 0;
    PlaceKind kind = PlaceKind::settlement;
    int rank = 0;
    bool own = false;
    bool alone = false;  ///< its names are no other place's: "Africa" is also a suburb
};

struct NewUnit {
    std::string code, name, name_ar, country;
    std::string geonames_code;  ///< "SY.07"
    std::uint32_t place = no_index;
};

struct NewOutline {
    std::string code, name, name_ar, country;
    OutlineKind kind = OutlineKind::region;
    std::vector<std::vector<PointRow>> rings;
};

class BlobWriter {
public:
    /// `names_expected` sizes the filter; a wrong guess costs speed alone. The file is written beside `file` and renamed by finish(), so that an
    /// interruption leaves `file` as it was.
    BlobWriter(std::filesystem::path file, std::uint64_t names_expected);

    /// Who gave names: at most 254 of them, each once. Returns what add_name() wants.
    std::uint8_t add_source(std::string_view name, std::string_view licence);
    std::uint16_t add_unit(const NewUnit& unit);
    std::uint32_t add_place(const NewPlace& place, std::uint8_t source);
    /// Names that from here on no place is found under but one that has them alone.
    void reserve_names(const std::vector<std::string>& names);
    /// A name under which the place is found; names of one letter are left out.
    void add_name(std::uint32_t place, std::string_view name, std::uint8_t source, bool alone = false);
    /// The Arabic name of a place that was added without one.
    void set_name_ar(std::uint32_t place, std::string_view name, std::uint8_t source);
    void add_outline(const NewOutline& outline);
    std::uint64_t places() const { return places_count_; }
    std::uint64_t names() const { return names_count_; }
    /// Sorts the indexes and writes the file. `attribution` is the line that whatever is made with it must print.
    void finish(std::string_view attribution);

private:
    std::uint32_t string(std::string_view text, std::uint8_t source_mark);
    void set(std::uint64_t bit) { filter_[bit / 8] = static_cast<char>(filter_[bit / 8] | (1 << (bit % 8))); }
    void add_key(Spill& index, std::string_view key, std::uint32_t place, std::uint32_t name);
    void begin_section(Section section);
    void end_section(Section section);
    void put(std::string_view bytes);
    void put_index(Section rows, Section buckets, Spill& index);

    std::filesystem::path file_;
    unsigned filter_bits_;
    std::vector<char> filter_;
    Spill strings_, places_, keys_, folds_, skeletons_;
    std::unordered_map<std::string, std::uint32_t> known_strings_;
    std::unordered_set<std::string> reserved_;  ///< keys
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arabic_names_;  ///< place, name: for rows written before
    std::uint64_t places_count_ = 0, names_count_ = 0;
    std::vector<UnitRow> units_;
    std::vector<OutlineRow> outlines_;
    std::vector<RingRow> rings_;
    std::vector<PointRow> points_;
    std::vector<SourceRow> sources_;
    std::map<std::pair<std::string, std::string>, std::uint8_t> source_numbers_;

    BlobHeader header_{};
    int out_ = -1;
    std::uint64_t written_ = 0;
    std::string waiting_;
};

}  // namespace sitrep::place
