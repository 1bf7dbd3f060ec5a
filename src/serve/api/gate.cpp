// The gate, shown: field by field what would leave, which rule holds it back or stops it, and the words that do.
#include "publish/export.hpp"
#include "publish/labels.hpp"
#include "publish/links.hpp"
#include "serve/api/desk_settings.hpp"
#include "serve/api/incident_json.hpp"
#include "serve/api/month.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace sitrep::serve {
namespace {

struct Rule {
    std::string_view code, english, arabic;
};

constexpr std::array<Rule, 12> rules{{
    {"P1", "No name, phone, handle or address of a witness or source", "لا اسم ولا هاتف ولا معرّف ولا عنوان لشاهد أو مصدر"},
    {"P4", "Suspects are never named; only actors of the register are", "لا يُسمّى مشتبه به؛ تُذكر الجهات المسجَّلة فقط"},
    {"P6", "Sentences stay inside: public are our own words", "تبقى الجمل داخل المكتب؛ والعلني بكلماتنا"},
    {"P7", "Private sources are not named", "لا تُسمّى المصادر الخاصة"},
    {"L1", "No coordinate with more than two decimals", "لا إحداثيات بأكثر من منزلتين عشريتين"},
    {"L2", "A place is named only from 5,000 people or four public incidents on, and never for a single source",
     "لا تُسمّى بلدة دون خمسة آلاف نسمة أو أربع حوادث علنية، ولا عند مصدر واحد"},
    {"L3", "What rests on private sources waits seven days and keeps to the month", "ما يستند إلى مصادر خاصة ينتظر سبعة أيام ويُذكر شهره فقط"},
    {"L5", "Forces: not within 72 hours", "القوات: ليس قبل 72 ساعة"},
    {"I2", "What was withdrawn is not told", "لا يُروى ما سُحب"},
    {"I4", "Machine output that nobody has reviewed is marked, and never in a final edition", "ما لم يراجعه أحد يُعلَّم ولا يدخل إصدارًا نهائيًا"},
    {"F2", "No word that could read as advice on whom to strike", "لا كلمة تُقرأ نصيحةً بمن يُستهدف"},
    {"S5", "No path, host or user of this machine", "لا مسار ولا اسم جهاز أو مستخدم"},
}};

/// One value beside what would leave of it.
struct Line {
    std::string field, inside, outside, rule;
    const char* result = "passed";
};

Json line_json(const Line& line)
{
    const bool held = std::string_view(line.result) != "passed";
    return {{"field", line.field}, {"inside", line.inside}, {"outside", line.outside}, {"result", line.result}, {"rule", known(line.rule)},
            {"offending", held ? known(line.inside) : Json()}};
}

/// Passed when both say the same, else held back by the rule: coarsened when something is left of it.
Line compared(const char* field, std::string inside, std::string outside, const char* rule)
{
    Line line{field, std::move(inside), std::move(outside), ""};
    if (line.inside == line.outside) return line;
    line.rule = rule;
    line.result = line.outside.empty() ? "withheld" : "coarsened";
    return line;
}

std::string printed(const DateRange& date)
{
    if (!date.start) return "";
    return !date.end || date.start == date.end ? date.start->iso() : date.start->iso() + " – " + date.end->iso();
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::string point_words(const std::optional<LatLon>& point) { return point ? fmt::format("{}, {}", point->lat(), point->lon()) : ""; }

std::vector<std::string> publishers_of(const Incident& incident)
{
    std::vector<std::string> out;
    for (const auto& filed : incident.accounts)
        if (!filed.publisher.empty() && std::ranges::find(out, filed.publisher) == out.end()) out.push_back(filed.publisher);
    return out;
}

/// Outlets have one name outside, whatever their reports call them: those that are left out are private.
std::string private_publishers(const Incident& incident)
{
    std::vector<std::string> out;
    for (const auto& filed : incident.accounts)
        if (!publish::outlet_behind(filed.publisher, filed.url) && std::ranges::find(out, filed.publisher) == out.end()) out.push_back(filed.publisher);
    return joined(out);
}

std::vector<Line> lines_of(const Incident& incident, const publish::PublicIncident& out)
{
    std::vector<Line> lines;
    const auto same = [&](const char* field, std::string value) { lines.push_back({field, value, value, ""}); };
    same("kind", std::string(to_string(incident.kind)));
    lines.push_back(compared("date", printed(incident.date), printed(out.date), "L3"));
    lines.push_back(compared("place", incident.place ? incident.place->name : "", !out.place.empty() ? out.place : !out.admin2.empty() ? out.admin2 : out.admin1, "L2"));
    const char* point_rule = out.point ? "L1" : "L2";
    lines.push_back(compared("point", point_words(incident.place ? incident.place->point : std::nullopt), point_words(out.point), point_rule));
    lines.push_back(compared("perpetrator", incident.perpetrator, out.perpetrator, "P4"));
    same("target_class", incident.target_class ? std::string(to_string(*incident.target_class)) : "");
    for (const char* field : {"killed", "injured", "abducted", "arrested"}) same(field, value_of(incident, field));
    const bool claims_more = incident.grade == Grade::confirmed && !incident.accepted;
    lines.push_back(compared("grade", std::string(to_string(incident.grade)), claims_more ? "meets the rule, not reviewed" : std::string(to_string(out.grade)), "I4"));
    const auto left_out = private_publishers(incident);
    if (left_out.empty()) same("sources", joined(out.publishers));
    else lines.push_back(compared("sources", joined(publishers_of(incident)), joined(out.publishers), "P7"));
    lines.push_back(compared("sentences", fmt::format("{}", incident.accounts.size()), "", "P6"));
    return lines;
}

struct Looked {
    Json incidents = Json::array();  ///< those asked for
    std::map<std::string, std::int64_t, std::less<>> applied;
    bool unreviewed = false;
};

Looked looked_at(const publish::MonthInput& input, const publish::Gate& gate, const std::string& only)
{
    Looked out;
    const auto month_first = Day{std::chrono::year_month_day{input.month / 1}};
    const auto month_last = Day{std::chrono::year_month_day_last{input.month / std::chrono::last}};
    for (const auto& incident : input.incidents) {
        const auto first = incident.date.first_day();
        if (!first || *first < month_first || *first > month_last) continue;
        std::vector<publish::Withheld> withheld;
        const auto passed = gate.pass(incident, withheld);
        Json fields = Json::array();
        bool touched = !passed;
        std::string rule = withheld.empty() ? "" : withheld.front().rule;
        if (passed) {
            if (!incident.accepted) {
                out.unreviewed = true;
                ++out.applied["I4"];
            }
            for (const auto& line : lines_of(incident, *passed)) {
                // Sentences never leave: said once in the rule, not as a touch of every incident.
                if (!line.rule.empty()) ++out.applied[line.rule];
                touched = touched || (!line.rule.empty() && line.field != "sentences");
                fields.push_back(line_json(line));
            }
        } else {
            ++out.applied[rule.substr(0, 2)];
        }
        if (only == "touched" && !touched) continue;
        if (only == "failed" && passed) continue;
        out.incidents.push_back({{"incident", id_json(incident.id)}, {"leaves", passed.has_value()}, {"rule", known(rule)}, {"fields", fields}});
    }
    return out;
}

Json gate_json(Call& call, const std::string& month, const ReportArea& area, const std::string& only)
{
    const std::lock_guard lock(heavy_work());
    const auto input = gathered_whole(call, month, area);
    const publish::Gate bare(call.desk.store().person_words(), call.app.today());
    publish::Gate::Public known_public;
    known_public.incidents = input.incidents;
    auto looked = looked_at(input, bare.knowing(known_public), only);
    bool all_pass = true;
    Json documents = Json::array();
    std::map<std::string, bool, std::less<>> failed;
    for (const auto& made : made_documents(input, bare)) {
        all_pass = all_pass && made.rule.empty();
        if (!made.rule.empty()) {
            failed[made.rule.substr(0, 2)] = true;
            ++looked.applied[made.rule.substr(0, 2)];
        }
        documents.push_back({{"name", made.name}, {"passed", made.rule.empty()}, {"rule", known(made.rule)}, {"offending", known(made.offending)},
                             {"at", known(made.around)}});
    }
    if (looked.unreviewed) failed["I4"] = true;
    Json shown = Json::array();
    for (const auto& rule : rules) {
        const auto applied = looked.applied.find(rule.code);
        shown.push_back({{"rule", rule.code}, {"en", rule.english}, {"ar", rule.arabic}, {"passed", !failed.contains(rule.code)},
                         {"applied", applied == looked.applied.end() ? 0 : applied->second}});
    }
    return {{"rules", shown}, {"documents", documents}, {"releasable", all_pass}, {"incidents", looked.incidents}};
}

Response gate(Call& call)
{
    const auto month = month_asked(call);
    const auto area = area_asked(call, word_of(call.request, "area", 10));
    const auto only = word_of(call.request, "only", 10);
    if (!only.empty() && only != "all" && only != "touched" && only != "failed") refuse_parameter("only", "all, touched or failed");
    const auto limit = limit_of(call.request);
    auto at = std::size_t(number_of(call.request, "cursor", 0));
    const auto name = fmt::format("gate {} {} {} {}", month, area.code, only, settings_of(call.desk).desk_name);
    const auto all = Json::parse(call.app.memo.of(name, call.desk.lists().data_version(), [&] {
        return gate_json(call, month, area, only).dump(-1, ' ', false, Json::error_handler_t::replace);
    }));
    Json items = Json::array();
    const auto& incidents = all["incidents"];
    for (; at < incidents.size() && items.size() < limit; ++at) items.push_back(incidents[at]);
    return json_response({{"month", month}, {"area", area.code}, {"releasable", all["releasable"]}, {"rules", all["rules"]}, {"documents", all["documents"]},
                          {"items", items}, {"next", at < incidents.size() ? Json(std::to_string(at)) : Json()}, {"total", incidents.size()}});
}

std::vector<std::string_view> words_in(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto space = text.find_first_of(" \t\r\n");
        if (space != 0) out.push_back(text.substr(0, space));
        if (space == std::string_view::npos) break;
        text.remove_prefix(space + 1);
    }
    return out;
}

/// The rule, as scanning the text alone names it.
std::string rule_of(const publish::Gate& gate, const std::string& text)
{
    try {
        gate.scan(text);
    }
    catch (const publish::GateError& error) {
        const std::string_view words = error.what();
        const auto at = words.rfind("Rule ");
        return std::string(at == std::string_view::npos ? words : words.substr(at + 5));
    }
    return {};
}

}  // namespace

