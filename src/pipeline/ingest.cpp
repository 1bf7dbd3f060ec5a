#include "pipeline/ingest.hpp"

#include "merge/merge.hpp"
#include "pipeline/in_order.hpp"

#include <optional>
#include <unordered_set>
#include <variant>

namespace sitrep::pipeline {
namespace {

/// Reports held between reading and storing: enough to keep the workers busy, few enough to keep memory flat.
constexpr Held pending_max{.items = 32, .bytes = std::size_t{16} << 20};
constexpr Held one_at_a_time{.items = 1, .bytes = 1};
/// Accounts a new one is compared with: the most recent ones filed under its keys.
constexpr std::size_t candidates_max = 60;

/// Only what came near is kept with its reasons; any two incidents can be compared anew (`sitrep why A B`).
constexpr double near_miss_above = merge::same_above / 2;

FiledAccount file(const Report& report, ReportId id, const Account& account, const WordSignature& words, Language language)
{
    FiledAccount filed;
    filed.report = id;
    filed.publisher = report.publisher;
    filed.url = report.url;
    filed.published = report.published;
    filed.language = language;
    filed.words = words;
    filed.account = account;
    return filed;
}

}  // namespace

std::vector<merge::Candidate> candidates_for(const FiledAccount& filed, const store::Store& store)
{
    std::vector<merge::Candidate> out;
    for (auto& joined : store.accounts_filed_under(merge::keys_to_ask(filed), candidates_max))
        out.emplace_back(joined.incident, std::move(joined.account));
    return out;
}

void place_account(FiledAccount filed, store::Store& store, Ingested& counts)
{
    const auto decision = merge::decide(filed, candidates_for(filed, store));
    file_as_decided(filed, decision, store, counts);
}

void file_as_decided(const FiledAccount& filed, const merge::Decision& decision, store::Store& store, Ingested& counts)
{
    const AccountId id = store.add_account(filed.report, filed.account, merge::keys_to_file(filed));
    IncidentId incident{};
    if (decision.incident) {
        incident = *decision.incident;
        store.join(id, incident, decision.nearest.value_or(id), decision.reasons);
        ++counts.joined;
    } else {
        incident = store.new_incident(id);
        if (decision.nearest && decision.score >= near_miss_above) store.keep_apart(id, *decision.nearest, decision.reasons);
        ++counts.new_incidents;
    }
    store.set_record(merge::consolidate(incident, store.accounts_of(incident)));
}

namespace {

void keep(const Received& received, const ReadReport& read, store::Store& store, Ingested& counts)
{
    Ingested added;
    store.in_transaction([&] {
        added = {};
        const ReportId id = store.add_report(received, read.understanding, read.words);
        for (const Account& account : read.understanding.accounts)
            place_account(file(received.report, id, account, read.words, read.understanding.language), store, added);
    });
    ++counts.read;
    counts.not_read += !is_read(read.understanding.language);
    counts.accounts += std::int64_t(read.understanding.accounts.size());
    counts.tallies += std::int64_t(read.understanding.tallies.size());
    counts.new_incidents += added.new_incidents;
    counts.joined += added.joined;
}

}  // namespace

Ingested ingest(read::Source& source, const place::Gazetteer& gazetteer, store::Store& store, const IngestOptions& options)
{
    Ingested counts;
    std::unordered_set<std::string> in_hand;  // hashes read but not yet stored: twins in one archive
    Workers workers(options.threads > 1 ? options.threads : 0);

    auto say = [&] {
        if (options.progress) options.progress(counts, source.progress());
    };
    auto next = [&]() -> std::optional<Received> {
        while (auto item = source.next()) {
            if (!item->has_value()) {
                store.refuse(item->error());
                ++counts.refused;
                if (options.refused) options.refused(item->error());
                say();
                continue;
            }
            const Sha256& hash = (*item)->original.hash;
            if (store.has_original(hash) || !in_hand.insert(hash.hex()).second) {
                ++counts.already;
                say();
                continue;
            }
            return std::move(**item);
        }
        return std::nullopt;
    };
    auto work = [&](const Received& received) { return read_report(received.report, gazetteer, options.models); };
    in_order<Received>(workers, options.threads > 1 ? pending_max : one_at_a_time, next, bytes_held, work, [&](Received received, ReadReport read) {
        keep(received, read, store, counts);
        in_hand.erase(received.original.hash.hex());
        say();
    });
    return counts;
}

}  // namespace sitrep::pipeline
