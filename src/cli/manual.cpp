// sitrep man, sitrep completions: manual pages and shell completions, from the same words as --help.
#include "cli/command_tree.hpp"
#include "cli/commands.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace sitrep::cli {
namespace {

void write_manual(const CLI::App& program, const std::string& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const auto tree = command_tree(program);
    for (const auto& command : tree) {
        const auto file = std::filesystem::path(folder) / manual_file(command);
        std::ofstream out(file, std::ios::binary);
        out << manual_page(tree, command);
        out.close();
        if (!out) throw Failed(fmt::format("cannot write {}. Choose another folder with --out.", file.string()));
    }
    answer(fmt::format("{} manual pages in {}", tree.size(), folder));
}

}  // namespace

void add_manual(CLI::App& program, Session&)
{
    auto* manual = program.add_subcommand("man", "Write the manual pages, one a command");
    const auto folder = std::make_shared<std::string>(".");
    manual->add_option("--out", *folder, "Folder to write them into")->capture_default_str();
    manual->footer("\nExample:\n  sitrep man --out man && man man/sitrep-read.1");
    manual->callback([folder, &program] { write_manual(program, *folder); });

    auto* shells = program.add_subcommand("completions", "Print the completions of commands and options for a shell");
    const auto shell = std::make_shared<std::string>();
    shells->add_option("shell", *shell, "Which shell")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    shells->footer("\nExample:\n  sitrep completions bash > ~/.local/share/bash-completion/completions/sitrep");
    shells->callback([shell, &program] {
        const auto which = *shell == "bash" ? Shell::bash : *shell == "zsh" ? Shell::zsh : Shell::fish;
        answer(completions(command_tree(program), which));
    });
}

}  // namespace sitrep::cli
