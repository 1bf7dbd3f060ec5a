// Completions for bash, zsh and fish.
#include "cli/command_tree.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

std::string joined(const std::vector<std::string>& parts)
{
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : " ") + part;
    return out;
}

/// Text inside single quotes of a POSIX shell or of fish.
std::string in_quotes(const std::string& text)
{
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::vector<std::string> names_of(const CommandWords& command)
{
    std::vector<std::string> out;
    for (const auto& option : command.options) out.insert(out.end(), option.names.begin(), option.names.end());
    return out;
}

/// The words that may follow a command: its own commands.
std::vector<std::string> commands_below(const std::vector<CommandWords>& tree, const std::string& name)
{
    std::vector<std::string> out;
    const std::string before = name.empty() ? "" : name + " ";
    for (const auto& command : tree) {
        if (command.name.size() <= before.size() || !command.name.starts_with(before)) continue;
        const std::string rest = command.name.substr(before.size());
        if (rest.find(' ') == std::string::npos) out.push_back(rest);
    }
    return out;
}

std::string bash(const std::vector<CommandWords>& tree)
{
    std::string out = "# bash completion for sitrep; made by `sitrep completions bash`\n_sitrep()\n{\n"
                      "    local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"\" word\n"
                      "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
                      "        [[ $word == -* ]] && continue\n"
                      "        case \"${command:+$command }$word\" in\n";
    for (const auto& command : tree)
        if (!command.name.empty()) out += fmt::format("            {}) command={} ;;\n", in_quotes(command.name), in_quotes(command.name));
    out += "        esac\n    done\n    case \"$command $previous\" in\n";
    for (const auto& command : tree)
        for (const auto& option : command.options)
            if (!option.choices.empty())
                for (const auto& name : option.names)
                    out += fmt::format("        {}) COMPREPLY=($(compgen -W {} -- \"$current\")); return ;;\n", in_quotes(command.name + " " + name), in_quotes(joined(option.choices)));
    out += "    esac\n    case \"$command\" in\n";
    for (const auto& command : tree)
        out += fmt::format("        {}) COMPREPLY=($(compgen -W {} -- \"$current\")) ;;\n", in_quotes(command.name),
                           in_quotes(joined(commands_below(tree, command.name)) + " " + joined(names_of(command))));
    return out + "    esac\n}\ncomplete -o bashdefault -o default -F _sitrep sitrep\n";
}

/// An option's line for _arguments: names exclude each other, colons and brackets of the description are escaped.
std::string zsh_option(const OptionWords& option)
{
    std::string about;
    for (const char c : option.about) about += c == '[' || c == ']' || c == ':' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    std::string out;
    for (const auto& name : option.names) {
        std::string spec = fmt::format("{}[{}]", name, about);
        if (!option.value.empty()) spec += option.choices.empty() ? ":value:_files" : fmt::format(":value:({})", joined(option.choices));
        out += " \\\n        " + in_quotes(spec);
    }
    return out;
}

std::string zsh(const std::vector<CommandWords>& tree)
{
    std::string out = "#compdef sitrep\n# zsh completion for sitrep; made by `sitrep completions zsh`\n_sitrep()\n{\n    local command=\"\" word\n"
                      "    for word in ${words[2,CURRENT-1]}; do\n        [[ $word == -* ]] && continue\n        case \"${command:+$command }$word\" in\n";
    for (const auto& command : tree)
        if (!command.name.empty()) out += fmt::format("            {}) command={} ;;\n", in_quotes(command.name), in_quotes(command.name));
    out += "        esac\n    done\n    case \"$command\" in\n";
    for (const auto& command : tree) {
        out += fmt::format("        {})\n", in_quotes(command.name));
        const auto below = commands_below(tree, command.name);
        if (!below.empty()) out += fmt::format("            compadd -- {}\n", joined(below));
        out += "            _arguments -s";
        for (const auto& option : command.options) out += zsh_option(option);
        out += below.empty() ? " \\\n        '*:file:_files'\n            ;;\n" : "\n            ;;\n";
    }
    return out + "    esac\n}\n_sitrep \"$@\"\n";
}

std::string fish(const std::vector<CommandWords>& tree)
{
    std::string out = "# fish completion for sitrep; made by `sitrep completions fish`\n";
    for (const auto& command : tree) {
        if (!command.name.empty() && command.name.find(' ') == std::string::npos)
            out += fmt::format("complete -c sitrep -f -n __fish_use_subcommand -a {} -d {}\n", command.name, in_quotes(command.about));
        const std::string first = command.name.substr(0, command.name.find(' '));
        const std::string when = command.name.empty() ? "__fish_use_subcommand" : in_quotes("__fish_seen_subcommand_from " + first);
        if (const auto space = command.name.find(' '); space != std::string::npos)
            out += fmt::format("complete -c sitrep -f -n {} -a {} -d {}\n", when, command.name.substr(space + 1), in_quotes(command.about));
        for (const auto& option : command.options) {
            if (option.names.empty()) continue;
            out += "complete -c sitrep -n " + when;
            for (const auto& name : option.names) out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.choices.empty()) out += " -x -a " + in_quotes(joined(option.choices));
            else if (!option.value.empty()) out += " -r";
            out += " -d " + in_quotes(option.about) + "\n";
        }
    }
    return out;
}

}  // namespace

std::string completions(const std::vector<CommandWords>& tree, Shell shell)
{
    switch (shell) {
        case Shell::bash: return bash(tree);
        case Shell::zsh: return zsh(tree);
        case Shell::fish: break;
    }
    return fish(tree);
}

}  // namespace sitrep::cli
