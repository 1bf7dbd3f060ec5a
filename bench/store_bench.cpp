// How fast the library takes documents in and answers. Run: build/release/bench/store_bench
#include "store/sqlite/canonical.hpp"
#include "store/store.hpp"


#include <benchmark/benchmark.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

namespace sitrep::store {
namespace {

constexpr std::size_t words_per_report = 250;
constexpr std::size_t keys_filed = 8;
constexpr std::size_t keys_asked = 24;
constexpr int days_covered = 1800;

Incident first_account_as_record(IncidentId id, std::vector<FiledAccount> accounts)
{
    Incident record;
    record.id = id;
    const auto& first = accounts.front().account;
    record.kind = first.kind;
    record.date = first.date;
    record.place = first.places.front().place;
    record.killed = TollRange{first.killed->low, first.killed->max_stated()};
    record.grade_rule = "one source";
    record.accounts = std::move(accounts);
    return record;
}

// Reports of a made-up desert, the same in every run.
class Desk {
public:
    Received report()
    {
        static const std::array<const char*, 40> usual{
            "the", "of", "a", "in", "on", "and", "to", "near", "gunmen", "attacked", "checkpoint", "killed", "two", "soldiers", "civilians", "road",
            "desert", "village", "source", "said", "that", "was", "were", "by", "an", "explosive", "device", "vehicle", "eastern", "countryside",
            "security", "forces", "monday", "wounded", "members", "group", "claimed", "responsibility", "shepherds", "town"};
        std::string text;
        for (std::size_t i = 0; i < words_per_report; ++i) {
            // Every fifth word is a rarer one, as names and numbers are.
            if (random_() % 5 == 0) text += "w" + std::to_string(random_() % 30000);
            else text += usual[random_() % usual.size()];
            text += i % 17 == 16 ? ". " : " ";
        }
        Received received;
        received.report.publisher = "Monitor " + std::to_string(random_() % 200);
        received.report.url = "https://example.org/news/" + std::to_string(++number_);
        received.report.published = Publication{day(), std::nullopt};
        received.report.set_words("Report " + std::to_string(number_), text);
        received.original.bytes = "<html><title>Report " + std::to_string(number_) + "</title><p>" + text + "</p></html>";
        received.original.hash = sha256(received.original.bytes);
        return received;
    }
    Understanding understanding()
    {
        Understanding found;
        found.language = Language::english;
        for (std::uint32_t i = 0; i < 6; ++i) found.mentions.push_back({MentionLayer(2 + i % 4), Span{i * 50, i * 50 + 9}, ""});
        return found;
    }
    Account account()
    {
        Account account;
        account.kind = IncidentKind(random_() % incident_kinds);
        account.confidence = 0.7;
        account.date = DateRange::on(day());
        account.date_text = "on Monday";
        account.date_span = Span{10, 19};
        account.places.push_back({place(), "near the town", Span{40, 53}});
        account.places.push_back({place(), "the governorate", Span{60, 75}});
        account.perpetrator = {"gunmen", "ISIS", PerpetratorStatus::attributed, Span{0, 6}};
        account.targets.push_back({"soldiers", TargetClass::military, Span{80, 88}, Toll{2, 2, Span{76, 79}}, std::nullopt});
        account.weapon = Weapon{"explosive device", WeaponClass::explosive, Span{90, 106}};
        account.killed = Toll{2, 2, Span{76, 79}};
        account.injured = Toll{1, std::nullopt, Span{110, 113}};
        account.attribution.push_back({"a military source", "", Span{120, 137}});
        account.evidence = {Span{0, 60}, Span{60, 140}};
        return account;
    }
    std::array<std::uint64_t, keys_filed> keys()
    {
        std::array<std::uint64_t, keys_filed> keys;
        for (auto& key : keys) key = (random_() % 2000000) * 0x9e3779b97f4a7c15u;
        return keys;
    }
    std::uint64_t random() { return random_(); }

private:
    Day day() { return Day{std::chrono::days{18000 + int(random_() % days_covered)}}; }
    Place place()
    {
        Place place;
        const auto number = random_() % 800;
        place.gazetteer_id = "geonames:" + std::to_string(number);
        place.name = "Town " + std::to_string(number);
        place.country = "SY";
        place.admin1 = "Governorate";
        place.admin1_code = "SY-HI";
        place.point = LatLon::from_degrees(33 + double(number) / 400, 38 + double(number % 40) / 10).value();
        place.kind = PlaceKind::settlement;
        place.precision = PlacePrecision::near;
        return place;
    }
    std::mt19937_64 random_{7};
    std::int64_t number_ = 0;
};

void read_in(Store& store, Desk& desk, const Received& received)
{
    store.in_transaction([&] {
        const auto report = store.add_report(received, desk.understanding(), WordSignature{1, 2, 3});
        for (std::uint64_t i = 0, accounts = 1 + desk.random() % 2; i < accounts; ++i) {
            const auto account = store.add_account(report, desk.account(), desk.keys());
            const auto incident = store.new_incident(account);
            store.set_record(first_account_as_record(incident, store.accounts_of(incident)));
        }
    });
}

std::string fresh_path(const char* name)
{
    const auto path = std::filesystem::temp_directory_path() / name;
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
    return path.string();
}

double resident_mb()
{
    std::ifstream status("/proc/self/statm");
    long total = 0, resident = 0;
    status >> total >> resident;
    return double(resident) * 4096 / 1e6;
}

void ReadIn(benchmark::State& state)
{
    const auto path = fresh_path("sitrep-bench-in.sitrep");
    const auto store = open_store(path, first_account_as_record);
    Desk desk;
    for (auto _ : state) {
        state.PauseTiming();
        const auto received = desk.report();
        state.ResumeTiming();
        read_in(*store, desk, received);
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["resident_MB"] = resident_mb();
    state.counters["file_bytes_per_report"] = double(std::filesystem::file_size(path)) / double(state.iterations());
}
BENCHMARK(ReadIn)->Iterations(20000)->Unit(benchmark::kMicrosecond);

// A library of a hundred thousand incidents, made once.
Store& large_library()
{
    static Desk desk;
    static const auto store = [] {
        auto made = open_store(fresh_path("sitrep-bench-large.sitrep"), first_account_as_record);
        while (made->counts().incidents < 100000)
            for (int i = 0; i < 1000; ++i) read_in(*made, desk, desk.report());
        return made;
    }();
    return *store;
}

void AccountsFiledUnder(benchmark::State& state)
{
    auto& store = large_library();
    std::mt19937_64 random(3);
    std::size_t found = 0;
    for (auto _ : state) {
        std::array<std::uint64_t, keys_asked> keys;
        for (auto& key : keys) key = (random() % 8000000) * 0x9e3779b97f4a7c15u;
        found += store.filed_under(keys, 64).size();
    }
    state.counters["found"] = double(found) / double(state.iterations());
}
BENCHMARK(AccountsFiledUnder)->Unit(benchmark::kMicrosecond);

void FindMonth(benchmark::State& state)
{
    auto& store = large_library();
    Query query;
    query.from = Day{std::chrono::days{18000 + state.range(0)}};
    query.until = *query.from + std::chrono::days{30};
    std::size_t found = 0;
    for (auto _ : state) found = store.find(query).size();
    state.counters["incidents"] = double(found);
}
BENCHMARK(FindMonth)->Arg(60)->Arg(900)->Arg(1760)->Unit(benchmark::kMillisecond);

void FindWords(benchmark::State& state)
{
    auto& store = large_library();
    Query query;
    query.words = "w1234 attacks";
    std::size_t found = 0;
    for (auto _ : state) found = store.find(query).size();
    state.counters["incidents"] = double(found);
}
BENCHMARK(FindWords)->Unit(benchmark::kMillisecond);

void Verify(benchmark::State& state)
{
    auto& store = large_library();
    for (auto _ : state) {
        const auto result = store.verify({});
        if (!result.faults.empty()) state.SkipWithError(result.faults.front().c_str());
        state.counters["originals"] = double(result.originals);
    }
}
BENCHMARK(Verify)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace sitrep::store
