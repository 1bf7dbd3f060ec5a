// Any other table, its columns told by a mapping; and our own exports, whose mapping is known.
#include "core/countries.hpp"
#include "tables/actors.hpp"
#include "tables/cells.hpp"
#include "tables/marks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace sitrep::tables {
namespace {

constexpr std::array<std::string_view, 35> fields{
    "id",     "date",        "date_end",   "date_precision", "kind",       "place",      "admin1",     "admin1_code",  "admin2",       "country",  "latitude", "longitude",
    "precision", "perpetrator", "status",  "target",         "target_class", "weapon",   "killed",     "killed_min",   "killed_max",   "injured",  "injured_min", "injured_max",
    "abducted", "abducted_min", "abducted_max", "arrested",  "attackers_killed", "source", "url",      "title",        "text",         "published", "language"};

// What our own CSV calls things.
const Mapping& own_mapping()
{
    static const Mapping mapping{{},
                                 {{"id", "id"}, {"kind", "type"}, {"date", "date_start"}, {"date_end", "date_end"}, {"date_precision", "date_precision"},
                                  {"country", "country"}, {"admin1", "admin1"}, {"admin1_code", "admin1_code"}, {"admin2", "admin2"}, {"place", "place"},
                                  {"latitude", "latitude"}, {"longitude", "longitude"}, {"precision", "place_precision"}, {"perpetrator", "perpetrator"},
                                  {"status", "perpetrator_status"}, {"target_class", "those_hit"}, {"killed_min", "killed_min"}, {"killed_max", "killed_max"},
                                  {"injured_min", "injured_min"}, {"injured_max", "injured_max"}, {"abducted_min", "abducted_min"}, {"abducted_max", "abducted_max"},
                                  {"arrested_min", "arrested_min"}, {"arrested_max", "arrested_max"}, {"attackers_killed_min", "perpetrators_killed_min"},
                                  {"attackers_killed_max", "perpetrators_killed_max"}, {"source", "publishers"}, {"url", "links"}},
                                 {}};
    return mapping;
}

// The column that a field of the mapping names; empty when it names none.
class Fields {
public:
    Fields(const Cells& cells, const Mapping& mapping) : cells_(cells), mapping_(mapping) {}
    std::string_view column(const std::string& field) const
    {
        const auto found = mapping_.columns.find(field);
        return found == mapping_.columns.end() ? std::string_view() : std::string_view(found->second);
    }
    std::string_view operator[](const std::string& field) const
    {
        const auto name = column(field);
        return name.empty() ? std::string_view() : cells_[name];
    }

private:
    const Cells& cells_;
    const Mapping& mapping_;
};

IncidentKind kind_of(const Fields& row, const Cells& cells, const Mapping& mapping)
{
    const auto word = row["kind"];
    if (word.empty()) return IncidentKind::other_violence;
    if (const auto told = mapping.kinds.find(std::string(word)); told != mapping.kinds.end()) return told->second;
    if (const auto ours = incident_kind_from(word)) return *ours;
    if (const auto acled = kind_of_acled(word)) return *acled;
    cells.blame(fmt::format("the kind \"{}\" is not known. Say what it means in the mapping, as in kind:{}=armed_attack", word.substr(0, 60), word.substr(0, 60)));
    return IncidentKind::other_violence;
}

DateRange date_of(const Fields& row, const Cells& cells, const Mapping& mapping)
{
    const auto start = cells.date(row.column("date"), mapping.date_order);
    if (!start) return DateRange::unknown();
    const auto end = row.column("date_end").empty() ? std::nullopt : cells.date(row.column("date_end"), mapping.date_order);
    const auto precision = date_precision_from(row["date_precision"]);
    DateRange date = DateRange::at(*start);
    if (end && *end != *start) {
        if (start->first() && end->last() && *end->last() < *start->first()) cells.blame("the end of the date is before its beginning");
        date.end = end;
        date.precision = DatePrecision::week;
    }
    if (precision) date.precision = *precision;
    return date;
}

PlaceSaid place_of(RowText& text, const Fields& row, const Cells& cells)
{
    PlaceSaid place;
    place.name = row["place"];
    place.admin1 = row["admin1"];
    place.admin1_code = row["admin1_code"];
    place.admin2 = row["admin2"];
    for (const char* field : {"place", "admin2", "admin1", "admin1_code", "country", "precision"}) text.say(row.column(field));
    const auto country = row["country"];
    if (const auto* coded = country_coded(country)) place.country = coded->code;
    else if (const auto* named = country_named(country)) place.country = named->code;
    if (!row.column("latitude").empty() && !row.column("longitude").empty()) place.point = cells.point(row.column("latitude"), row.column("longitude"));
    place.span = text.evidence(row.column(place.name.empty() ? "country" : "place"));
    place.precision = !place.name.empty() || place.point ? PlacePrecision::exact
                      : !place.admin2.empty()            ? PlacePrecision::district
                      : !place.admin1.empty()            ? PlacePrecision::governorate
                                                         : PlacePrecision::country;
    if (const auto told = row.column("precision").empty() ? std::nullopt : cells.number(row.column("precision"))) {
        if (*told < 1 || *told > 6) cells.blame(fmt::format("the place's precision is {}; it goes from 1 (the place itself) to 6 (a country)", *told));
        else place.precision = PlacePrecision(*told);
    }
    return place;
}

std::optional<Toll> toll(RowText& text, const Fields& row, const Cells& cells, const std::string& field)
{
    const auto low = row.column(field + "_min"), high = row.column(field + "_max"), one = row.column(field);
    if (!low.empty() || !high.empty()) return toll_of(text, cells, low.empty() ? high : low, one, high.empty() ? low : high);
    return one.empty() ? std::nullopt : toll_of(text, cells, one);
}

void add_sides(RowText& text, const Fields& row, const Cells& cells, Account& account)
{
    if (const auto span = text.say(row.column("perpetrator"))) {
        const auto name = row["perpetrator"];
        account.perpetrator = {std::string(name), is_nobody(name) ? "" : actor_named(name).name,
                               is_nobody(name) ? PerpetratorStatus::unknown : PerpetratorStatus::attributed, span};
    }
    if (const auto status = row["status"]; !status.empty()) {
        if (const auto known = perpetrator_status_from(status)) account.perpetrator.status = *known;
        else cells.blame(fmt::format("the perpetrator's status is \"{}\"; it is claimed, attributed or unknown", status.substr(0, 40)));
    }
    const auto target_class = target_class_from(row["target_class"]);
    if (!row["target_class"].empty() && !target_class)
        cells.blame(fmt::format("those hit are \"{}\"; they are civilian, military, police, official, infrastructure or militant", row["target_class"].substr(0, 40)));
    const auto hit = row["target"].empty() ? row.column("target_class") : row.column("target");
    if (const auto span = text.say(hit)) account.targets.push_back({std::string(cells[hit]), target_class ? target_class : actor_named(cells[hit]).when_hit, span, std::nullopt, std::nullopt});
}

}  // namespace

