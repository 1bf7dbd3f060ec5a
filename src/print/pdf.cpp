#include "print/pdf.hpp"

#include "read/child_process.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace sitrep::print {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> browsers{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge", "brave-browser"};
constexpr std::chrono::milliseconds printing_time_max{120'000};
constexpr std::size_t talk_bytes_max = std::size_t{1} << 20;

/// A folder that nobody else can look into, gone with all that is in it.
class PrivateFolder {
public:
    PrivateFolder()
    {
        std::string name = (fs::temp_directory_path() / "sitrep-print-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw PrintError("cannot make a folder for the page in " + fs::temp_directory_path().string() + ". Free some space, or set TMPDIR.");
        path_ = name;
    }
    ~PrivateFolder()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::vector<std::string> command_of(const std::string& browser, const fs::path& folder)
{
    std::vector<std::string> command{browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
                                     "--disable-background-networking", "--disable-dev-shm-usage", "--no-pdf-header-footer",
                                     // The page asks for nothing; should anything ask, no name is found.
                                     "--host-resolver-rules=MAP * ~NOTFOUND",
                                     "--user-data-dir=" + (folder / "profile").string(), "--print-to-pdf=" + (folder / "report.pdf").string()};
    // Chromium refuses root its sandbox. The page is our own text, and runs no script.
    if (::geteuid() == 0) command.emplace_back("--no-sandbox");
    command.push_back("file://" + (folder / "report.html").string());
    return command;
}

/// Blanks "/Key (value)" or "/Key <value>" wherever it stands in the information dictionary.
void blank(std::string& pdf, std::string_view key)
{
    for (auto at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at + key.size())) {
        auto end = at + key.size();
        while (end < pdf.size() && pdf[end] == ' ') ++end;
        if (end >= pdf.size() || (pdf[end] != '(' && pdf[end] != '<')) continue;
        const char close = pdf[end] == '(' ? ')' : '>';
        int open = 0;
        for (; end < pdf.size(); ++end) {
            if (pdf[end] == '\\') ++end;
            else if (close == ')' && pdf[end] == '(') ++open;
            else if (pdf[end] == close && (close == '>' || --open == 0)) break;
        }
        if (end < pdf.size()) pdf.replace(at, end + 1 - at, end + 1 - at, ' ');
    }
}

}  // namespace

std::optional<std::string> printing_browser()
{
    const char* path = std::getenv("PATH");
    const std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
    for (const auto browser : browsers) {
        for (std::size_t begin = 0; begin <= folders.size();) {
            const auto end = std::min(folders.find(':', begin), folders.size());
            const auto file = fs::path(folders.substr(begin, end - begin)) / browser;
            if (::access(file.c_str(), X_OK) == 0) return file.string();
            begin = end + 1;
        }
    }
    return std::nullopt;
}

std::string without_traces(std::string pdf)
{
    for (const std::string_view key : {"/Creator", "/Producer", "/CreationDate", "/ModDate"}) blank(pdf, key);
    return pdf;
}

std::string pdf_of(std::string_view html)
{
    const auto browser = printing_browser();
    if (!browser)
        throw PrintError("a PDF is printed by Chromium, Chrome or Edge, and this machine has none. Install chromium, or write HTML and print it from any browser, or write DOCX.");
    const PrivateFolder folder;
    {
        std::ofstream page(folder.path() / "report.html", std::ios::binary);
        page << html;
        page.close();
        if (!page) throw PrintError("cannot write the page to print in " + folder.path().string() + ". Free some space, or set TMPDIR.");
    }
    const auto result = read::run_child(command_of(*browser, folder.path()), "", {.time = printing_time_max, .output_bytes = talk_bytes_max, .memory_bytes = 0});
    using End = read::ChildResult::End;
    if (result.end == End::too_slow)
        throw PrintError(fmt::format("{} did not print within two minutes. Write HTML and print it from a browser.", *browser));
    std::ifstream printed(folder.path() / "report.pdf", std::ios::binary);
    std::string pdf{std::istreambuf_iterator<char>(printed), {}};
    if (result.end != End::finished || !pdf.starts_with("%PDF-") || pdf.find("%%EOF") == std::string::npos)
        throw PrintError(fmt::format("{} did not print the page (one from a snap may not read {}). Write HTML and print it from a browser.", *browser, folder.path().string()));
    return without_traces(std::move(pdf));
}

}  // namespace sitrep::print
