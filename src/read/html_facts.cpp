#include "read/html_facts.hpp"

#include "read/ascii.hpp"
#include "read/html_text.hpp"
#include "read/parts.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace sitrep::read {
namespace {

// Names under which pages state their publication, the surest first.
constexpr auto published_names = std::to_array<std::string_view>({
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publishdate", "publish-date", "publish_date",
    "published-date", "publication_date", "pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "article.published", "article_date_original", "date"});
constexpr auto title_names = std::to_array<std::string_view>({"og:title", "twitter:title", "dc.title", "headline"});
constexpr auto publisher_names = std::to_array<std::string_view>({"og:site_name", "application-name", "dc.publisher", "publisher"});

std::string on_one_line(std::string_view text)
{
    TextLines line;
    line.add(text);
    return line.take();
}

class Facts {
public:
    explicit Facts(const HtmlTree& page) : page_(page) {}

    PageFacts gather()
    {
        page_.walk(
            HtmlTree::root, [&](NodeId at) { return enter(at); }, [](NodeId) {});
        PageFacts facts = std::move(structured_);
        if (facts.title.empty()) {
            facts.title = first_of(title_names);
        }
        if (facts.title.empty()) {
            facts.title = h1_.empty() ? title_ : h1_;
        }
        if (facts.publisher.empty()) {
            facts.publisher = first_of(publisher_names);
        }
        facts.title = without_publisher(on_one_line(facts.title), facts.publisher);
        facts.publisher = on_one_line(facts.publisher);
        facts.url = canonical_.empty() ? meta("og:url") : canonical_;
        for (const std::string_view name : published_names) {
            facts.published = facts.published ? facts.published : publication_from(meta(name));
        }
        facts.published = facts.published ? facts.published : published_in_times();
        return facts;
    }

private:
    bool enter(NodeId id)
    {
        const Node& node = page_[id];
        if (node.is_text) {
            return false;
        }
        switch (node.tag) {
        case Tag::meta: take_meta(node); break;
        case Tag::title: title_ = title_.empty() ? page_.text_inside(id) : title_; break;
        case Tag::h1: h1_ = h1_.empty() ? page_.text_inside(id) : h1_; break;
        case Tag::link:
            if (lowered(page_.attribute(node, "rel")) == "canonical") {
                canonical_ = page_.attribute(node, "href");
            }
            break;
        case Tag::script: take_script(node); break;
        case Tag::time: take_time(node); break;
        default:
            if (lowered(page_.attribute(node, "itemprop")) == "datepublished") {
                metas_.emplace_back("datepublished", page_.attribute(node, "content"));
            }
        }
        return true;
    }

    void take_meta(const Node& node)
    {
        for (const std::string_view key : {"property", "name", "itemprop"}) {
            if (const auto name = page_.attribute(node, key); !name.empty()) {
                metas_.emplace_back(lowered(name), page_.attribute(node, "content"));
            }
        }
    }

    void take_script(const Node& node)
    {
        if (node.first_child == no_node || lowered(page_.attribute(node, "type")) != "application/ld+json") {
            return;
        }
        PageFacts found = facts_of_json_ld(page_.text(page_[node.first_child]));
        if (structured_.title.empty() && !structured_.published) {
            structured_ = std::move(found);
        }
    }

    void take_time(const Node& node)
    {
        const auto published = publication_from(page_.attribute(node, "datetime"));
        if (!published) {
            return;
        }
        const std::string said = lowered(page_.attribute(node, "class")) + lowered(page_.attribute(node, "itemprop"));
        const bool is_published = said.find("publish") != std::string::npos || said.find("entry-date") != std::string::npos || said.find("pubdate") != std::string::npos;
        (is_published ? published_times_ : other_times_).push_back(*published);
    }

    // A <time> is the page's own when it says so, or when no other names another day: lists of other articles have theirs too.
    std::optional<Publication> published_in_times() const
    {
        const auto& times = published_times_.empty() ? other_times_ : published_times_;
        const bool agree = std::ranges::all_of(times, [&](const Publication& each) { return each.day == times.front().day; });
        return times.empty() || !agree ? std::nullopt : std::optional(times.front());
    }

    std::string_view meta(std::string_view name) const
    {
        const auto found = std::ranges::find_if(metas_, [&](const auto& each) { return each.first == name && !each.second.empty(); });
        return found == metas_.end() ? std::string_view() : found->second;
    }

    template <class Names>
    std::string first_of(const Names& names) const
    {
        for (const std::string_view name : names) {
            if (const auto value = meta(name); !value.empty()) {
                return std::string(value);
            }
        }
        return {};
    }

    // "Two killed in Homs - Example News" is a title and who says it.
    static std::string without_publisher(std::string title, std::string_view publisher)
    {
        for (const std::string_view dash : {" - ", " | ", " – ", " — ", " :: "}) {
            const std::size_t at = title.rfind(dash);
            if (at != std::string::npos && at > 0 && !publisher.empty() && lowered(std::string_view(title).substr(at + dash.size())) == lowered(publisher)) {
                title.resize(at);
            }
        }
        return title;
    }

    const HtmlTree& page_;
    PageFacts structured_;
    std::vector<std::pair<std::string, std::string_view>> metas_;
    std::string title_, h1_, canonical_;
    std::vector<Publication> published_times_, other_times_;
};

}  // namespace

PageFacts facts_of(const HtmlTree& page) { return Facts(page).gather(); }

}  // namespace sitrep::read
