// A Word document: the paragraphs of word/document.xml in its ZIP.
#include "read/bounds.hpp"
#include "read/parts.hpp"
#include "read/html_text.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include <memory>
#include <optional>

namespace sitrep::read {
namespace {

struct CloseArchive {
    void operator()(archive* zip) const { archive_read_free(zip); }
};
struct CloseReader {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

constexpr std::size_t members_max = 10'000;

// The bytes of one member, up to a bound; nothing when it is not there, broken or larger.
std::optional<std::string> member_of(const std::string& zip_bytes, std::string_view wanted)
{
    const std::unique_ptr<archive, CloseArchive> zip(archive_read_new());
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_memory(zip.get(), zip_bytes.data(), zip_bytes.size()) != ARCHIVE_OK) {
        return std::nullopt;
    }
    archive_entry* entry = nullptr;
    for (std::size_t i = 0; i < members_max && archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK; ++i) {
        const char* name = archive_entry_pathname(entry);
        if (name == nullptr || wanted != name) {
            continue;
        }
        std::string bytes;
        std::string buffer(buffer_bytes, '\0');
        for (;;) {
            const la_ssize_t taken = archive_read_data(zip.get(), buffer.data(), buffer.size());
            if (taken == 0) {
                return bytes;
            }
            if (taken < 0 || bytes.size() + static_cast<std::size_t>(taken) > document_bytes_max) {
                return std::nullopt;
            }
            bytes.append(buffer, 0, static_cast<std::size_t>(taken));
        }
    }
    return std::nullopt;
}

std::string_view name_of(xmlTextReader* reader)
{
    const xmlChar* name = xmlTextReaderConstLocalName(reader);
    return name != nullptr ? reinterpret_cast<const char*>(name) : "";
}

// The words of a WordprocessingML part, a line for each paragraph. Nothing when it is no XML.
std::optional<std::string> words_of(const std::string& xml)
{
    const std::unique_ptr<xmlTextReader, CloseReader> reader(
        xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!reader) {
        return std::nullopt;
    }
    TextLines lines;
    bool in_text = false;
    int more = xmlTextReaderRead(reader.get());
    for (; more == 1; more = xmlTextReaderRead(reader.get())) {
        const int type = xmlTextReaderNodeType(reader.get());
        const std::string_view name = name_of(reader.get());
        if (type == XML_READER_TYPE_ELEMENT) {
            in_text = name == "t" && xmlTextReaderIsEmptyElement(reader.get()) == 0;
            if (name == "tab") {
                lines.add(" ");
            } else if (name == "br" || name == "cr") {
                lines.end_line();
            }
        } else if (type == XML_READER_TYPE_END_ELEMENT) {
            in_text = false;
            if (name == "p") {
                lines.end_line();
            } else if (name == "tc") {
                lines.add(" ");
            }
        } else if (in_text && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)) {
            lines.add(reinterpret_cast<const char*>(xmlTextReaderConstValue(reader.get())));
        }
    }
    return more == 0 ? std::optional(lines.take()) : std::nullopt;
}

}  // namespace

void read_docx(Piece piece, const Options& options, const Sink& sink)
{
    const auto xml = member_of(piece.bytes, "word/document.xml");
    if (!xml) {
        sink(bad_input(piece.origin, fmt::format("its text cannot be unpacked, or is larger than {} MiB. Open it in a word processor and save it as plain text",
                                                 document_bytes_max / mebibyte)));
        return;
    }
    const auto words = words_of(*xml);
    if (!words) {
        sink(bad_input(piece.origin, "its text is damaged. Open it in a word processor and save it again"));
        return;
    }
    if (words->empty()) {
        sink(bad_input(piece.origin, "the document has no text"));
        return;
    }
    Report report;
    report.url = piece.url;
    report.publisher = options.publisher;
    report.set_words({}, *words);  // a file's title property is its template's more often than its own
    sink(receive(std::move(report), std::move(piece.bytes), Format::docx, std::move(piece.origin)));
}

}  // namespace sitrep::read
