// What others count, beside our own count for the same, and why the two differ.
#include "publish/sections.hpp"
#include "publish/stated_counts.hpp"

namespace sitrep::publish {
namespace {

constexpr std::size_t rows_max = 40;

Line speaker(const Record& record, const Gate::PublicTally& tally)
{
    const std::string claimant = claimant_words(record.edition, tally.claimant);
    if (tally.publisher.empty() || tally.publisher == tally.claimant) return one(claimant);
    const std::string publisher = claimant_words(record.edition, tally.publisher);
    const std::string day = tally.stated_on ? to_iso(*tally.stated_on) : record.say(Label::undated);
    return {Inline{record.say(Label::tally_through, claimant, publisher, day), {}, tally.link, false, false}};
}

std::string why(const Record& record, const StatedCount& stated)
{
    if (!stated.ours) return record.say(stated.why);
    if (stated.why == Label::why_equal) return record.say(stated.why);
    const TallyAccount& account = stated.account;
    std::string out = record.say(stated.why, account.claimed_only);
    const auto add = [&](Label label, std::int64_t number) {
        if (number > 0) out += " " + record.say(label, number);
    };
    if (stated.why != Label::why_fewer) return out;
    add(Label::why_undated, account.undated);
    add(Label::why_unplaced, account.unplaced);
    add(Label::why_elsewhere, account.elsewhere);
    add(Label::why_unattributed, account.unattributed);
    add(Label::why_not_here, account.not_here);
    return out;
}

Row row(const Record& record, const StatedCount& stated)
{
    Row out;
    out.cells = {{speaker(record, stated.tally), false},
                 words(unit_words(record.edition, stated.tally)),
                 number(plain(fmt::format("{}", stated.tally.quantity))),
                 words(scope_words(record.edition, stated.tally) + (record.arabic() ? "، " : ", ") + stated_period_words(record.edition, stated.tally)),
                 number(stated.ours ? shown(*stated.ours) : faint(record.say(Label::not_comparable))),
                 {{faint(why(record, stated))}, false}};
    return out;
}

}  // namespace

void add_tallies(Document& document, const Record& record)
{
    document.blocks.emplace_back(Heading{record.say(Label::tallies_heading), "stated-counts", 2});
    document.blocks.emplace_back(Paragraph{one(record.say(Label::tallies_note)), Paragraph::Role::note});
    const auto all = stated_counts(record);
    if (all.empty()) {
        document.blocks.emplace_back(Paragraph{one(none_words(record)), Paragraph::Role::body});
        return;
    }
    Table table;
    table.head = {words(record.say(Label::stated_by)),         words(record.say(Label::what)),
                  number(plain(record.say(Label::stated))),    words(record.say(Label::scope)),
                  number(plain(record.say(Label::our_count))), words(record.say(Label::difference))};
    for (const StatedCount& stated : all)
        if (table.rows.size() < rows_max) table.rows.push_back(row(record, stated));
    document.blocks.emplace_back(std::move(table));
    if (all.size() > rows_max)
        document.blocks.emplace_back(Paragraph{one(record.say(Label::more_tallies, all.size() - rows_max)), Paragraph::Role::note});
}

}  // namespace sitrep::publish