std::string mapping_fields() { return fmt::format("{}", fmt::join(fields, ", ")); }

Result<Mapping> mapping_from(std::string_view text)
{
    Mapping mapping;
    const bool lines = text.find('\n') != std::string_view::npos;
    while (!text.empty()) {
        const auto end = text.find_first_of(lines ? "\n" : ",");
        auto pair = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        while (!pair.empty() && (pair.back() == '\r' || pair.back() == ' ')) pair.remove_suffix(1);
        if (pair.empty() || pair[0] == '#') continue;
        const auto equals = pair.rfind('=');
        const std::string field(pair.substr(0, equals)), value(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1));
        if (field.starts_with("kind:")) {
            const auto kind = incident_kind_from(value);
            if (!kind) return bad_input("the mapping", fmt::format("\"{}\" names no kind of incident. `sitrep incidents --kind x` lists them", pair));
            mapping.kinds.emplace(field.substr(5), *kind);
        } else if (field == "date_order") {
            if (value != "dmy" && value != "mdy") return bad_input("the mapping", "date_order is dmy or mdy");
            mapping.date_order = value == "dmy" ? Mapping::DateOrder::day_month_year : Mapping::DateOrder::month_day_year;
        } else if (std::ranges::find(fields, field) == fields.end() || value.empty()) {
            return bad_input("the mapping", fmt::format("\"{}\" is not field=column. Fields: {}; also kind:WORD=KIND and date_order=dmy or mdy", pair, mapping_fields()));
        } else {
            mapping.columns.insert_or_assign(field, value);
        }
    }
    return mapping;
}

Told mapped_row(const Row& given)
{
    const Cells& cells = given.cells;
    const bool own = given.shape.format == TableFormat::sitrep;
    const Mapping& mapping = own ? own_mapping() : given.shape.mapping;
    const Fields row(cells, mapping);
    if (own && row["id"].starts_with("#")) return LeftOut{"the row of HXL tags"};
    RowEvent event;
    RowText text(cells);
    text.title(row["title"]);
    text.words(row["text"]);
    Account& account = event.account;
    account.kind = kind_of(row, cells, mapping);
    event.kind_from_words = row["kind"].empty();
    text.say(row.column("kind"));
    account.date = date_of(row, cells, mapping);
    account.date_span = text.say(row.column("date"));
    account.date_text = row["date"];
    text.say(row.column("date_end"));
    event.place = place_of(text, row, cells);
    add_sides(text, row, cells, account);
    if (const auto span = text.say(row.column("weapon"))) account.weapon = Weapon{std::string(row["weapon"]), weapon_class_from(row["weapon"]).value_or(WeaponClass::other), *span};
    account.killed = toll(text, row, cells, "killed");
    account.injured = toll(text, row, cells, "injured");
    account.abducted = toll(text, row, cells, "abducted");
    account.arrested = toll(text, row, cells, "arrested");
    account.perpetrators_killed = toll(text, row, cells, "attackers_killed");
    add_sources(text, cells, row.column("source"), account);
    event.report.external_id = row["id"];
    event.report.url = row["url"].substr(0, row["url"].find(';'));
    event.report.published = published_at(row["published"]);
    event.report.language = language_from_code(row["language"]);
    if (own) event.report.language = Language::english;
    std::move(text).put_into(event);
    return event;
}

}  // namespace sitrep::tables
