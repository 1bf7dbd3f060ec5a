// Whatever an account can say comes back as it was said.
#include "store_suite.hpp"

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <fstream>

namespace sitrep {

// Core compares only what it needs to; here everything counts.
static bool operator==(const Perpetrator& a, const Perpetrator& b)
{
    return a.text == b.text && a.name == b.name && a.status == b.status && a.span == b.span;
}
static bool operator==(const Target& a, const Target& b)
{
    return a.text == b.text && a.target_class == b.target_class && a.span == b.span && a.killed == b.killed && a.injured == b.injured;
}
static bool operator==(const Weapon& a, const Weapon& b) { return a.text == b.text && a.weapon_class == b.weapon_class && a.span == b.span; }
static bool operator==(const Attribution& a, const Attribution& b) { return a.text == b.text && a.name == b.name && a.span == b.span; }
static bool operator==(const AccountPlace& a, const AccountPlace& b) { return a.place == b.place && a.text == b.text && a.span == b.span; }
static bool operator==(const Account& a, const Account& b)
{
    return a.kind == b.kind && a.background == b.background && a.confidence == b.confidence && a.date == b.date && a.date_text == b.date_text &&
           a.date_span == b.date_span && a.places == b.places && a.perpetrator == b.perpetrator && a.targets == b.targets && a.weapon == b.weapon &&
           a.killed == b.killed && a.injured == b.injured && a.abducted == b.abducted && a.arrested == b.arrested &&
           a.perpetrators_killed == b.perpetrators_killed && a.attribution == b.attribution && a.denied == b.denied && a.evidence == b.evidence;
}

namespace store {
namespace {

// Draws the parts of an account; rapidcheck prints the seed of a failure.
struct Draw {
    static std::size_t below(std::size_t end) { return *rc::gen::inRange<std::size_t>(0, end); }
    static bool maybe() { return below(2) == 1; }
    static std::string words()
    {
        static const std::vector<std::string> pool{"", "gunmen", "مسلحون", "a \"quoted\" name", "O'Neil; DROP TABLE", "é", std::string("a\0b", 3), "\xF0\x9F\x9A\x97", "line\nbreak"};
        return *rc::gen::elementOf(pool);
    }
    static Span span()
    {
        const auto start = *rc::gen::inRange<std::uint32_t>(0, 4000000000u);
        return {start, start + 1 + *rc::gen::inRange<std::uint32_t>(0, 1000)};
    }
    static std::optional<Span> maybe_span() { return maybe() ? std::optional(span()) : std::nullopt; }
    static std::optional<Toll> toll()
    {
        if (maybe()) return std::nullopt;
        Toll toll{*rc::gen::inRange<std::int64_t>(0, 1000000), std::nullopt, span()};
        if (maybe()) toll.high = toll.low + std::int64_t(below(50));
        return toll;
    }
    static DateRange date()
    {
        static const std::vector<std::string> pool{"", "2024-03-05", "2024-03", "2024", "--05-10", "--05", "0001-01-01", "1969-12-31"};
        const auto first = PartialDate::from_iso(*rc::gen::elementOf(pool));
        if (!first) return DateRange::unknown();
        auto range = DateRange::at(*first);
        if (maybe()) range.end = PartialDate::from_iso("2030-01-01");
        if (maybe()) range.precision = DatePrecision(below(5));
        return range;
    }
    static Place place()
    {
        Place place;
        place.gazetteer_id = words();
        place.name = words();
        place.name_ar = words();
        place.country = words();
        place.admin1 = words();
        place.admin1_code = words();
        place.admin2 = words();
        if (maybe()) place.point = LatLon::from_degrees(double(below(180)) - 90 + 0.1, double(below(360)) - 180.0 / 7).value_or(LatLon::from_degrees(0, 0).value());
        place.population = std::int64_t(below(1000000));
        place.kind = PlaceKind(below(9));
        place.precision = PlacePrecision(1 + below(6));
        return place;
    }
    static Account account()
    {
        Account account;
        account.kind = IncidentKind(below(incident_kinds));
        account.background = maybe();
        account.confidence = double(below(1000)) / 999;
        account.date = date();
        account.date_text = words();
        account.date_span = maybe_span();
        for (auto n = below(4); n > 0; --n) account.places.push_back({place(), words(), span()});
        account.perpetrator = {words(), words(), PerpetratorStatus(below(3)), maybe_span()};
        for (auto n = below(4); n > 0; --n)
            account.targets.push_back({words(), maybe() ? std::optional(TargetClass(below(6))) : std::nullopt, maybe_span(), toll(), toll()});
        if (maybe()) account.weapon = Weapon{words(), WeaponClass(below(9)), span()};
        account.killed = toll();
        account.injured = toll();
        account.abducted = toll();
        account.arrested = toll();
        account.perpetrators_killed = toll();
        for (auto n = below(4); n > 0; --n) account.attribution.push_back({words(), words(), span()});
        account.denied = maybe();
        for (auto n = 1 + below(4); n > 0; --n) account.evidence.push_back(span());
        return account;
    }
};

TEST_P(AnyStore, GivesEveryAccountBackAsItWasWritten)
{
    int drawn = 0;
    rc::check("write, read: equal", [&] {
        const Account account = Draw::account();
        WordSignature words{};
        for (auto& word : words) word = *rc::gen::inRange<std::uint32_t>(0, 0xffffffffu);
        IncidentId incident{};
        store_->in_transaction([&] {
            const auto report = store_->add_report(document("drawn " + std::to_string(++drawn)), understood(Language::arabic), words);
            incident = store_->new_incident(store_->add_account(report, account, {}));
        });

        const auto read = store_->accounts_of(incident);

        RC_ASSERT(read.size() == 1u);
        RC_ASSERT(read[0].account == account);
        RC_ASSERT(read[0].words == words);
        RC_ASSERT(read[0].publisher == "Desert Monitor");
        RC_ASSERT(read[0].language == Language::arabic);
    });
    EXPECT_TRUE(faults().empty()) << testing::PrintToString(faults());
}

TEST_P(AnyStore, GivesTalliesAndPatternsBackAsTheyWereWritten)
{
    int drawn = 0;
    rc::check("write, read: equal", [&] {
        Tally tally{std::int64_t(Draw::below(500)), Draw::words(), Draw::words(), std::nullopt, Draw::date(), Draw::words(), Draw::words(), Draw::words(), Draw::words(), Draw::span()};
        if (Draw::maybe()) tally.scope = Draw::place();
        const Pattern pattern{Draw::words(), Draw::words(), Draw::words(), Draw::words(), Draw::span()};
        Understanding understanding;
        understanding.tallies = {tally};
        understanding.patterns = {pattern};
        const auto report = store_->add_report(document("drawn " + std::to_string(++drawn)), understanding, no_words);

        std::optional<Tally> read;
        for (const auto& filed : store_->tallies({}))
            if (filed.report == report) read = filed.tally;
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->quantity == tally.quantity && read->unit == tally.unit && read->scope_place == tally.scope_place && read->scope == tally.scope);
        RC_ASSERT(read->period == tally.period && read->period_text == tally.period_text && read->claimant == tally.claimant);
        RC_ASSERT(read->claimant_name == tally.claimant_name && read->actor_name == tally.actor_name && read->evidence == tally.evidence);
        const auto patterns = store_->patterns({});
        const auto& last = patterns.back();
        RC_ASSERT(last.what == pattern.what && last.place == pattern.place && last.period == pattern.period && last.claimant == pattern.claimant);
        RC_ASSERT(last.evidence == pattern.evidence);
    });
    EXPECT_TRUE(faults().empty()) << testing::PrintToString(faults());
}

}  // namespace
}  // namespace store
}  // namespace sitrep