Json gate_rules_json()
{
    Json out = Json::array();
    for (const auto& rule : rules) out.push_back({{"code", rule.code}, {"en", rule.english}, {"ar", rule.arabic}});
    return out;
}

std::pair<std::string, std::string> offending_words(const publish::Gate& gate, const std::string& text)
{
    const auto words = words_in(text);
    const auto run = [&](std::size_t begin, std::size_t end) {
        return std::string(words[begin].data(), std::size_t(words[end - 1].data() + words[end - 1].size() - words[begin].data()));
    };
    if (words.empty() || gate.may_leave(text)) return {};
    // Whatever breaks a rule breaks it in any longer run too: the first end at which one does, then the last begin.
    std::size_t low = 1, high = words.size();
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (gate.may_leave(run(0, middle))) low = middle + 1;
        else high = middle;
    }
    const auto end = high;
    std::size_t first = 0, last = end - 1;
    while (first < last) {
        const auto middle = (first + last + 1) / 2;
        if (gate.may_leave(run(middle, end))) last = middle - 1;
        else first = middle;
    }
    constexpr std::size_t around = 6;
    return {run(first, end), run(first > around ? first - around : 0, std::min(words.size(), end + around))};
}

std::vector<MadeDocument> made_documents(const publish::MonthInput& input, const publish::Gate& gate)
{
    using publish::Edition;
    std::vector<MadeDocument> out;
    for (const auto& [name, text] : {std::pair("foreword, English", &input.foreword), std::pair("foreword, Arabic", &input.foreword_ar)}) {
        MadeDocument made{name, "text/plain", *text, rule_of(gate, *text), "", ""};
        if (!made.rule.empty()) std::tie(made.offending, made.around) = offending_words(gate, *text);
        out.push_back(std::move(made));
    }
    const auto add = [&](std::string name, std::string_view type, const std::function<std::string()>& make) {
        MadeDocument made{std::move(name), std::string(type), "", "", "", ""};
        try {
            made.text = make();
        }
        catch (const publish::GateError& error) {
            const std::string_view words = error.what();
            const auto at = words.rfind("Rule ");
            made.rule = at == std::string_view::npos ? words : words.substr(at + 5);
        }
        out.push_back(std::move(made));
    };
    const auto stem = fmt::format("sitrep-{}-{:02}{}{}", int(input.month.year()), unsigned(input.month.month()), input.area.empty() ? "" : "-", input.area);
    std::vector<Incident> of_month;
    for (const auto& incident : input.incidents) {
        const auto first = incident.date.first_day();
        if (!first) continue;
        const std::chrono::year_month_day day{*first};
        if (day.year() / day.month() == input.month) of_month.push_back(incident);
    }
    publish::Gate::Public known_public;
    known_public.incidents = of_month;
    known_public.names = {input.attribution};
    const auto knowing = gate.knowing(known_public);
    add(stem + "-en.html", "text/html", [&] { return publish::month_html(input, gate, Edition::english); });
    add(stem + "-ar.html", "text/html", [&] { return publish::month_html(input, gate, Edition::arabic); });
    add(stem + "-en.md", "text/markdown", [&] { return publish::month_markdown(input, gate, Edition::english); });
    add(stem + "-ar.md", "text/markdown", [&] { return publish::month_markdown(input, gate, Edition::arabic); });
    add(stem + "-en.docx", docx_type, [&] { return publish::month_docx(input, gate, Edition::english); });
    add(stem + "-ar.docx", docx_type, [&] { return publish::month_docx(input, gate, Edition::arabic); });
    add(stem + ".csv", "text/csv", [&] { return publish::export_csv(of_month, knowing); });
    add(stem + ".geojson", "application/geo+json", [&] { return publish::export_geojson(of_month, knowing, input.attribution); });
    return out;
}

void add_gate(Routes& routes) { routes.push_back({Method::get, "/months/{month}/gate", all_roles, gate}); }

}  // namespace sitrep::serve
