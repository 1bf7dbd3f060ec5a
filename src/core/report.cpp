#include "core/report.hpp"

namespace sitrep {

std::string_view to_string(Format format)
{
    switch (format) {
        case Format::plain_text: return "plain text";
        case Format::html: return "HTML";
        case Format::rss: return "RSS";
        case Format::atom: return "Atom";
        case Format::json_lines: return "JSON lines";
        case Format::csv: return "CSV";
        case Format::email: return "e-mail";
        case Format::mbox: return "mailbox";
        case Format::telegram_json: return "Telegram export";
        case Format::whatsapp_text: return "WhatsApp export";
        case Format::warc: return "WARC";
        case Format::pdf: return "PDF";
        case Format::docx: return "DOCX";
    }
    return "";
}

}  // namespace sitrep
