// Scores the tagger by cross-validation on the train part: exact spans of reports it has not seen, role by role.
#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "asking.hpp"
#include "command.hpp"
#include "understand/tagging/tags.hpp"

namespace {

using namespace sitrep;
using namespace sitrep::train;
using namespace sitrep::understand;

struct Arguments {
    std::string language = "en", gazetteer;
    std::vector<std::string> corpus;
    std::size_t folds = 4;
    TaggerFitting tagger;
    bool restated_only = false;
};

struct Found {
    double both = 0, said = 0, marked = 0;
    void add(const Found& more)
    {
        both += more.both;
        said += more.said;
        marked += more.marked;
    }
    /// The harmonic mean of precision and recall, 0 to 1.
    double f1() const { return said + marked > 0 ? 2 * both / (said + marked) : 0; }
};
using ByRole = std::array<Found, tag_roles.size()>;

using Spans = std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint8_t>>;

Spans marked_in(const TaggedDocument& tagged)
{
    Spans spans;
    for (std::size_t layer = 0; layer < tag_layers; ++layer) {
        const auto& path = tagged.paths[layer];
        for (std::uint32_t at = 0; at < path.size();) {
            if (path[at] == 0) {
                ++at;
                continue;
            }
            const auto role = static_cast<std::uint8_t>(tag_shapes[layer].first_role + (path[at] - 1U) / 2);
            const std::uint32_t first = at++;
            while (at < path.size() && path[at] != 0 && path[at] % 2 == 0) ++at;
            spans.emplace(first, at, role);
        }
    }
    return spans;
}

void compare(const TaggedDocument& tagged, const TaggerModel& model, ByRole& roles)
{
    const Spans marked = marked_in(tagged);
    for (const auto& span : marked) ++roles[std::get<2>(span)].marked;
    for (const TaggedSpan& span : tag(*tagged.document, tagged.features, model).spans) {
        if (span.doubt != 0) continue;
        ++roles[span.role].said;
        roles[span.role].both += marked.contains({span.tokens.first, span.tokens.last, span.role});
    }
}

void run(const Arguments& arguments)
{
    School school = school_of(arguments.corpus, arguments.language, 0, arguments.gazetteer, [](const GoldReport&) { return true; });
    ByRole roles;
    for (std::size_t fold = 0; fold < arguments.folds; ++fold) {
        std::vector<const TaggedDocument*> rest;
        for (const Lesson& lesson : school.lessons)
            if (fold_of(lesson.gold(), arguments.folds) != fold) rest.push_back(&lesson.tagged());
        const Taggers taggers = fit_tagger(rest, arguments.tagger);
        for (const Lesson& lesson : school.lessons)
            if (fold_of(lesson.gold(), arguments.folds) == fold && (lesson.gold().restated || !arguments.restated_only)) compare(lesson.tagged(), taggers.of(lesson.gold().is_exemplary()), roles);
    }
    Found all;
    fmt::print("| role | marked | F1 |\n| --- | --- | --- |\n");
    for (std::size_t role = 0; role < tag_roles.size(); ++role) {
        if (tag_roles[role].layer == TagLayer::person) continue;  // not marked in all of our reports: bench/persons.py
        fmt::print("| {} | {:.0f} | {:.3f} |\n", tag_roles[role].name, roles[role].marked, roles[role].f1());
        all.add(roles[role]);
    }
    fmt::print("| all | {:.0f} | {:.3f} |\n", all.marked, all.f1());
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App program("Score the tagger of one language by cross-validation on the train part of the corpus");
    Arguments arguments;
    program.add_option("corpus", arguments.corpus, "Files of annotated reports")->required()->check(CLI::ExistingFile);
    program.add_option("--language", arguments.language, "Language")->check(CLI::IsMember({"en", "ar"}));
    program.add_option("--gazetteer", arguments.gazetteer, "Gazetteer blob")->required();
    program.add_option("--folds", arguments.folds, "How many parts, each of which is tagged by a model of the others")->check(CLI::Range(2, 20));
    program.add_option("--passes", arguments.tagger.passes, "Passes over the reports");
    program.add_option("--kept", arguments.tagger.kept, "Share of its features that each step sees")->check(CLI::Range(0.05, 1.0));
    program.add_flag("--restated-only", arguments.restated_only, "Score only reports that tell facts of public ones, whose manner the dev part has");
    CLI11_PARSE(program, argc, argv);
    return sitrep::train::run_or_explain([&] { run(arguments); });
}
