// One document as received. Never changed after it was read.
#pragma once

#include "core/date.hpp"
#include "core/language.hpp"
#include "core/sha256.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// When a report says it was published: the day as printed there, and the time of day where one is given.
struct Publication {
    Day day;
    std::optional<std::chrono::seconds> time_of_day;
    bool in_utc = false;  ///< printed in universal time, as machines do: the day may be another one where the report is from. Not kept in the library
    friend bool operator==(const Publication&, const Publication&) = default;
};

/// A report's words and what its frame says about them. Title and text are valid UTF-8.
struct Report {
    std::string external_id;  ///< the id the input gave it, or empty
    std::string url;          ///< where it was published, or empty
    std::string publisher;    ///< outlet, channel or partner as the document names it, or empty
    std::optional<Publication> published;
    Language language = Language::unknown;
    std::string document;        ///< title + "\n" + text, or the text alone: what every Span counts over
    std::size_t text_begin = 0;  ///< byte offset of the text in `document`; 0 when there is no title

    std::string_view title() const { return text_begin ? std::string_view(document).substr(0, text_begin - 1) : std::string_view(); }
    std::string_view text() const { return std::string_view(document).substr(text_begin); }
    void set_words(std::string_view title, std::string_view text)
    {
        document.clear();
        document.reserve(title.size() + 1 + text.size());
        if (!title.empty()) {
            document.append(title);
            document += '\n';
        }
        text_begin = document.size();
        document.append(text);
    }
};

enum class Format { plain_text, html, rss, atom, json_lines, csv, email, mbox, telegram_json, whatsapp_text, warc, pdf, docx };
std::string_view to_string(Format format);

/// The bytes a report was read from (one message, one page, one row: not the archive around it), kept for good.
struct Original {
    std::string bytes;
    Sha256 hash;         ///< of `bytes`
    Format format = Format::plain_text;
    std::string origin;  ///< where it came from: "folder/march.zip:page.html", "feed.xml, item 3", a URL
};

struct Received {
    Report report;
    Original original;
};

}  // namespace sitrep
