// RSS 0.9x and 2.0, RDF and Atom: each item is a report.
#include "read/html_tree.hpp"
#include "read/run.hpp"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sitrep::read {
namespace {

constexpr std::size_t item_bytes_max = 4 * mebibyte;  // a parsed tree takes up to thirty times the room

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeBuffer {
    void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
    void operator()(xmlChar* words) const { xmlFree(words); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view view(const xmlChar* words) { return words != nullptr ? reinterpret_cast<const char*>(words) : ""; }

// Parsed as far as it goes: feeds leave prefixes undeclared and write "&nbsp;". Names are qualified as written then ("dc:date").
Document parsed(std::string_view xml)
{
    return Document(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8",
                                  XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
}

// "dc:date" and its like, or a name without prefix.
std::string name_of(const xmlNode* node)
{
    std::string name(view(node->name));
    return node->ns != nullptr && node->ns->prefix != nullptr ? fmt::format("{}:{}", view(node->ns->prefix), name) : name;
}

std::string without_atom_prefix(std::string name) { return name.starts_with("atom:") ? name.substr(5) : name; }

std::string text_of(xmlNode* node)
{
    const std::unique_ptr<xmlChar, FreeBuffer> content(xmlNodeGetContent(node));
    return std::string(view(content.get()));
}

std::string attribute_of(xmlNode* node, const char* name)
{
    const std::unique_ptr<xmlChar, FreeBuffer> value(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)));
    return std::string(view(value.get()));
}

// Content may be escaped HTML, or elements (Atom's type="xhtml").
std::string words_of(xmlNode* node)
{
    if (xmlFirstElementChild(node) == nullptr) {
        return text_of_html(text_of(node));
    }
    const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
    xmlNodeDump(buffer.get(), node->doc, node, 0, 0);
    return text_of_html(view(xmlBufferContent(buffer.get())));
}

struct Item {
    std::string id, url, title, source, published, updated;
    std::array<std::string, 3> texts;  // full content, description, media description
};

void take_field(Item& item, xmlNode* node)
{
    const std::string name = without_atom_prefix(name_of(node));
    const auto fill = [](std::string& field, std::string words) { field = field.empty() ? std::move(words) : field; };
    if (name == "title") {
        fill(item.title, words_of(node));
    } else if (name == "link") {
        const std::string address = attribute_of(node, "href");
        const std::string relation = attribute_of(node, "rel");
        if (address.empty() || relation.empty() || relation == "alternate") {
            fill(item.url, address.empty() ? text_of(node) : address);
        }
    } else if (name == "guid" || name == "id") {
        fill(item.id, text_of(node));
    } else if (name == "pubDate" || name == "published" || name == "dc:date" || name == "issued") {
        fill(item.published, text_of(node));
    } else if (name == "updated" || name == "modified") {
        fill(item.updated, text_of(node));
    } else if (name == "content:encoded" || name == "content") {
        fill(item.texts[0], words_of(node));
    } else if (name == "description" || name == "summary") {
        fill(item.texts[1], words_of(node));
    } else if (name == "media:description") {
        fill(item.texts[2], words_of(node));
    } else if (name == "source") {
        fill(item.source, node->children != nullptr && node->children->next == nullptr ? text_of(node) : std::string());
    }
}

Item item_from(std::string_view xml)
{
    Item item;
    const Document document = parsed(xml);
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    for (xmlNode* node = root != nullptr ? root->children : nullptr; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            take_field(item, node);
        }
    }
    return item;
}

// The title of the whole feed, from what stands before its first item.
std::string channel_title(std::string_view head)
{
    constexpr std::size_t head_bytes_max = 256 * kibibyte;
    const Document document = parsed(head.substr(0, head_bytes_max));
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    for (xmlNode* node = root != nullptr ? root->children : nullptr; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) {
            continue;
        }
        if (view(node->name) == "title") {
            return words_of(node);
        }
        for (xmlNode* inner = view(node->name) == "channel" ? node->children : nullptr; inner != nullptr; inner = inner->next) {
            if (inner->type == XML_ELEMENT_NODE && view(inner->name) == "title") {
                return words_of(inner);
            }
        }
    }
    return {};
}

// Cuts a feed into its items by their tags, so that one broken item spoils no other and no tree of the whole is held.
class Items {
public:
    explicit Items(std::string_view xml) : xml_(xml) {}

    std::string_view head() const { return xml_.substr(0, next_start(0)); }

