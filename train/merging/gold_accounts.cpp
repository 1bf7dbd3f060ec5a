#include "merging/gold_accounts.hpp"

#include "merge/telling.hpp"
#include "text/document.hpp"
#include "text/normalise.hpp"
#include "understand/names/register.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>
#include <unordered_map>

namespace sitrep::train {
namespace {

std::string canonical_actor(const std::string& named)
{
    static const std::unordered_map<std::string, std::string> names = [] {
        std::unordered_map<std::string, std::string> all;
        for (const auto& actor : understand::actor_register()) {
            all.try_emplace(text::name_key(actor.name), actor.name);
            for (const auto* list : {&actor.english, &actor.arabic})
                for (const auto name : *list) all.try_emplace(text::name_key(name), actor.name);
        }
        return all;
    }();
    const auto found = names.find(text::name_key(named));
    return found == names.end() ? std::string() : found->second;
}

std::optional<Toll> toll(const std::optional<GoldIncident::Figures>& figures)
{
    if (!figures) return std::nullopt;
    return Toll{figures->low, figures->high, {}};
}

bool of_incident(const GoldSpan& span, const std::string& number) { return std::find(span.numbers.begin(), span.numbers.end(), number) != span.numbers.end(); }

void add_place(const GoldSpan& span, const Understanding& understanding, const GoldIncident& incident, Account& account)
{
    AccountPlace said;
    said.text = span.words;
    said.span = span.span;
    for (const auto& mention : understanding.places)
        if (mention.span.overlaps(span.span)) {
            said.place = mention.place;
            break;
        }
    // The annotator knows the country: a namesake elsewhere is none.
    if (!said.place.country.empty() && !incident.country.empty() && said.place.country != incident.country) said.place = Place{};
    if (said.place.admin1.empty()) said.place.admin1 = incident.admin1;
    if (said.place.country.empty()) said.place.country = incident.country;
    account.places.push_back(std::move(said));
}

/// The sentences that hold the incident's marked words.
std::vector<Span> evidence(const GoldReport& gold, const text::Document& document, const std::string& number)
{
    std::vector<Span> out;
    for (const auto& sentence : document.sentences()) {
        const Span whole = document.span(sentence.first, sentence.last);
        const bool tells = std::any_of(gold.spans.begin(), gold.spans.end(), [&](const GoldSpan& span) { return whole.contains(span.span) && of_incident(span, number); });
        if (tells) out.push_back(whole);
    }
    return out;
}

std::uint8_t told_of(std::size_t accounts) { return static_cast<std::uint8_t>(std::min<std::size_t>(accounts, TellingWords::told_max)); }

void finish(KeyedAccount& account, std::int64_t number, std::size_t ordinal)
{
    constexpr std::int64_t accounts_a_report_max = 1000;
    account.filed.report = ReportId{number};
    account.filed.id = AccountId{number * accounts_a_report_max + std::int64_t(ordinal)};
    account.facts = merge::facts_of(account.filed);
}

}  // namespace

KeyedReport gold_accounts(const GoldReport& gold, const pipeline::ReadReport& read, const text::Document& document, std::int64_t number, const merge::Model& model)
{
    const auto news = std::ranges::count_if(gold.incidents, [](const auto& incident) { return !incident.background; });
    KeyedReport out;
    for (const auto& incident : gold.incidents) {
        KeyedAccount one;
        one.key = incident.key;
        one.document = gold.id;
        auto& filed = one.filed;
        filed.publisher = gold.report.publisher;
        filed.url = gold.report.url;
        filed.published = gold.report.published;
        filed.language = gold.report.language;
        filed.words = read.words;
        Account& account = filed.account;
        account.kind = incident.kind;
        account.background = incident.background;
        if (incident.date)
            if (const auto date = PartialDate::from_iso(*incident.date)) account.date = DateRange::at(*date);
        if (const auto precision = date_precision_from(incident.date_precision); precision && account.date.is_known() && *precision > account.date.precision && account.date.first_day()) {
            const int days = *precision == DatePrecision::week ? 7 : 1;
            account.date = DateRange::between(*account.date.first_day(), *account.date.first_day() + std::chrono::days{days - 1}, *precision);
        }
        for (const auto& span : gold.spans) {
            if (!of_incident(span, incident.number)) continue;
            if (span.role == "place" && account.places.size() < 4) add_place(span, read.understanding, incident, account);
            if (span.role == "target" && account.targets.size() < 3) account.targets.push_back({span.words, incident.target_class, span.span, {}, {}});
            if (span.role == "date" && account.date_text.empty()) account.date_text = span.words;
        }
        if (account.places.empty() && !incident.country.empty()) {
            AccountPlace area;
            area.place.admin1 = incident.admin1;
            area.place.country = incident.country;
            account.places.push_back(area);
        }
        std::stable_sort(account.places.begin(), account.places.end(), [](const AccountPlace& a, const AccountPlace& b) {
            const auto rank = [](const Place& place) { return place.is_resolved() ? int(place.precision) : 1; };
            return rank(a.place) < rank(b.place);
        });
        account.perpetrator = {incident.perpetrator, canonical_actor(incident.perpetrator), incident.status, {}, {}};
        account.killed = toll(incident.killed);
        account.injured = toll(incident.injured);
        account.abducted = toll(incident.abducted);
        account.arrested = toll(incident.arrested);
        account.evidence = evidence(gold, document, incident.number);
        filed.telling = merge::telling_words(document, news == 1 && !incident.background ? std::span<const Span>() : std::span<const Span>(account.evidence), model);
        filed.telling.told = told_of(gold.incidents.size());
        finish(one, number, out.size());
        out.push_back(std::move(one));
    }
    return out;
}

KeyedReport read_accounts(const GoldReport& gold, const pipeline::ReadReport& read, std::int64_t number)
{
    KeyedReport out;
    for (std::size_t i = 0; i < read.understanding.accounts.size(); ++i) {
        KeyedAccount one;
        one.document = gold.id;
        one.filed = pipeline::filed(gold.report, read, i);
        std::map<std::string, int> held;
        for (const auto& span : gold.spans)
            for (const auto& words : one.filed.account.evidence)
                if (words.contains(span.span) && (span.role == "act" || span.role == "killed" || span.role == "injured" || span.role == "target"))
                    for (const auto& incident : span.numbers) held[incident] += span.role == "act" ? 2 : 1;
        int most = 0;
        for (const auto& incident : gold.incidents)
            if (held[incident.number] > most) {
                most = held[incident.number];
                one.key = incident.key;
            }
        if (one.key.empty()) one.key = fmt::format("{}/{}", gold.id, i);
        finish(one, number, i);
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<KeyedReport> gun_violence(const std::string& folder, const std::string& split, const place::Gazetteer& gazetteer, std::int64_t first_number, const merge::Model& model)
{
    using nlohmann::json;
    std::ifstream docs(folder + "/docs." + split + ".jsonl"), clusters(folder + "/clusters." + split + ".jsonl");
    if (!docs || !clusters) throw std::runtime_error(folder + ": no docs." + split + ".jsonl and clusters." + split + ".jsonl there");
    std::map<std::string, std::string> cluster_of;
    for (std::string line; std::getline(clusters, line);) {
        const auto row = json::parse(line);
        cluster_of[row.at("id")] = row.at("cluster");
    }
    std::vector<KeyedReport> out;
    for (std::string line; std::getline(docs, line);) {
        const auto row = json::parse(line);
        Report report;
        report.external_id = row.at("id");
        report.set_words(text::to_valid_utf8(row.at("title").get<std::string>()), text::to_valid_utf8(row.at("text").get<std::string>()));
        report.language = Language::english;
        if (const auto day = day_from_iso(row.value("dct", ""))) report.published = Publication{*day, std::nullopt};
        auto read = pipeline::read_report(report, gazetteer);
        auto& accounts = read.understanding.accounts;
        const auto told = told_of(accounts.size());
        const auto news = std::find_if(accounts.begin(), accounts.end(), [](const Account& account) { return !account.background; });
        if (news != accounts.end()) accounts = {*news};
        else accounts = {Account{}};
        const auto document = text::Document::parse(report.document, report.text_begin, Language::english);
        read.telling = {merge::telling_words(document, {}, model)};
        read.telling.front().told = told;
        KeyedAccount one;
        one.document = report.external_id;
        one.key = cluster_of.at(one.document);
        one.filed = pipeline::filed(report, read, 0);
        finish(one, first_number + std::int64_t(out.size()), 0);
        KeyedReport keyed;
        keyed.push_back(std::move(one));
        out.push_back(std::move(keyed));
    }
    return out;
}

}  // namespace sitrep::train
