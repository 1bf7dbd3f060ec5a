// Verbs that are acts only with what stands behind them: "كمن لسيارتين", "قبضت الشرطة على رجلين".
#pragma once

#include "understand/arabic/reading.hpp"

namespace sitrep::understand::arabic {

/// "كمن مجهولون لسيارتين" against "كمن يمشي": who lies in wait does so for somebody.
bool lies_in_wait(const Reading& reading, const Found& verb);
/// "قبضت الشرطة المحلية على رجلين": the subject stands between the verb and على.
bool takes_hold_of(const Reading& reading, const Found& verb);

/// "خرج مئات المدنيين من قرية" against "خرج مئات في مظاهرة": who leaves does not protest.
bool leaves_place(const Reading& reading, const Found& verb);

/// "هجوم لم يقع", "هجوم محتمل": what stands behind the noun says that it did not happen.
std::optional<Reality> reality_behind(const Reading& reading, const Found& act);

}  // namespace sitrep::understand::arabic
