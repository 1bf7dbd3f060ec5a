// Source groups, claims and admissions.
#include "merge/sources.hpp"

#include "text/normalise.hpp"
#include "text/signature.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace sitrep::merge {
namespace {

using std::string_view_literals::operator""sv;

/// The group's own outlets, in the normal form of a name.
constexpr std::array claim_outlets{"amaq"sv, "aamaq"sv, "اعماق"sv, "nashir"sv, "ناشر"sv, "naba"sv, "نبا"sv};
/// Words of those who speak for a state's or a force's own people.
constexpr std::array official_words{"army"sv, "military"sv, "ministry"sv, "police"sv, "defence"sv, "defense"sv, "interior"sv, "security"sv, "official"sv,
                                    "officials"sv, "officer"sv, "commander"sv, "spokesman"sv, "spokesperson"sv, "government"sv, "command"sv, "sdf"sv, "asayish"sv,
                                    "جيش"sv, "عسكري"sv, "وزاره"sv, "شرطه"sv, "دفاع"sv, "داخليه"sv, "امن"sv, "امني"sv, "امنيه"sv,
                                    "مسوول"sv, "ضابط"sv, "قائد"sv,
                                    "قايد"sv, "ناطق"sv, "متحدث"sv, "حكومه"sv, "قياده"sv, "قسد"sv, "اسايش"sv, "قوات"sv};

constexpr std::array unnamed_words{"source"sv, "sources"sv, "مصدر"sv, "مصادر"sv};

/// The words of a name in the form in which spellings meet.
std::vector<std::string> key_words(std::string_view name)
{
    constexpr std::size_t name_bytes_max = 200;
    std::vector<std::string> words;
    if (name.empty() || name.size() > name_bytes_max) return words;
    const auto key = text::name_key(name);
    for (std::size_t at = 0; at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        if (end > at) words.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

using Words = std::vector<std::string>;

bool holds_all(const Words& text, const Words& name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [&text](const std::string& word) { return std::find(text.begin(), text.end(), word) != text.end(); });
}

template <class List>
bool holds_word_of(const Words& text, const List& list)
{
    return std::any_of(text.begin(), text.end(), [&list](const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); });
}

bool is_outlet_of(const Attribution& attribution, const Perpetrator& perpetrator)
{
    if (!attribution.name.empty() && attribution.name == perpetrator.name) return true;
    const auto words = key_words(attribution.text);
    return holds_all(words, key_words(perpetrator.text)) || holds_word_of(words, claim_outlets) || holds_word_of(key_words(attribution.name), claim_outlets);
}

/// What tells whose words a report repeats, made once for all its comparisons.
struct Origin {
    explicit Origin(const FiledAccount& account) : filed(account), publisher(key_words(account.publisher))
    {
        const auto& attribution = account.account.attribution;
        for (const auto& one : attribution) {
            quoted.push_back(key_words(one.text));
            if (!one.name.empty() && one.name != one.text) quoted.push_back(key_words(one.name));
        }
        const auto same = [&](const Attribution& other) { return other.name == attribution.front().name; };
        if (!attribution.empty() && std::all_of(attribution.begin(), attribution.end(), same)) sole_source = attribution.front().name;
    }
    bool quotes(const Origin& other) const
    {
        return std::any_of(quoted.begin(), quoted.end(), [&other](const Words& words) { return holds_all(words, other.publisher); });
    }

    const FiledAccount& filed;
    Words publisher;
    std::vector<Words> quoted;
    std::string_view sole_source;  ///< the one source that all its attributions name, or nothing
};

bool depend(const Origin& a, const Origin& b)
{
    if (a.filed.report == b.filed.report && a.filed.report != ReportId{}) return true;
    if (a.filed.source == b.filed.source && a.filed.source != SourceId{}) return true;
    if (!a.publisher.empty() && a.publisher == b.publisher) return true;
    if (text::similarity(a.filed.words, b.filed.words) >= repost_from) return true;
    if (!a.sole_source.empty() && a.sole_source == b.sole_source) return true;
    return a.quotes(b) || b.quotes(a);
}

}  // namespace

bool same_publisher(const FiledAccount& a, const FiledAccount& b)
{
    if (a.report == b.report && a.report != ReportId{}) return true;
    // The library gives every spelling of a publisher one source, so there the names need not be compared again.
    if (a.source != SourceId{} && b.source != SourceId{}) return a.source == b.source;
    if (a.publisher.empty() || b.publisher.empty()) return false;
    return a.publisher == b.publisher || text::name_key(a.publisher) == text::name_key(b.publisher);
}

std::vector<std::size_t> source_groups(const std::vector<FiledAccount>& accounts)
{
    std::vector<std::size_t> group(accounts.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    // Incidents have a dozen accounts; one with hundreds is told apart by publisher alone to keep this linear enough.
    constexpr std::size_t accounts_compared_max = 120;
    const std::size_t count = std::min(accounts.size(), accounts_compared_max);
    std::vector<Origin> origins;
    origins.reserve(count);
    for (std::size_t i = 0; i < count; ++i) origins.emplace_back(accounts[i]);
    for (std::size_t i = 1; i < count; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (group[i] == group[j] || !depend(origins[i], origins[j])) continue;
            const auto from = std::max(group[i], group[j]), to = std::min(group[i], group[j]);
            std::replace(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(i) + 1, from, to);
        }
    }
    for (std::size_t i = count; i < accounts.size(); ++i) {
        const auto known = std::find_if(accounts.begin(), accounts.begin() + static_cast<std::ptrdiff_t>(count),
                                        [&](const FiledAccount& other) { return other.publisher == accounts[i].publisher; });
        group[i] = group[known == accounts.begin() + static_cast<std::ptrdiff_t>(count) ? 0 : static_cast<std::size_t>(known - accounts.begin())];
    }
    return group;
}

std::size_t groups_in(const std::vector<std::size_t>& groups)
{
    auto distinct = groups;
    std::sort(distinct.begin(), distinct.end());
    return static_cast<std::size_t>(std::unique(distinct.begin(), distinct.end()) - distinct.begin());
}

bool is_claim_alone(const FiledAccount& filed)
{
    const auto& account = filed.account;
    if (account.perpetrator.status != PerpetratorStatus::claimed) return false;
    return std::all_of(account.attribution.begin(), account.attribution.end(),
                       [&](const Attribution& one) { return is_outlet_of(one, account.perpetrator); });
}

bool is_admission(const FiledAccount& filed)
{
    const auto& account = filed.account;
    if (account.targets.empty() || account.kind == IncidentKind::security_operation) return false;
    const auto target = account.targets.front().target_class;
    const bool forces = target == TargetClass::military || target == TargetClass::police || target == TargetClass::official;
    const bool loss = (account.killed && account.killed->low > 0) || (account.injured && account.injured->low > 0) || (account.abducted && account.abducted->low > 0);
    if (!forces || !loss) return false;
    return std::any_of(account.attribution.begin(), account.attribution.end(), [&](const Attribution& one) {
        if (is_outlet_of(one, account.perpetrator)) return false;
        const auto words = key_words(one.text);
        if (holds_word_of(words, unnamed_words)) return false;
        return holds_word_of(words, official_words) || holds_word_of(key_words(one.name), official_words);
    });
}

}  // namespace sitrep::merge
