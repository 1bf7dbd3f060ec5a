// What every sub-command shares: where the library and the gazetteer are, how to answer, what went wrong.
#pragma once

#include "place/gazetteer.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace sitrep::cli {

inline constexpr int exit_ok = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_used_wrongly = 2;

/// Something the person at the keyboard can mend; `what()` says the next step.
class Failed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Session {
    std::string library = "desk.sitrep";
    std::string gazetteer_file;  ///< empty: beside the executable, or $SITREP_GAZETTEER
    std::string who = "desk";
    bool json = false;
    int exit_code = exit_ok;

    /// Adds --library and --json to a sub-command.
    void add_options(CLI::App& command);
    /// Adds --who, for commands that change the record.
    void add_who(CLI::App& command);

    /// The gazetteer named with --gazetteer, else the desk's own beside the library, else the shipped one.
    place::Gazetteer open_gazetteer() const;
    /// The shipped one, whatever the desk has imported.
    place::Gazetteer open_shipped_gazetteer() const;
    /// Where the desk's own gazetteer is, once something was imported.
    std::filesystem::path desk_gazetteer() const;
    /// Opens the library; one that is not there is made only when `create`.
    std::unique_ptr<store::Store> open_library(bool create) const;
    /// The incident with an id as typed ("I42" or "42"), or Failed.
    Incident incident(const store::Store& library, const std::string& id) const;
};

/// Talk goes to stderr, results to stdout.
void say(const std::string& line);
void answer(const std::string& line);

}  // namespace sitrep::cli
