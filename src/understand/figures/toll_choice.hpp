// Which of the numbers that a toll may be is told: the likeliest, and where grammar speaks for another, that one.
#pragma once

#include "understand/questions.hpp"

namespace sitrep::understand {

Answered<TollAnswer> toll_answered(const Models& models, Question question, const Asked<TollAnswer>& asked);

}  // namespace sitrep::understand
