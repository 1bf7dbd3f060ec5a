#include "when/hijri.hpp"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <memory>
#include <stdexcept>

namespace sitrep::when {
namespace {

namespace chr = std::chrono;

// Making a calendar reads its tables, so that each thread makes one and keeps it.
icu::Calendar& calendar()
{
    thread_local const std::unique_ptr<icu::Calendar> made = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Calendar> umm_al_qura(
            icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("en@calendar=islamic-umalqura"), error));
        if (U_FAILURE(error) || !umm_al_qura) throw std::runtime_error("ICU has no Islamic calendar");
        return umm_al_qura;
    }();
    return *made;
}

std::optional<Day> first_of(int year, unsigned month)
{
    UErrorCode error = U_ZERO_ERROR;
    icu::Calendar& hijri = calendar();
    hijri.clear();
    hijri.set(year, static_cast<int>(month) - 1, 1);
    const UDate milliseconds = hijri.getTime(error);
    if (U_FAILURE(error)) return std::nullopt;
    return chr::floor<chr::days>(chr::sys_time<chr::milliseconds>(chr::milliseconds(static_cast<std::int64_t>(milliseconds))));
}

}  // namespace

std::optional<HijriMonth> hijri_month(int year, unsigned month)
{
    if (year < hijri_year_min || year > hijri_year_max || month < 1 || month > 12) return std::nullopt;
    const auto first = first_of(year, month), next = month == 12 ? first_of(year + 1, 1) : first_of(year, month + 1);
    if (!first || !next) return std::nullopt;
    return HijriMonth{*first, *next - chr::days{1}};
}

int hijri_year_of(Day day)
{
    UErrorCode error = U_ZERO_ERROR;
    icu::Calendar& hijri = calendar();
    hijri.setTime(static_cast<UDate>(chr::duration_cast<chr::milliseconds>(day.time_since_epoch()).count()), error);
    return hijri.get(UCAL_YEAR, error);
}

}  // namespace sitrep::when
