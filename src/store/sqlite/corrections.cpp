#include "store/sqlite/corrections.hpp"

#include "store/store.hpp"
#include "text/normalise.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sitrep::store {
namespace {

constexpr std::string_view not_known = "unknown";  // typed by a person, and shown to one, for a field without a value
constexpr std::size_t name_bytes_max = 200;
constexpr std::int64_t toll_max = 10'000'000;
constexpr std::size_t governorates_listed_max = 40;

constexpr std::array<std::string_view, 14> fields{"kind",        "date",   "place",        "admin1", "killed",           "injured",       "abducted", "arrested",
                                                  "perpetrator", "status", "target_class", "grade",  "admiralty_source", "admiralty_item"};

std::optional<TollRange>* toll_field(Incident& record, std::string_view field)
{
    if (field == "killed") return &record.killed;
    if (field == "injured") return &record.injured;
    if (field == "abducted") return &record.abducted;
    if (field == "arrested") return &record.arrested;
    return nullptr;
}

std::optional<std::int64_t> count_in(std::string_view text)
{
    std::int64_t count = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size() || count < 0 || count > toll_max) return std::nullopt;
    return count;
}

// "5", "5-7" or "5..7"; nothing for anything else.
std::optional<TollRange> toll_in(std::string_view text)
{
    auto split = text.find("..");
    std::size_t width = 2;
    if (split == std::string_view::npos) {
        split = text.find('-');
        width = 1;
    }
    const auto low = count_in(text.substr(0, split));
    const auto high = split == std::string_view::npos ? low : count_in(text.substr(split + width));
    if (!low || !high || *low > *high) return std::nullopt;
    return TollRange{*low, *high};
}

std::string toll_words(const std::optional<TollRange>& toll)
{
    if (!toll) return std::string(not_known);
    return toll->low == toll->high ? std::to_string(toll->low) : fmt::format("{}-{}", toll->low, toll->high);
}

// A day, a month, a year, one of these of an unknown year, or two days with ".." between them.
std::optional<DateRange> range_in(std::string_view text)
{
    if (text == not_known) return DateRange::unknown();
    const auto split = text.find("..");
    const auto start = PartialDate::from_iso(text.substr(0, split));
    if (!start) return std::nullopt;
    if (split == std::string_view::npos) return DateRange::at(*start);
    const auto end = PartialDate::from_iso(text.substr(split + 2));
    if (!end || !start->first() || !end->last() || *start->first() > *end->last()) return std::nullopt;
    const auto days = (*end->last() - *start->first()).count();
    const auto precision = days == 0 ? DatePrecision::day : days <= 7 ? DatePrecision::week : days <= 31 ? DatePrecision::month : DatePrecision::year;
    return DateRange::between(*start->first(), *end->last(), precision);
}

std::string range_words(const DateRange& range)
{
    if (!range.start) return std::string(not_known);
    if (!range.end || range.start == range.end) return range.start->iso();
    return range.start->iso() + ".." + range.end->iso();
}

template <class Enum>
std::string names_of(int count)
{
    std::string names;
    for (int i = 0; i < count; ++i) names += fmt::format("{}{}", i ? ", " : "", to_string(Enum(i)));
    return names;
}

tl::unexpected<BadInput> not_possible(const std::string& field, const std::string& typed, const std::string& possible)
{
    return bad_input(field, fmt::format("\"{}\" is not possible; possible: {}", typed, possible));
}

std::string kept(std::int64_t place) { return std::to_string(place); }

