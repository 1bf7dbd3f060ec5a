#include "understand/who/struck_in_arabic.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/clitics.hpp"
#include "text/numbers.hpp"
#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

template <class Words>
bool is_any(std::string_view normal, const Words& words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text::matches_behind_clitics(normal, word); });
}

// What forces strike, raid and find.
bool is_hit(std::string_view normal)
{
    constexpr std::array<std::string_view, 46> things{
        "معسكر", "معسكرات", "موقع", "مواقع", "موقعا", "مخبا", "مخابي", "مخباين", "وكر", "وكرا", "اوكار", "مقر", "مقرا",
        "مقار", "مقرات", "رتل",
        "رتلا", "ارتال", "سياره", "سيارات", "سيارتين", "عجله", "عجلات", "اليه", "اليات", "تجمع", "تجمعا", "تجمعات", "قاعده",
        "قواعد", "نفق", "انفاق",
        "ملجا", "ملاجي", "كهف", "كهوف", "مضافه", "مضافات", "مستودع", "مستودعات", "اهداف", "هدفا", "نقاط", "معاقل", "معقل", "جيوب"};
    return is_any(normal, things);
}

// Of whom forces kill or catch one: "قيادي في القاعدة", "مسؤولاً من «الشباب»".
bool is_one_of_theirs(std::string_view normal)
{
    constexpr std::array<std::string_view, 15> people{"قيادي", "قياديا", "قياديين", "قايد", "قايدا", "قاده", "مسوول", "مسوولا", "زعيم",
                                                      "امير", "اميرا", "عضو", "اعضاء",
                                                      "مشتبه", "ممول"};
    return is_any(normal, people);
}

// "بالانتماء إلى", "المنتمين إلى", "يشتبه بصلتهم ب"
bool is_belonging(std::string_view normal)
{
    constexpr std::array<std::string_view, 12> words{"انتماء", "انتمايهم", "انتمايه", "منتمين", "منتم", "ينتمون", "ينتمي", "صلتهم",
                                                     "صلته", "ارتباطهم",
                                                     "ارتباطه", "مبايعه"};
    return is_any(normal, words);
}

bool is_against(std::string_view normal)
{
    constexpr std::array<std::string_view, 4> words{"ضد", "مع", "فلول", "بحق"};
    return is_one_of(words, normal);
}

class Before {
public:
    Before(const Material& material, const ActorCue& actor)
        : tokens_(material.document.tokens()), document_(material.document), begin_(material.document.sentences()[actor.sentence].first), at_(actor.tokens.first)
    {
        step_over_marks();
    }

    std::string_view word() const { return at_ > begin_ ? tokens_[at_ - 1].normal : std::string_view(); }
    bool is_number() const { return at_ > begin_ && text::read_number(document_, at_ - 1).has_value(); }
    void step()
    {
        if (at_ > begin_) --at_;
        step_over_marks();
    }

private:
    // «قسد» and ل«قسد»
    void step_over_marks()
    {
        constexpr std::array<std::string_view, 5> marks{"«", "\"", "“", "(", "'"};
        while (at_ > begin_ && is_one_of(marks, tokens_[at_ - 1].normal)) --at_;
    }

    const std::vector<text::Token>& tokens_;
    const text::Document& document_;
    std::uint32_t begin_;
    std::uint32_t at_;
};

// "عناصر من داعش", "مسلحي داعش": steps back over what calls them its men.
void step_over_members(Before& before)
{
    constexpr std::array<std::string_view, 10> members{"عناصر", "عنصر", "عنصرا", "مسلحي", "مسلحا", "مقاتلي", "مقاتلا", "افراد", "ارهابيي",
                                                       "خلايا"};
    constexpr int looked_at = 2;
    for (int left = looked_at; left > 0 && is_any(before.word(), members); --left) before.step();
}

}  // namespace

bool is_told_as_struck(const Material& material, const ActorCue& actor)
{
    constexpr std::array<std::string_view, 4> of{"من", "في", "الي", "ل"};
    Before before(material, actor);
    step_over_members(before);
    if (is_against(before.word())) return true;
    const bool linked = is_one_of(of, before.word());
    if (linked) before.step();
    if (linked && before.is_number()) return true;
    step_over_members(before);
    // "معسكرات عدة لتنظيم داعش", "مخزنين تابعين لداعش"
    constexpr int described_by = 2;
    for (int left = described_by; left >= 0; --left, before.step()) {
        if (is_hit(before.word()) || is_belonging(before.word()) || (linked && is_one_of_theirs(before.word()))) return true;
        const std::string_view word = before.word();
        const bool describes = word.ends_with("ه") || word.ends_with("ي") || word.ends_with("ين") || word.ends_with("ات") || word.ends_with("ا");
        if (!describes) return false;
    }
    return false;
}

}  // namespace sitrep::understand
