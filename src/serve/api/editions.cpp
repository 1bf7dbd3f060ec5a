// The report as it would be released, releases, and the files of each edition.
#include "print/pdf.hpp"
#include "serve/api/desk_settings.hpp"
#include "serve/api/month.hpp"

#include <fmt/format.h>

namespace sitrep::serve {
namespace {

publish::Edition language_asked(Call& call)
{
    const auto language = word_of(call.request, "lang", 5);
    if (!language.empty() && language != "en" && language != "ar") refuse_parameter("lang", "en or ar");
    return language == "ar" ? publish::Edition::arabic : publish::Edition::english;
}

/// How the report is written in each format.
struct ReportManner {
    std::string_view ending, type;
    std::string (*write)(const publish::MonthInput&, const publish::Gate&, publish::Edition);
    bool is_page;
};

ReportManner manner_of_report(std::string_view format)
{
    if (format.empty() || format == "html") return {"html", "text/html", publish::month_html, true};
    if (format == "md") return {"md", "text/markdown", publish::month_markdown, true};
    if (format == "docx") return {"docx", docx_type, publish::month_docx, false};
    if (format == "pdf") return {"pdf", "application/pdf", publish::month_html, false};
    refuse_parameter("format", "html, md, docx or pdf");
}

std::string printed(const std::string& html)
{
    try {
        return print::pdf_of(html);
    }
    catch (const print::PrintError& error) {
        throw Problem(501, "no_printer", error.what());
    }
}

Response report(Call& call)
{
    const auto month = month_asked(call);
    const auto area = area_asked(call, word_of(call.request, "area", 10));
    const auto language = language_asked(call);
    const auto format = word_of(call.request, "format", 10);
    const auto manner = manner_of_report(format);
    Response response;
    response.type = manner.type;
    const auto name = fmt::format("report {} {} {} {} {}", month, area.code, int(language), response.type, settings_of(call.desk).desk_name);
    try {
        response.body = call.app.memo.of(name, call.desk.lists().data_version(), [&] {
            const std::lock_guard lock(heavy_work());
            const auto input = gathered_whole(call, month, area);
            const publish::Gate gate(call.desk.store().person_words(), call.app.today());
            const auto text = manner.write(input, gate, language);
            return manner.ending == "pdf" ? printed(text) : text;
        });
    }
    catch (const publish::GateError& error) {
        throw Problem(409, "gate", error.what());
    }
    // Its own styles and nothing else: the page is finished text.
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-same-origin allow-popups");
    response.headers.emplace_back("Content-Disposition", fmt::format("{}; filename=\"preview-{}.{}\"", manner.is_page ? "inline" : "attachment", month, manner.ending));
    return response;
}

/// What came in after the month was closed has been read by nobody (rule I4).
void refuse_unread(Call& call, const std::string& month, const ReportArea& area)
{
    std::vector<IncidentId> unread;
    call.app.board.refresh(call.desk);
    call.app.board.each(of_month(month, area), call.desk, [&](const BoardRow& row) {
        if (!row.accepted) unread.push_back(row.id);
    });
    if (unread.empty()) return;
    throw Problem(409, "unread", fmt::format("{} incidents of the month came in after it was closed and nobody has accepted or withdrawn them, {} among them."
                                             " Read them, or release a provisional edition.", unread.size(), to_string(unread.front())));
}

Response release(Call& call)
{
    const Body body(call.request, {"area", "stage"});
    const auto month = month_asked(call);
    const auto area = area_asked(call, body.optional_text("area", 10).value_or(""));
    const auto stage = body.text("stage", 20);
    if (stage != "provisional" && stage != "final") body.refuse("stage", "provisional or final");
    if (stage == "final" && !call.desk.months().month(month).closed)
        throw Problem(409, "month_open", "A final edition needs a closed month. Close it first, or release a provisional one.");
    if (stage == "final") refuse_unread(call, month, area);
    const std::lock_guard lock(heavy_work());
    const auto input = gathered_whole(call, month, area);
    const publish::Gate gate(call.desk.store().person_words(), call.app.today());
    std::vector<store::EditionFile> files;
    for (auto& made : made_documents(input, gate)) {
        if (!made.rule.empty()) {
            Problem problem(409, "gate", fmt::format("The gate stops {}: rule {}. GET /months/{}/gate shows where.", made.name, made.rule, month));
            problem.field = made.name;
            throw problem;
        }
        if (made.type != "text/plain") files.push_back({made.name, made.type, std::move(made.text), {}, 0});
    }
    store::Edition edition{.id = 0, .month = month, .area = area.code, .made_at = {}, .lines = {}};
    for (const auto& [id, state] : publish::published_states(input, gate)) edition.lines.push_back({id, state});
    store::Release about;
    about.stage = stage;
    about.who = call.who();
    about.data_version = input.data_version;
    const auto id = call.desk.months().release(edition, about, files);
    return json_response(edition_json(*call.desk.months().release(id)), 201);
}

Response editions(Call& call)
{
    Json items = Json::array();
    for (const auto& release : call.desk.months().releases()) items.push_back(edition_json(release));
    return json_response({{"items", items}});
}

Response edition_file(Call& call)
{
    const auto& name = call.parameters.at(1);
    auto file = call.desk.months().file(call.number(0), name);
    if (!file && name.ends_with(".pdf")) {
        // Printed from the page of that very edition, which never changes.
        file = call.desk.months().file(call.number(0), name.substr(0, name.size() - 4) + ".html");
        if (file) {
            file->bytes = call.app.memo.of(fmt::format("pdf {}", file->hash.hex()), 0, [&] { return printed(file->bytes); });
            file->name = name;
        }
    }
    if (!file) throw Problem(404, "not_there", "The edition has no such file.");
    Response response;
    response.type = "application/octet-stream";
    response.body = file->bytes;
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", file->name));
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
    return response;
}

}  // namespace

Json edition_json(const store::Release& release)
{
    Json files = Json::array();
    for (const auto& file : release.files) files.push_back({{"name", file.name}, {"type", file.type}, {"bytes", file.size}, {"sha256", file.hash.hex()}});
    return {{"id", release.edition}, {"month", release.month}, {"area", release.area}, {"stage", release.stage}, {"made_at", release.made_at},
            {"made_by", release.who}, {"incidents", release.incidents}, {"data_version", release.data_version}, {"files", files}};
}

void add_editions(Routes& routes)
{
    routes.push_back({Method::get, "/months/{month}/report", all_roles, report});
    routes.push_back({Method::post, "/months/{month}/release", editors, release, "application/json", true});
    routes.push_back({Method::get, "/editions", all_roles, editions});
    routes.push_back({Method::get, "/editions/{id}/files/{name}", all_roles, edition_file});
}

}  // namespace sitrep::serve
