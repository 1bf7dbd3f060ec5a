// How much is unseen: the documented floor, the overlap of sources, a set of models or the reason why there is none.
#include "publish/sections.hpp"
#include "publish/undercount_chart.hpp"


namespace sitrep::publish {
namespace {

Table overlap_table(const Record& record, const analyse::Undercount& undercount, const std::vector<std::string>& names)
{
    Table table;
    table.form = Table::Form::list;
    table.folded = true;
    table.caption = record.say(Label::unseen_overlap);
    table.head = {words(record.say(Label::unseen_told_by)), number(plain(record.say(Label::incidents)))};
    for (analyse::ListSet pattern = 1; pattern < undercount.table.counts.size(); ++pattern)
        if (undercount.table.counts[pattern] > 0)
            table.rows.push_back({{words(pattern_words(names, pattern)), number(plain(fmt::format("{}", undercount.table.counts[pattern])))}, false, 0, {}});
    return table;
}

Table model_table(const Record& record, const analyse::Undercount& undercount)
{
    Table table;
    table.caption = record.say(Label::unseen_models);
    table.head = {words(record.say(Label::unseen_model)), number(plain(record.say(Label::unseen_total))), number(plain(record.say(Label::unseen_interval)))};
    for (const auto& estimate : undercount.estimates) {
        const std::string interval = estimate.high ? fmt::format("{}–{}", whole(estimate.low), whole(*estimate.high)) : record.say(Label::unseen_above, whole(estimate.low));
        table.rows.push_back({{words(record.say(label_of(estimate.model))), number(plain(whole(estimate.population))), number(plain(interval))}, false, 0, {}});
    }
    return table;
}

void add_paragraph(Document& document, std::string text, Paragraph::Role role = Paragraph::Role::body)
{
    if (!text.empty()) document.blocks.emplace_back(Paragraph{one(std::move(text)), role});
}

}  // namespace

void add_undercount(Document& document, const Record& record)
{
    if (!record.input.undercount || record.input.undercount->documented == 0) return;
    const analyse::Undercount& undercount = *record.input.undercount;
    const auto names = public_names(record.edition, undercount);
    document.blocks.emplace_back(Heading{record.say(Label::unseen_heading), "unseen", 2});
    add_paragraph(document, record.say(Label::unseen_note), Paragraph::Role::note);
    add_paragraph(document, record.say(Label::unseen_floor, undercount.documented, month_words(record.edition, record.input.undercount_since)));
    if (undercount.table.documented() > 0)
        add_paragraph(document, record.say(Label::unseen_once, undercount.table.seen_once(), undercount.table.documented()));
    for (const auto& reason : refusal_words(record.edition, undercount, names)) add_paragraph(document, record.say(Label::unseen_refused, reason), Paragraph::Role::notice);
    add_paragraph(document, range_sentence(record.edition, undercount), Paragraph::Role::lead);
    add_paragraph(document, assumption_sentence(record.edition, undercount));
    if (undercount.table.lists() >= 2) {
        document.blocks.emplace_back(Picture{record.say(Label::unseen_chart), undercount_chart(record.edition, undercount, names), one(record.say(Label::unseen_low))});
        document.blocks.emplace_back(overlap_table(record, undercount, names));
    }
    if (!undercount.is_refused()) document.blocks.emplace_back(model_table(record, undercount));
    const auto& provenance = undercount.provenance;
    add_paragraph(document, record.say(Label::unseen_method, provenance.method, provenance.version, provenance.seed.value_or(0), provenance.rows_used), Paragraph::Role::note);
}

}  // namespace sitrep::publish
