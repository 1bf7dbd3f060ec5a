#include "read/ascii.hpp"
#include "read/fetch.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <stdexcept>

namespace sitrep::read {
namespace {

constexpr std::size_t validator_bytes_max = 1024;

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Transfer {
    Fetched fetched;
    const FetchLimits& limits;
    const std::atomic<bool>& stop;
    bool too_large = false;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* data)
{
    auto& transfer = *static_cast<Transfer*>(data);
    if (transfer.fetched.bytes.size() + count > transfer.limits.bytes_max) {
        transfer.too_large = true;
        return 0;
    }
    transfer.fetched.bytes.append(bytes, count);
    return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* data)
{
    auto& fetched = static_cast<Transfer*>(data)->fetched;
    const std::string_view line = trimmed({bytes, count});
    if (line.starts_with("HTTP/")) fetched.validators = {};  // of the response before a redirect
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.size() > validator_bytes_max) return count;
    const std::string name = lowered(line.substr(0, colon));
    if (name == "etag") fetched.validators.etag = trimmed(line.substr(colon + 1));
    if (name == "last-modified") fetched.validators.last_modified = trimmed(line.substr(colon + 1));
    return count;
}

int look_whether_to_stop(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return static_cast<Transfer*>(data)->stop ? 1 : 0; }

void set_up(CURL* handle, const std::string& url, const FetchLimits& limits, Transfer& transfer)
{
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, long(limits.redirects_max));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, long(limits.connect_time.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long(limits.total_time.count()));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, limits.bytes_per_second_min);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, long(limits.slow_time.count()));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "sitrep");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, look_whether_to_stop);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
}

std::string why_not(CURLcode code, const Transfer& transfer, const char* detail)
{
    const auto& limits = transfer.limits;
    if (transfer.too_large) return fmt::format("the answer is larger than {} MiB. Download it with another program and read the file", limits.bytes_max / mebibyte);
    switch (code) {
        case CURLE_TOO_MANY_REDIRECTS: return fmt::format("it sends us on more than {} times, perhaps in a circle. Open it in a browser and give the address it ends at", limits.redirects_max);
        case CURLE_OPERATION_TIMEDOUT: return "the server is too slow or silent. Try again later, or download it and read the file";
        case CURLE_COULDNT_RESOLVE_HOST: return "the name of the server is not known. Look for a slip in the address, or whether there is a network";
        case CURLE_COULDNT_CONNECT: return "the server does not answer. Try again later";
        case CURLE_UNSUPPORTED_PROTOCOL:
            // libcurl has one code for both.
            if (std::string_view(detail).find("HTTP/0.9") != std::string_view::npos) return "the server's answer is no HTTP. Look at the address in a browser";
            return "only http and https addresses are read, and it is (or sends us on to) another";
        case CURLE_PEER_FAILED_VERIFICATION: return "the server's certificate is not valid, so it may be another server. Look at the address in a browser";
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR: return "the connection broke off in the middle. Try again";
        default: return fmt::format("fetching failed: {}", detail && *detail ? detail : curl_easy_strerror(code));
    }
}

std::string why_not(long status)
{
    if (status == 404 || status == 410) return fmt::format("the server says there is nothing at this address ({}). Look for a slip in it", status);
    if (status == 401 || status == 403) return fmt::format("the server does not let us read it ({}). Save it from a browser and read the file", status);
    if (status == 429) return "the server says that we come too often (429). Try again later";
    if (status >= 500) return fmt::format("the server is in trouble ({}). Try again later", status);
    return fmt::format("the server answered {}. Open it in a browser to see what it says", status);
}

using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void add_header(HeaderList& list, std::string_view name, const std::string& value)
{
    if (value.empty() || value.find_first_of("\r\n") != std::string::npos) return;
    list.reset(curl_slist_append(list.release(), fmt::format("{}: {}", name, value).c_str()));
}

}  // namespace

bool is_address(std::string_view input)
{
    const std::string start = lowered(input.substr(0, 8));
    return start.starts_with("http://") || start.starts_with("https://");
}

tl::expected<Fetched, std::string> fetch(const std::string& url, const std::optional<Validators>& remembered, const FetchLimits& limits, const std::atomic<bool>& stop)
{
    static std::once_flag initialised;  // libcurl wants it done once, before any other call
    std::call_once(initialised, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::unique_ptr<CURL, FreeHandle> handle(curl_easy_init());
    if (!handle) throw std::runtime_error("libcurl cannot be started");
    Transfer transfer{.fetched = {}, .limits = limits, .stop = stop};
    char detail[CURL_ERROR_SIZE] = "";
    set_up(handle.get(), url, limits, transfer);
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, detail);
    HeaderList headers;
    if (remembered) {
        add_header(headers, "If-None-Match", remembered->etag);
        add_header(headers, "If-Modified-Since", remembered->last_modified);
    }
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());

    const CURLcode code = curl_easy_perform(handle.get());
    if (code != CURLE_OK) return tl::unexpected(why_not(code, transfer, detail));
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.fetched.unchanged = status == 304;
    if (status != 304 && status / 100 != 2) return tl::unexpected(why_not(status));
    const char* text = nullptr;
    curl_easy_getinfo(handle.get(), CURLINFO_EFFECTIVE_URL, &text);
    if (text) transfer.fetched.url = text;
    text = nullptr;
    curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &text);
    if (text) transfer.fetched.content_type = text;
    return std::move(transfer.fetched);
}

}  // namespace sitrep::read
