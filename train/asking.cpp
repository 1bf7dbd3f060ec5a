#include "asking.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <unordered_map>

#include "fit_hidden.hpp"
#include "names.hpp"

namespace sitrep::train {

using understand::Models;
using understand::Question;

namespace {

std::uint64_t key_of(const GoldReport& report) { return understand::feature_hash(report.family); }

// Siblings are of the family of their original, in whatever file that stands.
std::vector<GoldReport> families_of(const std::vector<std::string>& corpus)
{
    std::vector<GoldReport> all;
    for (const auto& path : corpus) std::ranges::move(read_corpus(path), std::back_inserter(all));
    std::unordered_map<std::string, std::string> families;
    for (const GoldReport& report : all) families.emplace(report.id, report.family);
    for (GoldReport& report : all)
        if (const auto original = families.find(report.sibling_of); original != families.end()) report.family = original->second;
    return all;
}

}  // namespace

std::size_t fold_of(const GoldReport& report, std::size_t folds) { return key_of(report) % folds; }

void over_folds(std::size_t folds, const std::function<void(std::size_t fold)>& each)
{
    const std::size_t at_once = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t first = 0; first < folds; first += at_once) {
        std::vector<std::future<void>> running;
        for (std::size_t fold = first; fold < std::min(folds, first + at_once); ++fold) running.push_back(std::async(std::launch::async, each, fold));
        for (auto& done : running) done.get();
    }
}

namespace {

Own all_of(std::deque<Lesson>& lessons)
{
    Own own;
    for (Lesson& lesson : lessons) own.push_back(&lesson);
    return own;
}

place::Gazetteer opened(const std::string& gazetteer)
{
    auto places = place::Gazetteer::open(gazetteer);
    if (!places) throw std::runtime_error(places.error().where + ": " + places.error().why);
    return std::move(*places);
}

}  // namespace

Own School::all() { return all_of(lessons); }
Own School::names() { return all_of(name_lessons); }

School school_of(const std::vector<std::string>& corpus, std::string_view language, std::size_t most, const std::string& gazetteer,
                 const std::function<bool(const GoldReport&)>& wanted)
{
    const auto places = opened(gazetteer);
    School school;
    for (auto& report : families_of(corpus))
        if (report.split == "train" && to_string(report.report.language) == language && wanted(report) && (most == 0 || school.reports.size() < most))
            school.reports.push_back(std::move(report));
    for (const auto& report : school.reports) school.lessons.emplace_back(report, places);
    return school;
}

void add_names(School& school, const std::vector<std::string>& files, std::string_view language, const std::string& gazetteer)
{
    if (files.empty()) return;
    const auto places = opened(gazetteer);
    for (const auto& path : files)
        for (auto& report : read_names(path, language_from_code(language))) school.name_reports.push_back(std::move(report));
    for (const auto& report : school.name_reports) school.name_lessons.emplace_back(report, places);
}

Taggers fit_tags(const Own& lessons, const Own& names, const TaggerFitting& fitting)
{
    std::vector<const TaggedDocument*> documents;
    for (const Own* taught : {&lessons, &names})
        for (const Lesson* lesson : *taught) documents.push_back(&lesson->tagged());
    return fit_tagger(documents, fitting);
}

// Each report is tagged by a model that has not seen it.
void tag_across(const Own& lessons, const Own& names, const TaggerFitting& fitting, std::size_t folds, std::uint64_t round)
{
    const auto fold_now = [&](const Lesson& lesson) { return round == 0 ? fold_of(lesson.gold(), folds) : understand::feature_join(key_of(lesson.gold()), round) % folds; };
    over_folds(folds, [&](std::size_t fold) {
        Own rest, own;
        for (Lesson* lesson : lessons) (fold_now(*lesson) == fold ? own : rest).push_back(lesson);
        const Taggers taggers = fit_tags(rest, names, fitting);
        for (Lesson* lesson : own) lesson->tag_with(taggers.of(lesson->gold().is_exemplary()));
    });
}

