// All incidents in memory as the lists, the queue and the map look at them: 100,000 take some ten megabytes, and any filter over them a few milliseconds.
#pragma once

#include "serve/board/question.hpp"
#include "store/desk/desk.hpp"

#include <atomic>
#include <cstdint>
#include <chrono>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sitrep::serve {

enum class SecondState : std::uint8_t { not_needed, needed, done, disagrees };
std::string_view to_string(SecondState state);

/// Why a second reader is asked (users.md, section 5, 7).
struct SecondBecause {
    bool many_dead = false, civilians_killed = false, perpetrator_named = false, camp_or_prison = false, private_source = false, by_chance = false;
    bool any() const { return many_dead || civilians_killed || perpetrator_named || camp_or_prison || private_source || by_chance; }
};
struct SecondRule {
    int dead_min = 5;
    int one_in = 10;  ///< 0 = none by chance
};

/// No day known.
inline constexpr std::int32_t no_day = INT32_MIN;

struct BoardRow {
    IncidentId id{};
    RevisionId version{};
    std::int32_t first_day = no_day, last_day = no_day;
    std::int32_t killed_low = -1, killed_high = -1;  ///< -1 = not known
    std::int32_t place = 0;                          ///< number of its place; 0 = none
    std::int32_t surest_report = 0;                  ///< the report of its surest account; 0 = none
    std::uint32_t actor = 0;                         ///< index of its name; 0 = none
    std::uint16_t country = 0, admin1 = 0;           ///< index of the code; 0 = none
    std::uint16_t accounts = 0, sources = 0, conflicts = 0, corrections = 0;
    IncidentKind kind{};
    PerpetratorStatus status{};
    std::optional<TargetClass> target;
    Grade grade{};
    bool accepted = false, withdrawn = false, background = false;
    bool public_source = false;  ///< a listed outlet is among its sources
    SecondState second = SecondState::not_needed;
    float confidence = 0;  ///< of its surest account
    std::int32_t urgency = 0;  ///< doubt and weight together, in billionths: what the queue is ordered by
    /// 0 = nothing to doubt, 1 = everything; 0 once a person has accepted it.
    double doubt() const;
    /// How much hangs on it: the dead, civilians among those hit, how many tell it; 0..1.
    double weight() const;
    bool open() const { return !accepted && !withdrawn; }
};

/// What a page is sorted by, smaller first; the id decides between equals, so that no two keys are the same.
using OrderKey = std::pair<std::int64_t, std::int64_t>;
OrderKey order_of(const BoardRow& row, Sort sort);

/// Two incidents that are likely one, as the program left it to people.
struct LikelyPair {
    IncidentId a{}, b{};
    double score = 0;
    AccountId account{}, against{};
};

class Board {
public:
    /// In which district a place lies, where its own row does not say it as the gazetteer does.
    using DistrictOf = std::function<std::string(const Place&)>;
    explicit Board(DistrictOf district_of);
    /// Brings it up to what the library holds; cheap when nothing has changed.
    void refresh(store::Desk& desk);
    void set_rule(SecondRule rule);
    /// Second readings were added or decided.
    void look_again_at_readings() { readings_seen_ = false; }

    struct Found {
        std::vector<BoardRow> rows;
        std::int64_t total = 0;
        std::optional<std::string> next;
    };
    /// One page of what a question finds.
    Found page(const Question& question, store::Desk& desk) const;
    /// Calls `take` with every row that a question finds, in no order. Nothing else may be asked of the board inside.
    template <class Take>
    void each(const Question& question, store::Desk& desk, Take take) const
    {
        const auto searched = search(question.words, desk, Wanted::incidents);
        const std::shared_lock lock(mutex_);
        const auto codes = codes_of(question);
        for (const auto& row : rows_)
            if (row.id != IncidentId{} && matches(row, question, codes, searched.bits.get())) take(row);
    }
    /// Reports that hold all of some words, ascending: those of the last searches without asking the index again.
    std::shared_ptr<const std::vector<ReportId>> reports_with(const std::string& words, store::Desk& desk) const;
    std::optional<BoardRow> row(IncidentId id) const;
    /// Sources with a report published in each month: "2025-09" → 7.
    std::vector<std::pair<std::string, std::int64_t>> sources_by_month() const;
    std::vector<LikelyPair> likely_pairs() const;               ///< likeliest first
    /// For each of them in turn, in one walk over all pairs.
    std::vector<std::vector<IncidentId>> likely_the_same(std::span<const IncidentId> ids) const;
    std::vector<IncidentId> likely_the_same(IncidentId id) const { return likely_the_same(std::span(&id, 1)).front(); }
    SecondBecause second_because(const BoardRow& row) const;

    // Names behind the numbers in a row; call them outside of each().
    std::string code(std::uint16_t index) const;
    std::string actor(std::uint32_t index) const;
    std::optional<Place> place(std::int32_t number) const;
    using Places = std::vector<const Place*>;
    Places places() const;  ///< by number, null where there is none; they last as long as the board
    std::vector<std::string> codes() const;
    std::vector<std::pair<std::string, std::int64_t>> actors() const;  ///< names with the number of their incidents

