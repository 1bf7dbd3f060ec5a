// The table of HTML elements.
#include "read/html_tags.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep::read {
namespace {

using Named = std::pair<std::string_view, Tag>;

constexpr auto names = std::to_array<Named>({
    {"a", Tag::a}, {"address", Tag::address}, {"article", Tag::article}, {"aside", Tag::aside}, {"b", Tag::b},
    {"blockquote", Tag::blockquote}, {"body", Tag::body}, {"br", Tag::br}, {"button", Tag::button}, {"canvas", Tag::canvas},
    {"caption", Tag::caption}, {"center", Tag::center}, {"cite", Tag::cite}, {"code", Tag::code}, {"col", Tag::col}, {"dd", Tag::dd},
    {"details", Tag::details}, {"div", Tag::div}, {"dl", Tag::dl}, {"dt", Tag::dt}, {"em", Tag::em}, {"embed", Tag::embed},
    {"fieldset", Tag::fieldset}, {"figcaption", Tag::figcaption}, {"figure", Tag::figure}, {"font", Tag::font}, {"footer", Tag::footer},
    {"form", Tag::form}, {"h1", Tag::h1}, {"h2", Tag::h2}, {"h3", Tag::h3}, {"h4", Tag::h4}, {"h5", Tag::h5}, {"h6", Tag::h6},
    {"head", Tag::head}, {"header", Tag::header}, {"hr", Tag::hr}, {"html", Tag::html}, {"i", Tag::i}, {"iframe", Tag::iframe},
    {"img", Tag::img}, {"input", Tag::input}, {"label", Tag::label}, {"li", Tag::li}, {"link", Tag::link}, {"main", Tag::main},
    {"meta", Tag::meta}, {"nav", Tag::nav}, {"noscript", Tag::noscript}, {"object", Tag::object}, {"ol", Tag::ol}, {"option", Tag::option},
    {"p", Tag::p}, {"picture", Tag::picture}, {"pre", Tag::pre}, {"q", Tag::q}, {"s", Tag::s}, {"script", Tag::script},
    {"section", Tag::section}, {"select", Tag::select}, {"small", Tag::small}, {"source", Tag::source}, {"span", Tag::span},
    {"strong", Tag::strong}, {"style", Tag::style}, {"sub", Tag::sub}, {"summary", Tag::summary}, {"sup", Tag::sup}, {"svg", Tag::svg},
    {"table", Tag::table}, {"tbody", Tag::tbody}, {"td", Tag::td}, {"textarea", Tag::textarea}, {"tfoot", Tag::tfoot}, {"th", Tag::th},
    {"thead", Tag::thead}, {"time", Tag::time}, {"title", Tag::title}, {"tr", Tag::tr}, {"u", Tag::u}, {"ul", Tag::ul},
    {"video", Tag::video}, {"wbr", Tag::wbr}});
static_assert(std::ranges::is_sorted(names, {}, &Named::first));

}  // namespace

Tag tag_from(std::string_view name)
{
    const auto found = std::ranges::lower_bound(names, name, {}, &Named::first);
    return found != names.end() && found->first == name ? found->second : Tag::other;
}

bool is_void(Tag tag)
{
    switch (tag) {
    case Tag::br: case Tag::col: case Tag::embed: case Tag::hr: case Tag::img: case Tag::input: case Tag::link: case Tag::meta: case Tag::source:
    case Tag::wbr: return true;
    default: return false;
    }
}

bool is_raw(Tag tag)
{
    switch (tag) {
    case Tag::script: case Tag::style: case Tag::textarea: case Tag::title: case Tag::iframe: return true;
    default: return false;
    }
}

bool is_block(Tag tag)
{
    switch (tag) {
    case Tag::address: case Tag::article: case Tag::aside: case Tag::blockquote: case Tag::body: case Tag::caption: case Tag::center: case Tag::dd:
    case Tag::details: case Tag::div: case Tag::dl: case Tag::dt: case Tag::fieldset: case Tag::figcaption: case Tag::figure: case Tag::footer:
    case Tag::form: case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6: case Tag::head: case Tag::header:
    case Tag::hr: case Tag::html: case Tag::li: case Tag::main: case Tag::nav: case Tag::ol: case Tag::option: case Tag::p: case Tag::pre:
    case Tag::section: case Tag::summary: case Tag::table: case Tag::tbody: case Tag::tfoot: case Tag::thead: case Tag::title: case Tag::tr:
    case Tag::ul: return true;
    default: return false;
    }
}

bool is_unread(Tag tag)
{
    switch (tag) {
    case Tag::button: case Tag::canvas: case Tag::embed: case Tag::head: case Tag::iframe: case Tag::input: case Tag::noscript: case Tag::object:
    case Tag::option:
    case Tag::script: case Tag::select: case Tag::style: case Tag::svg: case Tag::textarea: case Tag::title: case Tag::video: return true;
    default: return false;
    }
}

}  // namespace sitrep::read
