#include "pipeline/learn.hpp"

#include "pipeline/in_order.hpp"
#include "pipeline/read_report.hpp"
#include "place/mentions.hpp"
#include "understand/desk_lesson.hpp"
#include "when/dates.hpp"

#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace sitrep::pipeline {
namespace {

using understand::DeskExamples;
using understand::Models;
using understand::Question;

constexpr Held pending_max{.items = 32, .bytes = std::size_t{16} << 20};
/// The newest decisions; more add seconds and megabytes, and hardly anything to learn.
constexpr std::size_t incidents_max = 5000;
/// Accounts of one incident: a wire story that forty outlets repeat may not outweigh forty incidents.
constexpr std::size_t accounts_max = 6;
constexpr std::size_t held_back_part = 4;

struct ToAsk {
    IncidentId incident{};
    understand::DeskAccount account;
};

/// One report to ask again, and the accounts in it that a person has decided on.
struct ReportToAsk {
    Report report;
    std::vector<ToAsk> accounts;
};

std::vector<IncidentId> decided_on(const store::Store& store)
{
    std::set<IncidentId, std::greater<>> newest_first;
    for (const auto& revision : store.revisions(std::nullopt))
        if (!revision.undone && (revision.action == "accept" || revision.action == "withdraw" || revision.action == "set"))
            newest_first.insert(revision.incident);
    std::vector<IncidentId> ids(newest_first.begin(), newest_first.end());
    if (ids.size() > incidents_max) ids.resize(incidents_max);
    return ids;
}

std::map<ReportId, std::vector<ToAsk>> accounts_by_report(const store::Store& store)
{
    std::map<ReportId, std::vector<ToAsk>> found;
    std::set<IncidentId> seen;
    for (const auto id : decided_on(store)) {
        const auto incident = store.incident(id);  // two ids lead to one incident when they were merged
        if (!incident || !seen.insert(incident->id).second) continue;
        for (std::size_t i = 0; i < incident->accounts.size() && i < accounts_max; ++i) {
            const auto& filed = incident->accounts[i];
            found[filed.report].push_back({incident->id, {filed.account, understand::desk_values(*incident, filed.account)}});
        }
    }
    return found;
}

/// A report's own language, and the examples of each of its accounts.
struct Asked {
    Language language = Language::unknown;
    std::vector<DeskExamples> examples;
};

Asked ask_again(const ReportToAsk& to_ask, const place::Gazetteer& gazetteer, const understand::ModelSet& models)
{
    const Report& report = to_ask.report;
    Asked asked{.language = language_to_read(report), .examples = std::vector<DeskExamples>(to_ask.accounts.size())};
    if (!is_read(asked.language)) return asked;
    const auto document = text::Document::parse(report.document, report.text_begin, asked.language);
    const auto dates = when::find_dates(document, report.published ? std::optional{report.published->day} : std::nullopt);
    const auto places = place::find_places(document, gazetteer, hints_of(report, document, gazetteer)).mentions;
    std::vector<understand::DeskAccount> accounts;
    for (const auto& each : to_ask.accounts) accounts.push_back(each.account);
    asked.examples = understand::desk_examples(report, document, places, dates, models.of(asked.language), accounts);
    return asked;
}

/// The examples of one language.
struct Lessons {
    DeskExamples taught, held_back;
};

struct AllLessons {
    Lessons english, arabic;
    std::set<IncidentId> incidents;  ///< that gave an example