    struct Sums {
        std::int64_t incidents = 0, accounts = 0, queue = 0, second = 0;
        std::optional<std::int32_t> first_day, last_day;
    };
    Sums sums() const;

private:
    struct Codes;
    using Bits = std::vector<bool>;
    void load(store::Desk& desk);
    void catch_up(store::Desk& desk);
    void take_row(const store::ShortRow& row);
    void drop_row(IncidentId id);
    void file(const store::FiledUnder& filed);
    void sum_accounts(BoardRow& row, const std::vector<store::FiledUnder>& accounts) const;
    void take_places(store::Desk& desk);
    void take_readings(store::Desk& desk);
    void take_publications(store::Desk& desk);
    void note_second(BoardRow& row) const;
    static void note_urgency(BoardRow& row);
    SecondBecause because(const BoardRow& row) const;
    struct Search {
        std::string words;
        ReportId up_to{};
        std::shared_ptr<std::vector<ReportId>> reports;  ///< ascending; they change only with new reports
        std::shared_ptr<const Bits> bits;                ///< their incidents, by id; null until somebody asks for them
    };
    enum class Wanted : bool { reports, incidents };
    /// What words find; nothing at all for no words.
    Search search(const std::string& words, store::Desk& desk, Wanted wanted) const;
    /// Brings it to the front, made when it is not there; null when it had to be there. Only with the searches locked.
    Search* search_at(const std::string& words, bool must_be_there) const;
    void take_found(Search& search, store::Lists::WithWords more, Wanted wanted) const;
    std::vector<IncidentId> add_incidents_of(std::span<const ReportId> reports, Bits& bits) const;  ///< those that were not there
    bool is_found(const Search& search, IncidentId id) const { return search.bits && std::size_t(id) < search.bits->size() && (*search.bits)[std::size_t(id)]; }
    bool note_accounts(Search& search, IncidentId id, const std::vector<store::FiledUnder>& accounts) const;  ///< is it found now?
    struct CodeSets {
        std::vector<std::uint16_t> countries, admin1;
        std::vector<std::int32_t> districts;  ///< numbers of places, sorted
        std::optional<std::uint32_t> actor;
        bool impossible = false;
    };
    CodeSets codes_of(const Question& question) const;
    bool matches(const BoardRow& row, const Question& question, const CodeSets& codes, const Bits* searched) const;
    struct Ordered {
        std::vector<std::pair<OrderKey, std::int32_t>> rows;  ///< by id, in order
        std::int64_t total = 0;                               ///< of all that match, before `after` too
        bool more = false;                                    ///< beyond `rows`
    };
    Ordered ordered(const Question& question, const CodeSets& codes, const Bits* searched, const std::optional<OrderKey>& after, std::size_t most) const;
    Found found_in(const Ordered& ordered) const;

    /// The beginning of the list that a question finds, kept right row by row while the record changes.
    struct FirstRows {
        std::string name;
        Question question;
        CodeSets codes;
        Ordered found;
    };
    std::optional<Found> in_first_rows(const Question& question, const std::optional<OrderKey>& after) const;
    void note_change(IncidentId id, const BoardRow& before, const BoardRow& after, const std::vector<store::FiledUnder>& accounts);
    void note_found(const std::string& words, const std::vector<IncidentId>& ids) const;  ///< the words find these too
    static void enter(Ordered& found, const std::pair<OrderKey, std::int32_t>& row);
    static void leave(Ordered& found, const std::pair<OrderKey, std::int32_t>& row);
    void forget_first_rows() const;
    void forget_first_rows_of(const std::string& words) const;
    bool in_area(const BoardRow& row, const Question& question, const CodeSets& codes) const;
    bool in_box(const BoardRow& row, const store::Box& box) const;

    mutable std::shared_mutex mutex_;
    std::mutex refreshing_;
    std::atomic<std::int64_t> seen_ = -1;
    std::atomic<bool> readings_seen_ = false;
    SecondRule rule_;
    std::vector<BoardRow> rows_;                     // by id; an id without accounts has id 0
    std::vector<std::int32_t> incident_of_account_;  // by account
    std::vector<std::pair<std::int32_t, std::int32_t>> account_of_report_;  // (report, account), ascending
    const Place* place_at(std::int32_t number) const { return std::size_t(number) < places_.size() ? places_[std::size_t(number)].get() : nullptr; }
    DistrictOf district_of_;
    std::vector<std::unique_ptr<const Place>> places_;  // by number; one that is there never changes
    ReportId last_publication_{};
    std::map<std::chrono::year_month, std::set<SourceId>> sources_by_month_;
    std::vector<store::NearPair> near_pairs_;  // from the lower threshold on
    std::unordered_map<std::int64_t, bool> public_sources_;
    std::unordered_map<std::int64_t, SecondState> readings_;
    std::vector<std::string> codes_, actors_;
    std::unordered_map<std::string, std::uint16_t> code_index_;
    std::unordered_map<std::string, std::uint32_t> actor_index_;

    mutable std::mutex first_rows_mutex_;  // taken after mutex_ and searches_mutex_
    mutable std::list<FirstRows> first_rows_;  // the last ones asked for, newest first
    std::size_t codes_when_kept_ = 0;

    mutable std::mutex searches_mutex_;    // taken after mutex_
    mutable std::list<Search> searches_;   // the last ones, newest first
};

}  // namespace sitrep::serve
