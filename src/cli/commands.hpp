// The sub-commands, one file each. Each function adds its command to the program; the work runs in the command's callback.
#pragma once

#include "cli/session.hpp"

namespace sitrep::cli {

void add_read(CLI::App& program, Session& session);
void add_extract(CLI::App& program, Session& session);
void add_report(CLI::App& program, Session& session);
void add_incidents(CLI::App& program, Session& session);
void add_show(CLI::App& program, Session& session);
void add_why(CLI::App& program, Session& session);
void add_proposals(CLI::App& program, Session& session);   ///< proposals, thresholds
void add_changes(CLI::App& program, Session& session);  ///< merge, different, split, set, accept, withdraw, undo, history
void add_learn(CLI::App& program, Session& session);
void add_tallies(CLI::App& program, Session& session);
void add_import_tables(CLI::App& program, Session& session);
void add_conflicts(CLI::App& program, Session& session);
void add_trend(CLI::App& program, Session& session);
void add_surge(CLI::App& program, Session& session);
void add_outlook(CLI::App& program, Session& session);
void add_clusters(CLI::App& program, Session& session);
void add_repeat(CLI::App& program, Session& session);
void add_undercount(CLI::App& program, Session& session);
void add_export(CLI::App& program, Session& session);
void add_refused(CLI::App& program, Session& session);
void add_sources(CLI::App& program, Session& session);
void add_gazetteer(CLI::App& program, Session& session);
void add_manual(CLI::App& program, Session& session);  ///< man, completions
void add_verify(CLI::App& program, Session& session);
void add_serve(CLI::App& program, Session& session);
void add_users(CLI::App& program, Session& session);

}  // namespace sitrep::cli