Result<std::string> governorate(const std::string& typed, const Connection& connection, PlaceRows& places)
{
    const std::string key = text::name_key(typed);
    std::string known;
    std::size_t listed = 0;
    auto row = connection.ask("SELECT DISTINCT country, admin1, admin1_code FROM place WHERE admin1_code <> '' ORDER BY admin1_code, admin1 DESC");
    while (row.step()) {
        Place place;
        place.country = row.text();
        place.admin1 = row.text();
        place.admin1_code = row.text();
        place.precision = PlacePrecision::governorate;
        if (place.admin1_code == typed || (!key.empty() && text::name_key(place.admin1) == key)) return kept(places.id_of(place));
        if (listed++ < governorates_listed_max) known += fmt::format("{}{} ({})", known.empty() ? "" : ", ", place.admin1_code, place.admin1);
    }
    // ISO 3166-2 is two letters, a hyphen and one to three letters or digits.
    const bool is_code = typed.size() >= 4 && typed.size() <= 6 && typed[2] == '-' &&
                         std::ranges::all_of(typed, [](char c) { return c == '-' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    if (!is_code) return not_possible("admin1", typed, known.empty() ? "a code such as SY-DY" : "a code such as SY-DY; known here: " + known);
    Place place;
    place.country = typed.substr(0, 2);
    place.admin1_code = typed;
    place.precision = PlacePrecision::governorate;
    return kept(places.id_of(place));
}

// A place by name is one of those the accounts speak of; any other comes from the gazetteer, which is not this room's.
Result<std::string> place_named(const std::string& typed, const Incident& record, PlaceRows& places)
{
    if (typed == not_known) return std::string();
    const std::string key = text::name_key(typed);
    std::string known;
    for (const auto& filed : record.accounts)
        for (const auto& said : filed.account.places) {
            const auto& place = said.place;
            if (!place.is_resolved()) continue;
            if (place.gazetteer_id == typed || text::name_key(place.name) == key || text::name_key(place.name_ar) == key)
                return kept(places.id_of(place));
            if (known.find(place.name) == std::string::npos) known += place.name + ", ";
        }
    return not_possible("place", typed, known + "unknown, or a place of the gazetteer");
}

}  // namespace

bool is_judgement(std::string_view field) { return field == "admiralty_source" || field == "admiralty_item"; }

Result<std::string> value_to_keep(const std::string& field, const std::string& typed, const Incident& record, const Connection& connection,
                                  PlaceRows& places)
{
    Incident scratch;
    if (field == "kind") {
        if (incident_kind_from(typed)) return typed;
        return not_possible(field, typed, names_of<IncidentKind>(int(incident_kinds)));
    }
    if (field == "status") {
        if (perpetrator_status_from(typed)) return typed;
        return not_possible(field, typed, names_of<PerpetratorStatus>(3));
    }
    if (field == "grade") {
        if (grade_from(typed)) return typed;
        return not_possible(field, typed, names_of<Grade>(int(Grade::discounted) + 1));
    }
    if (field == "target_class") {
        if (typed == not_known || target_class_from(typed)) return typed;
        return not_possible(field, typed, names_of<TargetClass>(int(TargetClass::militant) + 1) + ", unknown");
    }
    if (field == "date") {
        if (range_in(typed)) return typed;
        return not_possible(field, typed, "2024-03-05, 2024-03, 2024, 2024-03-05..2024-03-07, --03, unknown");
    }
    if (toll_field(scratch, field)) {
        if (typed == not_known || toll_in(typed)) return typed;
        return not_possible(field, typed, "a number, two with a hyphen (3-5), unknown");
    }
    if (field == "perpetrator") {
        if (!typed.empty() && typed.size() <= name_bytes_max && text::is_valid_utf8(typed)) return typed;
        return not_possible(field, typed, fmt::format("a name of at most {} bytes, unknown", name_bytes_max));
    }
    if (is_judgement(field)) {
        const std::string_view possible = field == "admiralty_source" ? "ABCDEF" : "123456";
        if (typed == not_known || (typed.size() == 1 && possible.find(typed) != std::string_view::npos)) return typed;
        return not_possible(field, typed, fmt::format("{} to {}, unknown", possible.front(), possible.back()));
    }
    if (field == "admin1") return governorate(typed, connection, places);
    if (field == "place") return place_named(typed, record, places);
    return not_possible("field", field, fmt::format("{}", fmt::join(fields, ", ")));
}

void correct(Incident& record, std::string_view field, const std::string& kept_value, const PlaceRows& places)
{
    const auto place_kept = [&]() -> std::optional<Place> {
        if (kept_value.empty()) return std::nullopt;
        return places.load(count_in(kept_value));
    };
    if (auto* toll = toll_field(record, field)) *toll = toll_in(kept_value);
    else if (field == "kind") record.kind = incident_kind_from(kept_value).value_or(record.kind);
    else if (field == "status") record.status = perpetrator_status_from(kept_value).value_or(record.status);
    else if (field == "target_class") record.target_class = target_class_from(kept_value);
    else if (is_judgement(field) && kept_value.size() == 1) {
        if (field == "admiralty_source") record.source_letter = kept_value[0];
        else record.item_digit = kept_value[0] - '0';
    }
    else if (field == "date") record.date = range_in(kept_value).value_or(record.date);
    else if (field == "perpetrator") record.perpetrator = kept_value == not_known ? std::string() : kept_value;
    else if (field == "place") record.place = place_kept();
    else if (field == "grade") {
        record.grade = grade_from(kept_value).value_or(record.grade);
        record.grade_rule = "set by the desk";
    }
    else if (field == "admin1") {
        // A finer place stands as long as it is in the governorate that the desk names.
        const auto admin1 = place_kept();
        if (admin1 && (!record.place || record.place->admin1_code != admin1->admin1_code)) record.place = admin1;
    }
}

std::string in_words(const Incident& record, std::string_view field)
{
    Incident copy;
    copy.killed = record.killed;
    copy.injured = record.injured;
    copy.abducted = record.abducted;
    copy.arrested = record.arrested;
    if (const auto* toll = toll_field(copy, field)) return toll_words(*toll);
    if (field == "kind") return std::string(to_string(record.kind));
    if (field == "status") return std::string(to_string(record.status));
    if (field == "grade") return std::string(to_string(record.grade));
    if (field == "target_class") return std::string(record.target_class ? to_string(*record.target_class) : not_known);
    if (field == "date") return range_words(record.date);
    if (field == "perpetrator") return record.perpetrator.empty() ? std::string(not_known) : record.perpetrator;
    if (!record.place) return std::string(not_known);
    if (field == "admin1") return record.place->admin1_code.empty() ? std::string(not_known) : record.place->admin1_code;
    return record.place->is_resolved() ? record.place->name : std::string(not_known);
}

}  // namespace sitrep::store
