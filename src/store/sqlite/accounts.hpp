// Accounts as rows: written and read whole.
#pragma once

#include "core/incident.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/places.hpp"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace sitrep::store {

class AccountRows {
public:
    AccountRows(const Connection& connection, PlaceRows& places) : db_(connection), places_(places) {}

    AccountId add(ReportId report, const Account& account, const TellingWords& telling);
    /// Reads the rows, whatever was read before.
    FiledAccount load(AccountId id) const;
    /// The same through a bounded memory: what merging compares with again and again.
    const std::shared_ptr<const FiledAccount>& recall(AccountId id) const;
    /// True when recall() need not read it.
    bool is_held(AccountId id) const { return recalled_.contains(std::int64_t(id)); }
    /// An account just written, so that recall() need not read it back.
    void remember(FiledAccount filed) const;
    /// After a rollback: an id may be given anew.
    void forget() { recalled_.clear(); }
    /// Accounts of one report, in the order they were filed.
    std::vector<AccountId> of_report(ReportId report) const;
    /// Accounts of one incident, oldest first.
    std::vector<FiledAccount> of_incident(IncidentId incident) const;

private:
    std::string places_json(const Account& account);
    void take_places(std::string_view json, Account& account) const;

    const Connection& db_;
    PlaceRows& places_;
    mutable std::unordered_map<std::int64_t, std::shared_ptr<const FiledAccount>> recalled_;
};

// What several kinds of rows have in common.
void put_range(Statement& statement, const DateRange& range);  ///< three parameters: start, end, precision
DateRange take_range(Statement& row);
std::optional<std::int64_t> day_number(std::optional<Day> day);
std::optional<Day> take_day(Statement& row);
std::optional<Publication> take_publication(Statement& row);  ///< two columns

}  // namespace sitrep::store
