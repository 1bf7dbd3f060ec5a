#include "store/sqlite/documents.hpp"

#include "core/json_text.hpp"
#include "store/sqlite/json_rows.hpp"
#include "text/normalise.hpp"
#include "text/utf8.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace sitrep::store {
namespace {

constexpr std::size_t remembered_sources_max = 4096;

// The country that a report is about, as far as its places tell: it places the patterns and tallies that name none.
std::size_t byte_after(std::string_view text, std::size_t at, std::uint32_t code_points)
{
    // Safe on damaged text too: a code point ends before the next byte that is no continuation.
    for (; code_points > 0 && at < text.size(); --code_points)
        do ++at;
        while (at < text.size() && text::is_continuation(text[at]));
    return at;
}

// What full-text search may know of a report: everything but the persons in it.
std::string without_persons(std::string_view document, const std::vector<Mention>& mentions)
{
    std::vector<Span> persons;
    for (const auto& mention : mentions)
        if (mention.layer == MentionLayer::person) persons.push_back(mention.span);
    std::ranges::sort(persons);
    std::string words;
    words.reserve(document.size());
    std::size_t at = 0;
    std::uint32_t code_point = 0;
    for (const auto span : persons) {
        if (span.end <= code_point) continue;
        const auto start = std::max(span.start, code_point);
        const auto begin = byte_after(document, at, start - code_point);
        words.append(document.substr(at, begin - at));
        words += ' ';
        at = byte_after(document, begin, span.end - start);
        code_point = span.end;
    }
    words.append(document.substr(at));
    return words;
}

}  // namespace

std::string_view words_of(std::string_view text, Span span)
{
    const auto begin = byte_after(text, 0, span.start);
    return text.substr(begin, byte_after(text, begin, span.length()) - begin);
}

namespace {

std::string source_key(const std::string& publisher)
{
    std::string key = text::name_key(publisher);
    return key.empty() ? publisher : key;  // a name made of nothing but an article is still a name
}

}  // namespace

std::optional<SourceId> DocumentRows::known_source(const std::string& publisher) const
{
    if (const auto known = sources_.find(publisher); known != sources_.end()) return known->second;
    const auto id = db_.number("SELECT id FROM source WHERE key = ?", source_key(publisher));
    return id ? std::optional(SourceId{*id}) : std::nullopt;
}

SourceId DocumentRows::source_of(const std::string& publisher)
{
    if (const auto known = sources_.find(publisher); known != sources_.end()) return known->second;
    const std::string key = source_key(publisher);
    auto id = db_.number("SELECT id FROM source WHERE key = ?", key);
    if (!id) {
        db_.run("INSERT INTO source (name, key) VALUES (?, ?)", publisher, key);
        id = db_.last_id();
        new_sources_.push_back({SourceId{*id}, publisher, key});
    }
    if (sources_.size() >= remembered_sources_max) sources_.clear();
    return sources_[publisher] = SourceId{*id};
}

FiledDocument DocumentRows::add(const Received& received, const Understanding& understanding, const WordSignature& words,
                                std::optional<ImportId> import)
{
    FiledDocument document;
    document.import = import;
    document.report.report = received.report;
    document.report.source = source_of(received.report.publisher);
    document.report.hash = received.original.hash;
    document.report.format = received.original.format;
    document.report.origin = received.original.origin;
    document.report.received_at = now_utc();
    document.report.was_read = is_read(understanding.language);
    document.detected = understanding.language;
    document.words = words;
    document.tallies = understanding.tallies;
    document.patterns = understanding.patterns;
    document.mentions = understanding.mentions;
    document.country = country_most_named(understanding.places);
    add_original(received.original);
    document.report.id = ReportId{db_.last_id()};
    add_report(document, received.original.bytes);
    add_findings(document);
    return document;
}

void DocumentRows::add_original(const Original& original)
{
    db_.run("INSERT INTO original (hash, format, origin, bytes) VALUES (?, ?, ?, ?)", original.hash, to_string(original.format), original.origin,
            Bytes{compression_.packed(original.bytes, {})});
}

