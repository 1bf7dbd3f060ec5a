#include "store_suite.hpp"

#include <openssl/sha.h>
#include <unistd.h>

#include <algorithm>
#include <set>

namespace sitrep::store {
namespace {

std::optional<TollRange> range_of(const std::vector<FiledAccount>& accounts)
{
    std::optional<TollRange> range;
    for (const auto& filed : accounts) {
        if (!filed.account.killed) continue;
        const auto low = filed.account.killed->low, high = filed.account.killed->max_stated();
        range = range ? TollRange{std::min(range->low, low), std::max(range->high, high)} : TollRange{low, high};
    }
    return range;
}

}  // namespace

Incident plain_record(IncidentId id, std::vector<FiledAccount> accounts)
{
    Incident record;
    record.id = id;
    record.killed = range_of(accounts);
    const auto& first = accounts.front().account;
    record.kind = first.kind;
    record.date = first.date;
    if (!first.places.empty()) record.place = first.places.front().place;
    record.perpetrator = first.perpetrator.name;
    record.status = first.perpetrator.status;
    std::set<SourceId> sources;
    for (const auto& filed : accounts) sources.insert(filed.source);
    record.independent_sources = int(sources.size());
    record.grade = sources.size() > 1 ? Grade::confirmed : Grade::weak;
    record.grade_rule = "by number of sources";
    if (record.killed && record.killed->low != record.killed->high) {
        Conflict conflict{"killed", {}};
        for (std::size_t i = 0; i < accounts.size(); ++i)
            if (accounts[i].account.killed) conflict.versions.push_back({std::to_string(accounts[i].account.killed->low), {i}});
        record.conflicts.push_back(std::move(conflict));
    }
    record.accounts = std::move(accounts);
    return record;
}

Received document(const std::string& text, const std::string& publisher, const std::string& published)
{
    Received received;
    received.report.publisher = publisher;
    received.report.url = "https://example.org/" + std::to_string(std::hash<std::string>{}(text));
    if (const auto day = day_from_iso(published)) received.report.published = Publication{*day, std::nullopt};
    received.report.language = Language::english;
    received.report.set_words("", text);
    received.original.bytes = text;
    received.original.origin = "folder/report.txt";
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), received.original.hash.bytes.data());
    return received;
}

Understanding understood(Language language)
{
    Understanding understanding;
    understanding.language = language;
    return understanding;
}

Place town(const std::string& name, const std::string& admin1_code, double lat, double lon)
{
    Place place;
    place.gazetteer_id = "test:" + name;
    place.name = name;
    place.country = admin1_code.substr(0, 2);
    place.admin1 = "Governorate of " + name;
    place.admin1_code = admin1_code;
    place.point = LatLon::from_degrees(lat, lon).value();
    place.kind = PlaceKind::settlement;
    place.precision = PlacePrecision::exact;
    return place;
}

Account shooting(const std::string& day, const Place& place, std::int64_t killed)
{
    Account account;
    account.kind = IncidentKind::armed_attack;
    account.confidence = 0.75;
    if (const auto date = PartialDate::from_iso(day)) account.date = DateRange::at(*date);
    account.places.push_back({place, place.name, Span{3, 9}});
    account.killed = Toll{killed, killed, Span{10, 12}};
    account.evidence.push_back(Span{0, 12});
    return account;
}

AnyStore::AnyStore()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "sitrep-store-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    reopen();
}

AnyStore::~AnyStore()
{
    store_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void AnyStore::reopen()
{
    store_.reset();
    store_ = GetParam().open(folder_ / "desk.sitrep");
}

IncidentId AnyStore::told(const std::string& text, const Account& account, const std::string& publisher)
{
    IncidentId incident{};
    store_->in_transaction([&] {
        const auto report = store_->add_report(document(text, publisher), understood(Language::english), no_words);
        incident = store_->new_incident(store_->add_account(report, account, {}));
        store_->set_record(plain_record(incident, store_->accounts_of(incident)));
    });
    return incident;
}

AccountId AnyStore::told_again(IncidentId incident, const std::string& text, const Account& account, const std::string& publisher)
{
    AccountId id{};
    store_->in_transaction([&] {
        const auto report = store_->add_report(document(text, publisher), understood(Language::english), no_words);
        id = store_->add_account(report, account, {});
        const auto reasons = std::vector<Reason>{{"place", "the same town", 0.6}, {"days apart", "the same day", 0.5}};
        store_->join(id, incident, only_account(incident), reasons);
        store_->set_record(plain_record(incident, store_->accounts_of(incident)));
    });
    return id;
}

AccountId AnyStore::only_account(IncidentId incident) const { return store_->accounts_of(incident).at(0).id; }

std::vector<std::string> AnyStore::faults() const { return store_->verify({}).faults; }

}  // namespace sitrep::store
