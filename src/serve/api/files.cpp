#include "serve/api/files.hpp"

#include "serve/http/secrets.hpp"

#include <array>
#include <map>
#include <string_view>

namespace sitrep::serve {
namespace {

struct Embedded {
    const char* name;
    const char* bytes;
    const char* end;
};

}  // namespace

extern "C" const Embedded sitrep_web_files[];

namespace {

constexpr std::string_view how_to_build =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sitrep</title><h1>The desk's pages are not in this program</h1>"
    "<p>Build them with <code>npm ci --ignore-scripts &amp;&amp; npm run build</code> in the folder <code>web</code>, then build Sitrep again. "
    "The interface for scripts is there without them: <a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a>.</p></html>";

std::string_view type_of(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
        {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"}, {".svg", "image/svg+xml"}, {".png", "image/png"}, {".ico", "image/x-icon"}, {".woff2", "font/woff2"},
        {".json", "application/json"}, {".webmanifest", "application/manifest+json"}, {".wasm", "application/wasm"}, {".txt", "text/plain; charset=utf-8"},
        {".map", "application/json"}, {".pbf", "application/x-protobuf"}}};
    for (const auto& [ending, type] : types)
        if (name.ends_with(ending)) return type;
    return "application/octet-stream";
}

struct File {
    std::string_view bytes;
    std::string tag;
};

const std::map<std::string, File, std::less<>>& files()
{
    static const auto all = [] {
        std::map<std::string, File, std::less<>> made;
        for (const Embedded* file = sitrep_web_files; file->name; ++file) {
            const std::string_view bytes(file->bytes, std::size_t(file->end - file->bytes));
            made[file->name] = {bytes, '"' + hash_of(bytes).hex().substr(0, 20) + '"'};
        }
        return made;
    }();
    return all;
}

}  // namespace

Response answer_file(const Request& request)
{
    if (request.method != Method::get) throw Problem(405, "wrong_method", "Pages are only read.");
    auto name = percent_decoded(request.path);
    if (!name || !name->starts_with('/')) throw Problem(404, "not_there", "There is no such page.");
    name->erase(0, 1);
    auto found = files().find(*name);
    const bool is_page = name->find('.') == std::string::npos;
    if (found == files().end() && is_page) found = files().find("index.html");
    Response response;
    if (found == files().end()) {
        if (!is_page) throw Problem(404, "not_there", "There is no such file.");
        response.type = "text/html; charset=utf-8";
        response.body = how_to_build;
        return response;
    }
    response.type = type_of(found->first);
    response.headers.emplace_back("ETag", found->second.tag);
    // Names of built files hold a hash of what is in them.
    response.headers.emplace_back("Cache-Control", found->first.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    if (request.header("if-none-match").find(found->second.tag) != std::string_view::npos) response.status = 304;
    else response.body = found->second.bytes;
    return response;
}

}  // namespace sitrep::serve
