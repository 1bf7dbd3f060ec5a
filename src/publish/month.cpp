#include "publish/month.hpp"

#include "publish/changes.hpp"
#include "publish/sections.hpp"

#include <utility>

namespace sitrep::publish {
namespace {

/// Links to the headings, in front of the first of them.
void add_contents(Document& document, const Record& record)
{
    Line line{strong(record.say(Label::contents) + ": ")};
    auto first = document.blocks.end();
    for (auto block = document.blocks.begin(); block != document.blocks.end(); ++block) {
        const auto* heading = std::get_if<Heading>(&*block);
        if (heading == nullptr) continue;
        if (first == document.blocks.end())
            first = block;
        else
            line.push_back(plain(" · "));
        line.push_back({heading->text, {}, "#" + heading->anchor, false, false});
    }
    document.blocks.insert(first, Paragraph{std::move(line), Paragraph::Role::contents});
}

Document document_of(const Record& record)
{
    Document document;
    document.language = record.arabic() ? "ar" : "en";
    document.right_to_left = record.arabic();
    constexpr std::array sections{add_masthead,    add_key_points,   add_month_paragraph, add_table_one, add_trend, add_rising,          add_governorates,
                                  add_clusters,    add_repeat,
                                  add_kinds,       add_camps,        add_operations,      add_other_events, add_claims,      add_conflicts,
                                  add_tallies,     add_undercount,  add_method,       add_changes,         add_incident_list, add_compared_list};
    for (const auto add : sections) add(document, record);
    add_contents(document, record);
    return document;
}

}  // namespace

Cell words(std::string text) { return {one(std::move(text)), false}; }
Cell number(Inline shown) { return {{std::move(shown)}, true}; }
Line one(std::string text) { return {plain(std::move(text))}; }

std::string month_html(const MonthInput& input, const Gate& gate, Edition edition)
{
    const Record record = record_of(input, gate, edition);
    std::string html = to_html(document_of(record));
    record.gate.scan(html);
    return html;
}

std::string month_markdown(const MonthInput& input, const Gate& gate, Edition edition)
{
    const Record record = record_of(input, gate, edition);
    std::string markdown = to_markdown(document_of(record));
    record.gate.scan(markdown);
    return markdown;
}

std::string month_docx(const MonthInput& input, const Gate& gate, Edition edition)
{
    const Record record = record_of(input, gate, edition);
    const Document document = document_of(record);
    // The finished file holds numbers of its own format; the same blocks as text hold all of its words.
    record.gate.scan(to_markdown(document));
    return to_docx(document);
}

std::vector<std::pair<IncidentId, std::string>> published_states(const MonthInput& input, const Gate& gate)
{
    const Record record = record_of(input, gate, Edition::english);
    std::vector<std::pair<IncidentId, std::string>> out;
    for (const PublicIncident* incident : record.listed) out.emplace_back(incident->id, state_of(*incident));
    return out;
}

}  // namespace sitrep::publish
