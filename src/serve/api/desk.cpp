// The desk at a glance, its settings and its vocabulary, and the contract itself.
#include "publish/labels.hpp"
#include "publish/registers.hpp"
#include "serve/api/app.hpp"
#include "serve/api/desk_settings.hpp"
#include "serve/api/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

extern "C" const char sitrep_serve_openapi[];
extern "C" const char sitrep_serve_openapi_end[];

namespace sitrep::serve {
namespace {

using publish::Edition;

Response health(Call&) { return json_response({{"ok", true}}); }

Response openapi(Call&)
{
    Response response;
    response.body.assign(sitrep_serve_openapi, std::size_t(sitrep_serve_openapi_end - sitrep_serve_openapi));
    return response;
}

Json month_json(const std::optional<std::int32_t>& day) { return day ? Json(day_text(*day).substr(0, 7)) : Json(); }

Response desk(Call& call)
{
    call.app.board.refresh(call.desk);
    const auto sums = call.app.board.sums();
    const auto held = call.desk.lists().few_counts();
    const auto reports = [&](store::InboxState state) { return call.app.inbox_totals.of(state, call.desk.lists()); };
    const Json all{{"reports", reports(store::InboxState::all)}, {"not_read", reports(store::InboxState::not_read)}, {"accounts", sums.accounts}, {"incidents", sums.incidents},
                   {"queue", sums.queue}, {"second", sums.second}, {"proposals", std::int64_t(call.app.board.likely_pairs().size())}, {"tallies", held.tallies},
                   {"refused", held.refused}, {"sources", held.sources}};
    return json_response({{"name", settings_of(call.desk).desk_name}, {"library", std::filesystem::path(call.app.options.library).filename().string()},
                          {"counts", all}, {"months", {{"first", month_json(sums.first_day)}, {"last", month_json(sums.last_day)}}},
                          {"reading", call.app.intake.reading()}, {"log_head", call.desk.store().log_head()},
                          {"attribution", call.app.gazetteer()->attribution()}, {"version", call.app.options.version}});
}

Json labelled(std::string_view code, std::string_view english, std::string_view arabic) { return {{"code", code}, {"en", english}, {"ar", arabic}}; }

Json labelled(std::string_view code, publish::Label label)
{
    return labelled(code, publish::words_for(label, Edition::english), publish::words_for(label, Edition::arabic));
}

Json areas_json(Call& call)
{
    const auto codes = call.app.board.codes();
    std::vector<std::int64_t> incidents(codes.size(), 0);
    Question all;
    call.app.board.each(all, call.desk, [&](const BoardRow& row) {
        if (row.country < incidents.size()) ++incidents[row.country];
        if (row.admin1 < incidents.size()) ++incidents[row.admin1];
    });
    Json out = Json::array();
    for (std::size_t i = 1; i < codes.size(); ++i) {
        const auto* area = publish::area_coded(codes[i]);
        out.push_back({{"code", codes[i]}, {"country", codes[i].substr(0, 2)}, {"name", area ? area->name : codes[i]},
                       {"name_ar", area ? area->name_ar : codes[i]}, {"incidents", incidents[i]}});
    }
    std::sort(out.begin(), out.end(), [](const Json& a, const Json& b) { return a["code"] < b["code"]; });
    return out;
}

Json fields_labels()
{
    return Json::array({labelled("kind", "Kind", "النوع"), labelled("date", "Date", "التاريخ"), labelled("place", "Place", "المكان"),
                        labelled("admin1", "Governorate", "المحافظة"), labelled("perpetrator", "Perpetrator", "الفاعل"),
                        labelled("status", "Claimed or attributed", "تبنٍّ أو نسبة"), labelled("target_class", "Hit", "المستهدَف"),
                        labelled("killed", "Killed", "قتلى"), labelled("injured", "Injured", "جرحى"), labelled("abducted", "Abducted", "مختطفون"),
                        labelled("arrested", "Arrested", "معتقلون"), labelled("grade", "Grade", "الدرجة"),
                        labelled("admiralty_source", "Source, A to F", "المصدر، A إلى F"), labelled("admiralty_item", "Item, 1 to 6", "الخبر، 1 إلى 6")});
}

Json weapons()
{
    static constexpr std::string_view arabic[]{"سلاح ناري", "متفجرات", "انتحاري", "طائرة", "مدفعية", "سلاح أبيض", "حرق", "مركبة", "أخرى"};
    Json out = Json::array();
    for (int i = 0; i <= int(WeaponClass::other); ++i) out.push_back(labelled(to_string(WeaponClass(i)), to_string(WeaponClass(i)), arabic[i]));
    return out;
}

Response vocabulary(Call& call)
{
    call.app.board.refresh(call.desk);
    Json kinds = Json::array(), targets = Json::array(), statuses = Json::array(), precisions = Json::array();
    for (const auto kind : all_incident_kinds) kinds.push_back(labelled(to_string(kind), publish::label_of(kind)));
    for (int i = 0; i <= int(TargetClass::militant); ++i) targets.push_back(labelled(to_string(TargetClass(i)), publish::label_of(TargetClass(i))));
    for (int i = 0; i <= int(PerpetratorStatus::unknown); ++i)
        statuses.push_back(labelled(to_string(PerpetratorStatus(i)), publish::label_of(PerpetratorStatus(i))));
    for (int i = 1; i <= int(PlacePrecision::country); ++i) precisions.push_back(labelled(std::to_string(i), publish::label_of(PlacePrecision(i))));
    using publish::Label;
    const Json grades = Json::array({labelled("confirmed", Label::grade_confirmed), labelled("fair", Label::grade_fair), labelled("weak", Label::grade_weak),
                                     labelled("contested", Label::grade_contested), labelled("claimed_only", Label::grade_claimed_only), labelled("discounted", Label::grade_discounted)});
    const Json languages = Json::array({labelled("en", "English", "الإنجليزية"), labelled("ar", "Arabic", "العربية"), labelled("other", "other", "أخرى"),
                                        labelled("und", "not known", "غير معروفة")});
    return json_response({{"kinds", kinds}, {"grades", grades}, {"statuses", statuses}, {"target_classes", targets}, {"weapon_classes", weapons()},
                          {"precisions", precisions}, {"languages", languages}, {"fields", fields_labels()}, {"rules", gate_rules_json()},
                          {"areas", areas_json(call)}});
}

Json settings_json(const DeskSettings& settings)
{
    return {{"desk_name", settings.desk_name}, {"language", settings.language}, {"country", settings.country},
            {"second_reader_dead", settings.second.dead_min}, {"second_reader_share", settings.second.one_in}};
}

Response settings(Call& call) { return json_response(settings_json(settings_of(call.desk))); }

Response change_settings(Call& call)
{
    const Body body(call.request, {"desk_name", "language", "country", "second_reader_dead", "second_reader_share"});
    auto settings = settings_of(call.desk);
    settings.desk_name = body.optional_text("desk_name", 120).value_or(settings.desk_name);
    settings.language = body.optional_text("language", 2).value_or(settings.language);
    if (settings.language != "en" && settings.language != "ar") body.refuse("language", "en or ar");
    settings.country = body.optional_text("country", 2).value_or(settings.country);
    settings.second.dead_min = int(body.optional_number("second_reader_dead", 1, 1000).value_or(settings.second.dead_min));
    settings.second.one_in = int(body.optional_number("second_reader_share", 0, 1000).value_or(settings.second.one_in));
    keep_settings(call.desk, settings);
    call.app.board.set_rule(settings.second);
    return json_response(settings_json(settings));
}

int number_or(const std::string& text, int otherwise)
{
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

DeskSettings settings_of(store::Desk& desk)
{
    DeskSettings settings;
    const auto note = [&](const char* key, const std::string& otherwise) {
        const auto kept = desk.store().note(key);
        return kept.empty() ? otherwise : kept;
    };
    settings.desk_name = note("desk:name", "Monitoring desk");
    settings.language = note("desk:language", "en");
    settings.country = desk.store().note("desk:country");
    settings.second.dead_min = number_or(desk.store().note("desk:second_dead"), settings.second.dead_min);
    settings.second.one_in = number_or(desk.store().note("desk:second_share"), settings.second.one_in);
    return settings;
}

void keep_settings(store::Desk& desk, const DeskSettings& settings)
{
    desk.store().in_transaction([&] {
        desk.store().set_note("desk:name", settings.desk_name);
        desk.store().set_note("desk:language", settings.language);
        desk.store().set_note("desk:country", settings.country);
        desk.store().set_note("desk:second_dead", std::to_string(settings.second.dead_min));
        desk.store().set_note("desk:second_share", std::to_string(settings.second.one_in));
    });
}

void add_desk(Routes& routes)
{
    routes.push_back({Method::get, "/health", anyone, health});
    routes.push_back({Method::get, "/openapi.json", anyone, openapi});
    routes.push_back({Method::get, "/desk", all_roles, desk});
    routes.push_back({Method::get, "/vocabulary", all_roles, vocabulary});
    routes.push_back({Method::get, "/settings", all_roles, settings});
    routes.push_back({Method::patch, "/settings", editors, change_settings});
}

}  // namespace sitrep::serve
