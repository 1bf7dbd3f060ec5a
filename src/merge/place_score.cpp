// Where: the same place, near it, or apart.
#include "merge/scoring.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::merge {
namespace {

namespace weight {
constexpr double same_place = 0.45, same_place_not_finest = 0.30, same_city = 0.30, same_name = 0.42, same_name_not_finest = 0.25, second_name = 0.25;
constexpr double close = 0.20, apart = -0.30, far = -1.0, other_names = -0.28;
constexpr double same_governorate = 0.22, other_governorate = -0.80, other_country = -2.0;
}  // namespace weight

constexpr double same_place_km = 5, close_km = 15, far_km = 40;
constexpr std::int64_t large_town = 100'000;  // "in Homs" says less than "in al-Sukhna"
constexpr std::size_t telling_letters = 3;  // a skeleton of two letters is shared by chance

std::string_view label(const AccountPlace& place)
{
    return place.place.name.empty() ? std::string_view(place.text) : std::string_view(place.place.name);
}

bool share_name(const NameSkeleton& a, const NameSkeleton& b)
{
    if (a.whole == b.whole) return true;
    return std::any_of(a.words.begin(), a.words.end(), [&b](const std::string& word) {
        return word.size() >= telling_letters && std::find(b.words.begin(), b.words.end(), word) != b.words.end();
    });
}

struct Meeting {
    double weight = 0;
    const AccountPlace* a = nullptr;
    const AccountPlace* b = nullptr;
    std::optional<double> km;
    std::size_t shared = 0;  ///< how many places of one account the other names too
};

/// How two fine places stand to each other; nothing when one has no name of its own.
std::optional<Meeting> meeting_of(const Weighed& a, std::size_t i, const Weighed& b, std::size_t j)
{
    const AccountPlace &x = *a.where.fine[i], &y = *b.where.fine[j];
    const bool finest = i == 0 && j == 0;
    const bool resolved = x.place.is_resolved() && y.place.is_resolved();
    if (resolved && x.place.gazetteer_id == y.place.gazetteer_id) {
        const bool large = std::max(x.place.population, y.place.population) >= large_town;
        return Meeting{large ? weight::same_city : finest ? weight::same_place : weight::same_place_not_finest, &x, &y, 0.0};
    }
    if (resolved && x.place.point && y.place.point) {
        const double km = distance_km(*x.place.point, *y.place.point);
        if (km <= close_km) return Meeting{km <= same_place_km ? weight::same_place_not_finest : weight::close, &x, &y, km};
        const bool points = x.place.precision == PlacePrecision::exact && y.place.precision == PlacePrecision::exact;
        return Meeting{finest && points && km > far_km ? weight::far : weight::apart, &x, &y, km};
    }
    const NameSkeleton &p = a.name_of(i), &q = b.name_of(j);
    if (p.empty() || q.empty()) return std::nullopt;
    if (share_name(p, q)) return Meeting{finest ? weight::same_name : weight::same_name_not_finest, &x, &y, std::nullopt};
    return Meeting{weight::other_names, &x, &y, std::nullopt};
}

/// The best meeting of two fine places.
Meeting meet(const Weighed& a, const Weighed& b)
{
    Meeting best;
    std::size_t shared = 0;
    for (std::size_t i = 0; i < a.where.fine.size(); ++i) {
        bool found = false;
        for (std::size_t j = 0; j < b.where.fine.size(); ++j) {
            const auto meeting = meeting_of(a, i, b, j);
            if (!meeting) continue;
            found |= meeting->weight > 0;
            if (best.a == nullptr || meeting->weight > best.weight) best = *meeting;
        }
        shared += found ? 1 : 0;
    }
    best.shared = shared;
    return best;
}

bool same_area(const Place& a, const Place& b)
{
    if (!a.admin1_code.empty() && !b.admin1_code.empty()) return a.admin1_code == b.admin1_code;
    return a.admin1 == b.admin1;
}

/// The governorate that both accounts name, or nothing.
const Place* shared_area(const Where& a, const Where& b)
{
    for (const auto* one : a.areas)
        for (const auto* other : b.areas)
            if (same_area(*one, *other)) return one;
    return nullptr;
}

}  // namespace

void score_place(const Weighed& a, const Weighed& b, Score& score)
{
    const Where &x = a.where, &y = b.where;
    if (!x.country.empty() && !y.country.empty() && x.country != y.country) {
        score.add("place", weight::other_country, [&] { return fmt::format("{} and {} are different countries", x.country, y.country); });
        return;
    }
    const Meeting meeting = meet(a, b);
    const Place* area = shared_area(x, y);
    if (!area && !x.areas.empty() && !y.areas.empty() && meeting.weight < weight::same_place_not_finest) {
        score.add("place", weight::other_governorate,
                  [&] { return fmt::format("{} and {} are different governorates", x.areas.front()->admin1, y.areas.front()->admin1); });
        return;
    }
    if (meeting.a) {
        score.add("place", meeting.weight, [&] {
            if (meeting.km) return fmt::format("{} and {} are {:.0f} km apart", label(*meeting.a), label(*meeting.b), *meeting.km);
            return fmt::format("{} and {} {}", label(*meeting.a), label(*meeting.b), meeting.weight > 0 ? "are the same name" : "are different names");
        });
        if (meeting.weight < 0) return;
        if (meeting.shared > 1) score.add("place", weight::second_name, [] { return std::string("further places are the same"); });
    }
    if (area) score.add("place", weight::same_governorate, [&] { return fmt::format("both in {}", area->admin1); });
}

}  // namespace sitrep::merge
