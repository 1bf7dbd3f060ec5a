// Inside read/: the elements of HTML that matter to us.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep::read {

enum class Tag : std::uint8_t {
    other, a, address, article, aside, b, blockquote, body, br, button, canvas, caption, center, cite, col, code, dd, details, div, dl, dt, em, embed,
    fieldset, figcaption, figure, font, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, img, input, label, li, link,
    main, meta, nav, noscript, object, ol, option, p, picture, pre, q, s, script, section, select, small, source, span, strong, style, sub,
    summary, sup, svg, table, tbody, td, textarea, tfoot, th, thead, time, title, tr, u, ul, video, wbr
};

Tag tag_from(std::string_view name);  ///< lower-case name

bool is_void(Tag tag);    ///< has no end tag
bool is_raw(Tag tag);     ///< its content is text up to its end tag: script, style, title, textarea …
bool is_block(Tag tag);   ///< begins and ends a line of text
bool is_unread(Tag tag);  ///< nothing in it is text of the page: script, style, svg, button …

}  // namespace sitrep::read
