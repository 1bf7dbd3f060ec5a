#include "pipeline/ingest.hpp"

#include "pipeline/filing.hpp"
#include "pipeline/in_order.hpp"

#include <optional>
#include <unordered_set>
#include <variant>

namespace sitrep::pipeline {
namespace {

/// Reports held between reading and storing: enough to keep the workers busy, few enough to keep memory flat.
constexpr Held pending_max{.items = 32, .bytes = std::size_t{16} << 20};
constexpr Held one_at_a_time{.items = 1, .bytes = 1};
void keep(const Received& received, const ReadReport& read, store::Store& store, Filing& filing, Ingested& counts)
{
    FilingCounts added;
    store.in_transaction([&] {
        const ReportId id = store.add_report(received, read.understanding, read.words);
        std::vector<FiledAccount> accounts;
        for (std::size_t i = 0; i < read.understanding.accounts.size(); ++i) {
            accounts.push_back(filed(received.report, read, i));
            accounts.back().report = id;
        }
        added = filing.file(accounts);
    });
    ++counts.read;
    counts.not_read += !is_read(read.understanding.language);
    counts.accounts += std::int64_t(read.understanding.accounts.size());
    counts.tallies += std::int64_t(read.understanding.tallies.size());
    counts.new_incidents += added.new_incidents;
    counts.joined += added.joined;
    counts.put_together += added.put_together;
    counts.taken_apart += added.taken_apart;
}

}  // namespace

Ingested ingest(read::Source& source, const place::Gazetteer& gazetteer, store::Store& store, const IngestOptions& options)
{
    Ingested counts;
    Filing filing(store);
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
        keep(received, read, store, filing, counts);
        in_hand.erase(received.original.hash.hex());
        say();
    });
    return counts;
}

}  // namespace sitrep::pipeline
