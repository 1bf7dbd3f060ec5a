// The mapped gazetteer file. Every offset and index in it is checked where it is used, so that a damaged file can
// give wrong answers but never a read outside the file.
#pragma once

#include "core/result.hpp"
#include "place/blob_format.hpp"
#include "place/completeness.hpp"
#include "place/gazetteer.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>

namespace sitrep::place {

struct Gazetteer::Blob {
public:
    static Result<std::unique_ptr<Blob>> map(const std::filesystem::path& file);
    Blob() = default;
    Blob(const Blob&) = delete;
    Blob& operator=(const Blob&) = delete;
    ~Blob();

    std::string_view string(std::uint32_t offset) const;
    std::span<const PlaceRow> places() const { return rows<PlaceRow>(Section::places); }
    std::span<const UnitRow> units() const { return rows<UnitRow>(Section::units); }
    std::span<const OutlineRow> outlines() const { return rows<OutlineRow>(Section::outlines); }
    std::span<const RingRow> rings(const OutlineRow& outline) const;
    std::span<const PointRow> points(const RingRow& ring) const;
    std::string_view attribution() const;
    std::span<const SourceRow> sources() const { return rows<SourceRow>(Section::sources); }
    /// Who gave a name: an index into sources(), or nothing.
    std::optional<std::uint8_t> source_of(std::uint32_t name) const;
    /// All names under their keys, in the order of the hashes.
    std::span<const NameRow> names() const { return rows<NameRow>(Section::keys); }

    /// Names whose hash is `hash`; each row's place index is valid.
    std::span<const NameRow> keys(std::uint64_t hash) const
    {
        if (!is_set(key_bit(hash, filter_bits_))) return {};
        return named(Section::keys, Section::key_buckets, hash);
    }
    std::span<const NameRow> folds(std::uint64_t hash) const { return named(Section::folds, Section::fold_buckets, hash); }
    std::span<const NameRow> skeletons(std::uint64_t hash) const { return named(Section::skeletons, Section::skeleton_buckets, hash); }
    /// Whether more tokens may follow: false means that no name goes on from here.
    bool may_continue(std::uint64_t hash) const { return is_set(prefix_bit(hash, filter_bits_)); }

    const PlaceRow* place(std::uint32_t index) const;
    const UnitRow* unit(std::uint16_t index) const;
    /// How much of each country is known, by country_index; counted at the first question.
    const Inventories& inventories() const;
    const Inventory& inventory(const std::array<char, 2>& country) const { return inventories()[country_index(country)]; }
    /// Outlines of districts; found at the first question.
    std::span<const OutlineRow* const> districts() const;
    /// The whole Place of a row, ready for a report.
    Place made(std::uint32_t index) const;

private:
    bool is_set(std::uint64_t bit) const;
    template <class Row>
    std::span<const Row> rows(Section section) const
    {
        const auto bytes = sections_[static_cast<std::size_t>(section)];
        return {reinterpret_cast<const Row*>(bytes.data()), bytes.size() / sizeof(Row)};
    }
    std::span<const NameRow> named(Section rows, Section buckets, std::uint64_t hash) const;
    Result<void> check(const std::filesystem::path& file);

    mutable std::once_flag counted_, districts_found_;
    mutable std::vector<const OutlineRow*> districts_;
    mutable std::unique_ptr<const Inventories> inventories_;
    void* mapping_ = nullptr;
    unsigned filter_bits_ = filter_bits_min;
    std::span<const std::byte> bytes_;
    std::array<std::span<const std::byte>, section_count> sections_;
};

}  // namespace sitrep::place
