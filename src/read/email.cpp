// A message of e-mail: its words become a report, its attachments are read like files of their own.
#include "read/ascii.hpp"
#include "read/mime.hpp"
#include "read/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep::read {
namespace {

using namespace std::string_view_literals;

struct Attachment {
    std::string name;
    std::string content_type;
    std::string encoding;
    std::string_view body;
};

struct Contents {
    std::string plain;
    std::string html;
    std::string html_charset;
    std::vector<Attachment> attachments;
    std::size_t parts = 0;
    bool too_many = false;
    bool locked = false;
};

// RFC 3676: a blank at a line's end says that the sentence goes on in the next line.
std::string flowed_together(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        out.append(line);
        if (!line.ends_with(' ') || line == "-- ") out += '\n';
    }
    return out;
}

// Pictures in letterheads, signatures and invitations: parts in which nobody looks for reports.
bool is_passed_over(std::string_view type)
{
    constexpr std::array starts{"image/"sv, "audio/"sv, "video/"sv, "font/"sv, "application/pgp"sv, "application/pkcs7"sv, "application/x-pkcs7"sv,
                                "text/calendar"sv, "text/vcard"sv, "text/x-vcard"sv, "application/ms-tnef"sv, "message/delivery-status"sv};
    return std::ranges::any_of(starts, [&](std::string_view start) { return type.starts_with(start); });
}

void gather(const Entity& entity, int depth, Contents& contents);

void gather_multipart(const Entity& entity, const FieldWithParameters& type, int depth, Contents& contents)
{
    if (type.type == "multipart/encrypted") contents.locked = true;
    if (depth >= mail_depth_max) {
        contents.too_many = true;
        return;
    }
    const auto parts = multipart_parts(entity.body, type.parameter("boundary"), mail_parts_max + 1);
    for (const auto part : parts) {
        if (++contents.parts > mail_parts_max) {
            contents.too_many = true;
            return;
        }
        gather(parse_entity(part), depth + 1, contents);
    }
}

void gather(const Entity& entity, int depth, Contents& contents)
{
    const auto type = parse_parameters(entity.field("content-type"));
    const auto disposition = parse_parameters(entity.field("content-disposition"));
    const std::string_view kind = type.type.empty() ? "text/plain"sv : std::string_view(type.type);
    if (kind.starts_with("multipart/") && !type.parameter("boundary").empty()) return gather_multipart(entity, type, depth, contents);

    std::string name(disposition.parameter("filename"));
    if (name.empty()) name = type.parameter("name");
    const bool attached = disposition.type == "attachment" || !name.empty();
    if (!attached && kind == "text/plain") {
        std::string words = decode(transfer_decoded(entity.body, entity.field("content-transfer-encoding")), type.parameter("charset"));
        if (type.parameter("format") == "flowed") words = flowed_together(words);
        if (!trimmed(words).empty()) contents.plain.append(contents.plain.empty() ? "" : "\n\n").append(trimmed(words));
    } else if (!attached && kind == "text/html") {
        if (!contents.html.empty()) return;
        contents.html = transfer_decoded(entity.body, entity.field("content-transfer-encoding"));
        contents.html_charset = type.parameter("charset");
    } else if (!is_passed_over(kind)) {
        contents.attachments.push_back({std::move(name), std::string(kind), std::string(entity.field("content-transfer-encoding")), entity.body});
    }
}

std::string domain_of(std::string_view address)
{
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos) return {};
    const std::string_view rest = address.substr(at + 1);
    return std::string(rest.substr(0, rest.find_first_of("> ,;\t\r\n")));
}

// Who publishes it: a list's name, or the domain a newsletter comes from. A person's address or name is nobody's publisher.
std::string publisher_of(const Entity& message)
{
    const std::string list = header_words(message.field("list-id"));
    if (!list.empty()) {
        const std::size_t open = list.find('<');
        const auto name = trimmed(std::string_view(list).substr(0, open));
        const std::string unquoted(name.starts_with('"') && name.ends_with('"') && name.size() > 2 ? name.substr(1, name.size() - 2) : name);
        if (!unquoted.empty() && unquoted.find('@') == std::string::npos) return unquoted;
        if (open != std::string::npos) return list.substr(open + 1, list.find('>', open) - open - 1);
    }
    const bool newsletter = !message.field("list-unsubscribe").empty() || message.field("precedence") == "bulk" || message.field("precedence") == "list";
    return newsletter ? domain_of(message.field("from")) : std::string();
}

