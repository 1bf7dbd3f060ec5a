// sitrep gazetteer: what the gazetteer knows of a name, and why it answers in that order.
#include "cli/commands.hpp"

#include <fmt/format.h>

namespace sitrep::cli {
namespace {

constexpr std::size_t candidates_shown_max = 10;

void find(const std::string& name, const std::string& near, const Session& session)
{
    const auto gazetteer = session.open_gazetteer();
    place::Near where;
    if (near.size() == 2) where.country = near;
    else if (!near.empty()) where.admin1_code = near;
    const auto candidates = gazetteer.find(name, where, candidates_shown_max);
    for (const auto& candidate : candidates) {
        const Place& place = candidate.place;
        answer(fmt::format("{:.2f}  {}{}  {}{}  {}  {}", candidate.score, place.name, place.name_ar.empty() ? "" : " / " + place.name_ar, place.country,
                           place.admin1.empty() ? "" : ", " + place.admin1,
                           place.point ? fmt::format("{:.2f} {:.2f}", place.point->lat(), place.point->lon()) : "no point", candidate.reason));
    }
    if (candidates.empty()) say(fmt::format("{} is in no gazetteer that is loaded.", name));
}

}  // namespace

void add_gazetteer(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("gazetteer", "Look places up");
    command->require_subcommand(1);
    command->footer("\nExample:\n  sitrep gazetteer find \"al-Sukhna\" --near SY");

    auto* lookup = command->add_subcommand("find", "Candidates for a name, with the reason for their order");
    const auto name = std::make_shared<std::string>();
    const auto near = std::make_shared<std::string>();
    lookup->add_option("name", *name, "A name in any spelling, Latin or Arabic")->required();
    lookup->add_option("--near", *near, "Country (SY) or governorate (SY-DY) it should be in");
    lookup->callback([name, near, &session] { find(*name, *near, session); });

    auto* info = command->add_subcommand("info", "What is loaded");
    info->callback([&session] {
        const auto gazetteer = session.open_gazetteer();
        answer(fmt::format("{} places. {}", gazetteer.size(), gazetteer.attribution()));
    });
}

}  // namespace sitrep::cli
