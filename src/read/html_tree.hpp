// Inside read/: a page as a tree of elements and texts, small and bounded.
#pragma once

#include "core/result.hpp"
#include "read/html_tags.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::read {

enum class NodeId : std::uint32_t {};
inline constexpr NodeId no_node{0xFFFFFFFF};

struct Node {
    NodeId parent = no_node;
    NodeId first_child = no_node;
    NodeId last_child = no_node;
    NodeId next = no_node;
    std::uint32_t first_attribute = 0;
    std::uint16_t attributes = 0;
    Tag tag = Tag::other;
    bool is_text = false;
    std::uint32_t text_begin = 0, text_end = 0;  ///< of a text, in the page's words
};

class HtmlTree {
public:
    /// Elements nested deeper than a bound become part of the one around them, so that no text is lost; refuses pages
    /// of too many elements. `page` is valid UTF-8.
    static Result<HtmlTree> parse(std::string_view page, const std::string& where);

    static constexpr NodeId root{0};
    std::size_t size() const { return nodes_.size(); }
    const Node& operator[](NodeId id) const { return nodes_[static_cast<std::uint32_t>(id)]; }
    std::string_view text(const Node& node) const { return std::string_view(words_).substr(node.text_begin, node.text_end - node.text_begin); }
    /// The value of an attribute with its references read, or empty. Only the attributes of kept_attributes are kept.
    std::string_view attribute(const Node& node, std::string_view name) const;
    /// All text inside, blanks collapsed.
    std::string text_inside(NodeId id) const;

    /// Calls enter(id) and leave(id) in the order of the page; enter returns false to pass over what is inside. `id` itself included.
    template <class Enter, class Leave>
    void walk(NodeId id, Enter enter, Leave leave) const
    {
        NodeId at = id;
        while (true) {
            const bool inside = enter(at) && (*this)[at].first_child != no_node;
            if (inside) {
                at = (*this)[at].first_child;
                continue;
            }
            leave(at);
            while (at != id && (*this)[at].next == no_node) {
                at = (*this)[at].parent;
                leave(at);
            }
            if (at == id) {
                return;
            }
            at = (*this)[at].next;
        }
    }

private:
    friend class HtmlTreeBuilder;
    struct KeptAttribute {
        std::uint8_t name = 0;  // index into kept_attributes
        std::uint32_t begin = 0, end = 0;
    };

    std::vector<Node> nodes_;
    std::vector<KeptAttribute> attributes_;
    std::string words_;
};

/// The text of a piece of HTML, a line for each block; for what feeds and mails carry.
std::string text_of_html(std::string_view html);

}  // namespace sitrep::read
