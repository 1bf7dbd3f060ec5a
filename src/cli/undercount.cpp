// sitrep undercount: what the overlap of independent sources says of incidents that none of them told.
#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "cli/overlap_file.hpp"
#include "cli/period.hpp"
#include "publish/undercount_chart.hpp"
#include "publish/undercount_json.hpp"
#include "serve/source_overlap.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sitrep::cli {
namespace {

using analyse::Undercount;
using publish::whole;

struct UndercountArguments {
    Selection selection;
    std::string table, plot, language = "en";
    std::uint64_t seed = 1;
    unsigned threads = 0;
};

std::vector<Incident> attacks_of(const UndercountArguments& given, const store::Store& library)
{
    auto incidents = library.find(given.selection.query());
    if (given.selection.kind.empty()) std::erase_if(incidents, [](const Incident& incident) { return series_of(incident.kind) != Series::attack; });
    return incidents;
}

Undercount undercount_for(const UndercountArguments& given, const Session& session)
{
    analyse::UndercountOptions options;
    options.seed = given.seed;
    options.threads = given.threads;
    if (!given.table.empty()) {
        const auto table = overlap_from(given.table);
        return analyse::undercount(table, table.documented(), {}, options);
    }
    const auto library = session.open_library(false);
    return serve::undercount_of(attacks_of(given, *library), *library, options);
}

void print_overlap(const Undercount& undercount, const std::vector<std::string>& names)
{
    const auto& table = undercount.table;
    answer(fmt::format("Documented: {}. That is the floor: no fewer happened.\n", undercount.documented));
    answer("Overlap: incidents by the lists that tell them (sources that quote each other are one list)");
    for (std::size_t list = 0; list < names.size(); ++list)
        answer(fmt::format("  {:>8}  {} (alone {})", table.on_list(list), names[list], table.alone(list)));
    for (analyse::ListSet pattern = 1; pattern < table.counts.size(); ++pattern)
        if (table.counts[pattern] > 0 && (pattern & (pattern - 1)) != 0) answer(fmt::format("  {:>8}  {}", table.counts[pattern], publish::pattern_words(names, pattern)));
    if (table.documented() > 0)
        answer(fmt::format("  {:>7.0f}%  told by one list only", 100 * double(table.seen_once()) / double(table.documented())));
    if (undercount.pairs.empty()) return;
    answer("\nTwo lists at a time (Chapman); low where lists depend on each other positively, as sources mostly do");
    for (const auto& pair : undercount.pairs)
        answer(fmt::format("  {:>8}  ±{:<7} {} ({}) and {} ({}), on both {}", whole(pair.population), whole(1.96 * std::sqrt(pair.variance)), names[pair.a], pair.on_a,
                           names[pair.b], pair.on_b, pair.on_both));
}

std::string terms_in_words(const std::vector<std::string>& names, analyse::Terms terms)
{
    std::string out;
    for (std::size_t term = 0; term < analyse::pairs_of(names.size()); ++term)
        if ((terms >> term & 1) != 0) out += fmt::format("{}{}", out.empty() ? "" : ", ", publish::pattern_words(names, analyse::lists_of_term(names.size(), term)));
    return out.empty() ? "no pair depends" : "depending: " + out;
}

void print_models(const Undercount& undercount, const std::vector<std::string>& names)
{
    answer("\nModels: estimate and 95 % interval");
    for (const auto& estimate : undercount.estimates) {
        const bool with_terms = estimate.model == analyse::UndercountModel::log_linear || estimate.model == analyse::UndercountModel::stepwise;
        answer(fmt::format("  {:>8}  {:>8} to {:<8}  {}{}", whole(estimate.population), whole(estimate.low), estimate.high ? whole(*estimate.high) : "no bound",
                           publish::say(publish::Edition::english, publish::label_of(estimate.model)), with_terms ? " (" + terms_in_words(names, estimate.terms) + ")" : ""));
    }
    if (undercount.models_tried > 0)
        answer(fmt::format("  Log-linear models tried {}, without one finite estimate {}. Next best by BIC:", undercount.models_tried, undercount.models_unsound));
    for (std::size_t i = 1; i < undercount.log_linear.size(); ++i) {
        const auto& model = undercount.log_linear[i];
        answer(fmt::format("  {:>8}  ±{:<7} BIC +{:.1f}  {}", whole(model.population), whole(1.96 * model.standard_error), model.bic - undercount.log_linear.front().bic,
                           terms_in_words(names, model.terms)));
    }
    if (undercount.chains)
        answer(fmt::format("  Latent classes: split R-hat {:.3f}, effective draws {:.0f}", undercount.chains->split_r_hat, undercount.chains->effective_draws));
    answer("\nSensitivity: the same when the interaction of all lists, which no data can show, is off by a factor");
    for (const double factor : analyse::interaction_factors) {
        const double best = undercount.with_factor(undercount.estimates.front().population, factor);
        answer(fmt::format("  {:>8}  factor {:.2f}{}", whole(best), factor,
                           undercount.saturated ? fmt::format("  (with every lower interaction: {})",
                                                              whole(double(undercount.table.documented()) + factor * undercount.saturated->unseen))
                                                : ""));
    }
    answer("\n" + publish::range_sentence(publish::Edition::english, undercount));
    answer(publish::assumption_sentence(publish::Edition::english, undercount));
}

void print(const Undercount& undercount)
{
    const auto names = publish::desk_names(publish::Edition::english, undercount);
    print_overlap(undercount, names);
    if (undercount.is_refused()) {
        answer("");
        for (const auto& reason : publish::refusal_words(publish::Edition::english, undercount, names))
            answer(publish::say(publish::Edition::english, publish::Label::unseen_refused, reason));
    } else {
        print_models(undercount, names);
    }
    answer(publish::say(publish::Edition::english, publish::Label::unseen_low));
    answer("");
    say_provenance(undercount.provenance);
}

void run(const UndercountArguments& given, const Session& session)
{
    const Undercount undercount = undercount_for(given, session);
    if (undercount.documented == 0) throw Failed("no attack of the library fits. Widen --month, --area or --kind; `sitrep incidents` shows what there is.");
    if (!given.plot.empty()) {
        const auto edition = given.language == "ar" ? publish::Edition::arabic : publish::Edition::english;
        write_plot(given.plot, publish::as_file(publish::undercount_chart(edition, undercount, publish::desk_names(edition, undercount))));
    }
    if (session.json)
        answer(publish::undercount_json(undercount));
    else
        print(undercount);
}

}  // namespace

