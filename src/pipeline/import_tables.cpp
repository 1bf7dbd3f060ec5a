#include "pipeline/import_tables.hpp"

#include "pipeline/filing.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/table_places.hpp"
#include "text/document.hpp"
#include "text/normalise.hpp"
#include "text/signature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>
#include <utility>

namespace sitrep::pipeline {
namespace {

constexpr Held pending_max{.items = 256, .bytes = std::size_t{8} << 20};
constexpr Held one_at_a_time{.items = 1, .bytes = 1};
constexpr std::size_t rows_a_transaction = 64;
constexpr std::size_t reasons_told_max = 200;

/// The table that rows come from at the moment.
struct Table {
    std::string origin, provider;
    tables::Shape shape;
    std::optional<store::ImportId> import;  ///< begun with the first row that brings something
};

struct Row {
    std::shared_ptr<Table> table;
    Received received;
};

struct ReadRow {
    Result<tables::Told> told;
    ReadReport read;
};

/// What the row's own words say of how it was done, where they say one thing only.
void take_kind_from_words(const Understanding& words, std::size_t words_end, const Report& report, Account& account)
{
    const auto end = std::uint32_t(text::length(std::string_view(report.document).substr(0, words_end)));
    std::optional<IncidentKind> kind;
    for (const Account& told : words.accounts) {
        if (told.background || told.kind == IncidentKind::other_violence || told.evidence.front().start >= end) continue;
        if (told.kind == IncidentKind::protest && account.killed) continue;  // "after the protests …": the dead of a table died of violence
        if (kind && *kind != told.kind) return;
        kind = told.kind;
    }
    if (kind) account.kind = *kind;
}

class Importer {
public:
    Importer(read::Source& source, const place::Gazetteer& gazetteer, store::Store& store, const ImportOptions& options)
        : source_(source), gazetteer_(gazetteer), places_(gazetteer), store_(store), options_(options)
    {
    }

    Imported run()
    {
        const bool alone = options_.threads <= 1;
        Workers workers(alone ? 0 : options_.threads);
        const auto size = [](const Row& row) { return bytes_held(row.received); };
        const auto work = [this](const Row& row) { return read(row); };
        in_order<Row>(workers, alone ? one_at_a_time : pending_max, [this] { return next(); }, size, work, [this](Row row, ReadRow read) {
            ready_.emplace_back(std::move(row), std::move(read));
            if (ready_.size() >= rows_a_transaction) keep_all();
        });
        keep_all();
        return std::move(counts_);
    }

private:
    void say() const
    {
        if (options_.progress) options_.progress(counts_, source_.progress());
    }

    void refuse(const BadInput& bad)
    {
        store_.refuse(bad);
        ++counts_.refused;
    }

    // --- on this thread, before a row is read
    std::optional<Row> next()
    {
        while (auto item = source_.next()) {
            if (!item->has_value()) {
                refuse(item->error());
                say();
                continue;
            }
            Received& row = **item;
            if (!table_ || table_->origin != row.report.publisher) {
                if (!begin_table(row)) continue;
            }
            if (!known_table_ || is_known(row)) {
                say();
                continue;
            }
            return Row{table_, std::move(row)};
        }
        return std::nullopt;
    }

    /// True when the table's first row is data already.
    bool begin_table(const Received& first)
    {
        table_ = std::make_shared<Table>();
        table_->origin = first.report.publisher;
        auto shape = tables::shape_of(first.report.document, first.original.format == Format::json_lines, options_.mapping);
        known_table_ = shape.has_value();
        if (!shape) {
            refuse({first.original.origin, shape.error().why});
            return false;
        }
        table_->shape = std::move(*shape);
        table_->provider = provider_of(table_->shape.format);
        return table_->shape.format == TableFormat::plover || !table_->shape.has_header;
    }

    std::string provider_of(TableFormat format) const
    {
        if (!options_.provider.empty()) return options_.provider;
        const bool own_name = format == TableFormat::mapped || format == TableFormat::sitrep;
        return own_name ? std::filesystem::path(table_->origin).stem().string() : std::string(to_string(format));
    }

    /// True when the bytes are there: they stand, or stand again from now on, or were taken back.
    bool is_known(const Received& row)
    {
        const auto& hash = row.original.hash;
        if (!in_hand_.insert(hash.hex()).second) return ++counts_.already, true;
        if (!store_.has_original(hash)) return false;
        in_hand_.erase(hash.hex());
        const auto version = store_.row_version(hash);
        if (!version) return ++counts_.already, true;  // the same bytes were read as a report
        const bool first_time = version->external_id.empty() || seen_.insert(key_of(table_->provider, version->external_id)).second;
        if (version->taken_back) return ++counts_.taken_back, true;  // what a person has taken out stays out
        if (version->incident || !first_time) return ++counts_.already, true;
        const auto standing = store_.row_version(table_->provider, version->external_id);
        if (!standing || !standing->incident) return ++counts_.already, true;
        store_.replace(standing->account, version->account, standing->incident);  // its table has gone back to an earlier version
        ++counts_.updated;
        return true;
    }

