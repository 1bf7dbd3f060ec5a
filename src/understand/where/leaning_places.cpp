#include "understand/where/leaning_places.hpp"

#include <algorithm>
#include <array>

#include "understand/one_of.hpp"

namespace sitrep::understand {

namespace {

bool opens_place(std::string_view normal)
{
    constexpr std::array<std::string_view, 8> openings{"في", "وفي", "ففي", "قرب", "وقرب", "عند", "وعند", "بالقرب"};
    return is_one_of(openings, normal);
}

// "في الثانية من عمره", "في الكتف", "في المكان": an order, a part of the body, or what was told before.
bool is_no_name(std::string_view normal)
{
    constexpr std::array<std::string_view, 92> words{
        "الاولي", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه", "العاشره",
        "الحاديه", "الاول", "الثاني", "الثالث", "الرابع", "العشرين", "الثلاثين", "الاربعين",
        "الخمسين", "الستين", "السبعين", "الكتف", "الراس", "الساق", "العنق", "البطن", "الصدر", "الظهر", "القدم", "اليد",
        "الفخذ", "الوجه", "بطنه", "كتفه", "راسه", "ساقه",
        "صدره", "ظهره", "عنقه", "قدمه", "وجهه", "فخذه", "يده", "عينه", "الاطراف", "المكان", "الموقع", "الحادث", "التوقيت",
        "البحر", "الهواء", "الخلاء", "المستشفي", "المشفي",
        "المدينه", "البلده", "القريه", "المنطقه", "المحافظه", "الولايه", "الحي", "المخيم", "المدرسه", "المسجد", "السوق",
        "المنزل", "المبني", "مبني", "منزل", "عياده", "العنايه", "الطريق", "الحقل", "خروج",
        "خروجه", "منزله", "بيته", "باب", "متجره", "محله", "مكتبه", "سيارته", "العمر", "مقتبل", "ظروف", "غامضه",
        "المرعي", "المراعي", "بير", "بئر", "البرلمان", "الدوري"};
    return is_one_of(words, normal) || normal.ends_with("ها") || normal.ends_with("هم") || normal.ends_with("هما") || normal.ends_with("تين") ||
           normal.ends_with("ينيات");
}

class Leaning {
public:
    Leaning(const text::Document& document, const Context& context, const Cues& cues, const std::vector<TaggedSpan>& spans)
        : document_(document), context_(context), cues_(cues), in_cue_(document.tokens().size(), 0), seen_(in_cue_)
    {
        mark(cues.acts);
        mark(cues.actors);
        mark(cues.tolls);
        mark(cues.weapons);
        mark(cues.sources);
        mark(cues.persons);
        mark(cues.claims);
        for (const TaggedSpan& span : spans)
            if (span.role == tag_role("place")) std::fill(seen_.begin() + span.tokens.first, seen_.begin() + span.tokens.last, std::uint8_t{1});
    }

    std::vector<TaggedSpan> run() const
    {
        constexpr int alone_min = 0, held_min = -2;  // steps of RoleLeans; found with the held-out reports
        constexpr std::uint32_t words_max = 2;
        std::vector<TaggedSpan> found;
        for (const text::Sentence& sentence : document_.sentences()) {
            const bool told = tells_place({sentence.first, sentence.last});
            for (std::uint32_t at = sentence.first + 1; at < sentence.last; ++at) {
                if (!opens_place(document_.tokens()[at - 1].normal)) continue;
                std::uint32_t last = at;
                int lean = leans_max;
                while (last < std::min(sentence.last, at + words_max) && is_free(last) && lean_at(last) >= held_min) lean = std::min<int>(lean, lean_at(last++));
                if (last == at) continue;
                if ((lean >= alone_min && !told) || holder_follows(last, sentence.last)) found.push_back({{at, last}, tag_role("place")});
            }
        }
        return found;
    }

private:
    template <class Cue>
    void mark(const std::vector<Cue>& cues)
    {
        for (const Cue& cue : cues) std::fill(in_cue_.begin() + cue.tokens.first, in_cue_.begin() + cue.tokens.last, std::uint8_t{1});
    }

    int lean_at(std::uint32_t at) const { return cues_.leans[at][tag_role("place")]; }

    bool is_free(std::uint32_t at) const
    {
        const text::Token& token = document_.tokens()[at];
        const bool told_apart = in_cue_[at] != 0 || seen_[at] != 0 || context_.in_place[at] != 0 || context_.in_date[at] != 0;
        return token.arabic && token.kind == text::TokenKind::word && !told_apart && !is_no_name(token.normal) && !begins_place(at);
    }

    bool begins_place(std::uint32_t at) const
    {
        const auto begins_before = [](const ContextPlace& place, std::uint32_t token) { return place.tokens.first < token; };
        const auto place = std::lower_bound(context_.places.begin(), context_.places.end(), at, begins_before);
        return place != context_.places.end() && place->tokens.first == at;
    }

    // A sentence that tells a town or a site needs no guess beside it.
    bool tells_place(Tokens sentence) const
    {
        const auto finer = [](const ContextPlace& place) { return place.mention->place.precision <= PlacePrecision::governorate; };
        const auto begins_before = [](const ContextPlace& place, std::uint32_t token) { return place.tokens.first < token; };
        const auto first = std::lower_bound(context_.places.begin(), context_.places.end(), sentence.first, begins_before);
        const auto last = std::lower_bound(first, context_.places.end(), sentence.last, begins_before);
        return std::any_of(first, last, finer) || std::find(seen_.begin() + sentence.first, seen_.begin() + sentence.last, 1) != seen_.begin() + sentence.last;
    }

    // "بإيتوري", "شرق العريش": what holds the name begins right behind it, or behind "في" and "من".
    bool holder_follows(std::uint32_t at, std::uint32_t end) const
    {
        if (at < end && (document_.tokens()[at].normal == "في" || document_.tokens()[at].normal == "من")) return at + 1 < end && begins_place(at + 1);
        return at < end && begins_place(at) && !document_.tokens()[at].normal.starts_with("و");
    }

    const text::Document& document_;
    const Context& context_;
    const Cues& cues_;
    std::vector<std::uint8_t> in_cue_, seen_;  ///< one per token; seen as a place by the tagger
};

}  // namespace

std::vector<TaggedSpan> leaning_places(const text::Document& document, const Context& context, const Cues& cues, const std::vector<TaggedSpan>& spans)
{
    if (cues.leans.size() != document.tokens().size()) return {};
    return Leaning(document, context, cues, spans).run();
}

}  // namespace sitrep::understand
