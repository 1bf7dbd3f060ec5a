#include "cli/command_tree.hpp"

namespace sitrep::cli {
namespace {

/// "TEXT:{en,ar}" → en, ar
std::vector<std::string> choices_in(const std::string& type)
{
    std::vector<std::string> out;
    const auto begin = type.find('{'), end = type.find('}');
    if (begin == std::string::npos || end == std::string::npos) return out;
    for (std::size_t at = begin + 1; at < end;) {
        const std::size_t comma = std::min(type.find(',', at), end);
        out.push_back(type.substr(at, comma - at));
        at = comma + 1;
    }
    return out;
}

OptionWords words_of(const CLI::Option& option)
{
    OptionWords out;
    const std::string type = option.get_type_name();
    out.positional = option.get_positional();
    for (const auto& name : option.get_lnames()) out.names.push_back("--" + name);
    for (const auto& name : option.get_snames()) out.names.push_back("-" + name);
    out.choices = choices_in(type);
    out.takes_file = type.find("FILE") != std::string::npos || type.find("DIR") != std::string::npos || type.find("PATH") != std::string::npos;
    if (out.positional)
        out.value = option.get_name(true, false);
    else if (option.get_items_expected_max() > 0)
        out.value = !out.choices.empty() ? type.substr(type.find('{')) : out.takes_file ? "FILE" : type.substr(0, type.find(':'));
    out.about = option.get_description();
    out.standard = option.get_default_str();
    out.required = option.get_required();
    return out;
}

void add(std::vector<CommandWords>& tree, const CLI::App& app, const std::string& name)
{
    CommandWords command{name, app.get_description(), app.get_footer(), {}};
    for (const CLI::Option* option : app.get_options()) command.options.push_back(words_of(*option));
    tree.push_back(std::move(command));
    for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; }))
        add(tree, *below, name.empty() ? below->get_name() : name + " " + below->get_name());
}

}  // namespace

std::vector<CommandWords> command_tree(const CLI::App& program)
{
    std::vector<CommandWords> tree;
    add(tree, program, {});
    return tree;
}

}  // namespace sitrep::cli
