// What the models of one language are asked about the annotated reports, fold by fold.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lessons.hpp"

namespace sitrep::train {

/// Models of other folds answer for each fold inside the lessons. The more folds, the nearer they come to the models of all lessons that will answer in use,
/// and the longer it takes; eight by cross-validation (docs/decisions/0006).
inline constexpr std::size_t folds_inside = 8;
inline constexpr std::size_t no_fold = static_cast<std::size_t>(-1);

/// Reports of one family are in one fold.
std::size_t fold_of(const GoldReport& report, std::size_t folds);

/// Does something for each fold, as many at once as the machine has cores; what comes of it is the same.
void over_folds(std::size_t folds, const std::function<void(std::size_t fold)>& each);

using Own = std::vector<Lesson*>;

/// Reports of one language's train part, each prepared once. Lessons point into reports, so both stay where they are.
struct School {
    std::deque<GoldReport> reports;
    std::deque<Lesson> lessons;
    std::deque<GoldReport> name_reports;
    std::deque<Lesson> name_lessons;  ///< for the tagger alone: sentences with the names of persons
    Own all();
    Own names();
};
/// Those of the files that `wanted` holds for, in their order, at most `most` of them (0: all). Throws when a file or the gazetteer cannot be read.
School school_of(const std::vector<std::string>& corpus, std::string_view language, std::size_t most, const std::string& gazetteer,
                 const std::function<bool(const GoldReport&)>& wanted);

/// Adds the sentences of public sets in which names of persons are marked.
void add_names(School& school, const std::vector<std::string>& files, std::string_view language, const std::string& gazetteer);

Taggers fit_tags(const Own& lessons, const Own& names, const TaggerFitting& fitting);
/// How the reports of each fold are to be grouped.
using GroupingByFold = std::vector<std::vector<Example>>;
/// Taught twice: with the right history, and with the one that a model makes which has not seen the report.
GroupingByFold teach_grouping(const Own& lessons, const Fitting& fitting, std::size_t folds);
/// Models that only group, learnt from all folds but one.
understand::Models fit_grouping(const GroupingByFold& taught, Fitting fitting, std::size_t but = no_fold);

/// The chance above which a segment is best left aside: of a few, the one that finds the incidents of reports that the models have not seen with the
/// best F1, once each episode's standing is answered too.
float leave_aside_above(const Own& lessons, const GroupingByFold& taught, const Fitting& fitting);

/// What is asked about the reports of one fold.
struct Asked {
    Lessons lessons;
    Coverage coverage;
};
using AskedByFold = std::vector<Asked>;

/// From here on each report is tagged by a model that has not seen it; by another one in each round.
void tag_across(const Own& lessons, const Own& names, const TaggerFitting& fitting, std::size_t folds, std::uint64_t round = 0);
/// Questions about episodes that models made which had not seen their report: as faulty as they will be later.
AskedByFold ask_across(const Own& lessons, const GroupingByFold& taught, const Fitting& fitting, float aside_above);
/// Adds the questions of another round.
void add(AskedByFold& all, AskedByFold more);

/// The chance above which denying is best: 1 - F/2, with F the best F1 of what is not denied that any such chance reaches (Lipton, Elkan &
/// Naryanaswamy 2014).
float deny_above(const AskedByFold& asked, std::size_t question, const Fitting& fitting);

/// The questions of all folds but one.
std::vector<Example> others(const AskedByFold& asked, std::size_t question, std::size_t but);
/// A model learnt from them, fitted as this question is best fitted.
understand::ChoiceModel fit_question(const AskedByFold& asked, std::size_t question, const Fitting& fitting, std::size_t but = no_fold);

}  // namespace sitrep::train