    static std::uint64_t key_of(const std::string& provider, const std::string& id) { return std::hash<std::string>{}(provider + '\n' + id); }

    // --- on the workers
    ReadRow read(const Row& row)
    {
        ReadRow out{tables::read_row(row.table->shape, row.received.report.document, row.table->provider, row.received.original.origin), {}};
        auto* event = out.told ? std::get_if<tables::RowEvent>(&*out.told) : nullptr;
        if (event == nullptr) return out;
        // The same reading as any report's: persons named in it must be known to the gate and to the search index.
        out.read = read_report(event->report, gazetteer_, options_.models);
        if (event->kind_from_words) take_kind_from_words(out.read.understanding, event->words_end, event->report, event->account);
        out.read.understanding.accounts.clear();
        out.read.understanding.tallies.clear();
        out.read.understanding.patterns.clear();
        const auto words = std::string_view(event->report.document).substr(0, event->words_end);
        out.read.words = text::signature_of(text::Document::parse(words, std::min(event->report.text_begin, words.size()), out.read.understanding.language));
        if (auto place = places_.find(event->place)) event->account.places.push_back(std::move(*place));
        event->account.confidence = row.table->shape.format == TableFormat::polecat ? coded_by_machine : coded_by_people;
        return out;
    }

    // --- on this thread, after
    void keep_all()
    {
        if (ready_.empty()) return;
        // A transaction that fails ends the run, so what was counted on the way does not matter then.
        store_.in_transaction([&] {
            for (auto& [row, read] : ready_) keep(std::move(row), std::move(read));
        });
        ready_.clear();
        say();
    }

    void keep(Row row, ReadRow read)
    {
        in_hand_.erase(row.received.original.hash.hex());
        if (!read.told) return refuse(read.told.error());
        if (const auto* none = std::get_if<tables::LeftOut>(&*read.told)) {
            if (counts_.left_out.size() < reasons_told_max || counts_.left_out.contains(none->why)) ++counts_.left_out[none->why];
            else ++counts_.left_out["other acts without violence"];
            return;
        }
        auto& event = std::get<tables::RowEvent>(*read.told);
        const std::string id = event.report.external_id;
        if (!id.empty() && !seen_.insert(key_of(row.table->provider, id)).second)
            return refuse({row.received.original.origin, fmt::format("the id {} stands in an earlier row of this table, with other content. Give each row its own id, or none", id)});
        const auto standing = store_.row_version(row.table->provider, id);
        if (!row.table->import) {
            row.table->import = store_.begin_import({row.table->provider, std::string(to_string(row.table->shape.format)), row.table->origin, row.table->shape.header(),
                                                      options_.may_repeat}, options_.who);
            counts_.imports.push_back(*row.table->import);
        }
        Received received{std::move(event.report), std::move(row.received.original)};
        const auto report = store_.add_row(received, read.read.understanding, read.read.words, *row.table->import);
        FiledAccount filed = filed_as(received.report, report, std::move(event.account), read.read);
        if (standing && standing->incident) return update(*standing, std::move(filed));
        const auto placed = filing_.file(std::span(&filed, 1));
        ++counts_.rows;
        counts_.new_incidents += placed.new_incidents;
        counts_.joined += placed.joined;
    }

    FiledAccount filed_as(const Report& report, ReportId id, Account account, const ReadReport& read) const
    {
        FiledAccount filed;
        filed.row_is_event = !options_.may_repeat;
        filed.report = id;
        filed.publisher = report.publisher;
        filed.url = report.url;
        filed.published = report.published;
        filed.language = read.understanding.language;
        filed.words = read.words;
        filed.account = std::move(account);
        return filed;
    }

    /// The new version stays where the old one was, unless the incident has other accounts and it fits none of them any more.
    void update(const store::RowVersion& standing, FiledAccount filed)
    {
        ++counts_.updated;
        filing_.replace(standing.account, filed);
    }

    // What people have coded was read and checked; what a machine coded was not. Neither was measured here: docs/tables.md.
    static constexpr double coded_by_people = 0.9, coded_by_machine = 0.5;

    read::Source& source_;
    const place::Gazetteer& gazetteer_;
    TablePlaces places_;
    store::Store& store_;
    Filing filing_{store_};
    const ImportOptions& options_;
    Imported counts_;
    std::shared_ptr<Table> table_;
    bool known_table_ = false;
    std::vector<std::pair<Row, ReadRow>> ready_;
    std::unordered_set<std::string> in_hand_;  // bytes read and not yet stored
    std::unordered_set<std::uint64_t> seen_;   // ids met in this run: 40 bytes each
};

}  // namespace

std::int64_t Imported::met() const
{
    std::int64_t sum = rows + updated + already + taken_back + refused;
    for (const auto& [why, number] : left_out) sum += number;
    return sum;
}

Imported import_tables(read::Source& source, const place::Gazetteer& gazetteer, store::Store& store, const ImportOptions& options)
{
    return Importer(source, gazetteer, store, options).run();
}

}  // namespace sitrep::pipeline