    void add(IncidentId incident, Language language, DeskExamples examples)
    {
        Lessons& lessons = language == Language::arabic ? arabic : english;
        DeskExamples& part = is_held_back(incident) ? lessons.held_back : lessons.taught;
        for (std::size_t i = 0; i < understand::questions; ++i) {
            if (!examples[i].empty()) incidents.insert(incident);
            for (auto& example : examples[i]) part[i].push_back(std::move(example));
        }
    }
};

AllLessons gather(const store::Store& store, const place::Gazetteer& gazetteer, const understand::ModelSet& models, const LearnOptions& options)
{
    auto waiting = accounts_by_report(store);
    const std::size_t all = waiting.size();
    std::size_t done = 0;
    AllLessons lessons;
    Workers workers(options.threads > 1 ? options.threads : 0);
    auto next = [&]() -> std::optional<ReportToAsk> {
        while (!waiting.empty()) {
            auto first = waiting.extract(waiting.begin());
            if (auto stored = store.report(first.key())) return ReportToAsk{std::move(stored->report), std::move(first.mapped())};
        }
        return std::nullopt;
    };
    const auto bytes = [](const ReportToAsk& to_ask) { return to_ask.report.document.size(); };
    const auto work = [&](const ReportToAsk& to_ask) { return ask_again(to_ask, gazetteer, models); };
    in_order<ReportToAsk>(workers, pending_max, next, bytes, work, [&](ReportToAsk to_ask, Asked asked) {
        for (std::size_t i = 0; i < to_ask.accounts.size(); ++i)
            lessons.add(to_ask.accounts[i].incident, asked.language, std::move(asked.examples[i]));
        ++done;
        if (options.progress) options.progress(done, all);
    });
    return lessons;
}

Gain compare(Language language, Question question, const understand::ChoiceModel& in_use, const understand::ChoiceModel& adapted,
             const std::vector<understand::Example>& held_back)
{
    Gain gain{.language = language, .question = question, .held_back = held_back.size()};
    for (const auto& example : held_back) {
        const bool before = understand::answers_right(question, in_use, example);
        const bool after = understand::answers_right(question, adapted, example);
        gain.before += before;
        gain.won += !before && after;
        gain.lost += before && !after;
    }
    return gain;
}

// Takes over each question that the held-back part says is answered better.
std::optional<Models> learn_language(Language language, const Lessons& lessons, const Models& in_use, const understand::Adapting& adapting, Learnt& learnt)
{
    std::optional<Models> models;
    for (std::size_t i = 0; i < understand::questions; ++i) {
        const auto& taught = lessons.taught[i];
        const auto& held_back = lessons.held_back[i];
        if (taught.empty() && held_back.empty()) continue;
        const auto question = static_cast<Question>(i);
        auto model = understand::adapt(Models::shipped(language).of(question), taught, adapting);
        Gain gain = compare(language, question, in_use.of(question), model, held_back);
        gain.taught = taught.size();
        if (gain.taken()) {
            if (!models) models = in_use;
            models->set(question, std::move(model));
        }
        learnt.held_back += gain.held_back;
        learnt.before += gain.before;
        learnt.after += gain.taken() ? gain.after() : gain.before;
        learnt.gains.push_back(gain);
    }
    return models;
}

}  // namespace

bool Gain::taken() const
{
    constexpr double chance_max = 0.1;
    if (won <= lost) return false;
    // The probability of at least so many won of all that changed, at even odds.
    const auto changed = static_cast<double>(won + lost);
    double chance = 0;
    for (std::size_t i = won; i <= won + lost; ++i) {
        const auto count = static_cast<double>(i);
        chance += std::exp(std::lgamma(changed + 1) - std::lgamma(count + 1) - std::lgamma(changed - count + 1) - changed * std::numbers::ln2);
    }
    return chance <= chance_max;
}

bool is_held_back(IncidentId id)
{
    // Joined with a number of its own, so that an even spread over ids follows no pattern of theirs.
    constexpr std::uint64_t salt = 0x6865'6c64'2062'6163;
    return understand::feature_join(static_cast<std::uint64_t>(id), salt) % held_back_part == 0;
}

Learnt learn(const store::Store& store, const place::Gazetteer& gazetteer, const understand::ModelSet& in_use, const LearnOptions& options)
{
    const AllLessons lessons = gather(store, gazetteer, in_use, options);
    Learnt learnt;
    learnt.incidents = lessons.incidents.size();
    for (const auto id : lessons.incidents) learnt.incidents_held_back += is_held_back(id);
    if (learnt.incidents < incidents_to_learn_from_min) return learnt;
    learnt.english = learn_language(Language::english, lessons.english, *in_use.english, options.adapting, learnt);
    learnt.arabic = learn_language(Language::arabic, lessons.arabic, *in_use.arabic, options.adapting, learnt);
    learnt.verdict = learnt.after > learnt.before ? Learnt::Verdict::gain : Learnt::Verdict::no_gain;
    return learnt;
}

}  // namespace sitrep::pipeline
