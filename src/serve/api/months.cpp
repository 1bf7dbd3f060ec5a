// Months: what blocks their closing, closing, what changed since the last edition.
#include "publish/changes.hpp"
#include "publish/registers.hpp"
#include "serve/api/desk_settings.hpp"
#include "serve/api/month.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sitrep::serve {
namespace {

constexpr std::size_t incidents_listed_max = 50;
constexpr std::size_t foreword_bytes_max = 4000;

Json check_json(const char* code, bool blocks, const std::vector<IncidentId>& incidents, std::int64_t count, std::string detail)
{
    Json listed = Json::array();
    for (std::size_t i = 0; i < std::min(incidents.size(), incidents_listed_max); ++i) listed.push_back(id_json(incidents[i]));
    return {{"code", code}, {"passed", count == 0}, {"blocks", blocks}, {"count", count}, {"detail", std::move(detail)}, {"incidents", listed}};
}

/// What, when, where and who: a person says which holds. Tolls need none: a range is published.
bool needs_decision(const std::string& field) { return field == "kind" || field == "date" || field == "place" || field == "perpetrator"; }

std::vector<IncidentId> undecided(Call& call, const std::vector<BoardRow>& rows)
{
    std::vector<IncidentId> out;
    for (const auto& row : rows) {
        if (row.conflicts == 0) continue;
        const bool open = std::ranges::any_of(call.desk.lists().undecided_fields(row.id), needs_decision);
        if (open) out.push_back(row.id);
    }
    return out;
}

std::size_t readers(Call& call)
{
    return std::size_t(std::ranges::count_if(call.desk.people().users(), [](const store::User& user) {
        return !user.disabled && (user.role == store::Role::monitor || user.role == store::Role::editor);
    }));
}

Json checks_json(Call& call, const std::string& month, const ReportArea& area)
{
    std::vector<BoardRow> rows;
    call.app.board.each(of_month(month, area), call.desk, [&](const BoardRow& row) { rows.push_back(row); });
    std::vector<IncidentId> open, second, disagree, near;
    for (const auto& row : rows) {
        // Told as background alone, it is in no count of the month; but it leaves in the tables, and so a person has read it too.
        if (!row.accepted) open.push_back(row.id);
        if (row.background) continue;
        if (row.second == SecondState::needed) second.push_back(row.id);
        if (row.second == SecondState::disagrees) disagree.push_back(row.id);
    }
    const auto inside = [&](IncidentId id) { return std::ranges::any_of(rows, [&](const BoardRow& row) { return row.id == id; }); };
    std::int64_t pairs = 0;
    for (const auto& pair : call.app.board.likely_pairs()) {
        if (!inside(pair.a) && !inside(pair.b)) continue;
        if (call.desk.lists().told_apart(pair.a, pair.b)) continue;
        ++pairs;
        near.push_back(pair.a);
    }
    const auto conflicts = undecided(call, rows);
    const bool several = readers(call) >= 2;
    Json out = Json::array();
    out.push_back(check_json("queue_empty", true, open, std::int64_t(open.size()), "Incidents that nobody has accepted or withdrawn."));
    out.push_back(check_json("conflicts_decided", true, conflicts, std::int64_t(conflicts.size()),
                             "Incidents whose kind, date, place or perpetrator is told in two ways: set the field, also to what it is."));
    second.insert(second.end(), disagree.begin(), disagree.end());
    out.push_back(check_json("second_readings", several || !disagree.empty(), second, std::int64_t(second.size()),
                             several ? "Incidents that a second reader has not read, or where two readers disagree."
                                     : "Nobody else is at this desk to read them a second time; that is said and does not block."));
    out.push_back(check_json("proposals_decided", false, near, pairs, "Pairs that are likely the same and that nobody has decided."));
    const auto not_read = call.app.inbox_totals.of(store::InboxState::not_read, call.desk.lists());
    out.push_back(check_json("not_read", false, {}, not_read, "Reports of the library in a language that is not read."));
    return out;
}

Json cached_checks(Call& call, const std::string& month, const ReportArea& area)
{
    call.app.board.refresh(call.desk);
    return Json::parse(call.app.memo.of(fmt::format("checks {} {} {}", month, area.code, readers(call)), call.desk.lists().data_version(),
                                        [&] { return checks_json(call, month, area).dump(-1, ' ', false, Json::error_handler_t::replace); }));
}

bool can_close(const Json& checks)
{
    return std::ranges::all_of(checks, [](const Json& check) { return check["passed"].get<bool>() || !check["blocks"].get<bool>(); });
}

Response months(Call& call)
{
    call.app.board.refresh(call.desk);
    struct Sums {
        std::int64_t incidents = 0, attacks = 0, queue = 0, conflicts = 0, editions = 0;
        std::string last_stage;
    };
    std::map<std::chrono::year_month, Sums> counted;
    call.app.board.each({}, call.desk, [&](const BoardRow& row) {
        if (row.first_day == no_day) return;
        const std::chrono::year_month_day day{Day{std::chrono::days{row.first_day}}};
        auto& sums = counted[day.year() / day.month()];
        sums.queue += !row.accepted;
        if (row.background) return;
        ++sums.incidents;
        sums.attacks += series_of(row.kind) == Series::attack;
        sums.conflicts += row.conflicts > 0;
    });
    std::map<std::string, Sums> by_month;
    for (auto& [month, sums] : counted) by_month[to_iso(Day{month / 1}).substr(0, 7)] = std::move(sums);
    for (const auto& release : call.desk.months().releases()) {
        auto& sums = by_month[release.month];
        ++sums.editions;
        if (sums.last_stage.empty()) sums.last_stage = release.stage;
    }
    std::map<std::string, bool> closed;
    for (const auto& state : call.desk.months().months()) closed[state.month] = state.closed;
    Json items = Json::array();
    for (auto at = by_month.rbegin(); at != by_month.rend(); ++at) {
        const auto& [month, sums] = *at;
        items.push_back({{"month", month}, {"incidents", sums.incidents}, {"attacks", sums.attacks}, {"queue", sums.queue}, {"conflicts", sums.conflicts},
                         {"state", closed[month] ? "closed" : "open"}, {"editions", sums.editions}, {"last_stage", known(sums.last_stage)}});
    }
    return json_response({{"items", items}});
}

Response month(Call& call) { return json_response(month_json(call, month_asked(call), area_asked(call, word_of(call.request, "area", 10)))); }

Response change_month(Call& call)
{
    const Body body(call.request, {"foreword_en", "foreword_ar"});
    const auto month = month_asked(call);
    auto state = call.desk.months().month(month);
    state.foreword_en = body.optional_text("foreword_en", foreword_bytes_max).value_or(state.foreword_en);
    state.foreword_ar = body.optional_text("foreword_ar", foreword_bytes_max).value_or(state.foreword_ar);
    call.desk.months().write(state, "foreword", call.who(), "");
    return json_response(month_json(call, month, {}));
}

Response close_month(Call& call)
{
    const auto month = month_asked(call);
    const auto checks = cached_checks(call, month, {});
    if (!can_close(checks)) {
        Problem problem(409, "month_open", "The month cannot close yet: see the checks that did not pass.");
        problem.more = "\"checks\":" + checks.dump();
        throw problem;
    }
    auto state = call.desk.months().month(month);
    if (state.closed) throw Problem(409, "closed_already", "The month is closed already.");
    state.closed = true;
    state.closed_by = call.who();
    state.closed_at = instant(call.app.now());
    state.closed_revision = call.desk.lists().newest_revision();
    call.desk.months().write(state, "month", call.who(), "");
    return json_response(month_json(call, month, {}));
}

Response reopen_month(Call& call)
{
    const Body body(call.request, {"because"});
    const auto month = month_asked(call);
    auto state = call.desk.months().month(month);
    if (!state.closed) throw Problem(409, "open_already", "The month is open.");
    state.closed = false;
    state.closed_by.reset();
    state.closed_at.reset();
    call.desk.months().write(state, "month", call.who(), body.text("because", 1000));
    return json_response(month_json(call, month, {}));
}

std::map<std::string, std::string> fields_in(const std::string& state)
{
    std::map<std::string, std::string> out;
    std::size_t begin = 0;
    while (begin < state.size()) {
        const auto end = std::min(state.find("; ", begin), state.size());
        const auto part = state.substr(begin, end - begin);
        begin = end + 2;
        if (const auto equals = part.find('='); equals != std::string::npos) out[part.substr(0, equals)] = part.substr(equals + 1);
    }
    return out;
}

Json change_json(IncidentId id, const char* what, const std::string& before, const std::string& after, const std::string& line)
{
    Json fields = Json::array();
    const auto old = fields_in(before), now = fields_in(after);
    for (const auto& [field, value] : now) {
        const auto was = old.find(field);
        if (was == old.end() || was->second != value) fields.push_back({{"field", field}, {"before", was == old.end() ? "" : was->second}, {"after", value}});
    }
    return {{"incident", id_json(id)}, {"what", what}, {"fields", fields}, {"words", publish::change_words(publish::Edition::english, line)},
            {"words_ar", publish::change_words(publish::Edition::arabic, line)}};
}

Json changes_json(Call& call, const std::string& month, const ReportArea& area)
{
    const std::lock_guard lock(heavy_work());
    const auto last = call.desk.store().last_edition(month, area.code);
    Json items = Json::array();
    if (!last) return {{"since", nullptr}, {"first_edition", true}, {"items", items}};
    const auto input = gathered(call, month, area);
    const publish::Gate gate(call.desk.store().person_words(), call.app.today());
    const auto now = publish::published_states(input, gate);
    const auto lines = changes_since(last, now);
    std::map<std::int64_t, std::string> before, after;
    for (const auto& line : last->lines) before[std::int64_t(line.incident)] = line.state;
    for (const auto& [id, state] : now) after[std::int64_t(id)] = state;
    for (const auto& line : lines) {
        const auto id = incident_id_from(line.substr(0, line.find(' ')));
        if (!id) continue;
        const auto number = std::int64_t(*id);
        const char* what = !before.contains(number) ? "new" : after.contains(number) ? "changed" : "gone";
        items.push_back(change_json(*id, what, before[number], after[number], line));
    }
    return {{"since", last->made_at}, {"first_edition", false}, {"items", items}};
}

Response changes(Call& call)
{
    const auto month = month_asked(call);
    const auto area = area_asked(call, word_of(call.request, "area", 10));
    Response response;
    response.body = call.app.memo.of(fmt::format("changes {} {}", month, area.code), call.desk.lists().data_version(),
                                     [&] { return changes_json(call, month, area).dump(-1, ' ', false, Json::error_handler_t::replace); });
    return response;
}

}  // namespace

