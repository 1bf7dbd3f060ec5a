// Compressed files and archives, through libarchive: layer by layer, never unpacked to disk.
#include "read/run.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "text/normalise.hpp"

#include <clocale>
#include <cstdio>
#include <memory>

namespace sitrep::read {
namespace {

struct Free {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Free>;

// libarchive reads straight out of the look-ahead buffer: what it was given last is taken when it comes back for more.
struct Feed {
    Buffered& in;
    std::size_t given = 0;
};

la_ssize_t give_more(archive* reader, void* data, const void** bytes)
{
    auto& feed = *static_cast<Feed*>(data);
    feed.in.take(std::exchange(feed.given, 0));
    const auto ready = feed.in.some();
    if (ready.empty() && !feed.in.broken().empty()) {
        archive_set_error(reader, EIO, "%s", feed.in.broken().c_str());
        return -1;
    }
    feed.given = ready.size();
    *bytes = ready.data();
    return la_ssize_t(ready.size());
}

la_int64_t move_to(archive*, void* data, la_int64_t offset, int whence)
{
    auto& feed = *static_cast<Feed*>(data);
    const auto size = la_int64_t(*feed.in.seekable_size());
    const la_int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_END ? size : la_int64_t(feed.in.position() + feed.given);
    feed.given = 0;
    const la_int64_t target = from + offset;
    if (target < 0 || !feed.in.seek(std::uint64_t(target))) return ARCHIVE_FATAL;
    return target;
}

bool open_reader(archive* reader, Feed& feed)
{
    archive_read_set_read_callback(reader, give_more);
    if (feed.in.seekable_size()) archive_read_set_seek_callback(reader, move_to);
    archive_read_set_callback_data(reader, &feed);
    return archive_read_open1(reader) >= ARCHIVE_WARN;
}

std::string error_of(archive* reader)
{
    const char* words = archive_error_string(reader);
    return text::to_valid_utf8(words ? words : "its structure is broken");
}

// What one member of an archive, or the one stream of a compressed file, unpacks to.
class Unpacked : public ByteStream {
public:
    Unpacked(archive* reader, std::string origin, Run& run) : reader_(reader), origin_(std::move(origin)), run_(run) {}

