#include "publish/links.hpp"

#include "publish/private_marks.hpp"

#include <algorithm>
#include <cctype>

namespace sitrep::publish {
namespace {

constexpr std::size_t link_bytes_max = 300;

struct Parts {
    std::string_view authority, path;
};

std::optional<Parts> parts_of(std::string_view url)
{
    if (url.starts_with("https://"))
        url.remove_prefix(8);
    else if (url.starts_with("http://"))
        url.remove_prefix(7);
    else
        return std::nullopt;
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t slash = url.find('/');
    if (slash == std::string_view::npos) return Parts{url, {}};
    return Parts{url.substr(0, slash), url.substr(slash)};
}

bool is_host_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-'; }

// Percent signs are left out too: what an escape hides cannot be checked against anybody's name.
bool is_path_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("/-._~").find(c) != std::string_view::npos; }

}  // namespace

std::optional<std::string> host_of(std::string_view url)
{
    const auto parts = parts_of(url);
    if (!parts) return std::nullopt;
    std::string host(parts->authority.substr(0, parts->authority.find(':')));
    if (host.empty() || !std::all_of(host.begin(), host.end(), is_host_character)) return std::nullopt;
    std::transform(host.begin(), host.end(), host.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return host;
}

std::optional<std::string> public_link(std::string_view url)
{
    const auto host = host_of(url);
    if (!host || url.size() > link_bytes_max || outlet_at(*host) == nullptr) return std::nullopt;
    const std::string_view path = parts_of(url)->path;
    if (path.size() <= 1 || !std::all_of(path.begin(), path.end(), is_path_character)) return std::nullopt;
    std::string link = "https://" + *host + std::string(path);
    if (url.starts_with("http://")) link.erase(4, 1);
    if (private_mark_in(link)) return std::nullopt;
    return link;
}

const Outlet* outlet_behind(std::string_view publisher, std::string_view url)
{
    if (const Outlet* named = outlet_named(publisher)) return named;
    const auto host = host_of(url);
    return host ? outlet_at(*host) : nullptr;
}

}  // namespace sitrep::publish