    /// The next item with its tags; empty at the end. `whole` is false when its end is missing.
    std::string_view next(bool& whole)
    {
        const std::size_t begin = next_start(at_);
        if (begin == xml_.size()) {
            return {};
        }
        const bool is_entry = is_tag(begin, "<entry") || is_tag(begin, "<atom:entry");
        std::size_t at = begin + 1;
        while (at < xml_.size()) {
            at = std::min(xml_.find('<', at), xml_.size());
            if (xml_.substr(at).starts_with("<![CDATA[")) {
                at = std::min(xml_.find("]]>", at), xml_.size());
                continue;
            }
            const bool ends = is_entry ? is_tag(at, "</entry") || is_tag(at, "</atom:entry") : is_tag(at, "</item");
            if (ends) {
                const std::size_t close = std::min(xml_.find('>', at), xml_.size() - 1) + 1;
                at_ = close;
                whole = true;
                return xml_.substr(begin, close - begin);
            }
            at += at < xml_.size() ? 1 : 0;
        }
        at_ = xml_.size();
        whole = false;
        return xml_.substr(begin);
    }

private:
    bool is_tag(std::size_t at, std::string_view tag) const
    {
        const std::string_view here = xml_.substr(at);
        return here.starts_with(tag) && here.size() > tag.size() && std::string_view(" \t\r\n>/").find(here[tag.size()]) != std::string_view::npos;
    }

    std::size_t next_start(std::size_t at) const
    {
        for (; at < xml_.size(); ++at) {
            at = std::min(xml_.find('<', at), xml_.size());
            if (is_tag(at, "<item") || is_tag(at, "<entry") || is_tag(at, "<atom:entry")) {
                return at;
            }
        }
        return xml_.size();
    }

    std::string_view xml_;
    std::size_t at_ = 0;
};

// "<?xml … encoding="windows-1256"?>"
std::string declared_in_xml(std::string_view bytes)
{
    constexpr std::string_view name = "encoding=";
    const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
    const std::size_t at = declaration.substr(0, 256).find(name);
    if (!declaration.substr(0, 16).starts_with("<?xml") || at == std::string_view::npos || at + name.size() >= declaration.size()) {
        return {};
    }
    const std::string_view value = declaration.substr(at + name.size() + 1);
    return std::string(value.substr(0, value.find_first_of("\"'")));
}

Result<Received> report_from(std::string_view xml, const std::string& channel, const std::string& where, bool atom, const Options& options)
{
    if (xml.size() > item_bytes_max) {
        return bad_input(where, fmt::format("the item is larger than {} MiB; it was passed over and the items after it are read", item_bytes_max / mebibyte));
    }
    Item item = item_from(xml);
    std::string& words = *std::ranges::max_element(item.texts, {}, &std::string::size);
    std::ranges::replace(item.title, '\n', ' ');
    if (words.empty() && item.title.empty()) {
        return bad_input(where, "the item has neither title nor text");
    }
    Report report;
    report.external_id = item.id;
    report.url = item.url;
    report.publisher = !item.source.empty() ? item.source : !channel.empty() ? channel : options.publisher;
    // Atom asks for "updated" and leaves "published" open; an entry that was never changed has the former alone.
    report.published = publication_from(item.published.empty() ? item.updated : item.published);
    report.set_words(item.title, words);
    return receive(std::move(report), std::string(xml), atom ? Format::atom : Format::rss, where);
}

}  // namespace

void read_feed(Piece piece, const Options& options, const Sink& sink)
{
    const std::string charset = charset_of(piece.content_type);
    const std::string xml = decode(piece.bytes, charset.empty() ? declared_in_xml(piece.bytes) : charset);
    Items items(xml);
    const bool atom = items.head().find("<feed") != std::string_view::npos || items.head().find("<atom:feed") != std::string_view::npos;
    const std::string channel = channel_title(items.head());
    std::size_t count = 0;
    bool whole = true;
    for (std::string_view item = items.next(whole); !item.empty(); item = items.next(whole)) {
        ++count;
        const std::string where = fmt::format("{}, item {}", piece.origin, count);
        const bool go_on = whole ? sink(report_from(item, channel, where, atom, options))
                                 : sink(bad_input(where, "the feed ends inside this item. Fetch it again"));
        if (!go_on) {
            return;
        }
    }
    if (count == 0) {
        sink(bad_input(piece.origin, "the feed has no items"));
    }
}

}  // namespace sitrep::read
