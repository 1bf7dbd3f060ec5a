#include "read/html_article.hpp"

#include "read/ascii.hpp"
#include "read/html_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace sitrep::read {
namespace {

// Words of class names and ids that mark what is not the article. Whole words: "shared" is not "share".
constexpr auto frame_words = std::to_array<std::string_view>({
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "byline", "caption", "comment", "comments", "cookie",
    "cookies", "copyright", "credit", "disqus", "footer", "gdpr", "hidden", "login", "masthead", "menu", "modal", "nav", "navbar",
    "navigation", "newsletter", "outbrain", "pager", "pagination", "popular", "popup", "print", "promo", "recommended", "related", "search",
    "share", "sharing", "sidebar", "social", "sponsored", "subscribe", "subscription", "taboola", "tags", "toolbar", "trending", "widget"});
constexpr auto article_words = std::to_array<std::string_view>({"article", "articlebody", "body", "content", "entry", "post", "story", "text"});
static_assert(std::ranges::is_sorted(frame_words) && std::ranges::is_sorted(article_words));

template <class Words>
bool names_one_of(std::string_view classes, const Words& words)
{
    std::string word;
    for (std::size_t i = 0; i <= classes.size(); ++i) {
        const char c = i < classes.size() ? classes[i] : ' ';
        const bool hump = c >= 'A' && c <= 'Z' && i > 0 && classes[i - 1] >= 'a' && classes[i - 1] <= 'z';
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 || hump) {
            if (std::ranges::binary_search(words, std::string_view(word))) {
                return true;
            }
            word.clear();
        }
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += lowered(c);
        }
    }
    return false;
}

// A run of text between two block borders.
struct Block {
    NodeId owner = no_node;  // the element around it
    std::string text;
    std::size_t linked = 0;  // bytes of it inside links
    Tag tag = Tag::other;    // of the innermost block element
    bool in_frame = false;   // in a part that names itself a frame: a menu, a sidebar
};

constexpr std::size_t sentence_bytes_min = 80;   // a paragraph of running text
constexpr std::size_t fragment_bytes_max = 400;  // longer text is no fragment, even unpunctuated

bool is_linked(const Block& block) { return block.linked * 2 > block.text.size(); }

bool is_heading(Tag tag) { return tag == Tag::h1 || tag == Tag::h2 || tag == Tag::h3 || tag == Tag::h4 || tag == Tag::h5 || tag == Tag::h6; }

// How much a block speaks for being in an article: bytes of running text, less for links and scraps.
double worth_of(const Block& block)
{
    const auto size = static_cast<double>(block.text.size());
    if (is_linked(block)) {
        return -size;
    }
    const bool has_sentence = block.text.find(". ") != std::string::npos || block.text.ends_with('.') || block.text.find("،") != std::string::npos ||
                              block.text.find(", ") != std::string::npos || block.text.ends_with("؟") || block.text.ends_with('"');
    if (block.text.size() >= sentence_bytes_min && (has_sentence || block.text.size() > fragment_bytes_max)) {
        return size;
    }
    return block.tag == Tag::p || is_heading(block.tag) ? 0 : -size / 2;
}

class Article {
public:
    explicit Article(const HtmlTree& page) : page_(page), worth_(page.size(), 0), long_texts_(page.size(), 0) {}

    std::string text(const std::string& title)
    {
        gather();
        const NodeId best = best_element();
        std::string chosen = render(best, title, true);
        return chosen.empty() ? render(HtmlTree::root, title, false) : chosen;
    }

private:
    struct Open {
        bool unread;
        bool link;
        Tag block;
        std::size_t frame;  // index into frames_, or no_frame
    };
    struct Frame {
        NodeId id;
        std::size_t first, last;  // blocks
    };
    static constexpr std::size_t no_frame = static_cast<std::size_t>(-1);

    static std::size_t index(NodeId id) { return static_cast<std::uint32_t>(id); }

    static bool is_frame_tag(Tag tag) { return tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::figcaption; }

    bool is_hidden(const Node& node) const
    {
        const std::string style = lowered(page_.attribute(node, "style"));
        return lowered(page_.attribute(node, "aria-hidden")) == "true" || style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
    }

    bool is_frame(const Node& node) const
    {
        if (node.tag == Tag::body || node.tag == Tag::html || node.tag == Tag::main || node.tag == Tag::article || node.is_text) {
            return false;
        }
        const std::string_view role = page_.attribute(node, "role");
        return is_frame_tag(node.tag) || is_hidden(node) || role == "navigation" || role == "complementary" || role == "contentinfo" ||
               names_one_of(page_.attribute(node, "class"), frame_words) || names_one_of(page_.attribute(node, "id"), frame_words);
    }

    void gather()
    {
        page_.walk(
            HtmlTree::root, [&](NodeId at) { return enter(at); }, [&](NodeId at) { leave(at); });
        end_block();
        mark_frames();
        for (const Block& block : blocks_) {
            if (!block.in_frame) {
                const double worth = worth_of(block);
                worth_[index(block.owner)] += worth;
                long_texts_[index(block.owner)] += worth > 0 ? 1 : 0;
            }
        }
        // What is inside stands behind what is around it, so that one pass from the back sums all.
        for (std::size_t i = page_.size(); i-- > 1;) {
            const std::size_t parent = index(page_[NodeId{static_cast<std::uint32_t>(i)}].parent);
            worth_[parent] += worth_[i];
            long_texts_[parent] += long_texts_[i];
        }
    }