std::string url_of(const Entity& message)
{
    const std::string archived(trimmed(message.field("archived-at")));
    if (archived.starts_with("<http")) return archived.substr(1, archived.find('>') - 1);
    return archived.starts_with("http") ? archived : std::string();
}

Report framed(const Entity& message, const Frame& frame, const Options& options)
{
    Report report;
    const std::string_view id = trimmed(message.field("message-id"));
    report.external_id = header_words(id.starts_with('<') && id.ends_with('>') ? id.substr(1, id.size() - 2) : id);
    report.url = url_of(message);
    if (report.url.empty()) report.url = frame.url;
    report.publisher = publisher_of(message);
    if (report.publisher.empty()) report.publisher = options.publisher;
    report.published = publication_from(header_words(message.field("date")));
    return report;
}

// The words of a page sent as a message; the page's own frame gives way to the message's.
std::string words_of_html(Contents& contents, const Frame& frame, Run& run)
{
    std::string words;
    const Sink take = [&](Result<Received> page) {
        if (page) words = page->report.text();
        return true;
    };
    if (contents.html.size() > page_bytes_max) return words;
    Piece piece{.origin = frame.origin, .name = {}, .url = {}, .content_type = "text/html; charset=" + contents.html_charset, .bytes = std::move(contents.html), .header = {}};
    if (contents.html_charset.empty()) piece.content_type = "text/html";
    read_html(std::move(piece), run.options(), take);
    return words;
}

void read_attachments(const Contents& contents, const Frame& frame, Run& run)
{
    if (contents.attachments.empty()) return;
    if (run.depth >= nesting_max) return run.refuse(frame.origin, fmt::format("its attachments are packed more than {} times over. Save them as files and read those", nesting_max));
    ++run.depth;
    for (std::size_t i = 0; i < contents.attachments.size() && !run.stopped(); ++i) {
        const auto& attachment = contents.attachments[i];
        std::string origin = fmt::format("{}, attachment {}", frame.origin, i + 1);
        if (!attachment.name.empty()) origin += fmt::format(" ({})", one_line(attachment.name));
        const std::string bytes = transfer_decoded(attachment.body, attachment.encoding);
        MemoryBytes memory(bytes);
        Buffered in(memory);
        read_stream(in, {.origin = std::move(origin), .name = attachment.name, .url = {}, .content_type = attachment.content_type}, run);
    }
    --run.depth;
}

}  // namespace

void read_message(std::string_view bytes, const Frame& frame, Run& run)
{
    const Entity message = parse_entity(bytes);
    Contents contents;
    gather(message, 0, contents);
    const std::string words = contents.plain.empty() && !contents.html.empty() ? words_of_html(contents, frame, run) : std::move(contents.plain);
    if (!trimmed(words).empty()) {
        Report report = framed(message, frame, run.options());
        report.set_words(header_words(message.field("subject")), trimmed(words));
        run.sink()(receive(std::move(report), std::string(bytes), Format::email, frame.origin));
    } else if (contents.locked) {
        run.refuse(frame.origin, "the message is encrypted. Decrypt it in the mail program and save it again");
    } else if (contents.attachments.empty()) {
        run.refuse(frame.origin, "the message has no text and no attachment that is read");
    }
    read_attachments(contents, frame, run);
    if (contents.too_many && !run.stopped())
        run.refuse(frame.origin, fmt::format("the message has more than {} parts, or parts within parts more than {} deep; the first were read. Save its attachments as files and read those",
                                             mail_parts_max, mail_depth_max));
}

void read_email(Piece piece, const Options& options, const Sink& sink)
{
    Run run(options, sink, [size = piece.bytes.size()] { return size; });
    read_message(piece.bytes, {.origin = piece.origin, .name = piece.name, .url = piece.url, .content_type = piece.content_type}, run);
}

}  // namespace sitrep::read
