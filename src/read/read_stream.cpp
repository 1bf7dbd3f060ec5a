// The way of every input: its type is told from its first bytes, and whoever reads that type gets it.
#include "read/run.hpp"

#include <fmt/format.h>

namespace sitrep::read {
namespace {

std::string megabytes(std::size_t bytes) { return fmt::format("{} MiB", bytes / mebibyte); }

std::size_t bytes_max_of(PieceType type)
{
    if (type == PieceType::html) return page_bytes_max;
    return type == PieceType::plain_text ? text_file_bytes_max : document_bytes_max;
}

// A ZIP that may be a Word document is taken whole, and told from all its bytes.
void read_word_or_archive(Piece piece, const Frame& frame, Run& run)
{
    if (detect(piece) == PieceType::docx) {
        read_docx(std::move(piece), run.options(), run.sink());
        return;
    }
    MemoryBytes memory(piece.bytes);
    Buffered in(memory);
    read_archive(in, frame, run);
}

void read_document(PieceType type, Piece piece, const Frame& frame, Run& run)
{
    switch (type) {
        case PieceType::html: return read_html(std::move(piece), run.options(), run.sink());
        case PieceType::feed: return read_feed(std::move(piece), run.options(), run.sink());
        case PieceType::telegram_json: return read_telegram(std::move(piece), run.options(), run.sink());
        case PieceType::whatsapp_text: return read_whatsapp(std::move(piece), run.options(), run.sink());
        case PieceType::pdf: return read_pdf(std::move(piece), run.options(), run.sink());
        case PieceType::docx: return read_word_or_archive(std::move(piece), frame, run);
        case PieceType::email: return read_message(piece.bytes, frame, run);
        default: return read_plain_text(std::move(piece), run.options(), run.sink());
    }
}

void read_whole(PieceType type, Buffered& in, const Frame& frame, Run& run)
{
    Piece piece{.origin = frame.origin, .name = frame.name, .url = frame.url, .content_type = frame.content_type, .bytes = {}, .header = {}};
    if (!in.take_all(piece.bytes, bytes_max_of(type))) {
        run.refuse(frame.origin, fmt::format("it is larger than {}, which is more than one document can be. If it holds many reports, split it",
                                             megabytes(bytes_max_of(type))));
        return;
    }
    if (!in.broken().empty()) {
        run.refuse(frame.origin, fmt::format("only its first {} bytes could be read: {}. Copy it again from where it came", piece.bytes.size(), in.broken()));
        return;
    }
    read_document(type, std::move(piece), frame, run);
}

std::string why_unreadable(std::string_view bytes)
{
    if (bytes.starts_with("Rar!")) return "it is a RAR archive, which is not read. Unpack it and read the folder";
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "it is an old Office file (.doc, .xls), which is not read. Save it as .docx, .csv or PDF";
    if (bytes.starts_with("{\\rtf")) return "it is a rich-text file (.rtf), which is not read. Save it as .docx or plain text";
    if (bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("\x89PNG") || bytes.starts_with("GIF8") ||
        bytes.substr(std::min<std::size_t>(4, bytes.size())).starts_with("ftyp"))
        return "it is a picture or a film, in which there is no text to read";
    return "it is no text and no file of a kind that is read (see the list of formats in the manual)";
}

}  // namespace

void read_stream(Buffered& in, const Frame& frame, Run& run)
{
    const std::string_view start = in.peek(peek_bytes);
    const bool whole = start.size() < peek_bytes;
    if (start.empty() && !in.broken().empty()) return run.refuse(frame.origin, in.broken() + ". Copy it again from where it came");
    PieceType type = detect_prefix(start, whole, frame);
    if (type == PieceType::archive && start.starts_with("PK") && start.find("word/document.xml") != std::string_view::npos) type = PieceType::docx;
    const bool packed = type == PieceType::compressed || type == PieceType::archive;
    if (run.options().rows && !packed && type != PieceType::csv && type != PieceType::json_lines && type != PieceType::empty)
        return run.refuse(frame.origin, "it is no table (CSV, TSV or JSON lines). Save the table as CSV; reports go in with `sitrep read`");
    switch (type) {
        case PieceType::empty: return run.refuse(frame.origin, start.empty() ? "it is empty (zero bytes)" : "it holds nothing but blanks");
        case PieceType::binary: return run.refuse(frame.origin, why_unreadable(start));
        case PieceType::compressed:
        case PieceType::archive: {
            if (run.depth >= nesting_max) return run.refuse(frame.origin, fmt::format("it is packed more than {} times over. Unpack the outer layers and read what is inside", nesting_max));
            ++run.depth;
            if (type == PieceType::compressed) read_compressed(in, frame, run);
            else read_archive(in, frame, run);
            --run.depth;
            return;
        }
        case PieceType::warc: return read_warc(in, frame, run);
        case PieceType::mbox: return read_mbox(in, frame, run);
        case PieceType::csv: return cut_rows(in, frame, run);
        case PieceType::json_lines: return cut_json(in, frame, run);
        case PieceType::telegram_json:
            if (!cut_telegram(in, frame, run)) read_whole(type, in, frame, run);
            return;
        default: return read_whole(type, in, frame, run);
    }
}

}  // namespace sitrep::read