void add_undercount(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("undercount", "What the overlap of independent sources says of incidents that none of them told");
    const auto given = std::make_shared<UndercountArguments>();
    session.add_options(*command);
    given->selection.add_options(*command);
    command->add_option("--table", given->table, "Estimate from this CSV file instead of the library: one column of 0 and 1 for each list, the count in the last")
        ->check(CLI::ExistingFile);
    command->add_option("--plot", given->plot, "Also draw the overlap and the models into this SVG file");
    command->add_option("--lang", given->language, "Language of the drawing")->check(CLI::IsMember({"en", "ar"}))->capture_default_str();
    command->add_option("--seed", given->seed, "Start of the random numbers: the same seed gives the same answer")->capture_default_str();
    command->add_option("--threads", given->threads, "Threads (0 = all cores); the answer does not depend on it")->check(CLI::Range(0U, 64U))->capture_default_str();
    command->footer("\nAttacks only, unless --kind says otherwise. Prints the documented floor, the overlap, two-list figures, a set of models and how far one\n"
                    "untestable assumption moves them; refuses, with the reason, where the lists cannot carry an estimate. The figures lean low.\n"
                    "Example:\n  sitrep undercount --from 2025-01-01 --until 2025-12-31 --area SY --plot unseen.svg\n  sitrep undercount --table lists.csv --json");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
