// The yardsticks of merging: bench/merge/README.md tells how they are run.
#include "perturbed.hpp"

#include "merge/gathering.hpp"
#include "merging/faults.hpp"
#include "merging/fit_pairs.hpp"
#include "pipeline/filing.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sys/resource.h>
#include <unordered_map>

namespace {

using namespace sitrep;
using bench::TruthfulAccount;

double cpu_seconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double peak_megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

struct Score {
    double right = 0, said = 0, true_pairs = 0;
    void print(const char* what) const
    {
        const double precision = said > 0 ? right / said : 1, recall = true_pairs > 0 ? right / true_pairs : 1;
        fmt::print("{:<34} precision {:.3f} recall {:.3f} F1 {:.3f}\n", what, precision, recall, 2 * precision * recall / std::max(1e-9, precision + recall));
    }
};

double pairs_in(const auto& counts)
{
    double sum = 0;
    for (const auto& [key, count] : counts) sum += double(count) * double(count - 1) / 2;
    return sum;
}

/// By groups: each pair within a group is said to be one event.
Score by_groups(const std::vector<std::uint32_t>& events, const std::vector<std::uint64_t>& groups)
{
    std::unordered_map<std::uint64_t, std::size_t> of_event, of_group;
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::size_t> of_both;
    for (std::size_t i = 0; i < events.size(); ++i) {
        ++of_event[events[i]];
        ++of_group[groups[i]];
        ++of_both[{events[i], groups[i]}];
    }
    return {pairs_in(of_both), pairs_in(of_group), pairs_in(of_event)};
}

/// Two accounts with a day and a point each are one event when they are near enough; pairs, without what follows from them.
Score by_window(const std::vector<TruthfulAccount>& accounts, double km_max, int days_max, bool same_actor)
{
    std::map<std::uint32_t, std::size_t> of_event;
    std::vector<const TruthfulAccount*> by_day;
    for (const auto& account : accounts) {
        ++of_event[account.event];
        if (account.has_day && account.has_point) by_day.push_back(&account);
    }
    std::sort(by_day.begin(), by_day.end(), [](const auto* a, const auto* b) { return a->day < b->day; });
    Score out{0, 0, pairs_in(of_event)};
    for (std::size_t i = 0; i < by_day.size(); ++i)
        for (std::size_t j = i + 1; j < by_day.size() && by_day[j]->day - by_day[i]->day <= days_max; ++j) {
            const auto &a = *by_day[i], &b = *by_day[j];
            if (std::abs(a.lat - b.lat) > km_max / 110 || (same_actor && a.actor != b.actor)) continue;
            if (distance_km(*LatLon::from_degrees(a.lat, a.lon), *LatLon::from_degrees(b.lat, b.lon)) > km_max) continue;
            ++out.said;
            out.right += a.event == b.event;
        }
    return out;
}

std::vector<std::uint64_t> exact_groups(const std::vector<TruthfulAccount>& accounts)
{
    std::map<std::tuple<std::int32_t, std::uint32_t, std::uint32_t>, std::uint64_t> groups;
    std::vector<std::uint64_t> out;
    std::uint64_t alone = 1ULL << 40U;
    for (const auto& account : accounts)
        out.push_back(account.has_day && account.place ? groups.try_emplace({account.day, account.place, account.actor}, groups.size()).first->second : alone++);
    return out;
}

void blocking_of(const std::vector<TruthfulAccount>& accounts)
{
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> events;
    for (std::size_t i = 0; i < accounts.size(); ++i) events[accounts[i].event].push_back(i);
    std::size_t pairs = 0, found = 0;
    for (const auto& [event, members] : events)
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                ++pairs;
                found += merge::Gathering::are_compared(accounts[members[i]].facts, accounts[members[j]].facts);
            }
    fmt::print("pairs of one event that share a key: {} of {} ({:.4f})\n", found, pairs, double(found) / double(pairs));
}

std::vector<std::uint64_t> groups_in(const merge::Gathering& gathering)
{
    std::vector<std::uint64_t> out;
    for (std::uint32_t i = 0; i < gathering.size(); ++i) out.push_back(gathering.group_of(i));
    return out;
}

/// All at once, and what it cost.
void gather(merge::Gathering& gathering, std::size_t count, const std::function<const merge::Facts&(std::size_t)>& facts)
{
    const double begin = cpu_seconds();
    const auto started = std::chrono::steady_clock::now();
    gathering.add_all(count, [&facts](std::size_t i) { return std::span(&facts(i), 1); });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    fmt::print("{} accounts: {:.2f} s on two threads, {:.2f} s cpu, {:.0f} MB at most, {:.1f} compared with each, {} ties\n", count, took.count(), cpu_seconds() - begin, peak_megabytes(),
               double(gathering.pairs_compared()) / double(count), gathering.ties());
}

