// Source groups, claims and admissions.
#include "merge/sources.hpp"

#include "text/normalise.hpp"
#include "text/signature.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
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

std::string initials_of(const Words& words)
{
    static constexpr std::array small{"for"sv, "of"sv, "the"sv, "and"sv, "in"sv};
    constexpr std::size_t letters_min = 3;
    std::string out;
    for (const auto& word : words)
        if (std::find(small.begin(), small.end(), word) == small.end()) {
            if (static_cast<unsigned char>(word.front()) >= 0x80) return {};  // initials are a habit of Latin script
            out += word.front();
        }
    return out.size() >= letters_min ? out : std::string();
}

/// The host of an address without what all have; on platforms where everybody writes, with the name of the channel. Empty for sites that
/// collect what others wrote.
std::string site_of(std::string_view url)
{
    static constexpr std::array platforms{"t.me"sv, "telegram.me"sv, "twitter.com"sv, "x.com"sv, "facebook.com"sv, "youtube.com"sv, "instagram.com"sv, "tiktok.com"sv, "medium.com"sv};
    static constexpr std::array collectors{"news.google.com"sv, "msn.com"sv, "yahoo.com"sv, "news.yahoo.com"sv, "reliefweb.int"sv, "archive.org"sv, "web.archive.org"sv};
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    const auto end = std::min(url.find_first_of("/?#"), url.size());
    std::string host(url.substr(0, end));
    std::transform(host.begin(), host.end(), host.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto prefix : {"www."sv, "m."sv, "mobile."sv, "amp."sv, "feeds."sv, "rss."sv})
        if (host.starts_with(prefix)) host.erase(0, prefix.size());
    if (host.find('.') == std::string::npos || std::find(collectors.begin(), collectors.end(), host) != collectors.end()) return {};
    if (std::find(platforms.begin(), platforms.end(), host) == platforms.end()) return host;
    auto path = url.substr(std::min(end + 1, url.size()));
    if (path.starts_with("s/")) path.remove_prefix(2);  // the public view of a Telegram channel
    const auto channel = path.substr(0, std::min(path.find_first_of("/?#"), path.size()));
    return channel.empty() ? std::string() : host + "/" + std::string(channel);
}

/// What tells whose words a report repeats, made once for all its comparisons.
struct Origin {
    explicit Origin(const FiledAccount& account) : filed(account), publisher(key_words(account.publisher)), initials(initials_of(publisher)), site(site_of(account.url))
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
        return std::any_of(quoted.begin(), quoted.end(), [&other](const Words& words) {
            return holds_all(words, other.publisher) || (!other.initials.empty() && std::find(words.begin(), words.end(), other.initials) != words.end());
        });
    }

    const FiledAccount& filed;
    Words publisher;
    std::string initials;  ///< "sohr" for the Syrian Observatory for Human Rights; empty for short names
    std::string site;      ///< where it stands, or empty where that tells nothing of who wrote it
    std::vector<Words> quoted;
    std::string_view sole_source;  ///< the one source that all its attributions name, or nothing
};

/// True when both texts came out within so short a time that one can only be a cut of the other, or of what both were sent.
bool within_hours(const FiledAccount& a, const FiledAccount& b)
{
    constexpr std::chrono::minutes apart_max{180};
    if (!a.published || !b.published || !a.published->time_of_day || !b.published->time_of_day) return false;
    return std::chrono::abs((a.published->day + *a.published->time_of_day) - (b.published->day + *b.published->time_of_day)) <= apart_max;
}

std::optional<std::string> why_dependent(const Origin& a, const Origin& b)
{
    if (a.filed.report == b.filed.report && a.filed.report != ReportId{}) return "the same report";
    if (a.filed.source == b.filed.source && a.filed.source != SourceId{}) return "the same publisher";
    if (!a.publisher.empty() && a.publisher == b.publisher) return "the same publisher";
    if (a.filed.source_group != 0 && a.filed.source_group == b.filed.source_group) return "the desk holds their publishers to be one source";
    if (!a.site.empty() && a.site == b.site) return "the same site, " + a.site;
    const double same = text::similarity(a.filed.words, b.filed.words);
    if (same >= repost_from) return "a copy of its words";
    if (same >= copy_within_hours_from && within_hours(a.filed, b.filed)) return "near copies, hours apart";
    if (!a.sole_source.empty() && a.sole_source == b.sole_source) return "both rest on " + std::string(a.sole_source);
    if (a.quotes(b) || b.quotes(a)) return "one quotes the other";
    return std::nullopt;
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
            if (group[i] == group[j] || !why_dependent(origins[i], origins[j])) continue;
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

std::optional<std::string> dependence_of(const FiledAccount& a, const FiledAccount& b) { return why_dependent(Origin(a), Origin(b)); }

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