Question of_month(const std::string& month, const ReportArea& area)
{
    Question question;
    const auto days = days_of_month(month);
    question.from = days->first;
    question.until = days->second;
    if (!area.code.empty()) question.areas = {area.code};
    return question;
}

std::mutex& heavy_work()
{
    static std::mutex mutex;
    return mutex;
}

std::string month_asked(const Call& call)
{
    const auto& month = call.parameters.at(0);
    if (!days_of_month(month)) throw Problem(404, "not_there", "A month looks like 2025-09.");
    return month;
}

ReportArea area_asked(const Call&, const std::string& code)
{
    ReportArea area;
    if (code.empty()) return area;
    const auto* known_area = publish::area_coded(code);
    if (!known_area) refuse_parameter("area", "a country or governorate code: SY, SY-DY");
    area.code = code;
    (code.size() == 2 ? area.country : area.admin1_code) = code;
    area.name = known_area->name;
    area.name_ar = known_area->name_ar;
    return area;
}

publish::MonthInput gathered_whole(Call& call, const std::string& month, const ReportArea& area)
{
    auto input = gathered(call, month, area);
    add_undercount(input, call.desk.store());
    return input;
}

publish::MonthInput gathered(Call& call, const std::string& month, const ReportArea& area)
{
    const std::chrono::year_month_day first{days_of_month(month)->first};
    auto input = month_input(call.desk.store(), *call.app.gazetteer(), first.year() / first.month(), area, call.app.today());
    const auto state = call.desk.months().month(month);
    input.desk = settings_of(call.desk).desk_name;
    input.foreword = state.foreword_en;
    input.foreword_ar = state.foreword_ar;
    const publish::Gate gate(call.desk.store().person_words(), call.app.today());
    const auto last = call.desk.store().last_edition(month, area.code);
    input.first_edition = !last;
    if (last) input.changed_since_last = changes_since(last, publish::published_states(input, gate));
    return input;
}

