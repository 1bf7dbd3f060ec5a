// Accounts judged to tell the same event, and what the desk's library knows of them.
#pragma once

#include "core/account.hpp"
#include "core/report.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

enum class ReportId : std::int64_t {};
enum class SourceId : std::int64_t {};
enum class AccountId : std::int64_t {};
enum class IncidentId : std::int64_t {};
enum class RevisionId : std::int64_t {};

/// "I42": how people see and type an incident's id.
std::string to_string(IncidentId id);
std::optional<IncidentId> incident_id_from(std::string_view text);

/// MinHash signature of a report's words (Broder 1997), so that reposts can be told without the words.
using WordSignature = std::array<std::uint32_t, 16>;
inline constexpr WordSignature no_words{};

/// The rare words around an account, as hashes of sixteen bits, ascending, zeros last. So short a hash stands for dozens of words: enough to tell that two
/// accounts share several, too little to find a person by. Nothing is filed or looked up under one; merging files accounts under ten bits of a few words
/// (src/merge/keys.cpp), and ten bits stand for a thousandth of a language.
struct TellingWords {
    std::array<std::uint16_t, 24> names{};  ///< by consonants, the same in Latin and Arabic script
    std::array<std::uint16_t, 64> words{};  ///< by stems, within one language
    static constexpr std::uint8_t told_max = 7;
    std::uint8_t told = 0;  ///< accounts that the report has; 0 when not known, told_max for more too
    friend bool operator==(const TellingWords&, const TellingWords&) = default;
};

/// An account with the frame of the report it stands in: all that merging and publishing look at.
struct FiledAccount {
    AccountId id{};
    ReportId report{};
    SourceId source{};
    std::string publisher;
    std::string url;
    std::optional<Publication> published;
    Language language = Language::unknown;
    WordSignature words = no_words;
    bool row_is_event = false;  ///< of a table in which each row is an event of its own: two such accounts of one publisher are never one event
    Account account;
    TellingWords telling{};
    std::int64_t source_group = 0;  ///< of sources that the desk holds to be one; 0 when it stands alone
    char reliability = 'F';  ///< of its source, by the desk: Admiralty A (reliable) to E (unreliable), F (cannot be judged)
};

/// Why two accounts were (not) taken for the same event, in words and numbers.
struct Reason {
    std::string what;   ///< "place", "days apart", "kind", "actors", "toll", "words"
    std::string words;  ///< "al-Sukhna and Sukhnah are 0 km apart"
    double weight = 0;  ///< what it added to the score; negative speaks against
};

/// Airwars-style grade: how well an incident is established.
enum class Grade : std::uint8_t { confirmed, fair, weak, contested, claimed_only, discounted };
std::string_view to_string(Grade grade);
std::optional<Grade> grade_from(std::string_view text);

/// One value of a field and the accounts that state it (indices into Incident::accounts).
template <class T>
struct Said {
    T value;
    std::vector<std::size_t> accounts;
};

/// A range over what all sources state: smallest low to largest number stated.
struct TollRange {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::optional<std::int64_t> best{};  ///< where the figures that stand name one best estimate, and only one
    friend bool operator==(const TollRange&, const TollRange&) = default;
};

/// One line on which accounts contradict each other.
struct Conflict {
    std::string field;                 ///< "killed", "date", "kind", "perpetrator", "place"
    std::vector<Said<std::string>> versions;  ///< each version in words, with who says it
};

/// One event: its accounts, and the record that follows from them. A desk's own correction of a field
/// stands above what the accounts say and is listed in `corrected`.
struct Incident {
    IncidentId id{};
    std::vector<FiledAccount> accounts;  ///< oldest first, never empty
    IncidentKind kind = IncidentKind::other_violence;
    DateRange date;
    std::optional<Place> place;  ///< the finest the accounts agree on
    std::string perpetrator;     ///< canonical name, or empty
    PerpetratorStatus status = PerpetratorStatus::unknown;
    std::optional<TargetClass> target_class;
    std::optional<TollRange> killed, injured, abducted, arrested, perpetrators_killed;
    Grade grade = Grade::weak;
    std::string grade_rule;       ///< the rule that gave the grade, in words
    int independent_sources = 0;  ///< reposts and reports that quote each other count once
    // Admiralty code (NATO AJP-2.1): two fields that say two things, proposed by the program, set by a person.
    char source_letter = 'F';  ///< the best reliability among those who tell it, A to F
    int item_digit = 6;        ///< 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged
    bool background_only = false;  ///< no report tells it as news
    std::vector<Conflict> conflicts;
    bool accepted = false;  ///< a person has accepted it; until then it is machine output
    bool withdrawn = false;
    std::vector<std::string> corrected;  ///< names of fields set by a person
};

/// Accounts that tell the incident as news weeks after it happened: indices into Incident::accounts. An old report shown as new, for a person to look at.
std::vector<std::size_t> old_news_in(const Incident& incident);

/// A tally with the frame of its report.
struct FiledTally {
    ReportId report{};
    std::string publisher;
    std::string url;
    std::optional<Publication> published;
    Tally tally;
};

}  // namespace sitrep
