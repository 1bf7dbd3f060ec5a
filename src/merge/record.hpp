// The fields of an incident that follow from its accounts, one function a field.
#pragma once

#include "core/incident.hpp"

#include <functional>
#include <vector>

namespace sitrep::merge {

using Accounts = std::vector<FiledAccount>;
using TollOf = std::function<const std::optional<Toll>&(const Account&)>;

/// How much an account's word weighs where the majority decides: news before background, sure before unsure.
double voice_of(const FiledAccount& filed);

IncidentKind agreed_kind(const Accounts& accounts);
DateRange agreed_date(const Accounts& accounts);
std::optional<Place> agreed_place(const Accounts& accounts);
std::optional<TargetClass> agreed_target(const Accounts& accounts);
/// Who did it and how that is known: a claim goes before an attribution, an attribution before nothing.
Perpetrator agreed_perpetrator(const Accounts& accounts);
/// Smallest to largest number stated; a figure that its own publisher replaced later is history and does not count.
std::optional<TollRange> toll_range(const Accounts& accounts, const TollOf& toll);
/// Accounts whose figure stands: not replaced by a later one of the same publisher.
std::vector<std::size_t> standing_figures(const Accounts& accounts, const TollOf& toll);

std::vector<Conflict> conflicts_in(const Accounts& accounts);
/// The grade and the rule that gave it, in words.
std::pair<Grade, std::string> grade_of(const Accounts& accounts, const std::vector<std::size_t>& groups);

/// Best reliability among those who tell it, and how likely the item is, by the grade and what contradicts it.
char source_letter_of(const Accounts& accounts);
int item_digit_of(Grade grade, std::size_t sources, const std::vector<Conflict>& conflicts);

std::string words_of(const DateRange& date);
std::string words_of(const Toll& toll);

}  // namespace sitrep::merge
