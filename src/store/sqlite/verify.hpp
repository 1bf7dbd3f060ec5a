// Compares the whole library with its own log.
#pragma once

#include "store/sqlite/documents.hpp"
#include "store/sqlite/log.hpp"
#include "store/sqlite/revisions.hpp"
#include "store/store.hpp"

#include <functional>
#include <map>
#include <string>
#include <tuple>

namespace sitrep::store {

class Verifier {
public:
    Verifier(const Connection& connection, const DocumentRows& documents, const AccountRows& accounts, const RevisionRows& revisions)
        : db_(connection), documents_(documents), accounts_(accounts), revisions_(revisions)
    {
    }
    VerifyResult run(const std::function<void(double)>& progress);

private:
    template <class Work>
    void attempt(const std::string& what, Work work);
    void fault(std::string words);
    void step();
    void check_file();
    void walk_log();
    void check_content(const LogEntry& entry);
    std::string content_of(const LogEntry& entry);
    std::string judgement(std::int64_t id);
    std::string edition(std::int64_t id);
    std::string import(std::int64_t id);
    void check_originals();
    void check_places();
    void check_state();
    void check_that_all_is_logged();

    const Connection& db_;
    const DocumentRows& documents_;
    const AccountRows& accounts_;
    const RevisionRows& revisions_;
    VerifyResult result_;
    std::function<void(double)> progress_;
    std::int64_t steps_ = 1;
    std::int64_t done_ = 0;
    std::map<std::string, std::int64_t, std::less<>> logged_;                                        // rows each action of the log covers
    std::map<std::tuple<std::string, std::int64_t, std::string>, std::optional<std::string>> state_;  // what the revisions lead to
};

}  // namespace sitrep::store
