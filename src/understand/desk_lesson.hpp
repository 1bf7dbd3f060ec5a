// What a desk has accepted, corrected and withdrawn, as answered questions for the models to learn from.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/incident.hpp"
#include "core/report.hpp"
#include "text/document.hpp"
#include "understand/model/fit.hpp"
#include "understand/model/models.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

/// What the desk says of one account; what it says nothing of is empty.
struct DeskValues {
    std::optional<Standing> standing;
    std::optional<IncidentKind> kind;
    std::optional<std::string> perpetrator;  ///< a name, or an empty one for nobody that is told
    std::optional<PerpetratorStatus> status;
    std::optional<std::optional<TargetClass>> victims;
    std::array<std::optional<std::optional<TollRange>>, toll_questions.size()> tolls;
};

/// Fields that a person set hold for every account of the incident; of an accepted one the others hold where the account says the same.
/// A withdrawn incident says only that it is none.
DeskValues desk_values(const Incident& incident, const Account& account);

/// Answered questions, by question.
using DeskExamples = std::array<std::vector<Example>, questions>;

struct DeskAccount {
    Account account;
    DeskValues values;
};

/// One report asked again: the examples that each account gives, in the order of `accounts`. An account that no episode tells any more gives none,
/// nor does a question to which the desk's answer is not among the possible ones.
std::vector<DeskExamples> desk_examples(const Report& report, const text::Document& document, const std::vector<PlaceMention>& places,
                                        const std::vector<DateMention>& dates, const Models& models, std::span<const DeskAccount> accounts);

/// Would understanding, with this model, give the example's right answer?
bool answers_right(Question question, const ChoiceModel& model, const Example& example);

}  // namespace sitrep::understand
