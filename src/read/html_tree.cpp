#include "read/html_tree.hpp"

#include "read/ascii.hpp"
#include "read/html_text.hpp"
#include "read/html_tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::read {
namespace {

constexpr std::size_t page_nodes_max = 1'000'000;  // 40 MB of tree
constexpr std::size_t page_depth_max = 256;

constexpr auto kept_attributes = std::to_array<std::string_view>({
    "aria-hidden", "charset", "class", "content", "datetime", "hidden", "href", "id", "itemprop", "itemtype", "name", "property", "rel", "role",
    "style", "type"});
static_assert(std::ranges::is_sorted(kept_attributes));

bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }
bool is_row_group(Tag tag) { return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot; }

// Does a start tag end an open element of its own accord? "<li>a<li>b" is two items.
bool ends_by(Tag open, Tag next)
{
    switch (open) {
    case Tag::p: return is_block(next);
    case Tag::li: return next == Tag::li;
    case Tag::dt: case Tag::dd: return next == Tag::dt || next == Tag::dd;
    case Tag::option: return next == Tag::option;
    case Tag::td: case Tag::th: return is_cell(next) || next == Tag::tr || is_row_group(next);
    case Tag::tr: return next == Tag::tr || is_row_group(next);
    case Tag::tbody: case Tag::thead: case Tag::tfoot: return is_row_group(next);
    case Tag::head: return next == Tag::body;
    default: return false;
    }
}

// Elements that keep what is inside from ending what is outside.
bool is_wall(Tag tag) { return tag == Tag::table || is_cell(tag) || tag == Tag::ul || tag == Tag::ol || tag == Tag::dl || tag == Tag::body || tag == Tag::select; }

}  // namespace

class HtmlTreeBuilder {
public:
    HtmlTreeBuilder(std::string_view page, std::string where) : tokens_(page), where_(std::move(where))
    {
        tree_.words_.reserve(page.size());
        tree_.nodes_.emplace_back();
        tree_.nodes_[0].tag = Tag::html;
        open(HtmlTree::root, Tag::html);
    }

    Result<HtmlTree> build()
    {
        for (const HtmlToken* token = &tokens_.next(); token->kind != HtmlToken::Kind::finished; token = &tokens_.next()) {
            if (tree_.nodes_.size() >= page_nodes_max) {
                return bad_input(where_, fmt::format("the page has more than {} elements. Save the article alone", page_nodes_max));
            }
            switch (token->kind) {
            case HtmlToken::Kind::text: add_text(*token); break;
            case HtmlToken::Kind::start: start(*token); break;
            case HtmlToken::Kind::end: end(token->tag); break;
            case HtmlToken::Kind::finished: break;
            }
        }
        return std::move(tree_);
    }

private:
    struct Open {
        NodeId id;
        Tag tag;
    };

    std::size_t& open_count(Tag tag) { return open_counts_[static_cast<std::size_t>(tag)]; }

    void open(NodeId id, Tag tag)
    {
        open_.push_back({id, tag});
        ++open_count(tag);
    }

    void close_down_to(std::size_t size)
    {
        for (; open_.size() > size; open_.pop_back()) {
            --open_count(open_.back().tag);
        }
    }

    Node& top() { return tree_.nodes_[static_cast<std::uint32_t>(open_.back().id)]; }

    NodeId add(Node node)
    {
        const NodeId id{static_cast<std::uint32_t>(tree_.nodes_.size())};
        node.parent = open_.back().id;
        Node& parent = top();
        if (parent.last_child == no_node) {
            parent.first_child = id;
        } else {
            tree_.nodes_[static_cast<std::uint32_t>(parent.last_child)].next = id;
        }
        parent.last_child = id;
        tree_.nodes_.push_back(node);
        return id;
    }

    void add_text(const HtmlToken& token)
    {
        Node node;
        node.is_text = true;
        node.text_begin = static_cast<std::uint32_t>(tree_.words_.size());
        if (token.literal) {
            tree_.words_ += token.text;
        } else {
            tree_.words_ += with_references_read(token.text);
        }
        node.text_end = static_cast<std::uint32_t>(tree_.words_.size());
        add(node);
    }

    void start(const HtmlToken& token)
    {
        if (token.tag == Tag::html || (token.tag == Tag::body && seen_body_)) {
            return;
        }
        seen_body_ = seen_body_ || token.tag == Tag::body;
        end_what(token.tag);
        Node node;
        node.tag = token.tag;
        node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
        for (const Attribute& attribute : token.attributes) {
            keep(attribute);
        }
        node.attributes = static_cast<std::uint16_t>(tree_.attributes_.size() - node.first_attribute);
        const bool is_deep = open_.size() >= page_depth_max && !is_raw(token.tag);
        const NodeId id = add(node);
        if (!is_void(token.tag) && !is_deep) {
            open(id, token.tag);
        }
    }

