// Arabic dates that hang on another day: "أمس", "الأسبوع الماضي", "في اليوم التالي", "قبل يومين", "خلال الأيام الثلاثة الماضية".
#include "when/grammar.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace sitrep::when {
namespace {

Meaning from(Basis basis, Unit unit, int amount)
{
    Meaning out;
    out.basis = basis;
    out.unit = unit;
    out.amount = amount;
    return out;
}

Unit unit_at(const Pieces& pieces, std::size_t i)
{
    return static_cast<Unit>(pieces.at(i).word.value);
}

bool is_unit(const Pieces& pieces, std::size_t i)
{
    const auto kind = pieces.kind(i);
    return pieces.at(i).arabic && (kind == WordClass::unit || kind == WordClass::unit_plural || kind == WordClass::unit_dual);
}

/// "ذلك اليوم", "تلك الليلة", "نفس المساء", "ليلتها": of the day told last.
Match that_day(const Pieces& pieces, std::size_t i)
{
    constexpr std::array<std::string_view, 4> pointers{"ذلك", "تلك", "نفس", "ذات"};
    Match out{i + 2, from(Basis::narrative, Unit::day, 0)};
    if (pieces.is(i, "يومها") || pieces.is(i, "ليلتها")) {
        out.end = i + 1;
        if (pieces.is(i, "ليلتها")) out.meaning.part = Part::night;
        return out;
    }
    if (std::find(pointers.begin(), pointers.end(), pieces.at(i).text) == pointers.end()) return {};
    if (pieces.is(i + 1, "اليوم")) return out;
    if (pieces.kind(i + 1) != WordClass::day_part || !pieces.at(i + 1).text.starts_with("ال")) return {};
    out.meaning.part = static_cast<Part>(pieces.at(i + 1).word.value);
    return out;
}

/// "اليوم الذي تلاه", "اليوم الذي سبقه"; "اليوم الذي دخلوا فيه" and "اليوم الثالث من المعركة" name no day of their own.
std::optional<Match> told_day(const Pieces& pieces, std::size_t at)
{
    constexpr std::array<std::string_view, 4> next{"تلاه", "يليه", "تلا", "اعقبه"}, earlier{"سبقه", "يسبقه", "قبله", "سبق"};
    const auto is_one_of = [&](const auto& words) { return std::find(words.begin(), words.end(), pieces.at(at + 2).text) != words.end(); };
    if (pieces.is(at + 1, "الذي")) {
        if (is_one_of(next)) return Match{at + 3, from(Basis::narrative, Unit::day, 1)};
        if (is_one_of(earlier)) return Match{at + 3, from(Basis::narrative, Unit::day, -1)};
        return Match{};
    }
    if (pieces.kind(at + 1) == WordClass::ordinal && !arabic_calendar(pieces, at + 1, false)) return Match{};
    return std::nullopt;
}

/// "اليوم", "أمس", "أول أمس", "أمس الأول", "يوم أمس"; "اليوم التالي" hangs on the story instead.
Match relative_day(const Pieces& pieces, std::size_t i)
{
    const bool before = pieces.is(i, "اول");
    const bool of = before && pieces.is(i + 1, "من");  // "أول من أمس"
    const std::size_t at = of ? i + 2 : before || pieces.is(i, "يوم") || pieces.is(i, "هذا") ? i + 1 : i;
    if (pieces.kind(at) != WordClass::relative_day || !pieces.at(at).arabic) return {};
    Match out{at + 1, from(Basis::publication, Unit::day, pieces.at(at).word.value)};
    const bool yesterday = out.meaning.amount == -1;
    if (before && !yesterday) return {};
    if (before) out.meaning.amount = -2;
    if (yesterday && !before && pieces.is(at + 1, "الاول")) {
        out.meaning.amount = -2;
        ++out.end;
    }
    if (pieces.is(at, "البارحه")) out.meaning.part = Part::evening;
    if (!pieces.is(at, "اليوم")) return out;
    if (pieces.is(at - 1, "«") && pieces.is(at + 1, "»")) return {};  // the newspaper
    if (pieces.is(at + 1, "العالمي") || pieces.is(at + 1, "الوطني") || pieces.is(at + 1, "الدولي")) return {};
    const auto next = pieces.kind(at + 1);
    if (next == WordClass::same || next == WordClass::after)
        return {at + 2, from(Basis::narrative, Unit::day, next == WordClass::after ? 1 : 0)};
    if (next == WordClass::past) return {at + 2, from(Basis::narrative, Unit::day, -1)};
    if (const auto told = told_day(pieces, at)) return *told;
    return out;
}

/// "الشهر الجاري", "هذا الأسبوع", "العام الماضي", "الليلة نفسها".
Match pointed(const Pieces& pieces, std::size_t i)
{
    const bool in_front = pieces.is(i, "هذا") || pieces.is(i, "هذه");
    const std::size_t at = in_front ? i + 1 : i;
    const bool night = pieces.is(at, "الليله");
    if (!night && !(pieces.kind(at) == WordClass::unit && pieces.at(at).arabic)) return {};
    if (in_front) {
        Match out{at + 1, from(Basis::publication, night ? Unit::day : unit_at(pieces, at), 0)};
        if (night) out.meaning.part = Part::night;
        return out;
    }
    const Unit unit = night ? Unit::day : unit_at(pieces, at);
    if (!night && !pieces.at(at).text.starts_with("ال")) return {};
    Match out{at + 2, from(Basis::publication, unit, 0)};
    if (night) out.meaning.part = Part::night;
    switch (pieces.kind(at + 1)) {
        case WordClass::past:
            if (pieces.at(at + 1).word.value == 1) return {};
            out.meaning.amount = -1;
            return out;
        case WordClass::present: return out;
        case WordClass::future: out.meaning.amount = 1; return out;
        case WordClass::same: out.meaning.basis = Basis::narrative; return out;
        case WordClass::after:
            out.meaning.basis = Basis::narrative;
            out.meaning.amount = 1;
            return out;
        default: break;
    }
    if (!night) return {};
    if (pieces.is(at + 1, "قبل") && pieces.kind(at + 2) == WordClass::past) {  // "الليلة قبل الماضية"
        out.meaning.amount = -2;
        out.end = at + 3;
        return out;
    }
    const bool other = pieces.is(at + 1, "التي") || pieces.at(at + 1).word.kind == WordClass::ordinal || pieces.is(at + 1, "الاولي") || pieces.is(at + 1, "الثانيه");
    out.end = at + 1;
    return other ? Match{} : out;
}

struct Amount {
    std::size_t end = 0;
    Unit unit = Unit::day;
    int count = 1;
    bool known = true;
};

/// "يومين", "ثلاثة أيام", "10 أيام", "الأيام الثلاثة", "أكثر من سبعة أشهر", "الأسابيع القليلة", "أيام".
std::optional<Amount> amount_at(const Pieces& pieces, std::size_t i)
{
    Amount out;
    std::size_t at = i;
    if ((pieces.is(at, "اكثر") || pieces.is(at, "اقل")) && pieces.is(at + 1, "من")) at += 2;
    if (pieces.is(at, "نحو") || pieces.is(at, "حوالي") || pieces.is(at, "قرابه")) ++at;
    if (pieces.is(at, "ال") && pieces.at(at + 1).digits > 0) ++at;  // "الـ24 ساعة"
    bool counted = false;
    const bool part_of_hour = pieces.is(at, "نصف") || pieces.is(at, "ربع") || pieces.is(at, "نص") || pieces.is(at, "ثلث");
    if (part_of_hour && pieces.is(at + 1, "ساعه")) {
        constexpr int half_an_hour = 30;  // a quarter leads to the same day
        return Amount{at + 2, Unit::minute, half_an_hour, true};
    }
    if (pieces.is(at, "عده") || pieces.is(at, "بضعه")) {
        out.known = false;
        ++at;
    } else if (pieces.kind(at) == WordClass::number || (pieces.at(at).digits > 0 && pieces.at(at).digits <= 3)) {
        out.count = pieces.at(at).digits ? pieces.at(at).number : pieces.at(at).word.value;
        counted = true;
        ++at;
    }
    if (!is_unit(pieces, at)) return std::nullopt;
    const auto kind = pieces.kind(at);
    out.unit = unit_at(pieces, at);
    ++at;
    if (kind == WordClass::unit_dual) out.count = 2;
    if (kind == WordClass::unit_plural && !counted) {
        if (pieces.kind(at) == WordClass::number) {
            out.count = pieces.at(at).word.value;
            ++at;
        } else if (pieces.at(at).digits > 0 && pieces.at(at).digits <= 2) {
            out.count = pieces.at(at).number;
            ++at;
        } else {
            out.known = false;
            if (pieces.is(at, "القليله") || pieces.is(at, "القليل")) ++at;
        }
    }
    out.end = at;
    return out;
}

Match with(const Amount& amount, Basis basis, int sign)
{
    Meaning meaning = from(basis, amount.unit, sign * amount.count);
    meaning.amount_known = amount.known;
    meaning.ago = basis == Basis::publication;
    return {amount.end, meaning};
}

/// "قبل ذلك بيومين", "قبله بأسبوع", "بعدهما بساعات": so far from what was told.
Match distance_from_told(const Pieces& pieces, std::size_t i)
{
    constexpr std::array<std::string_view, 4> before{"قبلها", "قبله", "قبلهما", "قبلهم"}, after{"بعدها", "بعده", "بعدهما", "بعدهم"};
    const auto is_one_of = [&](const auto& words) { return std::find(words.begin(), words.end(), pieces.at(i).text) != words.end(); };
    const bool that = (pieces.is(i, "قبل") || pieces.is(i, "بعد")) && pieces.is(i + 1, "ذلك");
    const bool earlier = is_one_of(before) || (that && pieces.is(i, "قبل"));
    if (!earlier && !is_one_of(after) && !that) return {};
    const std::size_t at = that ? i + 2 : i + 1;
    const auto amount = pieces.at(at).preposition ? amount_at(pieces, at) : std::nullopt;
    return amount ? with(*amount, Basis::narrative, earlier ? -1 : 1) : Match{};
}

/// "قبل يومين", "بعد أيام", "منذ ثلاثة أيام", "قبلها بأسبوع", "خلال الأسبوعين الماضيين", "في ثلاثة أيام".
Match amount_phrase(const Pieces& pieces, std::size_t i)
{
    const bool before = pieces.is(i, "قبل"), since = pieces.is(i, "منذ"), after = pieces.is(i, "بعد");
    const bool then = pieces.is(i, "قبلها") || pieces.is(i, "بعدها");
    if (auto match = distance_from_told(pieces, i)) return match;
    const bool during = pieces.is(i, "خلال") || pieces.is(i, "في") || pieces.is(i, "طوال");
    if (!before && !since && !after && !then && !during) return {};
    const auto amount = amount_at(pieces, i + 1);
    if (!amount) return {};
    const auto next = pieces.kind(amount->end);
    if (then) return with(*amount, Basis::narrative, pieces.is(i, "قبلها") ? -1 : 1);
    const bool definite = pieces.at(i + 1).text.starts_with("ال") && pieces.kind(i + 1) != WordClass::number;
    if (during && next == WordClass::past && pieces.kind(i + 1) != WordClass::unit) {
        auto out = with(*amount, Basis::duration, 1);
        out.meaning.ends_now = true;
        ++out.end;
        return out;
    }
    if (definite || next == WordClass::past || next == WordClass::same) return {};
    if (before || since) return with(*amount, Basis::publication, -1);
    if (after) return with(*amount, Basis::narrative, 1);
    const bool counted = amount->end > i + 2 || pieces.kind(i + 1) == WordClass::unit_dual;
    const bool day_alone = pieces.is(i + 1, "يوم");
    const bool year_follows = year_at(pieces, i + 2).has_value();
    const bool month_follows = pieces.is(i + 1, "شهر");
    if (day_alone || year_follows || month_follows || (pieces.is(i, "في") && !counted)) return {};
    return with(*amount, Basis::duration, 1);
}

/// "قبل قليل", "منذ لحظات", "قبل وقت قصير": minutes, however many; but "قبل قليل من وصولهم" hangs on what follows.
Match moments_ago(const Pieces& pieces, std::size_t i)
{
    if (!pieces.is(i, "قبل") && !pieces.is(i, "منذ")) return {};
    const bool short_time = pieces.is(i + 1, "وقت") && pieces.is(i + 2, "قصير");
    if (!short_time && !pieces.is(i + 1, "قليل") && !pieces.is(i + 1, "لحظات") && !pieces.is(i + 1, "شوي")) return {};
    Match out{short_time ? i + 3 : i + 2, from(Basis::publication, Unit::minute, -1)};
    if (pieces.is(out.end, "من")) return {};
    out.meaning.ago = true;
    out.meaning.amount_known = false;
    return out;
}

// "aged", in front of an amount of years.
constexpr std::array<std::string_view, 8> ages{"البالغ", "البالغه", "يبلغ", "تبلغ", "عمره", "عمرها", "العمر", "بعمر"};

/// How long something took: "عشرة أيام", "ثلاث سنوات", "يومين". An age is none, and "الأيام الثلاثة" points.
Match measure(const Pieces& pieces, std::size_t i)
{
    const auto& first = pieces.at(i);
    const bool counted = first.word.kind == WordClass::number || first.digits > 0 || first.word.kind == WordClass::unit_dual;
    const auto before = pieces.at(i - 1).text;
    const bool age = before == "(" || std::find(ages.begin(), ages.end(), before) != ages.end();
    if (!counted || age || first.text.starts_with("ال")) return {};
    const auto amount = amount_at(pieces, i);
    if (!amount || is_dash(pieces, i - 1) || (first.conjunction && pieces.kind(i - 1) == WordClass::number)) return {};
    // "14 عاماً" is mostly an age; years that passed are mostly told in the plural.
    if (amount->unit == Unit::year && pieces.kind(amount->end - 1) == WordClass::unit) return {};
    const auto next = pieces.kind(amount->end);
    if (next == WordClass::past || next == WordClass::same || next == WordClass::present || year_at(pieces, amount->end)) return {};
    auto out = with(*amount, Basis::duration, 1);
    out.meaning.undating = true;
    return out;
}

/// "في الآونة الأخيرة", "خلال الفترة الماضية", "منذ فترة", "في وقت سابق".
Match vague(const Pieces& pieces, std::size_t i)
{
    Meaning meaning = from(Basis::vague, Unit::day, 0);
    if (pieces.kind(i) == WordClass::vague && pieces.at(i).arabic) {
        meaning.toward = static_cast<Toward>(pieces.at(i).word.value);
        meaning.undating = meaning.toward != Toward::past || pieces.is(i, "سابقا");
        return {i + 1, meaning};
    }
    if (pieces.is(i, "الاونه") || pieces.is(i, "الفتره")) return {pieces.kind(i + 1) == WordClass::past ? i + 2 : 0, meaning};
    if (pieces.is(i, "فتره") && pieces.is(i - 1, "منذ")) return {i + 1, meaning};
    if (pieces.is(i, "وقت") && pieces.is(i + 1, "سابق")) return {i + 2, meaning};
    return {};
}

Match holiday(const Pieces& pieces, std::size_t i)
{
    const std::size_t at = pieces.is(i, "شهر") ? i + 1 : i;
    const Meaning meaning = from(Basis::vague, Unit::month, 0);
    if (pieces.is(at, "رمضان")) {
        const auto next = pieces.kind(at + 1);
        const bool said = year_at(pieces, at + 1) || next == WordClass::past || next == WordClass::present || next == WordClass::future;
        return {said ? at + 2 : at + 1, meaning};
    }
    if (pieces.is(at, "عيد") && (pieces.is(at + 1, "الفطر") || pieces.is(at + 1, "الاضحي"))) return {at + 2, meaning};
    return {};
}

/// "يوميا", "شبه يومي", "كل يوم".
Match repeated(const Pieces& pieces, std::size_t i)
{
    Meaning meaning = from(Basis::set, Unit::day, 1);
    if (pieces.kind(i) == WordClass::set && pieces.at(i).arabic) {
        constexpr Unit units[] = {Unit::day, Unit::day, Unit::week, Unit::month, Unit::year};
        meaning.unit = units[pieces.at(i).word.value];
        return {i + 1, meaning};
    }
    const bool daily = pieces.is(i + 1, "يومي") || pieces.is(i + 1, "يوميه") || pieces.is(i + 1, "يوميا");
    if (pieces.is(i, "شبه") && daily) return {i + 2, meaning};
    if (pieces.is(i, "كل") && pieces.kind(i + 1) == WordClass::unit && !pieces.at(i + 1).text.starts_with("ال")) {
        meaning.unit = unit_at(pieces, i + 1);
        return {i + 2, meaning};
    }
    return {};
}

}  // namespace

Match arabic_relative(const Pieces& pieces, std::size_t i)
{
    if (auto match = amount_phrase(pieces, i)) return match;
    if (auto match = moments_ago(pieces, i)) return match;
    if (auto match = that_day(pieces, i)) return match;
    if (auto match = relative_day(pieces, i)) return match;
    if (auto match = pointed(pieces, i)) return match;
    if (auto match = vague(pieces, i)) return match;
    if (auto match = holiday(pieces, i)) return match;
    if (pieces.is(i, "غداه")) return {i + 1, from(Basis::narrative, Unit::day, 1)};
    if (auto match = repeated(pieces, i)) return match;
    return measure(pieces, i);
}

}  // namespace sitrep::when
