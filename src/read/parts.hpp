// Inside read/: what containers hand to the readers of single documents, and what those hand back.
#pragma once

#include "core/report.hpp"
#include "core/result.hpp"
#include "read/source.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace sitrep::read {

/// The bytes of one thing to read, with all that its container knows about it.
struct Piece {
    std::string origin;         ///< "march.zip:page.html", "feed.xml, item 3"
    std::string name;           ///< file name, only a hint; the type is told from the bytes
    std::string url;            ///< where known (WARC target, fetch)
    std::string content_type;   ///< as declared by HTTP, MIME or WARC, may be empty
    std::string bytes;
    std::size_t first_line = 1;  ///< line of the file on which `bytes` begins: long tables are cut into pieces at line ends
    std::string header;          ///< a table's header row, where `bytes` is a later part of it and begins with a data row; else
                                 ///< empty. read_csv takes its columns (and delimiter) from it when it is not empty.
};

/// Takes each report or refusal as it is made; returns false to stop early.
using Sink = std::function<bool(Result<Received>)>;

// One document in, zero or more reports out. Each file reader lives in its own .cpp named like its function.
// All of them refuse with a reason instead of throwing; none of them reads anything but the bytes given.
void read_plain_text(Piece piece, const Options& options, const Sink& sink);
void read_html(Piece piece, const Options& options, const Sink& sink);
void read_feed(Piece piece, const Options& options, const Sink& sink);           ///< RSS 0.9x/2.0, RDF, Atom
void read_json_lines(Piece piece, const Options& options, const Sink& sink);     ///< DESIGN section 5
void read_csv(Piece piece, const Options& options, const Sink& sink);
void read_telegram(Piece piece, const Options& options, const Sink& sink);       ///< desktop export, result.json
void read_whatsapp(Piece piece, const Options& options, const Sink& sink);       ///< "export chat" text
void read_pdf(Piece piece, const Options& options, const Sink& sink);            ///< through pdftotext
void read_docx(Piece piece, const Options& options, const Sink& sink);
void read_email(Piece piece, const Options& options, const Sink& sink);          ///< RFC 5322 / MIME; attachments are read as pieces

/// Told from the bytes (magic numbers, structure), with the name only as a tie-break.
enum class PieceType { plain_text, html, feed, json_lines, csv, telegram_json, whatsapp_text, pdf, docx, email, mbox, warc, archive, compressed, empty, binary };
PieceType detect(const Piece& piece);

/// Bytes in any supported encoding → valid UTF-8. `declared` is what HTTP, meta or XML said, or empty.
/// UTF-8 and UTF-16 by byte-order mark, then declared, then detected (UTF-8, Windows-1256, ISO-8859-6, Windows-1252).
std::string decode(std::string_view bytes, std::string_view declared);

/// Makes the Received for a document: hashes the bytes, fills the frame.
Received receive(Report report, std::string bytes, Format format, std::string origin);

/// A printed date, RFC 5322, RFC 3339, ISO 8601 or the common forms of page metadata → publication; nothing if it is none.
std::optional<Publication> publication_from(std::string_view printed);

}  // namespace sitrep::read