void DocumentRows::add_report(const FiledDocument& document, std::string_view original)
{
    const auto& report = document.report.report;
    std::optional<std::int64_t> day, second;
    if (report.published) {
        day = day_number(report.published->day);
        if (report.published->time_of_day) second = report.published->time_of_day->count();
    }
    const std::string_view words(reinterpret_cast<const char*>(document.words.data()), sizeof document.words);
    db_.run("INSERT INTO report (id, source, external_id, url, publisher, published_day, published_second, language, detected, was_read, country,"
            " received_at, words, text_begin, document, import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            document.report.id, document.report.source, report.external_id, report.url, report.publisher, day, second, to_string(report.language),
            to_string(document.detected), document.report.was_read, document.country, document.report.received_at, Bytes{words}, report.text_begin,
            Bytes{compression_.packed(report.document, original)}, document.import);
}

void DocumentRows::add_findings(const FiledDocument& document)
{
    const auto id = document.report.id;
    for (const auto& tally : document.tallies) {
        std::optional<std::int64_t> scope;
        if (tally.scope) scope = places_.id_of(*tally.scope);
        auto row = db_.statement(
            "INSERT INTO tally (report, quantity, unit, scope_place, scope, period_start, period_end, period_precision, first_day, last_day,"
            " period_text, claimant, claimant_name, actor_name, start, stop) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        row.put(id).put(tally.quantity).put(tally.unit).put(tally.scope_place).put(scope);
        put_range(row, tally.period);
        row.put(day_number(tally.period.first_day())).put(day_number(tally.period.last_day())).put(tally.period_text);
        row.put(tally.claimant).put(tally.claimant_name).put(tally.actor_name).put(tally.evidence);
        row.run();
    }
    for (const auto& pattern : document.patterns)
        db_.run("INSERT INTO pattern (report, what, place, period, claimant, start, stop) VALUES (?, ?, ?, ?, ?, ?, ?)", id, pattern.what,
                pattern.place, pattern.period, pattern.claimant, pattern.evidence);
    if (!document.mentions.empty()) add_mentions(id, document.mentions);
}

void DocumentRows::add_mentions(ReportId id, const std::vector<Mention>& mentions)
{
    JsonText json;
    std::int64_t persons = 0;
    json.open('[');
    for (const auto& mention : mentions) {
        const bool is_person = mention.layer == MentionLayer::person;
        persons += is_person;
        json.open('[').value(to_string(mention.layer)).value(std::int64_t(mention.span.start)).value(std::int64_t(mention.span.end));
        json.value(is_person ? std::string_view() : std::string_view(mention.name)).close(']');
    }
    db_.run("INSERT INTO mentions VALUES (?, ?, ?)", id, json.close(']').take(), persons);
}

void DocumentRows::make_searchable() const
{
    const auto from = db_.number("SELECT up_to FROM searchable").value_or(0);
    const auto to = db_.number("SELECT max(id) FROM report").value_or(0);
    for (auto id = from + 1; id <= to; ++id) {
        auto words = without_persons(document(ReportId{id}), mentions(ReportId{id}));
        if (!text::is_valid_utf8(words)) words = text::to_valid_utf8(words);
        db_.run("INSERT INTO report_words (rowid, words) VALUES (?, ?)", id, words);
    }
    db_.run("UPDATE searchable SET up_to = ?", to);
}

std::optional<StoredReport> DocumentRows::load_report(ReportId id) const
{
    std::optional<StoredReport> stored;
    std::string packed;
    {
        auto row = db_.ask("SELECT r.source, r.external_id, r.url, r.publisher, r.published_day, r.published_second, r.language, r.was_read,"
                           " r.received_at, r.text_begin, r.document, o.hash, o.format, o.origin"
                           " FROM report r JOIN original o ON o.id = r.id WHERE r.id = ?", id);
        if (!row.step()) return std::nullopt;
        stored.emplace();
        stored->id = id;
        stored->source = row.id<SourceId>();
        auto& report = stored->report;
        report.external_id = row.text();
        report.url = row.text();
        report.publisher = row.text();
        report.published = take_publication(row);
        report.language = language_in_library(row.view());
        stored->was_read = row.truth();
        stored->received_at = row.text();
        report.text_begin = std::size_t(row.integer());
        packed = row.text();
        stored->hash = row.hash();
        stored->format = format_in_library(row.view());
        stored->origin = row.text();
    }
    stored->report.document = compression_.unpacked(packed, original(id));
    if (stored->report.text_begin > stored->report.document.size()) throw LibraryError("a report's text is damaged; run `sitrep verify`");
    return stored;
}

FiledDocument DocumentRows::load(ReportId id) const
{
    FiledDocument filed;
    auto stored = load_report(id);
    if (!stored) throw LibraryError(fmt::format("report {} is missing from the library; run `sitrep verify`", std::int64_t(id)));
    filed.report = std::move(*stored);
    {
        auto row = db_.ask("SELECT detected, country, import, words FROM report WHERE id = ?", id);
        row.step();
        filed.detected = language_in_library(row.view());
        filed.country = row.text();
        if (const auto import = row.optional_integer()) filed.import = ImportId{*import};
        const auto words = row.view();
        std::memcpy(filed.words.data(), words.data(), std::min(words.size(), sizeof filed.words));
    }
    {
        auto row = db_.ask("SELECT " SITREP_TALLY_COLUMNS ", t.first_day, t.last_day FROM tally t WHERE t.report = ? ORDER BY t.id", id);
        while (row.step()) {
            const auto& period = filed.tallies.emplace_back(take_tally(row)).period;
            const bool first_holds = row.optional_integer() == day_number(period.first_day());
            if (row.optional_integer() != day_number(period.last_day()) || !first_holds)
                throw LibraryError("a tally's days do not follow from its period; run `sitrep verify`");
        }
    }
    {
        auto row = db_.ask("SELECT " SITREP_PATTERN_COLUMNS " FROM pattern t WHERE t.report = ? ORDER BY t.id", id);
        while (row.step()) filed.patterns.push_back(take_pattern(row));
    }
    filed.mentions = mentions(id);
    return filed;
}

std::string DocumentRows::original(ReportId id) const
{
    auto row = db_.ask("SELECT bytes FROM original WHERE id = ?", id);
    if (!row.step()) throw LibraryError(fmt::format("original {} is missing from the library; run `sitrep verify`", std::int64_t(id)));
    return compression_.unpacked(row.view(), {});
}

std::string DocumentRows::document(ReportId id) const
{
    auto row = db_.ask("SELECT document FROM report WHERE id = ?", id);
    if (!row.step()) return {};
    return compression_.unpacked(row.view(), original(id));
}

std::vector<Mention> DocumentRows::mentions(ReportId id) const
{
    std::vector<Mention> found;
    auto row = db_.ask("SELECT found FROM mentions WHERE report = ?", id);
    if (!row.step()) return found;
    for_each_json_row(row.view(), [&](JsonRow& values) {
        auto& mention = found.emplace_back();
        mention.layer = layer_in_library(values.text());
        mention.span = values.span();
        mention.name = values.text();
    });
    return found;
}

Tally DocumentRows::take_tally(Statement& row) const
{
    Tally tally;
    tally.quantity = row.integer();
    tally.unit = row.text();
    tally.scope_place = row.text();
    tally.scope = places_.load(row.optional_integer());
    tally.period = take_range(row);
    tally.period_text = row.text();
    tally.claimant = row.text();
    tally.claimant_name = row.text();
    tally.actor_name = row.text();
    tally.evidence = row.span();
    return tally;
}

Pattern DocumentRows::take_pattern(Statement& row)
{
    Pattern pattern;
    pattern.what = row.text();
    pattern.place = row.text();
    pattern.period = row.text();
    pattern.claimant = row.text();
    pattern.evidence = row.span();
    return pattern;
}

}  // namespace sitrep::store
