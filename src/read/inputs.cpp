#include "read/inputs.hpp"

#include "read/fetch.hpp"
#include "read/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace sitrep::read {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

std::string printable(const fs::path& path) { return one_line(path.native()); }

// What lies in a folder, in name order. Only this folder's names are held, whatever lies below.
std::vector<fs::directory_entry> listed(const fs::path& folder, std::error_code& error)
{
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (!is_hidden(at->path())) entries.push_back(*at);
    std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().native(); });
    return entries;
}

std::uint64_t bytes_of(const std::string& name)
{
    std::error_code error;
    if (fs::is_regular_file(name, error)) return fs::file_size(name, error);
    std::uint64_t sum = 0;
    for (fs::recursive_directory_iterator at(name, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        if (is_hidden(at->path())) at.disable_recursion_pending();
        else if (at->is_regular_file(gone)) sum += at->file_size(gone);
        if (at.depth() >= folder_depth_max) at.disable_recursion_pending();
    }
    return sum;
}

class Walk {
public:
    Walk(const Inputs& inputs, const Sink& sink) : inputs_(inputs), sink_([this, &sink](Result<Received> received) {
        if (stopped_ || !sink(std::move(received))) stopped_ = true;
        return !stopped_;
    }) {}
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;

    void input(const std::string& name)
    {
        std::error_code error;
        if (name == "-") return stream(*FileBytes::standard_input(inputs_.bytes_done, inputs_.stop), {.origin = "standard input", .name = {}, .url = {}, .content_type = {}});
        if (is_address(name)) return address(name);
        const auto status = fs::status(name, error);
        if (!fs::exists(status)) return refuse(one_line(name), "there is no such file or folder. Look for a slip in the name");
        if (fs::is_directory(status)) return folder(name, 0);
        file(name);
    }

    bool stopped() const { return stopped_ || inputs_.stop; }

private:
    void refuse(std::string where, std::string why) { sink_(bad_input(std::move(where), std::move(why))); }

    void stream(ByteStream& bytes, const Frame& frame)
    {
        Buffered in(bytes);
        Run run(inputs_.options, sink_, [&in] { return in.furthest(); });
        read_stream(in, frame, run);
        run.end(frame.origin);
    }

    void file(const fs::path& path)
    {
        const auto bytes = FileBytes::open(path.native(), inputs_.bytes_done, inputs_.stop);
        if (!bytes) return refuse(printable(path), bytes.error() + ". Look at the rights of the file");
        stream(**bytes, {.origin = printable(path), .name = printable(path.filename()), .url = {}, .content_type = {}});
    }

    void folder(const fs::path& path, int depth)
    {
        if (depth > folder_depth_max) return refuse(printable(path), fmt::format("folders lie more than {} deep in each other here. Name the inner folder", folder_depth_max));
        std::error_code error;
        const auto entries = listed(path, error);
        if (error) refuse(printable(path), "the folder cannot be listed: " + error.message() + ". Look at its rights");
        for (const auto& entry : entries) {
            if (stopped()) return;
            std::error_code gone;
            // A link to a folder may lead round in a circle; a link to a file may not.
            if (entry.is_directory(gone) && !entry.is_symlink(gone)) folder(entry.path(), depth + 1);
            else if (entry.is_regular_file(gone)) file(entry.path());
            else if (!entry.is_directory(gone)) refuse(printable(entry.path()), "it is no file (a pipe, a device or a link that leads nowhere)");
        }
    }

    void address(const std::string& url)
    {
        const auto before = inputs_.remembered.find(url);
        const auto fetched = fetch(url, before == inputs_.remembered.end() ? std::nullopt : std::optional(before->second), FetchLimits{}, inputs_.stop);
        if (!fetched) return refuse(one_line(url), fetched.error());
        if (fetched->unchanged) return;
        inputs_.bytes_done += fetched->bytes.size();
        const std::string_view path = std::string_view(fetched->url).substr(0, fetched->url.find_first_of("?#"));
        MemoryBytes bytes(fetched->bytes);
        stream(bytes, {.origin = one_line(url), .name = std::string(path.substr(path.rfind('/') + 1)), .url = one_line(fetched->url), .content_type = fetched->content_type});
        if (!stopped()) inputs_.fetched(url, fetched->validators);
    }

    const Inputs& inputs_;
    bool stopped_ = false;
    Sink sink_;
};

}  // namespace

void read_inputs(const Inputs& inputs, const Sink& sink)
{
    // Of standard input and addresses nobody knows the length: then there is no total.
    const bool known = std::ranges::none_of(inputs.names, [](const std::string& name) { return name == "-" || is_address(name); });
    if (known) {
        std::uint64_t total = 0;
        for (const auto& name : inputs.names) total += bytes_of(name);
        inputs.bytes_total = total;
    }
    Walk walk(inputs, sink);
    for (const auto& name : inputs.names) {
        if (walk.stopped()) return;
        walk.input(name);
    }
}

}  // namespace sitrep::read
