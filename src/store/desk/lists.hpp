// What lists, maps and the queue are made from: every incident as a short row, kept by the asker and brought up to date.
#pragma once

#include "core/incident.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep::store {

class SqliteStore;

/// An incident as far as filters, sorting and maps look at it.
struct ShortRow {
    IncidentId id{};
    RevisionId version{};  ///< the newest revision that touched it
    bool accepted = false, withdrawn = false, background_only = false;
    IncidentKind kind = IncidentKind::other_violence;
    std::optional<Day> first_day, last_day;
    PerpetratorStatus status = PerpetratorStatus::unknown;
    std::optional<TargetClass> target_class;
    Grade grade = Grade::weak;
    std::string perpetrator;
    std::int64_t place = 0;  ///< number of the place's row; 0 = none
    std::string country, admin1_code;
    std::optional<TollRange> killed;
    int conflicts = 0, corrections = 0, independent_sources = 0;
};

struct PlaceRow {
    std::int64_t id = 0;
    Place place;
};

/// An account and where it is filed.
struct FiledUnder {
    AccountId account{};
    IncidentId incident{};
    ReportId report{};
    SourceId source{};
    float confidence = 0;
};

/// Two accounts that may tell one event, the newer first.
struct NearPair {
    AccountId account{}, against{};
    double score = 0;
};

/// What a report is. Only where its accounts are filed can change later.
struct InboxRow {
    ReportId id{};
    SourceId source{};
    std::string title, publisher, url, received_at, origin, language;
    std::optional<Publication> published;
    Format format = Format::plain_text;
    bool was_read = false;
    std::int64_t tallies = 0;
};
enum class InboxState : std::uint8_t { all, not_read, no_incident, with_incident };

struct NumberedTally {
    std::int64_t id = 0;
    FiledTally filed;
};

struct LoggedEntry {
    std::int64_t id = 0, subject = 0;
    std::string at, action;
    Sha256 content, hash;
};

class Lists {
public:
    explicit Lists(SqliteStore& store) : store_(store) {}

    /// Changes whenever anything was written in the library, by whomever; cheap to ask.
    std::int64_t data_version() const;
    RevisionId newest_revision() const;
    /// Incidents that revisions after this one touched, merged away ones included.
    std::vector<IncidentId> touched_after(RevisionId revision) const;
    std::vector<ShortRow> all() const;
    std::optional<ShortRow> one(IncidentId id) const;  ///< nothing when its accounts are all elsewhere now
    RevisionId version_of(IncidentId id) const;
    /// The fields of the record alone: no accounts, no conflicts. Throws LibraryError when it is not there.
    Incident record(IncidentId id) const;
    /// Where an id leads now; nothing when there never was such an incident.
    std::optional<IncidentId> follow(IncidentId id) const;
    /// Fields that accounts tell in several ways and that nobody has set.
    std::vector<std::string> undecided_fields(IncidentId id) const;
    std::vector<FiledUnder> accounts_after(AccountId account) const;
    std::vector<FiledUnder> accounts_of(IncidentId incident) const;
    std::vector<PlaceRow> places_after(std::int64_t place) const;
    /// Ties of accounts that came after this one, from a score on (natural log-odds).
    std::vector<NearPair> near_pairs_after(AccountId account, double score_min) const;

    /// Reports that hold the words, ascending; of more than `most` the newest. The index is brought up to date first unless another process is writing.
    struct WithWords {
        std::vector<ReportId> reports;
        ReportId up_to{};  ///< the newest report that the index held: what is found changes only with it
    };
    WithWords reports_with(const std::string& words, std::size_t most, ReportId above = {}) const;
    /// Newest first, of those between `above` and `below`. `among`: only these (sorted), for a search.
    std::vector<ReportId> inbox(InboxState state, ReportId above, ReportId below, std::size_t most, const std::vector<ReportId>* among) const;
    ReportId newest_report() const;
    std::int64_t inbox_total(InboxState state, ReportId above, ReportId up_to) const;  ///< of the reports after the one, up to the other
    struct Publication {
        ReportId report{};
        SourceId source{};
        std::optional<Day> day;
    };
    std::vector<Publication> publications_after(ReportId report) const;
    std::optional<InboxRow> inbox_row(ReportId report) const;
    std::vector<IncidentId> incidents_of_accounts_in(ReportId report) const;  ///< one an account, in their order
    std::vector<FiledAccount> accounts_in(ReportId report) const;  ///< all accounts of one report
    std::vector<Mention> mentions_in(ReportId report) const;
    std::vector<NumberedTally> tallies_in(ReportId report) const;
    std::vector<Pattern> patterns_in(ReportId report) const;
    IncidentId incident_of(AccountId account) const;
    /// The first words of the sentence that tells an incident; empty when it has none.
    std::string lead_of(IncidentId incident, std::size_t code_points_max) const;

    /// What there is little of, so that counting it all is cheap.
    struct FewCounts {
        std::int64_t tallies = 0, refused = 0, sources = 0;
    };
    FewCounts few_counts() const;

    struct TallyQuery {
        std::optional<Day> from, until;
        std::string country, admin1_code, words;
    };
    std::vector<NumberedTally> tallies(const TallyQuery& query, std::int64_t after, std::size_t most, std::int64_t& total) const;

    std::vector<Refusal> refused(std::int64_t below, std::size_t most) const;  ///< newest first
    struct RevisionQuery {
        std::string who, action;
        RevisionId below{};
    };
    std::vector<Revision> revisions(const RevisionQuery& query, std::size_t most) const;
    std::vector<Revision> revisions_of(IncidentId incident, RevisionId after) const;  ///< oldest first
    std::int64_t revisions_total(const RevisionQuery& query) const;
    std::vector<LoggedEntry> log(const std::string& action, std::int64_t below, std::size_t most) const;
    std::int64_t log_total(const std::string& action) const;
    std::vector<IncidentId> forwards_to(IncidentId incident) const;
    /// A field set by a person, as it is kept; nothing when none is.
    std::optional<std::string> correction(IncidentId incident, const std::string& field) const;
    /// True where a person has said that some accounts of the two tell different events, or a report tells both.
    bool told_apart(IncidentId a, IncidentId b) const;
    std::vector<std::pair<IncidentId, IncidentId>> unsure_pairs(const std::string& who) const;
    void add_unsure(const std::string& who, IncidentId a, IncidentId b);

private:
    SqliteStore& store_;
};

}  // namespace sitrep::store
