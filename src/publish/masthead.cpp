// Who publishes, for which period, from what, and how far a person has looked at it; at the end, what changed.
#include "publish/changes.hpp"
#include "publish/sections.hpp"

#include <algorithm>
#include <cctype>

namespace sitrep::publish {
namespace {

constexpr std::size_t version_digits = 12;
constexpr std::size_t changes_shown_max = 60;

// "v" in front: an all-digit checksum must not look like a telephone number to the gate.
std::string version_words(const std::string& checksum)
{
    std::string out = "v";
    for (const unsigned char c : checksum)
        if (std::isxdigit(c) && out.size() <= version_digits) out += char(c);
    return out;
}

std::string period_words(Month month)
{
    const Day first{std::chrono::year_month_day{month / 1}};
    const Day last{std::chrono::year_month_day_last{month / std::chrono::last}};
    return to_iso(first) + " – " + to_iso(last);
}

Row pair(const Record& record, Label label, std::string value)
{
    return {{words(record.say(label)), words(std::move(value))}, false, 0, {}};
}

/// One paragraph a line.
void add_foreword(Document& document, std::string_view text)
{
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.find_first_not_of(" \t\r") != std::string_view::npos)
            document.blocks.emplace_back(Paragraph{one(std::string(line)), Paragraph::Role::lead});
    }
}

}  // namespace

void add_masthead(Document& document, const Record& record)
{
    const MonthInput& input = record.input;
    document.title = record.say(Label::report_title, record.area_words(), month_words(record.edition, record.month));
    const bool named = !input.desk.empty() && record.gate.may_leave(input.desk);
    document.eyebrow = named ? input.desk : record.say(Label::unnamed_desk);
    Table table;
    table.form = Table::Form::pairs;
    table.rows.push_back(pair(record, Label::period, period_words(record.month)));
    table.rows.push_back(pair(record, Label::date_closed, to_iso(input.closed)));
    if (!input.data_version.empty()) table.rows.push_back(pair(record, Label::data_version, version_words(input.data_version)));
    table.rows.push_back(pair(record, Label::reports_held, fmt::format("{}", input.reports)));
    const std::string changes = record.say(Label::changes_heading);
    std::string changed = record.say(input.first_edition ? Label::first_edition : Label::nothing_changed);
    if (!input.first_edition && !input.changed_since_last.empty()) changed = record.say(Label::changes_count, input.changed_since_last.size(), changes);
    table.rows.push_back({{words(changes), {{Inline{std::move(changed), {}, "#changes", false, false}}, false}}, false, 0, {}});
    document.blocks.emplace_back(std::move(table));

    add_foreword(document, record.arabic() ? input.foreword_ar : input.foreword);

    const std::size_t all = record.listed.size();
    const auto unread = std::size_t(std::count_if(record.listed.begin(), record.listed.end(), [](const auto* i) { return !i->accepted; }));
    if (all == 0) return;
    const std::string notice = unread == 0 ? record.say(Label::reviewed_notice, all) : record.say(Label::machine_notice, unread, all);
    document.blocks.emplace_back(Paragraph{one(notice), Paragraph::Role::notice});
}

void add_changes(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::changes_heading), "changes", 2});
    const auto& lines = record.input.changed_since_last;
    if (record.input.first_edition || lines.empty()) {
        const Label nothing = record.input.first_edition ? Label::first_edition : Label::nothing_changed;
        document.blocks.emplace_back(Paragraph{one(record.say(nothing)), Paragraph::Role::body});
        return;
    }
    Bullets bullets;
    for (const std::string& line : lines) {
        if (bullets.lines.size() == changes_shown_max) break;
        std::string said = change_words(record.edition, line);
        if (!said.empty()) bullets.lines.push_back(one(std::move(said)));
    }
    document.blocks.emplace_back(std::move(bullets));
    if (lines.size() > changes_shown_max)
        document.blocks.emplace_back(Paragraph{one(record.say(Label::more_changes, lines.size() - changes_shown_max)), Paragraph::Role::note});
}

}  // namespace sitrep::publish