/// One after the other, and what the first cost, and the rest.
void add_further(const std::vector<std::function<void()>>& further)
{
    double worst = 0, sum = 0, first = 0;
    for (std::size_t i = 0; i < further.size(); ++i) {
        const double begin = cpu_seconds();
        further[i]();
        const double took = (cpu_seconds() - begin) * 1000;
        if (i == 0) first = took;
        else worst = std::max(worst, took), sum += took;
    }
    fmt::print("one report more: the first {:.1f} ms cpu, then {:.2f} ms on average, {:.1f} ms at worst\n", first, sum / double(further.size() - 1), worst);
}

merge::Model model_from(const std::string& path)
{
    if (path.empty()) return merge::shipped_model();
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    auto model = merge::Model::parse(text);
    if (!model) throw std::runtime_error(model.error().where + ": " + model.error().why);
    return std::move(*model);
}

struct Arguments {
    std::string ucdp, gvc, gazetteer, split = "dev", model, out;
    std::size_t count = 60'000;
    std::uint64_t seed = 20260101;
    double merge_from = 0;
    bool faults = false;
};

merge::Thresholds thresholds(const Arguments& arguments, const merge::Model& model)
{
    auto set = model.thresholds();
    if (arguments.merge_from > 0) {
        set.merge_from = arguments.merge_from;
        set.propose_from = std::min(set.propose_from, arguments.merge_from);
    }
    return set;
}

void perturbed(const Arguments& arguments)
{
    const auto events = bench::read_ucdp(arguments.ucdp);
    const auto accounts = bench::perturb(events, arguments.count, arguments.seed);
    fmt::print("{} events, {} accounts\n", events.size(), accounts.size());
    const auto model = model_from(arguments.model);
    blocking_of(accounts);
    by_window(accounts, 50, 7, false).print("50 km and 7 days");
    by_window(accounts, 50, 7, true).print("50 km, 7 days and the same actor");
    by_window(accounts, 5, 1, false).print("5 km and 1 day");
    std::vector<std::uint32_t> truth;
    for (const auto& account : accounts) truth.push_back(account.event);
    by_groups(truth, exact_groups(accounts)).print("the same date, place and actor");
    merge::Gathering gathering(thresholds(arguments, model), model);
    gather(gathering, accounts.size(), [&](std::size_t i) -> const merge::Facts& { return accounts[i].facts; });
    by_groups(truth, groups_in(gathering)).print("ours");
}

constexpr std::size_t accounts_a_copy = 60'000, further_reports = 100;

/// One year of the set after the other, so that the library grows as a desk's does; of the last those that come as one report more, from all its time, stand at its end.
std::vector<TruthfulAccount> copy_of(const std::vector<bench::UcdpEvent>& events, const Arguments& arguments, std::size_t copy, bool keep_filed)
{
    constexpr int days_a_year = 365;
    const auto wanted = arguments.count + further_reports - copy * accounts_a_copy;
    auto accounts = bench::perturb(events, std::min(accounts_a_copy, wanted), arguments.seed + copy, int(copy) * days_a_year, static_cast<std::uint32_t>(copy * accounts_a_copy), keep_filed);
    if (wanted > accounts_a_copy) return accounts;
    std::size_t number = 0;
    const auto every = std::max<std::size_t>(1, accounts.size() / further_reports);
    std::stable_partition(accounts.begin(), accounts.end(), [&](const TruthfulAccount&) { return number++ % every != every / 2 || number / every >= further_reports; });
    return accounts;
}

/// What a large library costs in memory; and what one report more costs then.
void scale(const Arguments& arguments)
{
    const auto model = model_from(arguments.model);
    const auto events = bench::read_ucdp(arguments.ucdp);
    std::vector<std::uint32_t> truth;
    std::vector<std::vector<merge::Facts>> copies;
    while (truth.size() < arguments.count + further_reports) {
        const auto accounts = copy_of(events, arguments, copies.size(), false);
        copies.emplace_back().reserve(accounts.size());
        for (const auto& account : accounts) {
            truth.push_back(account.event);
            copies.back().push_back(account.facts);
        }
    }
    const auto facts = [&](std::size_t i) -> const merge::Facts& {
        if (i >= accounts_a_copy && i % accounts_a_copy == 0) copies[i / accounts_a_copy - 1] = std::vector<merge::Facts>();  // they have been taken
        return copies[i / accounts_a_copy][i % accounts_a_copy];
    };
    merge::Gathering gathering(thresholds(arguments, model), model);
    gather(gathering, arguments.count, facts);
    std::vector<std::function<void()>> further;
    for (std::size_t i = arguments.count; i < truth.size(); ++i) further.emplace_back([&, i] { gathering.add(std::span(&facts(i), 1)); });
    add_further(further);
    by_groups(truth, groups_in(gathering)).print("ours");
}

Received received_as(const FiledAccount& account, std::int64_t number)
{
    Received received;
    received.report.publisher = account.publisher;
    received.report.url = account.url;
    received.report.published = account.published;
    received.report.language = account.language;
    received.report.set_words("", fmt::format("Account {} of a made-up report.", number));
    received.original.bytes = received.report.document;
    for (std::size_t i = 0; i < sizeof number; ++i) received.original.hash.bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return received;
}

