#include "asking.hpp"

namespace sitrep::train {

using understand::Models;
using understand::Question;

std::size_t fold_of(const GoldReport& report, std::size_t folds)
{
    const std::string& key = report.incidents.empty() ? report.id : report.incidents.front().key;
    return understand::feature_hash(key) % folds;
}

understand::TaggerModel fit_tags(const Own& lessons, int passes)
{
    std::vector<const TaggedDocument*> documents;
    for (const Lesson* lesson : lessons) documents.push_back(&lesson->tagged());
    return fit_tagger(documents, passes);
}

namespace {

// Each report is tagged by a model that has not seen it.
void tag_across(const Own& lessons, int passes)
{
    for (std::size_t fold = 0; fold < folds_inside; ++fold) {
        Own rest;
        for (Lesson* lesson : lessons)
            if (fold_of(lesson->gold(), folds_inside) != fold) rest.push_back(lesson);
        const auto tagger = fit_tags(rest, passes);
        for (Lesson* lesson : lessons)
            if (fold_of(lesson->gold(), folds_inside) == fold) lesson->tag_with(tagger);
    }
}

}  // namespace

Models fit_grouping(const Own& lessons, const Fitting& fitting)
{
    Lessons learnt;
    for (const Lesson* lesson : lessons) lesson->teach_grouping(learnt);
    Models models;
    models.set(Question::grouping, fit(learnt[static_cast<std::size_t>(Question::grouping)], fitting));
    return models;
}

AskedByFold ask_across(const Own& lessons, const Fitting& fitting, int tagger_passes)
{
    tag_across(lessons, tagger_passes);
    AskedByFold asked;
    for (std::size_t fold = 0; fold < folds_inside; ++fold) {
        Own rest;
        for (Lesson* lesson : lessons)
            if (fold_of(lesson->gold(), folds_inside) != fold) rest.push_back(lesson);
        const Models grouping = fit_grouping(rest, fitting);
        for (const Lesson* lesson : lessons)
            if (fold_of(lesson->gold(), folds_inside) == fold) lesson->teach_episodes(grouping, asked[fold].lessons, asked[fold].coverage);
    }
    return asked;
}

std::vector<Example> others(const AskedByFold& asked, std::size_t question, std::size_t but)
{
    std::vector<Example> out;
    for (std::size_t fold = 0; fold < folds_inside; ++fold)
        if (fold != but) out.insert(out.end(), asked[fold].lessons[question].begin(), asked[fold].lessons[question].end());
    return out;
}

}  // namespace sitrep::train