namespace {

std::vector<Example> joined(const GroupingByFold& taught, std::size_t but)
{
    std::vector<Example> out;
    for (std::size_t fold = 0; fold < taught.size(); ++fold)
        if (fold != but) out.insert(out.end(), taught[fold].begin(), taught[fold].end());
    return out;
}

}  // namespace

Models fit_grouping(const GroupingByFold& taught, Fitting fitting, std::size_t but)
{
    fitting.caution = 1e-6;  // cautiously fitted it leaves plain reports of one line aside
    fitting.seen_min *= 2;   // it is asked of every stretch of text, so that rare words are many; without them it is as good and half as large
    Models models;
    models.set(Question::grouping, fit(joined(taught, but), fitting));
    return models;
}

GroupingByFold teach_grouping(const Own& lessons, const Fitting& fitting, std::size_t folds)
{
    GroupingByFold taught(folds);
    for (const Lesson* lesson : lessons) {
        auto examples = lesson->grouping();
        auto& own = taught[fold_of(lesson->gold(), folds)];
        std::ranges::move(examples, std::back_inserter(own));
    }
    std::vector<Models> first(folds);
    over_folds(folds, [&](std::size_t fold) { first[fold] = fit_grouping(taught, fitting, fold); });
    for (const Lesson* lesson : lessons) {
        const auto fold = fold_of(lesson->gold(), folds);
        std::ranges::move(lesson->grouping(&first[fold]), std::back_inserter(taught[fold]));
    }
    return taught;
}

namespace {

// Questions with a wide choice or many words of their own are held back less; chosen by cross-validation on the train part.
Fitting fitting_of(std::size_t question, Fitting fitting)
{
    switch (static_cast<Question>(question)) {
        case Question::kind:
        case Question::perpetrator: fitting.decay /= 2; break;
        case Question::standing:
        case Question::status:
        case Question::killed:
            fitting.own = 4;
            fitting.decay *= 1.5;
            break;
        case Question::victims:
        case Question::target:
        case Question::injured: fitting.own = 4; break;
        default: break;
    }
    return fitting;
}

AskedByFold ask_with(const Own& lessons, const std::vector<Models>& before)
{
    AskedByFold asked(before.size());
    over_folds(before.size(), [&](std::size_t fold) {
        for (const Lesson* lesson : lessons)
            if (fold_of(lesson->gold(), before.size()) == fold) lesson->teach_episodes(before[fold], asked[fold].lessons, asked[fold].coverage);
    });
    return asked;
}

std::vector<Models> grouping_by_fold(const GroupingByFold& taught, const Fitting& fitting)
{
    std::vector<Models> models(taught.size());
    over_folds(taught.size(), [&](std::size_t fold) { models[fold] = fit_grouping(taught, fitting, fold); });
    return models;
}

}  // namespace

std::vector<Example> others(const AskedByFold& asked, std::size_t question, std::size_t but)
{
    std::vector<Example> out;
    for (std::size_t fold = 0; fold < asked.size(); ++fold)
        if (fold != but) out.insert(out.end(), asked[fold].lessons[question].begin(), asked[fold].lessons[question].end());
    return out;
}

understand::ChoiceModel fit_question(const AskedByFold& asked, std::size_t question, const Fitting& fitting, std::size_t but)
{
    const auto examples = others(asked, question, but);
    if (static_cast<Question>(question) != Question::kind || examples.size() < fitting.hidden_from) return fit(examples, fitting_of(question, fitting));
    // Kinds are told by many words that each say little: what those have in common is learnt once for all kinds.
    understand::ChoiceModel model;
    model.set_hidden(fit_hidden(examples, {.seen_min = fitting.seen_min * fitting.readings}));
    return model;
}