void file_one(store::Store& library, pipeline::Filing& filing, FiledAccount account, std::int64_t number)
{
    account.report = library.add_report(received_as(account, number), {}, no_words);
    filing.file(std::span(&account, 1));
}

/// A library of so many accounts, and what one report more costs it, each in a transaction of its own after the program was started anew.
void library(const Arguments& arguments)
{
    constexpr std::size_t a_transaction = 500;
    const auto events = bench::read_ucdp(arguments.ucdp);
    std::filesystem::remove(arguments.out);
    std::int64_t number = 0;
    std::vector<std::shared_ptr<const FiledAccount>> last;
    const double begin = cpu_seconds();
    {
        const auto made = store::open_store(arguments.out, merge::consolidate);
        pipeline::Filing filing(*made);
        for (std::size_t copy = 0; last.empty(); ++copy) {
            const auto accounts = copy_of(events, arguments, copy, true);
            for (std::size_t i = 0; i < accounts.size() && std::size_t(number) < arguments.count;) {
                made->in_transaction([&] {
                    for (std::size_t k = 0; k < a_transaction && i < accounts.size() && std::size_t(number) < arguments.count; ++k, ++i) file_one(*made, filing, *accounts[i].filed, ++number);
                });
            }
            if (std::size_t(number) == arguments.count)
                for (auto i = accounts.size() - std::min(further_reports, accounts.size()); i < accounts.size(); ++i) last.push_back(accounts[i].filed);
        }
    }
    fmt::print("{} accounts filed: {:.1f} s cpu, {:.0f} MB at most, library {:.0f} MB\n", number, cpu_seconds() - begin, peak_megabytes(), double(std::filesystem::file_size(arguments.out)) / 1e6);
    const auto opened = store::open_store(arguments.out, merge::consolidate);
    pipeline::Filing filing(*opened);
    std::vector<std::function<void()>> further;
    for (const auto& account : last) further.emplace_back([&] { opened->in_transaction([&] { file_one(*opened, filing, *account, ++number); }); });
    add_further(further);
}

/// Which articles of the Gun Violence Corpus tell one incident; lines for score_cluster.py.
void gun_violence(const Arguments& arguments)
{
    const auto gazetteer = place::Gazetteer::open(arguments.gazetteer);
    if (!gazetteer) throw std::runtime_error(gazetteer.error().where + ": " + gazetteer.error().why);
    const auto model = model_from(arguments.model);
    const auto reports = train::gun_violence(arguments.gvc, arguments.split, *gazetteer, 1, model);
    const auto groups = train::groups_of(reports, thresholds(arguments, model), model);
    std::ofstream file(arguments.out);
    for (std::size_t i = 0; i < reports.size(); ++i) file << fmt::format("{{\"id\": \"{}\", \"cluster\": \"{}\"}}\n", reports[i].front().document, groups[i]);
    if (!file.flush()) throw std::runtime_error(arguments.out + ": cannot be written");
    const auto links = train::count_links(reports, groups);
    if (arguments.faults) train::tell_faults(reports, thresholds(arguments, model), model);
    fmt::print("{} articles: pairs precision {:.3f} recall {:.3f} F1 {:.3f}\n", reports.size(), links.precision(), links.recall(), links.f1());
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App program("Yardsticks of merging");
    Arguments arguments;
    program.require_subcommand(1);
    program.add_option("--model", arguments.model, "Model file in place of the shipped one");
    program.add_option("--merge-from", arguments.merge_from, "Upper threshold in place of the model's");
    auto* set = program.add_subcommand("perturbed", "The hard set made of UCDP events, against fixed rules");
    auto* large = program.add_subcommand("scale", "Time and memory by the number of accounts");
    auto* filed = program.add_subcommand("library", "A library of so many accounts, and what one report more costs");
    filed->add_option("--out", arguments.out, "Library file to write")->required();
    for (auto* command : {set, large, filed}) {
        command->add_option("--ucdp", arguments.ucdp, "UCDP GED as CSV")->required()->check(CLI::ExistingFile);
        command->add_option("--count", arguments.count, "Accounts");
        command->add_option("--seed", arguments.seed, "Seed of the perturbation");
    }
    auto* articles = program.add_subcommand("gvc", "Articles of the Gun Violence Corpus");
    articles->add_option("--gvc", arguments.gvc, "Its folder")->required();
    articles->add_option("--gazetteer", arguments.gazetteer, "Gazetteer blob")->required();
    articles->add_option("--split", arguments.split, "dev or train");
    articles->add_option("--out", arguments.out, "File for the groups")->required();
    articles->add_flag("--faults", arguments.faults, "List what is merged wrongly or not at all, with the reasons");
    CLI11_PARSE(program, argc, argv);
    try {
        if (*set) perturbed(arguments);
        if (*large) scale(arguments);
        if (*filed) library(arguments);
        if (*articles) gun_violence(arguments);
        return 0;
    }
    catch (const std::exception& error) {
        fmt::print(stderr, "error: {}\n", error.what());
        return 1;
    }
}
