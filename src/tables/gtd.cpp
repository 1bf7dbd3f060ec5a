// GTD: terrorist attacks by attack, target and weapon type; -9 and -99 say that nothing is known.
#include "core/countries.hpp"
#include "core/table_marks.hpp"
#include "tables/actors.hpp"
#include "tables/cells.hpp"
#include "tables/marks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::tables {
namespace {

std::optional<std::int64_t> known(const Cells& cells, std::string_view column)
{
    const auto number = cells.number(column);
    return number && *number >= 0 ? number : std::nullopt;
}

DateRange date_of(RowText& text, const Cells& cells, Account& account)
{
    const auto part = [&](std::string_view column) -> std::optional<unsigned> {
        const auto number = known(cells, column);
        return number && *number > 0 ? std::optional(unsigned(*number)) : std::nullopt;  // 0 says that it is not known
    };
    const auto year = known(cells, "iyear");
    const auto month = part("imonth");
    const auto date = PartialDate::of(year ? std::optional(int(*year)) : std::nullopt, month, month ? part("iday") : std::nullopt);
    if (!date || !year) {
        cells.blame(fmt::format("iyear {}, imonth {}, iday {} are no date", cells["iyear"], cells["imonth"], cells["iday"]));
        return {};
    }
    account.date_span = text.say("iyear");
    text.say("imonth");
    text.say("iday");
    account.date_text = cells["approxdate"].empty() ? date->iso() : std::string(cells["approxdate"]);
    if (const auto approximate = text.say("approxdate")) account.date_span = approximate;
    text.say("resolution");  // the day on which a kidnapping ended is no part of when it happened
    return DateRange::at(*date);
}

PlaceSaid place_of(RowText& text, const Cells& cells)
{
    PlaceSaid place;
    place.name = cells["city"].starts_with("Unknown") ? std::string_view() : cells["city"];
    place.admin1 = cells["provstate"].starts_with("Unknown") ? std::string_view() : cells["provstate"];
    for (const std::string_view column : {"city", "provstate", "country_txt", "specificity", "vicinity"}) text.say(column);
    if (const auto* country = country_named(cells["country_txt"])) place.country = country->code;
    place.point = cells.point("latitude", "longitude");
    place.span = text.evidence(place.name.empty() ? "country_txt" : "city");
    // 1 the town; 2 the town, but its point is that of the unit around it; 3 the smallest unit; 4 the province; 5 not known.
    const auto specificity = known(cells, "specificity").value_or(5);
    const bool near = known(cells, "vicinity").value_or(0) == 1;
    static constexpr PlacePrecision precisions[]{PlacePrecision::country, PlacePrecision::exact, PlacePrecision::district,
                                                 PlacePrecision::district, PlacePrecision::governorate, PlacePrecision::country};
    place.precision = precisions[std::clamp<std::int64_t>(specificity, 1, 5)];
    if (near && place.precision == PlacePrecision::exact) place.precision = PlacePrecision::near;
    if (specificity == 5) place.point.reset();
    return place;
}

// Totals hold the attackers' own dead; ours are apart. A smaller total than its part is the table's error, and then neither is taken.
void add_losses(RowText& text, const Cells& cells, std::string_view total, std::string_view attackers, std::optional<Toll>& victims, std::optional<Toll>* own)
{
    const auto all = known(cells, total), theirs = known(cells, attackers);
    if (!all) return;
    if (theirs && *theirs > *all) return cells.blame(fmt::format("{} {} is more than {} {}", attackers, *theirs, total, *all));
    victims = Toll{*all - theirs.value_or(0), *all - theirs.value_or(0), text.evidence(total)};
    if (theirs && own != nullptr) *own = Toll{*theirs, *theirs, text.evidence(attackers)};
}

// "\"Title of the article,\" Author, Outlet, May 3, 2014." Authors are persons: of a citation only what stands last before the date is kept.
std::string_view outlet_of(std::string_view citation)
{
    const auto quote = citation.rfind(",\"");
    std::string_view rest = quote == std::string_view::npos ? citation : citation.substr(quote + 2);
    std::vector<std::string_view> parts;
    while (!rest.empty()) {
        const auto end = rest.find(',');
        auto part = rest.substr(0, end);
        part.remove_prefix(std::min(part.find_first_not_of(" ."), part.size()));
        if (!part.empty() && part.find_first_of("0123456789") == std::string_view::npos) parts.push_back(part);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    constexpr std::size_t outlet_bytes_max = 80;
    return parts.empty() || parts.back().size() > outlet_bytes_max ? std::string_view() : parts.back();
}

void add_cited(RowText& text, const Cells& cells, Account& account)
{
    for (const std::string_view column : {"scite1", "scite2", "scite3"}) {
        const std::string outlet(outlet_of(cells[column]));
        const bool known_already = std::ranges::any_of(account.attribution, [&](const Attribution& one) { return one.text == outlet; });
        if (!outlet.empty() && !known_already) account.attribution.push_back({outlet, source_named(outlet), text.evidence("dbsource")});
    }
}

void add_perpetrator(RowText& text, const Cells& cells, Account& account)
{
    const auto span = text.say("gname");
    const bool named = span && !is_nobody(cells["gname"]);
    text.say("claimed");
    text.say("guncertain1");
    if (span) account.perpetrator.text = cells["gname"];
    account.perpetrator.span = span;
    if (!named) return;
    account.perpetrator.name = actor_named(cells["gname"]).name;
    account.perpetrator.status = known(cells, "claimed").value_or(0) == 1 ? PerpetratorStatus::claimed : PerpetratorStatus::attributed;
}

}  // namespace

Told gtd_row(const Row& row)
{
    const Cells& cells = row.cells;
    const auto marks = table_marks_in(cells["addnotes"]);
    const auto attack = known(cells, "attacktype1").value_or(9);
    const auto kind = kind_of_gtd(int(attack), known(cells, "suicide").value_or(0) == 1, int(known(cells, "weapsubtype1").value_or(0)));
    if (!kind) cells.blame(fmt::format("attacktype1 is {}; GTD has 1 to 9", attack));
    RowEvent event;
    RowText text(cells);
    text.words(cells["summary"]);
    Account& account = event.account;
    account.kind = kind.value_or(IncidentKind::other_violence);
    for (const std::string_view column : {"attacktype1", "attacktype1_txt", "suicide"}) text.say(column);
    account.date = date_of(text, cells, account);
    event.place = place_of(text, cells);
    add_perpetrator(text, cells, account);
    const auto target = cells["target1"].empty() ? std::string_view("targtype1_txt") : std::string_view("target1");
    const auto target_class = target_of_gtd(int(known(cells, "targtype1").value_or(0)));
    text.say("targtype1_txt");
    if (const auto span = text.say(target); span && (target_class || !cells["target1"].empty()))
        account.targets.push_back({std::string(cells[target]), target_class, span, std::nullopt, std::nullopt});
    if (const auto weapon = weapon_of_gtd(int(known(cells, "weaptype1").value_or(0))))
        account.weapon = Weapon{std::string(cells[cells["weapdetail"].empty() ? "weaptype1_txt" : "weapdetail"]), *weapon, text.evidence("weaptype1_txt")};
    add_losses(text, cells, "nkill", "nkillter", account.killed, &account.perpetrators_killed);
    add_losses(text, cells, "nwound", "nwoundte", account.injured, nullptr);
    if (const auto taken = known(cells, "nhostkid")) account.abducted = Toll{*taken, *taken, text.evidence("nhostkid")};
    add_cited(text, cells, account);
    event.report.external_id = cells["eventid"];
    event.report.language = Language::english;
    if (marks) take_marks(*marks, text.evidence("addnotes"), event);
    std::move(text).put_into(event);
    return event;
}

}  // namespace sitrep::tables
