// The bytes a record is hashed as: the same for the same record for ever, whatever holds it.
#pragma once

#include "core/account.hpp"
#include "core/incident.hpp"
#include "core/report.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::store {

/// Whole numbers in as few bytes as they need (zigzag, seven bits a byte), others as the eight bytes of a double,
/// texts with their length before them, optionals with a byte that says which.
class Canonical {
public:
    Canonical& operator<<(std::int64_t value);
    Canonical& operator<<(double value);
    Canonical& operator<<(bool value);
    Canonical& operator<<(std::string_view text);
    Canonical& operator<<(const std::string& text) { return *this << std::string_view(text); }
    Canonical& operator<<(const char* text) { return *this << std::string_view(text); }
    Canonical& operator<<(const Sha256& hash);
    Canonical& operator<<(Span span);
    Canonical& operator<<(const Toll& toll);
    Canonical& operator<<(const PartialDate& date);
    Canonical& operator<<(const DateRange& range);
    Canonical& operator<<(const Place& place);
    Canonical& operator<<(const Account& account);
    Canonical& operator<<(const Tally& tally);
    Canonical& operator<<(const Pattern& pattern);
    Canonical& operator<<(const Mention& mention);
    template <class T>
    Canonical& operator<<(const std::optional<T>& value)
    {
        *this << value.has_value();
        return value ? *this << *value : *this;
    }
    template <class T>
    Canonical& operator<<(const std::vector<T>& values)
    {
        *this << std::int64_t(values.size());
        for (const auto& value : values) *this << value;
        return *this;
    }

    void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
    const std::string& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// All that is kept of one document but its accounts.
struct FiledDocument {
    StoredReport report;
    Language detected = Language::unknown;
    std::string country;  ///< the one its places are in most often, or empty
    WordSignature words = no_words;
    std::vector<Tally> tallies;
    std::vector<Pattern> patterns;
    std::vector<Mention> mentions;
    std::optional<ImportId> import;
};
std::string canonical(const FiledDocument& document);

Sha256 sha256(std::string_view bytes);

std::string_view to_string(PlaceKind kind);
/// The value of an enumeration whose values count from 0 and have these names; throws LibraryError for any other text.
IncidentKind kind_in_library(std::string_view text);
PerpetratorStatus status_in_library(std::string_view text);
TargetClass target_class_in_library(std::string_view text);
WeaponClass weapon_class_in_library(std::string_view text);
PlaceKind place_kind_in_library(std::string_view text);
DatePrecision date_precision_in_library(std::string_view text);
MentionLayer layer_in_library(std::string_view text);
Format format_in_library(std::string_view text);
Language language_in_library(std::string_view text);
Grade grade_in_library(std::string_view text);

}  // namespace sitrep::store