    bool enter(NodeId id)
    {
        const Node& node = page_[id];
        if (node.is_text) {
            if (!open_.empty() && !open_.back().unread) {
                if (block_.owner == no_node) {
                    block_ = {.owner = node.parent, .text = {}, .tag = open_.back().block};
                }
                const std::string_view words = page_.text(node);
                line_.add(words);
                block_.linked += open_.back().link ? trimmed(words).size() : 0;
            }
            return false;
        }
        const Open outer = open_.empty() ? Open{false, false, Tag::body, no_frame} : open_.back();
        if (is_block(node.tag) || node.tag == Tag::br || node.tag == Tag::td || node.tag == Tag::th) {
            end_block();
        }
        std::size_t frame = no_frame;
        if (!outer.unread && is_frame(node)) {
            end_block();
            frame = frames_.size();
            frames_.push_back({id, blocks_.size(), blocks_.size()});
        }
        open_.push_back({outer.unread || is_unread(node.tag), outer.link || node.tag == Tag::a, is_block(node.tag) ? node.tag : outer.block, frame});
        return true;
    }

    void leave(NodeId id)
    {
        const Node& node = page_[id];
        if (node.is_text) {
            return;
        }
        if (is_block(node.tag) || node.tag == Tag::td || node.tag == Tag::th) {
            end_block();
        }
        if (open_.back().frame != no_frame) {
            end_block();
            frames_[open_.back().frame].last = blocks_.size();
        }
        open_.pop_back();
    }

    void end_block()
    {
        block_.text = line_.take();
        line_ = TextLines();
        if (!block_.text.empty()) {
            blocks_.push_back(std::move(block_));
        }
        block_ = Block();
    }

    // Marks what is in frames. A part that calls itself "content no-sidebar" and holds most of the page's running text is none.
    void mark_frames()
    {
        std::vector<double> running(blocks_.size() + 1, 0);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            running[i + 1] = running[i] + std::max(0.0, worth_of(blocks_[i]));
        }
        std::size_t marked = 0;  // frames stand in the order they begin: what is inside a marked one is marked already
        for (const Frame& frame : frames_) {
            const Tag tag = page_[frame.id].tag;
            const bool holds_most = (running[frame.last] - running[frame.first]) * 2 > running.back();
            if (holds_most && tag != Tag::nav && tag != Tag::footer) {
                continue;
            }
            for (std::size_t i = std::max(marked, frame.first); i < frame.last; ++i) {
                blocks_[i].in_frame = true;
            }
            marked = std::max(marked, frame.last);
        }
    }

    // The element whose running text outweighs its scraps most; one that says it is the article wins when it has most of that text.
    NodeId best_element() const
    {
        NodeId best = HtmlTree::root;
        for (std::uint32_t i = 1; i < page_.size(); ++i) {
            if (worth_[i] >= worth_[index(best)] && worth_[i] > 0) {
                best = NodeId{i};  // >=: of equals the innermost
            }
        }
        NodeId declared = no_node;
        for (std::uint32_t i = 1; i < page_.size(); ++i) {
            const bool enough = worth_[i] * 2 > worth_[index(best)] && worth_[i] > 0;
            if (enough && is_declared(NodeId{i}) && (declared == no_node || worth_[i] >= worth_[index(declared)])) {
                declared = NodeId{i};
            }
        }
        return declared == no_node ? best : declared;
    }

    bool is_declared(NodeId id) const
    {
        const Node& node = page_[id];
        if (node.is_text) {
            return false;
        }
        return node.tag == Tag::article || lowered(page_.attribute(node, "itemprop")) == "articlebody" ||
               (node.tag == Tag::div && names_one_of(page_.attribute(node, "class"), article_words) && long_texts_[index(id)] >= 2);
    }

    std::vector<bool> inside(NodeId chosen) const
    {
        std::vector<bool> inside(page_.size(), false);
        for (std::uint32_t i = 0; i < page_.size(); ++i) {
            const NodeId parent = page_[NodeId{i}].parent;
            inside[i] = NodeId{i} == chosen || (parent != no_node && inside[index(parent)]);
        }
        return inside;
    }

    std::string render(NodeId chosen, const std::string& title, bool without_frame) const
    {
        std::string out;
        const std::vector<bool> is_inside = inside(chosen);
        for (const Block& block : blocks_) {
            const bool scrap = without_frame && (block.in_frame || is_linked(block));
            if (scrap || block.text == title || !is_inside[index(block.owner)]) {
                continue;
            }
            if (!out.empty()) {
                out += '\n';
            }
            out += block.text;
        }
        return out;
    }

    const HtmlTree& page_;
    std::vector<Block> blocks_;
    std::vector<Frame> frames_;
    std::vector<Open> open_;
    std::vector<double> worth_;             // by element
    std::vector<std::uint32_t> long_texts_;  // by element
    Block block_;
    TextLines line_;
};

}  // namespace

std::string article_text(const HtmlTree& page, const std::string& title) { return Article(page).text(title); }

}  // namespace sitrep::read
