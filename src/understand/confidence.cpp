// How sure the reading of one account is: the chance that a desk could publish it without correcting a key field.
#include "understand/assemble.hpp"
#include "understand/model/calibration.hpp"

namespace sitrep::understand {

double confidence_of(const Account& account)
{
    // The fields are not independent, and a near kind or a day apart is still of use: what their product is worth was measured by
    // cross-validation of the train part (bench/reliability.py --fit), never on the part that is reported on.
    constexpr Calibration whole{.slope = 0.939F, .offset = 1.261F};
    const FieldConfidence& of = account.confidence_of;
    return whole.chance(of.incident * of.kind * of.place * of.date * of.killed);
}

}  // namespace sitrep::understand
