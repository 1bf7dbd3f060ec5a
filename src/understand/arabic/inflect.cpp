#include "understand/arabic/inflect.hpp"

#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::array<std::string_view, 5> pronouns{"ه", "ها", "هم", "هما", "هن"};

bool ends_with(std::string_view word, std::string_view end)
{
    return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

std::string join(std::string_view a, std::string_view b, std::string_view c = {})
{
    std::string word(a);
    word += b;
    word += c;
    return word;
}

void with_pronouns(std::vector<Inflected>& out, std::string_view stem, Shape shape)
{
    shape.pronoun = true;
    for (const auto pronoun : pronouns) {
        out.push_back({join(stem, pronoun), shape});
    }
}

void past_forms(std::vector<Inflected>& out, std::string_view past)
{
    const bool weak = ends_with(past, "ي") || ends_with(past, "ا");  // ألقى → ألقت، سطا → سطت
    const std::string stem(weak ? past.substr(0, past.size() - 2) : past);
    out.push_back({std::string(past), {}});
    with_pronouns(out, weak ? join(stem, "ا") : stem, {});
    if (weak) {  // تُوفيت keeps its ي; the lists do not tell the two sorts apart
        out.push_back({join(past, "ت"), {.feminine = true}});
    }
    const Shape feminine{.feminine = true};
    out.push_back({join(stem, "ت"), feminine});
    with_pronouns(out, join(stem, "ت"), feminine);
    const Shape plural{.plural = true};
    out.push_back({join(stem, "وا"), plural});
    with_pronouns(out, join(stem, "و"), plural);
    const Shape dual{.dual = true};
    out.push_back({join(past, "ا"), dual});
    out.push_back({join(stem, "تا"), {.feminine = true, .dual = true}});
    out.push_back({join(past, "ن"), {.feminine = true, .plural = true}});
}

void present_forms(std::vector<Inflected>& out, std::string_view present)
{
    if (!present.starts_with("ي")) {
        return;
    }
    const std::string feminine = join("ت", present.substr(2));
    out.push_back({std::string(present), {.present = true}});
    with_pronouns(out, present, {.present = true});
    out.push_back({feminine, {.present = true, .feminine = true}});
    with_pronouns(out, feminine, {.present = true, .feminine = true});
    const bool weak = ends_with(present, "ي");
    const std::string_view stem = weak ? present.substr(0, present.size() - 2) : present;
    out.push_back({join(stem, "ون"), {.present = true, .plural = true}});
    out.push_back({join(stem, "وا"), {.present = true, .plural = true}});
    out.push_back({join(present, "ان"), {.present = true, .dual = true}});
    out.push_back({join(feminine, "ان"), {.present = true, .feminine = true, .dual = true}});
}

void dual_forms(std::vector<Inflected>& out, std::string_view stem, bool feminine, bool ambiguous, bool construct)
{
    out.push_back({join(stem, "ان"), {.feminine = feminine, .dual = true}});
    out.push_back({join(stem, "ا"), {.feminine = feminine, .dual = feminine, .construct = feminine}});
    // ين is both the dual and the sound plural: the reader decides by the vowels, if any are written
    out.push_back({join(stem, "ين"), {.feminine = feminine, .dual = true, .plural = ambiguous}});
    if (construct && !ambiguous) {
        out.push_back({join(stem, "ي"), {.feminine = feminine, .dual = true, .construct = true}});
    }
    if (construct) {  // طفلاه, طفليه
        with_pronouns(out, join(stem, "ا"), {.feminine = feminine, .dual = true});
        with_pronouns(out, join(stem, "ي"), {.feminine = feminine, .dual = true});
    }
}

}  // namespace

std::vector<Inflected> inflect_verb(std::string_view past, std::string_view present)
{
    std::vector<Inflected> out;
    past_forms(out, past);
    present_forms(out, present);
    return out;
}

std::vector<Inflected> inflect_noun(std::string_view singular, std::string_view plural, bool of_people)
{
    std::vector<Inflected> out;
    const bool marbuta = ends_with(singular, "ه");
    const bool sound = plural == "*";
    out.push_back({std::string(singular), {.feminine = marbuta}});
    if (marbuta) {
        const std::string stem = join(singular.substr(0, singular.size() - 2), "ت");
        with_pronouns(out, stem, {.feminine = true});
        dual_forms(out, stem, true, false, of_people);
    } else {
        with_pronouns(out, singular, {});
        dual_forms(out, singular, false, sound, of_people);
    }
    if (sound) {
        out.push_back({join(singular, "ون"), {.plural = true}});
        out.push_back({join(singular, "و"), {.plural = true, .construct = true}});
        out.push_back({join(singular, "ي"), {.plural = true, .construct = true}});
    } else if (plural != "-" && !plural.empty()) {
        out.push_back({std::string(plural), {.feminine = marbuta, .plural = true}});
        with_pronouns(out, plural, {.feminine = marbuta, .plural = true});
        out.push_back({join(plural, "ا"), {.plural = true}});
    }
    return out;
}

}  // namespace sitrep::understand::arabic
