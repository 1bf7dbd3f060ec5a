// sitrep conflicts: where accounts of one incident contradict each other, every version with who says it and when.
#include "cli/commands.hpp"
#include "cli/lines.hpp"
#include "cli/period.hpp"
#include "core/json_text.hpp"
#include "merge/versions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::cli {
namespace {

std::string saying_in_words(const merge::Saying& said)
{
    std::string out = said.publisher.empty() ? "publisher unknown" : said.publisher;
    if (said.published) out += " " + to_iso(said.published->day);
    if (!said.sources.empty()) out += fmt::format(", after {}", said.sources);
    if (!said.how.empty()) out = fmt::format("{}: {}", said.how, out);
    if (said.background) out += ", as background";
    if (said.history) out += ", history: its own source has replaced it";
    return out + fmt::format(" [account {}]", std::int64_t(said.account));
}

void tell(const merge::FieldVersions& field)
{
    std::string head = fmt::format("  {}", field.field);
    if (field.range) head += fmt::format(": {} for publication", in_words(*field.range));
    if (field.contested) head += field.field == "perpetrator" ? ", contested" : ", differs";
    answer(head);
    for (const auto& version : field.versions) {
        answer(fmt::format("    {}{}", version.value, version.stands() ? "" : "  (history)"));
        for (const auto& said : version.said) answer("      " + saying_in_words(said));
    }
}

void add_json(JsonText& json, const merge::FieldVersions& field)
{
    json.open('{').key("field").value(field.field).key("contested").value(field.contested);
    if (field.range) json.key("range").open('{').key("min").value(field.range->low).key("max").value(field.range->high).close('}');
    json.key("versions").open('[');
    for (const auto& version : field.versions) {
        json.open('{').key("value").value(version.value).key("stands").value(version.stands()).key("said").open('[');
        for (const auto& said : version.said) {
            json.open('{').key("account").value(std::int64_t(said.account)).key("report").value(std::int64_t(said.report)).key("publisher").known(said.publisher);
            json.key("published").known(said.published ? to_iso(said.published->day) : std::string()).key("sources").known(said.sources);
            json.key("how").known(said.how).key("background").value(said.background).key("history").value(said.history).close('}');
        }
        json.close(']').close('}');
    }
    json.close(']').close('}');
}

std::string in_json(const Incident& incident, const std::vector<merge::FieldVersions>& fields)
{
    JsonText json;
    json.open('{').key("incident").value(to_string(incident.id)).key("fields").open('[');
    for (const auto& field : fields) add_json(json, field);
    return json.close(']').close('}').take();
}

void run(const Selection& selection, bool all_fields, const Session& session)
{
    const auto library = session.open_library(false);
    std::size_t incidents = 0;
    library->each(selection.query(), [&](const Incident& incident) {
        const auto replaced = library->replaced_accounts(incident.id);
        auto fields = merge::versions_of(incident, replaced);
        // Versions that differ without excluding each other (a month and a day in it) are no contradiction, and history is worth seeing.
        const auto worth_seeing = [](const merge::FieldVersions& field) {
            return field.contested || std::ranges::any_of(field.versions, [](const merge::FieldVersion& version) { return !version.stands(); });
        };
        if (std::ranges::none_of(fields, worth_seeing)) return;
        ++incidents;
        if (!all_fields) std::erase_if(fields, [](const merge::FieldVersions& field) { return field.versions.size() < 2 && !field.contested; });
        if (session.json) {
            answer(in_json(incident, fields));
            return;
        }
        answer(one_line(incident));
        for (const auto& field : fields) tell(field);
        answer("");
    });
    if (incidents == 0) say("no contradictions in these incidents.");
}

}  // namespace

void add_conflicts(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("conflicts", "Where accounts contradict each other: every version, who says it and when");
    const auto selection = std::make_shared<Selection>();
    const auto all = std::make_shared<bool>(false);
    session.add_options(*command);
    selection->add_options(*command);
    command->add_flag("--all-fields", *all, "Show also the fields on which all agree");
    command->footer("\nA number is published as the range of the figures that stand; a figure that its own source replaced is history.\n"
                    "Example:\n  sitrep conflicts --month 2025-09 --area SY-DY");
    command->callback([selection, all, &session] { run(*selection, *all, session); });
}

}  // namespace sitrep::cli
