#include "analyse/claims/shares.hpp"

#include <boost/math/special_functions/beta.hpp>

#include <stdexcept>

namespace sitrep::analyse {

ShareLimits share_limits(std::int64_t part, std::int64_t whole, double level)
{
    if (whole < 1 || part < 0 || part > whole) throw std::invalid_argument("a share needs 0 <= part <= whole and a whole of at least 1");
    const double k = double(part), n = double(whole), outside = (1 - level) / 2;
    ShareLimits out{k / n, 0, 1};
    if (part > 0) out.low = boost::math::ibeta_inv(k, n - k + 1, outside);
    if (part < whole) out.high = boost::math::ibetac_inv(k + 1, n - k, outside);
    return out;
}

}  // namespace sitrep::analyse
