// Makes a library for timing the desk: N incidents with three accounts each, every account in a report of its own, through the store as
// reading in does it. Run: build/release/bench/desk_library 100000 big.sitrep
#include "merge/merge.hpp"
#include "place/blob.hpp"
#include "place/gazetteer.hpp"
#include "store/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <random>

namespace sitrep {
namespace {

constexpr int accounts_each = 3, days_covered = 3650, in_one_transaction = 400;

struct Made {
    std::mt19937_64 random{7};
    std::vector<Place> places;    // towns, districts and governorates that are often in the news
    std::vector<Place> villages;  // every settlement of the two countries
    std::int64_t number = 0;
    std::size_t any(std::size_t below) { return std::size_t(random() % below); }
    /// Half happens in the well-known places; the other half has a long tail, in which most villages are named once or twice.
    const Place& somewhere()
    {
        if (any(2) == 0 || villages.empty()) return places[any(places.size())];
        const double share = double(any(1'000'000)) / 1e6;
        return villages[std::size_t(std::pow(share, 3) * double(villages.size()))];
    }
};

std::vector<Place> some_places(const place::Gazetteer& gazetteer)
{
    std::vector<Place> out;
    for (const char* name : {"al-Busayrah", "Deir ez-Zor", "Raqqa", "Palmyra", "al-Sukhna", "al-Mayadin", "Abu Kamal", "Hasakah", "Homs", "Hama", "Manbij", "al-Bab",
                             "Idlib", "Aleppo", "Daraa", "al-Shaddadi", "Qamishli", "Tabqa", "Mosul", "Kirkuk", "Ramadi", "Baqubah", "Tikrit", "Fallujah", "Rawa",
                             "al-Qaim", "Samarra", "Hawija", "Sinjar", "Tal Afar"})
        for (const auto& found : gazetteer.find(name, {}, 6))
            if (found.place.country == "SY" || found.place.country == "IQ") out.push_back(found.place);
    return out;
}

std::vector<Place> all_villages(const place::Gazetteer& gazetteer, std::mt19937_64& random)
{
    std::vector<Place> out;
    const auto& blob = gazetteer.blob();
    for (std::size_t i = 0; i < blob.places().size(); ++i) {
        auto place = blob.made(std::uint32_t(i));
        if (place.kind == PlaceKind::settlement && (place.country == "SY" || place.country == "IQ")) out.push_back(std::move(place));
    }
    std::ranges::shuffle(out, random);
    return out;
}

Account an_account(Made& made, const Place& where, Day day, IncidentKind kind, std::int64_t dead)
{
    Account account;
    account.kind = kind;
    account.confidence = 0.3 + 0.6 * double(made.any(1000)) / 1000;
    account.date = DateRange::on(day);
    account.date_text = "on Monday";
    account.date_span = Span{26, 35};
    account.places.push_back({where, where.name, Span{7, 15}});
    account.perpetrator = {"gunmen", made.any(2) == 0 ? "ISIS" : "", made.any(3) == 0 ? PerpetratorStatus::claimed : PerpetratorStatus::attributed, Span{0, 6}};
    account.targets.push_back({"soldiers", TargetClass(made.any(6)), Span{16, 24}, std::nullopt, std::nullopt});
    account.killed = Toll{dead, dead, Span{16, 20}};
    account.evidence = {Span{0, 60}};
    return account;
}

Received a_report(Made& made, const Place& where, Day day, int outlet)
{
    static const std::array<const char*, 24> words{"checkpoint", "road", "desert", "village", "source", "security", "forces", "convoy", "members", "claimed",
                                                   "responsibility", "shepherds", "market", "bomb", "motorcycle", "night", "مسلحون", "هجوم", "قتيل", "جرحى", "طريق",
                                                   "البادية", "دورية", "انفجار"};
    static const std::array<const char*, 6> outlets{"SOHR", "North Press", "Reuters", "Deir EzZor 24", "a correspondent", "عنب بلدي"};
    Received received;
    const auto id = ++made.number;
    std::string text = fmt::format("Gunmen {} killed soldiers on Monday, residents said in report {}. ", where.name, id);
    for (int i = 0; i < 60; ++i) text += fmt::format("{} ", made.any(6) == 0 ? fmt::format("w{}", made.any(30000)) : words[made.any(words.size())]);
    static const std::array<const char*, 6> sites{"www.syriahr.com", "npasyria.com", "www.reuters.com", "deirezzor24.net", "", "www.enabbaladi.net"};
    const auto at = std::size_t(outlet) % outlets.size();
    received.report.publisher = outlets[at];
    if (*sites[at]) received.report.url = fmt::format("https://{}/{}/", sites[at], id);
    received.report.published = Publication{day, std::nullopt};
    received.report.language = Language::english;
    received.report.set_words(fmt::format("Attack near {} ({})", where.name, id), text);
    received.original.bytes = text;
    for (std::size_t i = 0; i < 8; ++i) received.original.hash.bytes[i] = std::uint8_t(std::uint64_t(id) >> (8 * i));
    return received;
}

FiledAccount filed_as(const Received& received, ReportId report, const Account& account)
{
    FiledAccount filed;
    filed.report = report;
    filed.publisher = received.report.publisher;
    filed.url = received.report.url;
    filed.published = received.report.published;
    filed.language = Language::english;
    filed.account = account;
    return filed;
}

void add_incident(Made& made, store::Store& library)
{
    const auto& where = made.somewhere();
    const Day day{std::chrono::days{16400 + std::int64_t(made.any(days_covered))}};
    const auto kind = IncidentKind(made.any(incident_kinds));
    const auto dead = std::int64_t(made.any(4));
    std::optional<IncidentId> incident;
    AccountId first{};
    for (int i = 0; i < accounts_each; ++i) {
        const auto received = a_report(made, where, day, i + int(made.any(3)));
        Understanding understanding;
        understanding.language = Language::english;
        const auto report = library.add_report(received, understanding, no_words);
        const auto account = an_account(made, where, day, kind, dead + (made.any(5) == 0));
        const auto id = library.add_account(report, account, merge::keys_to_file(merge::facts_of(filed_as(received, report, account))));
        if (!incident) {
            first = id;
            incident = library.new_incident(id);
        } else {
            const Reason reason{"place", "the same place and day", 1.5};
            library.join(id, *incident, first, {&reason, 1});
        }
    }
    library.set_record(merge::consolidate(*incident, library.accounts_of(*incident)));
    // A tenth of them look like one before, as near misses do.
    if (made.any(10) == 0 && first > AccountId{10}) {
        library.tie(first, AccountId{std::int64_t(first) - 3}, -0.5 + double(made.any(500)) / 1000);
    }
    if (made.any(2) == 0) library.accept(*incident, "bench");
}

}  // namespace
}  // namespace sitrep

int main(int argc, char** argv)
{
    using namespace sitrep;
    if (argc != 3) {
        fmt::print(stderr, "usage: desk_library INCIDENTS FILE\n");
        return 2;
    }
    const auto gazetteer = place::Gazetteer::open(std::filesystem::path(SITREP_BINARY_DIR) / "gazetteer.blob");
    if (!gazetteer) {
        fmt::print(stderr, "{}: {}\n", gazetteer.error().where, gazetteer.error().why);
        return 1;
    }
    Made made;
    made.places = some_places(*gazetteer);
    made.villages = all_villages(*gazetteer, made.random);
    const auto library = store::open_store(argv[2], merge::consolidate);
    const long wanted = std::strtol(argv[1], nullptr, 10);
    for (long i = 0; i < wanted;) library->in_transaction([&] {
        for (int inside = 0; inside < in_one_transaction && i < wanted; ++inside, ++i) add_incident(made, *library);
    });
    fmt::print("{} incidents, {} reports\n", wanted, made.number);
    return 0;
}
