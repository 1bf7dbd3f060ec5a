// Manual pages, in man(7) macros.
#include "cli/command_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace sitrep::cli {
namespace {

/// Text as roff sets it as it is: a backslash, a hyphen that can be copied, a line that begins with a control character.
std::string roff(const std::string& text)
{
    std::string out;
    bool begins = true;
    for (const char c : text) {
        if (begins && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
        begins = c == '\n';
    }
    return out;
}

std::string dashed(const CommandWords& command)
{
    std::string name = command.name.empty() ? "sitrep" : "sitrep-" + command.name;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string synopsis(const CommandWords& command)
{
    std::string out = ".B " + roff(command.name.empty() ? "sitrep" : "sitrep " + command.name) + "\n";
    out += "[\\fIoptions\\fR]";
    for (const auto& option : command.options)
        if (option.positional) out += option.required ? fmt::format(" \\fI{}\\fR", roff(option.value)) : fmt::format(" [\\fI{}\\fR]", roff(option.value));
    if (command.name.empty()) out += " \\fIcommand\\fR ...";
    return out + "\n";
}

std::string option_entry(const OptionWords& option)
{
    std::string names;
    for (const auto& name : option.names) names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(name));
    if (option.positional) names = fmt::format("\\fI{}\\fR", roff(option.value));
    else if (!option.value.empty()) names += fmt::format(" \\fI{}\\fR", roff(option.value));
    std::string about = option.about;
    if (option.required) about += " Required.";
    if (!option.standard.empty()) about += fmt::format(" Default: {}.", option.standard);
    return fmt::format(".TP\n{}\n{}\n", names, roff(about));
}

/// The footer: lines that begin with two spaces are commands to type.
std::string notes(const std::string& footer)
{
    std::string out;
    bool typed = false;
    std::istringstream lines(footer);
    for (std::string line; std::getline(lines, line);) {
        const bool command = line.starts_with("  ");
        if (command != typed) out += command ? ".PP\n.RS 4\n.nf\n" : ".fi\n.RE\n";
        typed = command;
        if (line.empty())
            out += ".PP\n";
        else
            out += roff(command ? line.substr(2) : line) + "\n";
    }
    return typed ? out + ".fi\n.RE\n" : out;
}

}  // namespace

std::string manual_file(const CommandWords& command) { return dashed(command) + ".1"; }

std::string manual_page(const std::vector<CommandWords>& tree, const CommandWords& command)
{
    std::string title = dashed(command);
    const std::string name = title;
    std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    std::string out = fmt::format(".TH {} 1 \"\" \"Sitrep {}\" \"Sitrep manual\"\n", roff(title), SITREP_VERSION);
    std::string short_about = command.about;
    if (short_about.ends_with('.')) short_about.pop_back();
    out += fmt::format(".SH NAME\n{} \\- {}\n.SH SYNOPSIS\n{}", roff(name), roff(short_about), synopsis(command));
    out += fmt::format(".SH DESCRIPTION\n{}\n", roff(command.about));
    if (!command.options.empty()) out += ".SH OPTIONS\n";
    for (const auto& option : command.options) out += option_entry(option);
    if (command.name.empty()) {
        out += ".SH COMMANDS\n";
        for (const auto& other : tree)
            if (!other.name.empty()) out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(other.name), roff(other.about));
    }
    if (!command.notes.empty()) out += ".SH NOTES\n" + notes(command.notes);
    out += ".SH EXIT STATUS\n0 when done, 1 when it failed, 2 when used wrongly.\n.SH SEE ALSO\n";
    return out + (command.name.empty() ? roff("sitrep COMMAND --help") + "\n" : ".BR sitrep (1)\n");
}

}  // namespace sitrep::cli