    tl::expected<std::size_t, std::string> read(std::span<char> into) override
    {
        if (run_.stopped()) return 0;
        const la_ssize_t count = archive_read_data(reader_, into.data(), into.size());
        if (count < 0) return tl::unexpected("unpacking broke off: " + error_of(reader_));
        if (run_.unpacked(std::uint64_t(count))) return std::size_t(count);
        run_.burst(origin_);  // the one reason for the whole input: what readers say of the end it comes to is not heard any more
        return tl::unexpected(std::string("it unpacks to far too much"));
    }

private:
    archive* reader_;
    std::string origin_;
    Run& run_;
};

// libarchive converts member names to the thread's locale and loses them where that is plain "C".
class Utf8Names {
public:
    Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(locale_ ? uselocale(locale_) : nullptr) {}
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names()
    {
        if (!locale_) return;
        uselocale(before_);
        freelocale(locale_);
    }

private:
    locale_t locale_;
    locale_t before_;
};

Reader raw_reader()
{
    Reader reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_bzip2(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_read_support_format_empty(reader.get());
    return reader;
}

Reader archive_reader()
{
    Reader reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    archive_read_support_format_7zip(reader.get());
    archive_read_support_format_empty(reader.get());
    return reader;
}

// "page.html.gz" → "page.html"
std::string without_ending(const std::string& name)
{
    for (const std::string_view ending : {".gz", ".bz2", ".xz", ".zst"})
        if (name.size() > ending.size() && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    return name;
}

std::string name_of(archive_entry* entry, std::size_t number)
{
    const char* name = archive_entry_pathname_utf8(entry);
    if (!name) name = archive_entry_pathname(entry);
    return name && *name ? one_line(name) : fmt::format("member {}", number);
}

// What systems put into archives for themselves.
bool is_bookkeeping(std::string_view name)
{
    const std::string_view last = name.substr(name.rfind('/') + 1);
    return name.starts_with("__MACOSX/") || last.starts_with("._") || last == ".DS_Store" || last == "Thumbs.db";
}

void read_member(archive* reader, archive_entry* entry, const std::string& name, const Frame& frame, Run& run)
{
    const Frame member{.origin = frame.origin + ":" + name, .name = name, .url = {}, .content_type = {}};
    if (archive_entry_is_encrypted(entry) > 0)
        return run.refuse(member.origin, "it is locked with a password. Unpack it with the password and read the folder");
    if (archive_entry_size_is_set(entry) && run.would_burst(std::uint64_t(archive_entry_size(entry)))) return run.burst(member.origin);
    Unpacked unpacked(reader, member.origin, run);
    Buffered in(unpacked);
    read_stream(in, member, run);
}

}  // namespace

void read_compressed(Buffered& in, const Frame& frame, Run& run)
{
    const Reader reader = raw_reader();
    Feed feed{in};
    archive_entry* entry = nullptr;
    if (!open_reader(reader.get(), feed) || archive_read_next_header(reader.get(), &entry) < ARCHIVE_WARN)
        return run.refuse(frame.origin, "it cannot be unpacked: " + error_of(reader.get()) + ". Copy it again from where it came");
    Unpacked unpacked(reader.get(), frame.origin, run);
    Buffered inside(unpacked);
    read_stream(inside, {.origin = frame.origin, .name = without_ending(frame.name), .url = frame.url, .content_type = {}}, run);
}

void read_archive(Buffered& in, const Frame& frame, Run& run)
{
    const Utf8Names names;
    // Only what can be jumped about in shows a 7z its own end; a short one is small enough to hold.
    std::string held;
    if (!in.seekable_size() && in.peek(2) == "7z") {
        if (!in.take_all(held, document_bytes_max))
            return run.refuse(frame.origin, "it is a 7z archive larger than 64 MiB inside another input. Unpack the outer one and read the folder");
    }
    MemoryBytes memory{held};
    Buffered from_memory(memory);
    Feed feed{held.empty() ? in : from_memory};

    const Reader reader = archive_reader();
    if (!open_reader(reader.get(), feed)) return run.refuse(frame.origin, "it cannot be unpacked: " + error_of(reader.get()) + ". Copy it again from where it came");
    for (std::size_t number = 1; !run.stopped(); ++number) {
        archive_entry* entry = nullptr;
        const int state = archive_read_next_header(reader.get(), &entry);
        if (state == ARCHIVE_EOF) return;
        if (state < ARCHIVE_WARN)
            return run.refuse(frame.origin, fmt::format("the archive is broken after {} members: {}. What was read before is kept; copy it again from where it came",
                                                        number - 1, error_of(reader.get())));
        if (number > archive_members_max)
            return run.refuse(frame.origin, fmt::format("it has more than {} members; the first were read. Unpack it and read the folder", archive_members_max));
        const std::string name = name_of(entry, number);
        if (archive_entry_filetype(entry) != AE_IFREG || is_bookkeeping(name)) continue;
        read_member(reader.get(), entry, name, frame, run);
    }
}

tl::expected<std::string, std::string> inflate(std::string_view bytes, std::string_view encoding, const std::string& origin, Run& run)
{
    std::string as_gzip;
    if (encoding == "deflate") {
        // libarchive knows deflate only inside gzip, whose frame is ten bytes before and eight behind; it does not check the latter.
        const bool zlib = bytes.size() > 2 && (bytes[0] & 0x0F) == 8 && (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) % 31 == 0;
        as_gzip = std::string("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
        as_gzip.append(zlib ? bytes.substr(2) : bytes).append(8, '\0');
        bytes = as_gzip;
    }
    MemoryBytes memory(bytes);
    Buffered in(memory);
    Feed feed{in};
    const Reader reader = raw_reader();
    archive_entry* entry = nullptr;
    if (!open_reader(reader.get(), feed) || archive_read_next_header(reader.get(), &entry) < ARCHIVE_WARN) return tl::unexpected(error_of(reader.get()));
    Unpacked unpacked(reader.get(), origin, run);
    Buffered inside(unpacked);
    std::string out;
    if (!inside.take_all(out, document_bytes_max)) return tl::unexpected(std::string("it unpacks to more than 64 MiB"));
    if (!inside.broken().empty()) return tl::unexpected(inside.broken());
    return out;
}

}  // namespace sitrep::read
