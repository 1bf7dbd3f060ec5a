#include "store/sqlite/canonical.hpp"

#include <fmt/core.h>
#include <openssl/evp.h>

#include <bit>

namespace sitrep::store {
namespace {

constexpr std::array<std::string_view, 9> place_kind_names{"settlement", "district", "governorate", "country", "region",
                                                           "road",       "water",    "site",        "unknown"};

[[noreturn]] void unknown_value(std::string_view what, std::string_view text)
{
    throw LibraryError(fmt::format("the library holds a {} this program does not know (\"{}\"); run `sitrep verify`", what, text));
}

template <class T>
T known(std::optional<T> value, std::string_view what, std::string_view text)
{
    if (!value) unknown_value(what, text);
    return *value;
}

// Enumerations whose core has names but no way back.
template <class Enum>
Enum named(std::string_view what, std::string_view text, int count)
{
    for (int i = 0; i < count; ++i)
        if (to_string(Enum(i)) == text) return Enum(i);
    unknown_value(what, text);
}

}  // namespace

Canonical& Canonical::operator<<(std::int64_t value)
{
    auto bits = std::uint64_t(value) << 1 ^ std::uint64_t(value >> 63);
    for (; bits >= 0x80; bits >>= 7) bytes_ += char(bits | 0x80);
    bytes_ += char(bits);
    return *this;
}

Canonical& Canonical::operator<<(double value)
{
    auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // SQLite keeps minus zero as zero
    for (int i = 0; i < 8; ++i, bits >>= 8) bytes_ += char(bits & 0xff);
    return *this;
}

Canonical& Canonical::operator<<(bool value)
{
    bytes_ += value ? '\1' : '\0';
    return *this;
}

Canonical& Canonical::operator<<(std::string_view text)
{
    *this << std::int64_t(text.size());
    bytes_ += text;
    return *this;
}

Canonical& Canonical::operator<<(const Sha256& hash)
{
    bytes_.append(reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size());
    return *this;
}

Canonical& Canonical::operator<<(Span span) { return *this << std::int64_t(span.start) << std::int64_t(span.end); }

Canonical& Canonical::operator<<(const Toll& toll)
{
    *this << toll.low << toll.high << toll.evidence;
    return toll.best ? *this << *toll.best : *this;  // nothing where there is none: what was written before it existed stays as it was
}

Canonical& Canonical::operator<<(const PartialDate& date) { return *this << date.iso(); }

Canonical& Canonical::operator<<(const DateRange& range)
{
    return *this << range.start << range.end << to_string(range.precision);
}

Canonical& Canonical::operator<<(const Place& place)
{
    *this << place.gazetteer_id << place.name << place.name_ar << place.country << place.admin1 << place.admin1_code << place.admin2;
    *this << place.point.has_value();
    if (place.point) *this << place.point->lat() << place.point->lon();
    return *this << place.population << to_string(place.kind) << std::int64_t(place.precision);
}

Canonical& Canonical::operator<<(const Account& account)
{
    *this << to_string(account.kind) << account.background << account.confidence << account.denied;
    *this << account.date << account.date_text << account.date_span;
    *this << std::int64_t(account.places.size());
    for (const auto& place : account.places) *this << place.place << place.text << place.span;
    const auto& perpetrator = account.perpetrator;
    *this << perpetrator.text << perpetrator.name << to_string(perpetrator.status) << perpetrator.span;
    *this << std::int64_t(account.targets.size());
    for (const auto& target : account.targets) {
        *this << target.text << (target.target_class ? to_string(*target.target_class) : "") << target.span;
        *this << target.killed << target.injured;
    }
    *this << account.weapon.has_value();
    if (account.weapon) *this << account.weapon->text << to_string(account.weapon->weapon_class) << account.weapon->span;
    *this << account.killed << account.injured << account.abducted << account.arrested << account.perpetrators_killed;
    *this << std::int64_t(account.attribution.size());
    for (const auto& attribution : account.attribution) *this << attribution.text << attribution.name << attribution.span;
    return *this << account.evidence;
}

Canonical& Canonical::operator<<(const Tally& tally)
{
    *this << tally.quantity << tally.unit << tally.scope_place << tally.scope << tally.period << tally.period_text;
    return *this << tally.claimant << tally.claimant_name << tally.actor_name << tally.evidence;
}

Canonical& Canonical::operator<<(const Pattern& pattern)
{
    return *this << pattern.what << pattern.place << pattern.period << pattern.claimant << pattern.evidence;
}

Canonical& Canonical::operator<<(const Mention& mention)
{
    // A person has no name of its own in the library, only a place in a report.
    return *this << to_string(mention.layer) << mention.span << (mention.layer == MentionLayer::person ? std::string_view() : mention.name);
}

std::string canonical(const FiledDocument& document)
{
    const auto& stored = document.report;
    const auto& report = stored.report;
    Canonical out;
    out.reserve(report.document.size() + 2048);
    out << stored.hash << to_string(stored.format) << stored.origin << stored.received_at << stored.was_read;
    out << std::int64_t(stored.source) << report.external_id << report.url << report.publisher;
    out << report.published.has_value();
    if (report.published) {
        out << std::int64_t(report.published->day.time_since_epoch().count()) << report.published->time_of_day.has_value();
        out << std::int64_t(report.published->time_of_day.value_or(std::chrono::seconds{0}).count());
    }
    out << to_string(report.language) << to_string(document.detected) << document.country << std::int64_t(report.text_begin) << report.document;
    for (const auto word : document.words) out << std::int64_t(word);
    out << document.tallies << document.patterns << document.mentions;
    if (document.import) out << std::int64_t(*document.import);  // nothing for a report that stands in no table: as it was before there were any
    return out.take();
}

Sha256 sha256(std::string_view bytes)
{
    // The one-shot call would look the method up by its name each time, which takes longer than hashing a record.
    static const EVP_MD* method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    Sha256 hash;
    if (method == nullptr || EVP_Digest(bytes.data(), bytes.size(), hash.bytes.data(), nullptr, method, nullptr) != 1)
        throw LibraryError("SHA-256 is not available on this machine");
    return hash;
}

std::string_view to_string(PlaceKind kind) { return place_kind_names[std::size_t(kind)]; }

IncidentKind kind_in_library(std::string_view text) { return known(incident_kind_from(text), "kind of incident", text); }
PerpetratorStatus status_in_library(std::string_view text) { return known(perpetrator_status_from(text), "perpetrator status", text); }
TargetClass target_class_in_library(std::string_view text) { return known(target_class_from(text), "class of target", text); }
WeaponClass weapon_class_in_library(std::string_view text) { return known(weapon_class_from(text), "class of weapon", text); }
DatePrecision date_precision_in_library(std::string_view text) { return known(date_precision_from(text), "date precision", text); }
Grade grade_in_library(std::string_view text) { return known(grade_from(text), "grade", text); }

PlaceKind place_kind_in_library(std::string_view text) { return named<PlaceKind>("kind of place", text, int(place_kind_names.size())); }
MentionLayer layer_in_library(std::string_view text) { return named<MentionLayer>("layer", text, int(MentionLayer::source) + 1); }
Format format_in_library(std::string_view text) { return named<Format>("format", text, int(Format::docx) + 1); }
Language language_in_library(std::string_view text) { return named<Language>("language", text, int(Language::other) + 1); }

}  // namespace sitrep::store
