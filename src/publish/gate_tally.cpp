// Counts stated by others, as far as they may leave: numbers, codes and public names only.
#include "publish/gate.hpp"

#include "publish/links.hpp"
#include "publish/tally_accounts.hpp"
#include "publish/words.hpp"

#include <algorithm>
#include <array>

namespace sitrep::publish {
namespace {

struct Cue {
    std::string_view code;
    std::array<std::string_view, 12> words;  ///< beginnings of words, in the form of words_of()
};

// The first that fits decides, so what happened to people stands before what happened.
constexpr std::array<Cue, 9> unit_cues{{
    {"injured", {"wound", "injur", "جريح", "جرح", "اصاب", "مصاب"}},
    {"abducted", {"abduct", "kidnap", "خطف", "مختطف", "مخطوف"}},
    {"arrested", {"arrest", "detain", "captured", "اعتق", "معتقل", "توقيف", "موقوف"}},
    {"targeted_killings", {"assassinat", "killings", "اغتيال"}},
    {"killed", {"kill", "dead", "death", "fatalit", "died", "casualt", "martyr", "قتيل", "قتل", "شهيد", "شهدا", "ضحايا"}},
    {"airstrikes", {"airstrike", "strike", "sorties", "غار"}},
    {"attacks", {"attack", "assault", "ambush", "bomb", "explos", "ied", "هجوم", "هجمات", "تفجير", "عبوه", "انفجار", "كمين"}},
    {"operations", {"operation", "raid", "sweep", "عملي", "مداهم"}},
    {"incidents", {"incident", "event", "حادث", "حوادث"}},
}};

constexpr std::array<Cue, 8> role_cues{{
    {"residents", {"resident", "local", "villager", "سكان", "اهالي", "محلي"}},
    {"medical_source", {"medic", "hospital", "doctor", "طبي", "مشف", "مستشف"}},
    {"police", {"police", "شرط"}},
    {"military_source", {"military", "army", "command", "عسكر", "جيش"}},
    {"security_source", {"security", "intelligence", "امن"}},
    {"officials", {"official", "ministr", "government", "governor", "authorit", "مسوول", "وزار", "حكوم"}},
    {"monitors", {"monitor", "observatory", "activist", "مرصد", "ناشط"}},
    {"united_nations", {"un", "unami", "ohchr", "متحد"}},
}};

constexpr std::array<Cue, 4> who_cues{{
    {"civilian", {"civilian", "shepherd", "farmer", "child", "women", "مدني", "طفل", "اطفال", "نسا", "مواطن"}},
    {"police", {"police", "شرط"}},
    {"militant", {"militant", "terrorist", "jihadi", "isis", "insurgent", "مسلح", "ارهاب", "داعش"}},
    {"military", {"soldier", "troop", "military", "sdf", "army", "forces", "fighter", "جندي", "جنود", "عسكر", "عناصر", "قوات"}},
}};

template <std::size_t count>
std::string code_for(std::string_view text, const std::array<Cue, count>& cues)
{
    const std::vector<std::string> words = name_words(text);
    for (const Cue& cue : cues)
        for (const std::string_view begin : cue.words) {
            if (begin.empty()) continue;
            constexpr std::size_t whole_word_bytes = 3;  // "ied", "un": no word only begins so
            const auto fits = [&](const std::string& word) { return begin.size() <= whole_word_bytes ? word == begin : word.starts_with(begin); };
            if (std::any_of(words.begin(), words.end(), fits)) return std::string(cue.code);
        }
    return {};
}

bool is_area(const Place& place)
{
    return place.is_resolved() && (place.kind == PlaceKind::country || place.kind == PlaceKind::governorate || place.kind == PlaceKind::region);
}

}  // namespace

std::string tally_unit(std::string_view words) { return code_for(words, unit_cues); }
std::optional<TargetClass> tally_who(std::string_view words) { return target_class_from(code_for(words, who_cues)); }
bool means_the_world(std::string_view scope)
{
    const std::vector<std::string> words = name_words(scope);
    static constexpr std::array<std::string_view, 6> world{"world", "worldwide", "globally", "global", "عالم", "لعالم"};
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return std::find(world.begin(), world.end(), word) != world.end(); });
}

namespace {

std::string public_speaker(const Tally& tally)
{
    if (is_actor(tally.claimant_name)) return tally.claimant_name;
    if (const Outlet* outlet = outlet_named(tally.claimant_name)) return outlet->name;
    if (const Outlet* outlet = outlet_named(tally.claimant)) return outlet->name;
    return {};
}

}  // namespace

std::optional<Gate::PublicTally> Gate::pass(const FiledTally& filed) const
{
    const Tally& tally = filed.tally;
    PublicTally out;
    out.quantity = tally.quantity;
    out.unit = tally_unit(tally.unit);
    if (out.unit.empty()) return std::nullopt;
    out.who = tally_who(tally.unit);

    if (tally.scope && is_area(*tally.scope)) {
        out.scope = public_name(tally.scope->name);
        out.scope_ar = public_name(tally.scope->name_ar);
        out.scope_is_region = tally.scope->kind == PlaceKind::region;
        if (area_coded(tally.scope->country)) out.scope_country = tally.scope->country;
        if (tally.scope->kind == PlaceKind::governorate) out.scope_admin1_code = area_coded(tally.scope->admin1_code) ? tally.scope->admin1_code : std::string();
    } else if (means_the_world(tally.scope_place)) {
        out.scope = "world";
    }
    // A count for a village, or for a place nobody could find, would stand beside the wrong number of ours.
    if (out.scope.empty() && (tally.scope || !tally.scope_place.empty())) return std::nullopt;

    out.period = tally.period;
    if (is_actor(tally.actor_name)) out.actor = tally.actor_name;
    const std::string speaker = public_speaker(tally);
    out.claimant = speaker.empty() ? code_for(tally.claimant, role_cues) : speaker;
    const Outlet* outlet = outlet_behind(filed.publisher, filed.url);
    if (outlet == nullptr && speaker.empty()) return std::nullopt;  // nobody public stands behind it
    if (outlet != nullptr) out.publisher = outlet->name;
    if (const auto link = public_link(filed.url); link && may_leave(*link)) out.link = *link;
    if (filed.published) out.stated_on = filed.published->day;
    return out;
}

}  // namespace sitrep::publish
