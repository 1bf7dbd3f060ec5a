// How sure the reading of one account is, from how much of it was found.
#include <algorithm>

#include "understand/assemble.hpp"

namespace sitrep::understand {

double confidence_of(const Account& account)
{
    double confidence = 0.35;
    if (!account.places.empty()) confidence += account.places.front().place.is_resolved() ? 0.2 : 0.1;
    if (account.date.is_known()) confidence += account.date.precision == DatePrecision::day ? 0.15 : 0.05;
    if (account.killed || account.injured || account.abducted || account.arrested) confidence += 0.1;
    if (!account.attribution.empty()) confidence += 0.05;
    if (!account.perpetrator.text.empty()) confidence += 0.05;
    if (account.evidence.size() > 1) confidence += 0.05;
    if (account.background) confidence -= 0.1;
    return std::clamp(confidence, 0.05, 0.95);
}

}  // namespace sitrep::understand
