// The commands and options as --help knows them, for manual pages and shell completions: one source for all three.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace sitrep::cli {

struct OptionWords {
    std::vector<std::string> names;    ///< "--month", "-o"; empty for a positional
    std::string value;                 ///< "TEXT", "FILE"; empty for a flag
    std::vector<std::string> choices;  ///< the only values possible, where there are any
    std::string about;
    std::string standard;              ///< the value when none is given, or empty
    bool takes_file = false;           ///< an existing file or folder is asked for
    bool positional = false;
    bool required = false;
};

struct CommandWords {
    std::string name;  ///< "read", "gazetteer import", or empty for the program
    std::string about;
    std::string notes; ///< the footer: what else to know, with the example
    std::vector<OptionWords> options;
};

/// The program first, then each command, and behind each its own commands.
std::vector<CommandWords> command_tree(const CLI::App& program);

/// Manual page of section 1 in man(7) macros: `sitrep` for the program, `sitrep-read` for a command.
std::string manual_page(const std::vector<CommandWords>& tree, const CommandWords& command);
/// "sitrep.1", "sitrep-gazetteer-import.1"
std::string manual_file(const CommandWords& command);

enum class Shell { bash, zsh, fish };
std::string completions(const std::vector<CommandWords>& tree, Shell shell);

}  // namespace sitrep::cli
