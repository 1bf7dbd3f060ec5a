// The type of an input, told from its bytes; its name and declared type only break ties.
#include "read/run.hpp"
#include "read/text_shape.hpp"
#include "read/utf16_bytes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sitrep::read {
namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes;
    PieceType type;
};
constexpr std::array magics{
    Magic{"\x1F\x8B"sv, PieceType::compressed},
    Magic{"BZh"sv, PieceType::compressed},
    Magic{"\xFD"
          "7zXZ\0"sv,
          PieceType::compressed},
    Magic{"\x28\xB5\x2F\xFD"sv, PieceType::compressed},
    Magic{"7z\xBC\xAF\x27\x1C"sv, PieceType::archive},
    Magic{"PK\5\6"sv, PieceType::archive},
    Magic{"WARC/"sv, PieceType::warc},
    Magic{"Rar!\x1A\7"sv, PieceType::binary},
    Magic{"\xD0\xCF\x11\xE0"sv, PieceType::binary},
    Magic{"{\\rtf"sv, PieceType::binary},
};

constexpr std::size_t pdf_magic_within = 1024;  // the format lets other bytes stand before it

// Names with which Office begins its ZIPs.
bool may_be_word(std::string_view bytes)
{
    constexpr std::size_t name_at = 30;  // of a local file header
    if (bytes.size() < name_at) return false;
    const std::string_view name = bytes.substr(name_at);
    return std::ranges::any_of(std::array{"[Content_Types].xml"sv, "_rels/"sv, "word/"sv, "docProps/"sv, "customXml/"sv},
                               [&](std::string_view start) { return name.starts_with(start); });
}

// A tar's first block: by its mark, or in the oldest form by its checksum.
bool is_tar(std::string_view bytes)
{
    constexpr std::size_t block = 512, mark_at = 257, checksum_at = 148, checksum_bytes = 8;
    if (bytes.size() < block) return false;
    if (bytes.substr(mark_at).starts_with("ustar")) return true;
    long sum = 0;
    for (std::size_t i = 0; i < block; ++i) sum += i >= checksum_at && i < checksum_at + checksum_bytes ? ' ' : static_cast<unsigned char>(bytes[i]);
    std::string_view printed = bytes.substr(checksum_at, checksum_bytes);
    printed.remove_prefix(std::min(printed.find_first_not_of(' '), printed.size()));
    long stated = 0;
    const auto [end, error] = std::from_chars(printed.data(), printed.data() + printed.size(), stated, 8);
    return error == std::errc() && bytes.front() != '\0' && stated == sum;
}

bool is_zstd_skippable(std::string_view bytes) { return bytes.size() > 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1, 3) == "\x2A\x4D\x18"; }

std::optional<PieceType> by_magic(std::string_view bytes)
{
    for (const auto& magic : magics)
        if (bytes.starts_with(magic.bytes)) return magic.type;
    if (bytes.starts_with("PK\3\4")) return may_be_word(bytes) ? PieceType::docx : PieceType::archive;
    if (is_zstd_skippable(bytes)) return PieceType::compressed;
    if (bytes.substr(0, pdf_magic_within).find("%PDF-") != std::string_view::npos) return PieceType::pdf;
    if (is_tar(bytes)) return PieceType::archive;
    return std::nullopt;
}

// NULs, or more than one control character in twenty: no text in any encoding of one byte a letter.
bool is_binary(std::string_view bytes)
{
    const auto controls = std::ranges::count_if(bytes, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B';
    });
    const auto nulls = std::ranges::count(bytes, '\0');
    return nulls * 200 > std::ptrdiff_t(bytes.size()) || controls * 20 > std::ptrdiff_t(bytes.size());
}

PieceType by_structure(std::string_view text, bool whole, const Frame& frame)
{
    if (text.empty()) return whole ? PieceType::empty : PieceType::plain_text;
    if (text.front() == '{' || text.front() == '[') {
        if (is_telegram(text)) return PieceType::telegram_json;
        if (is_json(text)) return PieceType::json_lines;
    }
    if (text.front() == '<') return is_feed(text) ? PieceType::feed : PieceType::html;
    if (is_mbox(text)) return PieceType::mbox;
    if (is_email(text)) return PieceType::email;
    if (is_whatsapp(text)) return PieceType::whatsapp_text;
    const bool called_table = has_ending(frame.name, {".csv", ".tsv"}) || frame.content_type.starts_with("text/csv");
    if (is_table(text, whole, called_table)) return PieceType::csv;
    const bool called_page = has_ending(frame.name, {".html", ".htm", ".xhtml"}) || frame.content_type.starts_with("text/html");
    if (is_page(text, called_page)) return PieceType::html;
    return PieceType::plain_text;
}

// Word or archive? The directory of a ZIP stands at its end, with every member's name.
PieceType told_from_all(PieceType type, std::string_view bytes)
{
    if (type != PieceType::docx && type != PieceType::archive) return type;
    if (!bytes.starts_with("PK")) return type;
    return bytes.find("word/document.xml") != std::string_view::npos ? PieceType::docx : PieceType::archive;
}

}  // namespace

PieceType detect_prefix(std::string_view bytes, bool whole, const Frame& frame)
{
    if (bytes.empty()) return PieceType::empty;
    if (const auto type = by_magic(bytes)) return *type;
    std::string as_utf8;
    if (const auto order = utf16_order(bytes)) {
        MemoryBytes memory(bytes);
        Buffered in(memory);
        Utf16Bytes converted(in, *order);
        Buffered(converted).take_all(as_utf8, 2 * peek_bytes);
        bytes = as_utf8;
    } else if (is_binary(bytes)) {
        return PieceType::binary;
    }
    return by_structure(without_leading_blanks(bytes), whole, frame);
}

PieceType detect(const Piece& piece)
{
    const std::string_view start = std::string_view(piece.bytes).substr(0, peek_bytes);
    const Frame frame{.origin = piece.origin, .name = piece.name, .url = piece.url, .content_type = piece.content_type};
    return told_from_all(detect_prefix(start, start.size() == piece.bytes.size(), frame), piece.bytes);
}

}  // namespace sitrep::read