namespace {

// Of the incidents that are left when the standing of each episode is answered by a model of the other folds.
double incidents_f1(const AskedByFold& asked, std::size_t told_by_reports, const Fitting& fitting)
{
    constexpr auto standing = static_cast<std::size_t>(Question::standing);
    constexpr auto no_incident = static_cast<std::uint32_t>(understand::Standing::no_incident);
    std::vector<std::pair<double, double>> found(asked.size());  // kept, right
    over_folds(asked.size(), [&](std::size_t fold) {
        const auto model = fit_question(asked, standing, fitting, fold);
        for (const Example& example : asked[fold].lessons[standing]) {
            if (understand::standing_from(probabilities(model, example)) == understand::Standing::no_incident) continue;
            ++found[fold].first;
            found[fold].second += example.right.front() != no_incident;
        }
    });
    double kept = 0, right = 0;
    for (const auto& [kept_here, right_here] : found) {
        kept += kept_here;
        right += right_here;
    }
    return 2 * right / (kept + static_cast<double>(told_by_reports));
}

}  // namespace

float leave_aside_above(const Own& lessons, const GroupingByFold& taught, const Fitting& fitting)
{
    constexpr std::array offered{0.5F, 0.6F, 0.7F, 0.8F, 0.9F, 0.95F};
    auto grouping = grouping_by_fold(taught, fitting);
    std::size_t told_by_reports = 0;
    for (const Lesson* lesson : lessons) told_by_reports += lesson->gold().incidents.size();
    float best = offered.front();
    double most = -1;
    for (const float above : offered) {
        for (Models& models : grouping) models.set_deny_above(Question::grouping, above);
        const double reached = incidents_f1(ask_with(lessons, grouping), told_by_reports, fitting);
        if (reached <= most) continue;
        most = reached;
        best = above;
    }
    return best;
}

float deny_above(const AskedByFold& asked, std::size_t question, const Fitting& fitting)
{
    using Weighed = std::vector<std::pair<double, bool>>;  // the chance of denial, and whether it would be wrong
    std::vector<Weighed> by_fold(asked.size());
    over_folds(asked.size(), [&](std::size_t fold) {
        const auto model = fit_question(asked, question, fitting, fold);
        for (const Example& example : asked[fold].lessons[question])
            by_fold[fold].emplace_back(probabilities(model, example)[understand::denied], example.right.front() != understand::denied);
    });
    Weighed weighed;
    for (const Weighed& own : by_fold) weighed.insert(weighed.end(), own.begin(), own.end());
    std::ranges::sort(weighed);
    const auto all = static_cast<double>(std::ranges::count_if(weighed, &std::pair<double, bool>::second));
    double best = 0, given = 0, right = 0;
    for (const auto& [denial, is_right] : weighed) {
        ++given;
        right += is_right;
        best = std::max(best, 2 * right / (given + all));
    }
    return static_cast<float>(1 - best / 2);
}

AskedByFold ask_across(const Own& lessons, const GroupingByFold& taught, const Fitting& fitting, float aside_above)
{
    auto before = grouping_by_fold(taught, fitting);
    for (Models& models : before) models.set_deny_above(Question::grouping, aside_above);
    const auto first = ask_with(lessons, before);
    over_folds(before.size(), [&](std::size_t fold) {
        for (const auto question : {Question::tally, Question::kind, Question::perpetrator})
            before[fold].set(question, fit_question(first, static_cast<std::size_t>(question), fitting, fold));
    });
    const float no_tally_above = deny_above(first, static_cast<std::size_t>(Question::tally), fitting);
    for (Models& models : before) models.set_deny_above(Question::tally, no_tally_above);
    return ask_with(lessons, before);
}

void add(AskedByFold& all, AskedByFold more)
{
    for (std::size_t fold = 0; fold < all.size(); ++fold) {
        Asked& into = all[fold];
        Asked& from = more[fold];
        for (std::size_t question = 0; question < understand::questions; ++question) {
            std::ranges::move(from.lessons[question], std::back_inserter(into.lessons[question]));
            std::ranges::move(from.coverage.unanswerable[question], std::back_inserter(into.coverage.unanswerable[question]));
            into.coverage.asked[question] += from.coverage.asked[question];
            into.coverage.offered[question] += from.coverage.offered[question];
            into.coverage.alone[question] += from.coverage.alone[question];
            into.coverage.alone_right[question] += from.coverage.alone_right[question];
        }
    }
}

}  // namespace sitrep::train