Json month_json(Call& call, const std::string& month, const ReportArea& area)
{
    const auto state = call.desk.months().month(month);
    const auto checks = cached_checks(call, month, area);
    Json editions = Json::array();
    for (const auto& release : call.desk.months().releases())
        if (release.month == month && release.area == area.code) editions.push_back(edition_json(release));
    std::int64_t changed = 0;
    if (state.closed)
        call.app.board.each(of_month(month, area), call.desk, [&](const BoardRow& row) { changed += row.version > state.closed_revision; });
    return {{"month", month}, {"area", area.code}, {"area_name", area.name}, {"area_name_ar", area.name_ar}, {"state", state.closed ? "closed" : "open"},
            {"closed_by", state.closed_by ? Json(*state.closed_by) : Json()}, {"closed_at", state.closed_at ? Json(*state.closed_at) : Json()},
            {"foreword_en", state.foreword_en}, {"foreword_ar", state.foreword_ar}, {"checks", checks}, {"can_close", can_close(checks)},
            {"editions", editions}, {"changed_since_closing", changed}};
}

void add_months(Routes& routes)
{
    routes.push_back({Method::get, "/months", all_roles, months});
    routes.push_back({Method::get, "/months/{month}", all_roles, month});
    routes.push_back({Method::patch, "/months/{month}", editors, change_month});
    routes.push_back({Method::post, "/months/{month}/close", editors, close_month});
    routes.push_back({Method::post, "/months/{month}/reopen", editors, reopen_month});
    routes.push_back({Method::get, "/months/{month}/changes", all_roles, changes});
}

}  // namespace sitrep::serve
