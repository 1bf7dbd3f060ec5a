#include "publish/made_up.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

namespace sitrep::publish {

Day day(const std::string& iso) { return *day_from_iso(iso); }

Place town(const std::string& name)
{
    struct Known {
        std::string name_ar, admin1, code, admin2;
        double lat, lon;
        std::int64_t population;
    };
    static const std::map<std::string, Known> towns{
        {"al-Sukhna", {"السخنة", "Homs", "SY-HI", "Tadmur", 34.886912, 38.872104, 16173}},
        {"Palmyra", {"تدمر", "Homs", "SY-HI", "Tadmur", 34.560211, 38.267312, 51323}},
        {"al-Mayadin", {"الميادين", "Deir ez-Zor", "SY-DY", "Al Mayadin", 35.019733, 40.450112, 44028}},
        {"al-Busayrah", {"البصيرة", "Deir ez-Zor", "SY-DY", "Deir ez-Zor", 35.155412, 40.428511, 37820}},
        {"Hajin", {"هجين", "Deir ez-Zor", "SY-DY", "Abu Kamal", 34.689912, 40.830712, 37935}},
        {"Maadan", {"معدان", "Raqqa", "SY-RA", "Raqqa", 35.751212, 39.608112, 16000}},
        {"Uqayribat", {"عقيربات", "Hama", "SY-HM", "Salamiyah", 35.064112, 37.557712, 5800}},
        {"Manbij", {"منبج", "Aleppo", "SY-HL", "Manbij", 36.528112, 37.954912, 99497}},
        {"al-Shaddadah", {"الشدادي", "Al-Hasakah", "SY-HA", "Al-Hasakah", 36.060912, 40.730112, 15806}},
        {"village", {"قرية", "Deir ez-Zor", "SY-DY", "Al Mayadin", 35.101112, 40.512112, 900}},
    };
    const Known& known = towns.at(name);
    Place place;
    place.gazetteer_id = "made-up:" + name;
    place.name = name;
    place.name_ar = known.name_ar;
    place.country = "SY";
    place.admin1 = known.admin1;
    place.admin1_code = known.code;
    place.admin2 = known.admin2;
    place.point = *LatLon::from_degrees(known.lat, known.lon);
    place.population = known.population;
    place.kind = PlaceKind::settlement;
    place.precision = PlacePrecision::exact;
    return place;
}

Place governorate(const std::string& code, const std::string& name)
{
    Place place;
    place.gazetteer_id = "made-up:" + code;
    place.name = place.admin1 = name;
    place.country = "SY";
    place.admin1_code = code;
    place.point = *LatLon::from_degrees(35.331112, 40.142212);
    place.kind = PlaceKind::governorate;
    place.precision = PlacePrecision::governorate;
    return place;
}

FiledAccount account(std::int64_t id, const std::string& publisher, const std::string& url, const std::string& published)
{
    FiledAccount filed;
    filed.id = AccountId{id};
    filed.report = ReportId{id};
    filed.publisher = publisher;
    filed.url = url;
    filed.published = Publication{day(published), std::nullopt};
    filed.language = Language::english;
    filed.account.evidence.push_back({0, 10});
    return filed;
}

Incident attack(std::int64_t id, const std::string& iso_day, const Place& place)
{
    Incident incident;
    incident.id = IncidentId{id};
    incident.kind = IncidentKind::armed_attack;
    incident.date = DateRange::on(day(iso_day));
    incident.place = place;
    incident.perpetrator = "ISIS";
    incident.status = PerpetratorStatus::attributed;
    incident.target_class = TargetClass::military;
    incident.killed = TollRange{3, 3};
    incident.grade = Grade::confirmed;
    incident.independent_sources = 2;
    incident.accounts = {account(2 * id, "SOHR", fmt::format("https://www.syriahr.com/en/{}/", 300000 + id), iso_day),
                         account(2 * id + 1, "North Press", fmt::format("https://npasyria.com/en/{}/?utm_source=x#top", 90000 + id), iso_day)};
    return incident;
}

MonthInput month_of(std::vector<Incident> incidents)
{
    MonthInput input;
    input.month = std::chrono::year{2023} / std::chrono::May;
    input.area = "SY";
    input.area_name = "Syria";
    input.area_name_ar = "سوريا";
    input.desk = "Steppe Monitoring Desk";
    input.closed = day("2023-06-05");
    input.incidents = std::move(incidents);
    input.outlines = syrian_outlines();
    input.attribution = "GeoNames (CC BY 4.0), Natural Earth (public domain)";
    input.data_version = "9f3a0123456789abcdef";
    for (std::chrono::year_month month = input.month - std::chrono::months{24}; month <= input.month; month += std::chrono::months{1})
        input.sources_by_month.emplace_back(fmt::format("{:04}-{:02}", int(month.year()), unsigned(month.month())), 9 + unsigned(month.month()) % 4);
    input.reports = 1204;
    input.reports_not_read = 17;
    input.refused = 3;
    return input;
}

namespace {

// A small generator of our own: the standard distributions differ between libraries, and a test must not.
class Dice {
public:
    int below(int sides)
    {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return int((state_ >> 33) % std::uint64_t(sides));
    }

private:
    std::uint64_t state_ = 2023;
};

Incident rolled(Dice& dice, std::int64_t id, std::chrono::year_month month)
{
    static constexpr std::array kinds{IncidentKind::armed_attack, IncidentKind::armed_attack, IncidentKind::ambush, IncidentKind::ied_or_mine, IncidentKind::ied_or_mine,
                                      IncidentKind::assassination_or_targeted_killing, IncidentKind::assassination_or_targeted_killing, IncidentKind::abduction,
                                      IncidentKind::arson_or_property, IncidentKind::security_operation, IncidentKind::security_operation,
                                      IncidentKind::security_operation, IncidentKind::airstrike, IncidentKind::clash, IncidentKind::shelling, IncidentKind::protest};
    static const std::array<std::string, 14> towns{"al-Sukhna", "Palmyra", "al-Mayadin", "al-Mayadin", "al-Busayrah", "al-Busayrah", "Hajin", "Hajin", "Maadan",
                                                   "Uqayribat", "Manbij", "al-Shaddadah", "village", "village"};
    const std::string date = fmt::format("{:04}-{:02}-{:02}", int(month.year()), unsigned(month.month()), 1 + dice.below(28));
    Incident incident = attack(id, date, town(towns[std::size_t(dice.below(int(towns.size())))]));
    incident.kind = kinds[std::size_t(dice.below(int(kinds.size())))];
    if (dice.below(6) == 0) incident.place = governorate("SY-DY", "Deir ez-Zor");
    if (dice.below(18) == 0) incident.place.reset();
    const int low = dice.below(5);
    incident.killed = TollRange{low, low + dice.below(3)};
    if (dice.below(2) == 0) incident.injured = TollRange{low / 2, low + 1};
    if (incident.kind == IncidentKind::abduction) incident.abducted = TollRange{1, 1 + dice.below(3)};
    static constexpr std::array classes{TargetClass::military, TargetClass::military, TargetClass::civilian, TargetClass::civilian, TargetClass::police, TargetClass::official};
    incident.target_class = classes[std::size_t(dice.below(int(classes.size())))];
    if (series_of(incident.kind) == Series::operation) {
        incident.perpetrator = "SDF";
        incident.target_class = TargetClass::militant;
        incident.killed = TollRange{dice.below(2), 2};
        if (incident.kind == IncidentKind::security_operation) incident.arrested = TollRange{dice.below(6), 6};
    }
    switch (dice.below(5)) {
        case 0: incident.grade = Grade::claimed_only; incident.status = PerpetratorStatus::claimed; break;
        case 1: incident.grade = Grade::weak; break;
        case 2: incident.grade = Grade::fair; break;
        default: break;
    }
    if (incident.grade == Grade::weak || incident.grade == Grade::claimed_only) {
        incident.independent_sources = 1;
        incident.accounts.resize(1);
        if (incident.grade == Grade::weak && dice.below(2) == 0) incident.perpetrator.clear(), incident.status = PerpetratorStatus::unknown;
    }
    incident.accepted = dice.below(3) == 0;
    if (incident.accounts.size() > 1 && dice.below(5) == 0) {
        incident.accounts[0].account.killed = Toll{incident.killed->low, std::nullopt, {0, 1}};
        incident.accounts[1].account.killed = Toll{incident.killed->high + 1, std::nullopt, {0, 1}};
        incident.conflicts.push_back({"killed", {{"a", {0}}, {"b", {1}}}});
    }
    return incident;
}

FiledTally claimed_tally(std::int64_t quantity, const std::string& unit, const std::string& country, const std::string& from, const std::string& to)
{
    FiledTally filed;
    filed.publisher = "North Press";
    filed.url = "https://npasyria.com/en/97811/";
    filed.published = Publication{day("2023-05-20"), std::nullopt};
    filed.tally.quantity = quantity;
    filed.tally.unit = unit;
    filed.tally.claimant = "the group";
    filed.tally.claimant_name = filed.tally.actor_name = "ISIS";
    filed.tally.period = DateRange::between(day(from), day(to), DatePrecision::month);
    filed.tally.scope_place = country;
    if (country == "Syria" || country == "Iraq") {
        Place scope;
        scope.gazetteer_id = "made-up:" + country;
        scope.name = country;
        scope.name_ar = country == "Syria" ? "سوريا" : "العراق";
        scope.country = country == "Syria" ? "SY" : "IQ";
        scope.kind = PlaceKind::country;
        filed.tally.scope = scope;
    }
    return filed;
}

}  // namespace

MonthInput plausible_month(int per_month)
{
    Dice dice;
    std::vector<Incident> incidents;
    std::int64_t id = 0;
    const std::chrono::year_month last = std::chrono::year{2023} / std::chrono::May;
    for (int back = 24; back >= 0; --back) {
        const int count = per_month * (70 + dice.below(60)) / 100;
        for (int i = 0; i < count; ++i) incidents.push_back(rolled(dice, ++id, last - std::chrono::months{back}));
    }
    MonthInput input = month_of(std::move(incidents));
    input.tallies = {claimed_tally(320, "attacks", "the world", "2023-01-01", "2023-05-18"), claimed_tally(49, "attacks", "Syria", "2023-01-01", "2023-05-18"),
                     claimed_tally(61, "attacks", "Iraq", "2023-01-01", "2023-05-18"), claimed_tally(12, "soldiers killed", "Syria", "2023-05-01", "2023-05-18")};
    input.first_edition = false;
    input.changed_since_last = {"I900 new: kind=ambush; killed=3", "I901 kind=ambush; killed=3; grade=weak → kind=ambush; killed=3–4; grade=fair"};
    return input;
}

}  // namespace sitrep::publish