    void keep(const Attribute& attribute)
    {
        constexpr std::size_t name_bytes_max = 16;
        if (attribute.name.size() > name_bytes_max) {
            return;
        }
        const auto found = std::ranges::lower_bound(kept_attributes, std::string_view(lowered(attribute.name)));
        if (found == kept_attributes.end() || *found != lowered(attribute.name)) {
            return;
        }
        const auto begin = static_cast<std::uint32_t>(tree_.words_.size());
        tree_.words_ += with_references_read(attribute.value);
        tree_.attributes_.push_back({static_cast<std::uint8_t>(found - kept_attributes.begin()), begin, static_cast<std::uint32_t>(tree_.words_.size())});
    }

    // Ends the open elements that a start tag ends of its own accord, up to the nearest wall.
    void end_what(Tag next)
    {
        if (!is_block(next) && !is_cell(next)) {
            return;
        }
        for (std::size_t i = open_.size(); i-- > 1;) {
            const Tag open = open_[i].tag;
            if (ends_by(open, next)) {
                close_down_to(i);
                if (open == Tag::p || open == Tag::li) {
                    return;
                }
            } else if (is_wall(open) || (is_block(open) && !is_cell(next) && next != Tag::tr && !is_row_group(next))) {
                return;
            }
        }
    }

    void end(Tag tag)
    {
        if (tag == Tag::br || tag == Tag::p) {
            if (open_count(tag) == 0) {
                Node node;
                node.tag = tag;
                add(node);  // browsers show "</p>" and "</br>" as a break
                return;
            }
        }
        for (std::size_t i = open_.size(); i-- > 1 && open_count(tag) > 0;) {
            const Tag open = open_[i].tag;
            if (open == tag) {
                close_down_to(i);
                return;
            }
            const bool stays = (is_wall(open) && !is_block(tag)) || (is_cell(open) && tag != Tag::table && tag != Tag::tr && !is_row_group(tag) && tag != Tag::body);
            if (stays || (is_block(open) && !is_block(tag) && !is_cell(tag))) {
                return;  // "</b>" does not end the paragraphs that stand open inside it
            }
        }
    }

    HtmlTokens tokens_;
    std::string where_;
    HtmlTree tree_;
    std::vector<Open> open_;
    std::array<std::size_t, 256> open_counts_{};  // by tag: most stray end tags are told by it
    bool seen_body_ = false;
};

Result<HtmlTree> HtmlTree::parse(std::string_view page, const std::string& where) { return HtmlTreeBuilder(page, where).build(); }

std::string_view HtmlTree::attribute(const Node& node, std::string_view name) const
{
    for (std::uint32_t i = node.first_attribute; i < node.first_attribute + node.attributes; ++i) {
        if (kept_attributes[attributes_[i].name] == name) {
            return std::string_view(words_).substr(attributes_[i].begin, attributes_[i].end - attributes_[i].begin);
        }
    }
    return {};
}

std::string HtmlTree::text_inside(NodeId id) const
{
    TextLines lines;
    walk(
        id,
        [&](NodeId at) {
            if ((*this)[at].is_text) {
                lines.add(text((*this)[at]));
            }
            return true;
        },
        [](NodeId) {});
    return lines.take();
}

std::string text_of_html(std::string_view html)
{
    TextLines lines;
    HtmlTokens tokens(html);
    std::size_t unread = 0;
    for (const HtmlToken* token = &tokens.next(); token->kind != HtmlToken::Kind::finished; token = &tokens.next()) {
        if (token->kind == HtmlToken::Kind::text) {
            const bool code = token->literal && (token->tag == Tag::script || token->tag == Tag::style);
            if (unread == 0 && !code) {
                lines.add(token->literal ? std::string(token->text) : with_references_read(token->text));
            }
            continue;
        }
        if (is_unread(token->tag) && !is_void(token->tag) && !is_raw(token->tag)) {
            unread = token->kind == HtmlToken::Kind::start ? unread + 1 : unread - std::min<std::size_t>(unread, 1);
        }
        if (token->tag == Tag::br || is_block(token->tag)) {
            lines.end_line();
        } else if (is_cell(token->tag)) {
            lines.add(" ");
        }
    }
    return lines.take();
}

}  // namespace sitrep::read
