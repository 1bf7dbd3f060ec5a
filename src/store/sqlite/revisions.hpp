// Revisions as rows: what was changed, with what stood before, so that everything can be taken back.
#pragma once

#include "store/sqlite/connection.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sitrep::store {

/// What a revision can change. Each kind has one place in the library where its present value stands.
enum class Changes : std::uint8_t {
    account,    ///< subject: an account; value: the incident it is filed under
    forward,    ///< subject: an incident; value: the incident its id leads to
    field,      ///< subject: an incident; field: which; value: as set by a person
    accepted,   ///< subject: an incident; value: 0 or 1
    withdrawn,  ///< the same
    apart       ///< subject: an account; field: the decision; value: the side it stands on
};
std::string_view to_string(Changes changes);
Changes changes_in_library(std::string_view text);

struct Effect {
    Changes changes{};
    std::int64_t subject = 0;
    std::string field;
    std::optional<std::string> before, after;
    Effect inverse() const { return {changes, subject, field, after, before}; }
};

struct FiledRevision {
    Revision revision;  ///< `undone` is not part of what is filed
    std::optional<IncidentId> other;
    std::optional<RevisionId> undoes;
    std::vector<Effect> effects;
};
std::string canonical(const FiledRevision& filed);

/// Who the program itself is in revisions.
inline constexpr const char* the_program = "sitrep";
/// An incident as effects hold it.
inline std::string number(IncidentId id) { return std::to_string(std::int64_t(id)); }

class RevisionRows {
public:
    explicit RevisionRows(const Connection& connection) : db_(connection) {}

    /// Files it under a new id, which it gets; does not make its effects.
    void add(FiledRevision& filed);
    RevisionId next_id() const;
    std::optional<FiledRevision> load(RevisionId id) const;
    std::vector<Revision> list(std::optional<IncidentId> incident) const;
    bool is_undone(RevisionId id) const;
    /// The newest later revision that changed what `effect` changed, if any.
    std::optional<RevisionId> later_change(const Effect& effect, RevisionId after) const;

    std::optional<std::string> present(const Effect& effect) const;
    void make(const Effect& effect) const;

private:
    FiledRevision take(Statement& row) const;
    const Connection& db_;
};

}  // namespace sitrep::store
