#include "perturbed.hpp"

#include "text/csv_rows.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <random>
#include <sstream>
#include <stdexcept>

namespace sitrep::bench {
namespace {

using std::chrono::days;

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    double share() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }
    bool happens(double chance) { return share() < chance; }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(share() * static_cast<double>(count)); }
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
    /// Normal by Box and Muller.
    double normal(double spread) { return spread * std::sqrt(-2 * std::log(1 - share())) * std::cos(2 * std::numbers::pi * share()); }
    void shuffle(std::vector<std::uint32_t>& values)
    {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::mt19937_64 engine_;
};

bool holds(const std::string& text, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

IncidentKind kind_of(const UcdpEvent& event)
{
    std::string headline = event.headline;
    std::transform(headline.begin(), headline.end(), headline.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (holds(headline, {"airstrike", "air strike", "air raid", "warplane", "helicopter", "barrel"})) return IncidentKind::airstrike;
    if (holds(headline, {"shell", "bombard", "missile", "rocket"})) return IncidentKind::shelling;
    if (holds(headline, {"car bomb", "suicide"})) return IncidentKind::suicide_or_vehicle_bomb;
    if (holds(headline, {"explo", "ied", "mine ", "landmine"})) return IncidentKind::ied_or_mine;
    if (holds(headline, {"execut"})) return IncidentKind::execution;
    if (holds(headline, {"assassin"})) return IncidentKind::assassination_or_targeted_killing;
    return event.violence == 3 ? IncidentKind::armed_attack : IncidentKind::clash;
}

IncidentKind confused(IncidentKind kind, Dice& dice)
{
    switch (kind) {
        case IncidentKind::airstrike: return dice.happens(0.7) ? IncidentKind::shelling : IncidentKind::armed_attack;
        case IncidentKind::shelling: return dice.happens(0.7) ? IncidentKind::airstrike : IncidentKind::clash;
        case IncidentKind::suicide_or_vehicle_bomb: return dice.happens(0.7) ? IncidentKind::ied_or_mine : IncidentKind::armed_attack;
        case IncidentKind::ied_or_mine: return dice.happens(0.7) ? IncidentKind::suicide_or_vehicle_bomb : IncidentKind::armed_attack;
        case IncidentKind::clash: return dice.happens(0.6) ? IncidentKind::armed_attack : IncidentKind::ambush;
        default: return dice.happens(0.6) ? IncidentKind::clash : IncidentKind::armed_attack;
    }
}

/// The register's name of a UCDP side.
std::string registered(const std::string& side)
{
    static const std::map<std::string, std::string> names{{"Government of Syria", "Syrian army"}, {"IS", "ISIS"},   {"SDF", "SDF"},
                                                          {"HTS", "HTS"},                         {"SNA", "SNA"},   {"Government of Turkey", "Turkish army"},
                                                          {"Government of Israel", "Israeli army"}, {"Syrian insurgents", "Syrian opposition"}};
    const auto found = names.find(side);
    if (found != names.end()) return found->second;
    return side.substr(0, side.find(','));
}

/// Another town: the place of another event within about 25 km, as a report names the next larger one.
const UcdpEvent& neighbour(const UcdpEvent& event, const std::vector<UcdpEvent>& events, const std::multimap<int, std::uint32_t>& by_cell, Dice& dice)
{
    const auto cell = int(event.lat * 4) * 10000 + int(event.lon * 4);
    const auto [begin, end] = by_cell.equal_range(cell);
    const auto count = static_cast<std::size_t>(std::distance(begin, end));
    if (count == 0) return event;
    return events[std::next(begin, static_cast<std::ptrdiff_t>(dice.below(count)))->second];
}

LatLon moved(const UcdpEvent& place, double spread_km, Dice& dice)
{
    constexpr double km_a_degree = 111.2;
    const double lat = std::clamp(place.lat + dice.normal(spread_km) / km_a_degree, -89.0, 89.0);
    const double lon = place.lon + dice.normal(spread_km) / (km_a_degree * std::cos(place.lat * std::numbers::pi / 180));
    return *LatLon::from_degrees(lat, std::clamp(lon, -180.0, 180.0));
}

void add_place(const UcdpEvent& event, const UcdpEvent& told, Dice& dice, Account& account)
{
    AccountPlace said;
    Place& place = said.place;
    place.country = "SY";
    place.admin1 = event.admin1;
    const double how = dice.share();
    const bool fine = event.place_precision <= 2;
    if (!fine || how < 0.12) {  // the governorate alone
        place.gazetteer_id = "admin1:" + event.admin1;
        place.name = event.admin1;
        place.precision = PlacePrecision::governorate;
        if (event.admin1.empty()) place.gazetteer_id.clear();
    } else if (how < 0.27) {  // named, but in no gazetteer
        said.text = told.place;
        if (dice.happens(0.3)) place.admin1.clear();
    } else {
        place.gazetteer_id = "ucdp:" + std::to_string(std::lround(told.lat * 1e4)) + "/" + std::to_string(std::lround(told.lon * 1e4));
        place.name = told.place;
        place.admin2 = told.admin2;
        const bool near = event.place_precision == 2 || dice.happens(0.15);
        place.precision = near ? PlacePrecision::near : PlacePrecision::exact;
        place.point = moved(told, near ? 8 : 1, dice);
        place.kind = PlaceKind::settlement;
        place.population = told.place.ends_with(" city") ? 200'000 : 0;
    }
    said.text = said.text.empty() ? place.name : said.text;
    if (!said.text.empty() || !place.admin1.empty()) account.places.push_back(std::move(said));
}

void add_date(const UcdpEvent& event, int shift_days, Dice& dice, FiledAccount& filed)
{
    int day = event.first + shift_days;
    const double how = dice.share();
    if (how < 0.14) day += dice.happens(0.5) ? 1 : -1;
    else if (how < 0.18) day += dice.happens(0.5) ? dice.between(2, 3) : -dice.between(2, 3);
    const int published = std::max(event.last + shift_days, day) + (dice.happens(0.6) ? dice.between(0, 1) : dice.between(0, 4));
    if (dice.happens(0.92)) filed.published = Publication{Day{days{published}}, std::nullopt};
    Account& account = filed.account;
    if (dice.happens(0.06)) return;  // not dated at all
    if (event.date_precision >= 4 || dice.happens(0.03)) {
        const std::chrono::year_month_day date{Day{days{day}}};
        account.date = DateRange::at(*PartialDate::of(int(date.year()), unsigned(date.month()), std::nullopt));
    } else if (event.date_precision == 3) {
        account.date = DateRange::between(Day{days{day}}, Day{days{day + 6}}, DatePrecision::week);
    } else {
        account.date = DateRange::on(Day{days{day}});
    }
}

void add_toll(const UcdpEvent& event, Dice& dice, Account& account)
{
    const double how = dice.share();
    if (how < 0.15) return;
    std::int64_t killed = event.best;
    if (how < 0.40) killed = std::max<std::int64_t>(0, killed + (dice.happens(0.5) ? 1 : -1) * std::max<std::int64_t>(1, killed / 5));
    else if (how < 0.47) killed = dice.happens(0.5) ? killed * 2 : killed / 2;
    account.killed = Toll{killed, dice.happens(0.1) ? std::nullopt : std::optional(killed), {}};
}

void add_actors(const UcdpEvent& event, Dice& dice, Account& account)
{
    const double how = dice.share();
    auto& perpetrator = account.perpetrator;
    if (how < 0.60) perpetrator.name = registered(event.side_a);
    else if (how < 0.72) perpetrator.name = registered(event.side_b);  // told by the other side
    if (!perpetrator.name.empty()) perpetrator.status = PerpetratorStatus::attributed;
    perpetrator.text = perpetrator.name;
    if (dice.happens(0.8)) {
        const auto target = event.violence == 3 ? TargetClass::civilian : event.side_b == "IS" || event.side_b == "Syrian insurgents" ? TargetClass::militant : TargetClass::military;
        const auto told = dice.happens(0.85) ? target : TargetClass::civilian;
        account.targets.push_back({"", told, {}, {}, {}});
    }
}

TruthfulAccount account_of(const UcdpEvent& event, const UcdpEvent& told, std::uint32_t event_number, std::int64_t number, int shift_days, bool keep_filed, Dice& dice)
{
    FiledAccount filed;
    filed.id = AccountId{number};
    filed.report = ReportId{number};
    filed.publisher = "source " + std::to_string(dice.below(60));
    filed.url = "account:" + std::to_string(number);
    filed.language = dice.happens(0.6) ? Language::arabic : Language::english;
    Account& account = filed.account;
    account.kind = kind_of(event);
    if (dice.happens(0.18)) account.kind = confused(account.kind, dice);
    add_place(event, told, dice, account);
    add_date(event, shift_days, dice, filed);
    add_toll(event, dice, account);
    add_actors(event, dice, account);
    TruthfulAccount out;
    out.facts = merge::facts_of(filed);
    out.event = event_number;
    out.actor = out.facts.actor.name;
    if (!account.places.empty()) {
        const Place& place = account.places.front().place;
        out.place = std::hash<std::string>{}(place.gazetteer_id + "|" + account.places.front().text) & 0xFFFFFFFFU;
        out.has_point = place.point.has_value();
        if (place.point) out.lat = place.point->lat(), out.lon = place.point->lon();
    }
    const auto& when = out.facts.when;
    out.has_day = when.kind == merge::When::Kind::range && when.first == when.last;
    out.day = when.kind == merge::When::Kind::none ? 0 : when.first;
    if (keep_filed) out.filed = std::make_shared<const FiledAccount>(std::move(filed));
    return out;
}

}  // namespace

std::vector<UcdpEvent> read_ucdp(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(path + ": cannot be opened");
    std::ostringstream all;
    all << file.rdbuf();
    std::map<std::string, std::size_t> column;
    std::vector<UcdpEvent> out;
    const std::string bytes = all.str();
    text::CsvRows rows(bytes, ',');
    while (auto row = rows.next()) {
        if (column.empty()) {
            for (std::size_t i = 0; i < row->fields.size(); ++i) column[row->fields[i]] = i;
            continue;
        }
        const auto field = [&](const char* name) { return row->fields[column.at(name)]; };
        const auto number = [&](const char* name) { return std::atoll(field(name).c_str()); };
        UcdpEvent event;
        event.place = field("where_coordinates");
        event.admin1 = field("adm_1");
        event.admin2 = field("adm_2");
        event.side_a = field("side_a");
        event.side_b = field("side_b");
        event.headline = field("source_headline");
        event.source = field("source_office");
        event.lat = std::stod(field("latitude"));
        event.lon = std::stod(field("longitude"));
        const auto first = day_from_iso(field("date_start").substr(0, 10)), last = day_from_iso(field("date_end").substr(0, 10));
        if (!first || !last) continue;
        event.first = int(first->time_since_epoch().count());
        event.last = int(last->time_since_epoch().count());
        event.place_precision = int(number("where_prec"));
        event.date_precision = int(number("date_prec"));
        event.violence = int(number("type_of_violence"));
        event.best = number("best");
        event.low = number("low");
        event.high = number("high");
        out.push_back(std::move(event));
    }
    return out;
}

std::vector<TruthfulAccount> perturb(const std::vector<UcdpEvent>& events, std::size_t count, std::uint64_t seed, int shift_days, std::uint32_t first_event, bool keep_filed)
{
    Dice dice(seed);
    std::multimap<int, std::uint32_t> by_cell;
    for (std::uint32_t i = 0; i < events.size(); ++i) by_cell.emplace(int(events[i].lat * 4) * 10000 + int(events[i].lon * 4), i);
    // One account each, the rest by chance with a long tail: a few events are told by dozens.
    std::vector<std::uint32_t> told;
    for (std::uint32_t i = 0; i < events.size() && told.size() < count; ++i) told.push_back(i);
    while (told.size() < count) {
        const auto event = static_cast<std::uint32_t>(dice.below(events.size()));
        const auto more = static_cast<std::size_t>(-2.5 * std::log(1 - dice.share())) + 1;
        for (std::size_t i = 0; i < more && told.size() < count; ++i) told.push_back(event);
    }
    dice.shuffle(told);
    std::vector<TruthfulAccount> out;
    out.reserve(count);
    for (std::size_t i = 0; i < told.size(); ++i) {
        const auto& event = events[told[i]];
        const auto& place = dice.happens(0.12) ? neighbour(event, events, by_cell, dice) : event;
        out.push_back(account_of(event, place, first_event + told[i], std::int64_t(first_event) * 4 + std::int64_t(i) + 1, shift_days, keep_filed, dice));
    }
    std::stable_sort(out.begin(), out.end(), [](const TruthfulAccount& a, const TruthfulAccount& b) {
        const auto day = [](const TruthfulAccount& one) { return one.facts.when.is_published() ? one.facts.when.published : one.day; };
        return day(a) < day(b);
    });
    return out;
}

}  // namespace sitrep::bench
