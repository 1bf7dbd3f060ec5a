// Arabic names that no gazetteer has: the word behind a noun that wants a name, with what makes it whole ("قرية أولاد يعيش").
#include "place/unknown_names.hpp"

#include "place/name_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sitrep::place {
namespace {

constexpr std::string_view article = "ال";
constexpr std::size_t letter_bytes = 2;

bool is_any(std::string_view normal, std::span<const std::string_view> words) { return std::ranges::find(words, normal) != words.end(); }

/// The noun before a name, as it bears on the name.
struct Head {
    std::string_view noun;  ///< without clitics
    bool strong = false;    ///< hardly stands without a name: "قرية", "حي"
    bool weak = false;      ///< is often only described: "جسر صغير", "مسجد يضم"
    bool in = false;        ///< no noun, but a word for "in" or "near"
    bool site = false;
    bool bare = false;      ///< without an article: "المسجد" is known and needs no name

    bool is_feminine() const
    {
        constexpr std::array<std::string_view, 8> nouns{"قريه", "بلده", "مدينه", "ناحيه", "مديريه", "محافظه", "مقاطعه", "منطقه"};
        return is_any(noun, nouns);
    }
    bool is_plural() const
    {
        constexpr std::array<std::string_view, 7> nouns{"قري", "بلدات", "مدن", "احياء", "مناطق", "مزارع", "اقاليم"};
        return is_any(noun, nouns);
    }
    /// Streets, bridges, squares and mosques are called after people and virtues.
    bool is_called_after() const
    {
        constexpr std::array<std::string_view, 8> nouns{"شارع", "طريق", "جسر", "مسجد", "جامع", "ساحه", "دوار", "مخيم"};
        return strong || is_any(noun, nouns);
    }
};

Head head_of(const Atom& atom)
{
    Head head;
    head.noun = atom.normal.substr(std::min(atom.normal.size(), letter_bytes * atom.cue_trim));
    head.strong = atom.cue == Cue::settlement || atom.cue == Cue::district || atom.cue == Cue::quarter;
    head.site = atom.cue == Cue::site;
    head.weak = head.site || atom.cue == Cue::area || atom.cue == Cue::road || atom.cue == Cue::water || atom.cue == Cue::mountain || atom.cue == Cue::desert;
    head.in = atom.cue == Cue::in || atom.cue == Cue::near;
    head.bare = !atom.normal.starts_with(article) && !head.noun.starts_with(article);
    return head;
}

/// Adjectives tell what a thing is like ("سكنية", "عسكري"), they do not name it. They agree with their noun: a village is never "سكني".
bool is_adjective(std::string_view normal, const Head& head)
{
    if (normal.starts_with(article)) return false;
    if (normal.ends_with("يه") || normal.ends_with("ات") || normal.ends_with("ين")) return true;
    const bool tanwin = head.site && normal.ends_with("يا");  // "ميناء نهريا"
    return tanwin || (!head.is_feminine() && normal.ends_with("ي"));
}

/// "قرية تدعى", "بلدة تعاني", "مقهى يرتاده": verbs of which the noun is subject or object.
bool is_verb(std::string_view normal, const Head& head)
{
    if (head.weak && normal.starts_with("ي") && (normal.ends_with("ه") || normal.ends_with("ها"))) return true;
    constexpr std::array<std::string_view, 9> verbs{"تدعي", "تسمي", "تعاني", "تحتوي", "تنتمي", "تحاذي", "تووي", "تاوي", "يدعي"};
    return is_any(normal, verbs);
}

bool is_name_word(const Atom& atom, const Head& head)
{
    constexpr std::size_t shortest_bytes = 6;
    if (!atom.arabic || atom.number || atom.cue != Cue::none || atom.normal.size() < shortest_bytes) return false;
    if (!atom.demonym.empty() || is_adjective(atom.normal, head) || is_verb(atom.normal, head)) return false;
    if ((head.site || head.noun == "طريق") && atom.normal.starts_with("و")) return false;  // "مدرسة ومعلمة"
    return !atom.normal.starts_with("لل") && !atom.normal.starts_with("ب");
}

/// "شارع السلام", "حي الشهداء": with an article everyday words name what is called after them; "صباح اليوم" and "عاصمة البلاد" do not.
bool is_honoured(const Atom& atom)
{
    constexpr std::array<std::string_view, 28> others{"اليوم", "الاول", "الاولي", "الثاني", "الثالث", "الخامسه", "الصباح", "الليل", "الذي",
        "التي", "الفجر", "المساء", "الحي", "الان",
                                                      "النهار", "المدينه", "البلده", "المنطقه", "المحافظه", "البلاد", "الشعب", "الدوله",
                                                      "الداخليه", "المحليه", "الطريق", "السوق", "الوادي", "المخيم"};
    const bool word = atom.cue == Cue::common || is_everyday(atom.cue);
    return word && atom.cue_trim == 0 && atom.normal.starts_with(article) && !is_any(atom.normal, others);
}

/// "الشيخ رضوان", "عبد الحميد", "محمد آغا": the first half of a name.
bool is_half_name(std::string_view normal)
{
    constexpr std::array<std::string_view, 16> halves{"الشيخ", "السلطان", "الملك", "الامير", "الامام", "السيد", "الحاج", "عبد", "ابو", "ابن",
        "محمد", "علي", "احمد", "حسن", "الشهيد", "سيدي"};
    return is_any(normal, halves);
}

bool is_given_name(const Atom& atom)
{
    constexpr std::array<std::string_view, 16> names{"محمد", "احمد", "الشيخ", "السيد", "صالح", "خالد", "حسين", "حسن", "عبد", "ابن", "ابراهيم",
        "يوسف", "محمود", "مصطفي", "عمر", "علي"};
    return atom.cue == Cue::person && atom.cue_trim == 0 && is_any(atom.normal, names);
}

/// Words that open a name behind such a noun, but mean themselves elsewhere: "قرية قلب لوزة", not "في قلب المدينة".
bool opens_name_behind_noun(std::string_view normal)
{
    constexpr std::array<std::string_view, 24> openings{"اولاد", "البو", "ال",  "باب",  "برج",  "قصر", "مرج", "خان", "كوم", "نجع", "عزبه", "منزل",
                                                        "بركه",  "قلب",  "قره", "حصن", "قلعه", "رسم", "شعبه", "كوت", "ابن", "بنت", "بني", "ذي"};
    return is_any(normal, openings);
}

/// End of the name of several words that begins at `i`, or `i`.
std::size_t end_of_compound(const std::vector<Atom>& atoms, std::size_t i, const Head& head)
{
    if (!same_run(atoms, i, i + 1) || atoms[i + 1].number) return i;
    const auto& next = atoms[i + 1];
    if (opens_arabic_name(atoms[i].normal) && (head.strong || head.weak || head.in) && next.cue == Cue::none) return i + 2;
    if (!head.bare || !(head.strong || head.weak)) return i;
    const bool follows = next.cue == Cue::none || next.cue == Cue::person || is_honoured(next);
    if (!follows || next.cue_trim > 0 || (next.cue != Cue::person && !next.normal.starts_with(article) && is_adjective(next.normal, head))) return i;
    if (opens_name_behind_noun(atoms[i].normal)) return i + 2;
    if (!is_half_name(atoms[i].normal) || !head.is_called_after() || next.cue == Cue::common) return i;
    const bool goes_on = is_half_name(next.normal) && same_run(atoms, i, i + 2) && atoms[i + 2].cue == Cue::none && !atoms[i + 2].number;
    return goes_on ? i + 3 : i + 2;  // "السلطان عبد الحميد"
}

/// "عمار بن ياسر", "خالد بن الوليد": a father's name goes on.
std::size_t over_fathers(const std::vector<Atom>& atoms, std::size_t first, std::size_t last)
{
    constexpr std::size_t fathers_max = 2;
    for (std::size_t step = 0; step < fathers_max && same_run(atoms, first, last + 1); ++step) {
        const bool son = atoms[last].normal == "بن" || atoms[last].normal == "ابن";
        const bool named = atoms[last + 1].cue == Cue::none || atoms[last + 1].cue == Cue::person;
        if (!same_run(atoms, first, last) || !son || !named || atoms[last + 1].number) break;
        last += 2;
    }
    return last;
}

}  // namespace

Spot unknown_arabic(const std::vector<Atom>& atoms, std::size_t i)
{
    Spot spot;
    spot.first = spot.last = i;
    auto at = i;  // the noun may be followed by a quotation mark
    if (at > 0 && !atoms[at - 1].word && (atoms[at - 1].normal == "«" || atoms[at - 1].normal == "\"")) --at;
    const auto* prior = before(atoms, at);
    if (prior == nullptr || !prior->word) return spot;
    const auto head = head_of(*prior);
    const bool noun = head.bare && (head.strong || head.weak);
    const bool called_after = noun && head.is_called_after() && (is_given_name(atoms[i]) || (!head.is_plural() && is_honoured(atoms[i])));
    if (const auto last = end_of_compound(atoms, i, head); last > i) spot.last = last;
    else if ((noun && is_name_word(atoms[i], head)) || called_after) spot.last = i + 1;
    if (spot.last > i && noun) spot.last = over_fathers(atoms, i, spot.last);
    if (spot.last > i) read_surroundings(atoms, spot);
    return spot;
}

}  // namespace sitrep::place
