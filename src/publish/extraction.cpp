#include "publish/extraction.hpp"

#include "core/json_text.hpp"
#include "publish/code_points.hpp"

#include <algorithm>
#include <tuple>
#include <variant>

namespace sitrep::publish {
namespace {

constexpr int confidence_decimals = 3;

void write_span(JsonText& json, const CodePoints& report, Span span)
{
    json.key("start").value(std::int64_t{span.start}).key("end").value(std::int64_t{span.end}).key("text").value(report.words(span));
}

void write_evidence(JsonText& json, const CodePoints& report, Span span)
{
    json.key("evidence").open('{');
    write_span(json, report, span);
    json.close('}');
}

void write_toll(JsonText& json, std::string_view name, const std::optional<Toll>& toll)
{
    json.key(name);
    if (!toll) {
        json.null();
        return;
    }
    json.open('{').key("min").value(toll->low).key("max").value(toll->max_stated()).close('}');
}

void write_range(JsonText& json, const DateRange& range)
{
    json.key("start").known(range.start ? range.start->iso() : std::string());
    json.key("end").known(range.end ? range.end->iso() : std::string());
}

void write_place(JsonText& json, const AccountPlace& at)
{
    const Place& place = at.place;
    json.open('{').key("text").known(at.text).key("name").known(place.name);
    json.key("admin1").known(place.admin1).key("admin2").known(place.admin2).key("country").known(place.country);
    json.latitude_longitude(place.point).key("precision").value(std::int64_t(place.precision));
    json.key("gazetteer_id").known(place.gazetteer_id).close('}');
}

void write_target(JsonText& json, const Target& target)
{
    json.open('{').key("text").known(target.text);
    json.key("class").known(target.target_class ? to_string(*target.target_class) : std::string_view());
    // Only where the report gives this target numbers of its own: the scorer takes the presence of the key for that.
    if (target.killed) write_toll(json, "killed", target.killed);
    if (target.injured) write_toll(json, "injured", target.injured);
    json.close('}');
}

void write_targets(JsonText& json, const std::vector<Target>& targets)
{
    json.key("target");
    if (targets.empty())
        json.open('{').key("text").null().key("class").null().close('}');
    else
        write_target(json, targets.front());
    json.key("targets").open('[');
    for (const Target& target : targets) write_target(json, target);
    json.close(']');
}

void write_weapon(JsonText& json, const std::optional<Weapon>& weapon)
{
    json.key("weapon").open('{').key("text").known(weapon ? std::string_view(weapon->text) : std::string_view());
    json.key("class").known(weapon ? to_string(weapon->weapon_class) : std::string_view()).close('}');
}

void write_what_and_who(JsonText& json, const Account& account)
{
    json.key("date").open('{');
    write_range(json, account.date);
    json.key("precision").value(to_string(account.date.precision)).key("text").known(account.date_text).close('}');
    json.key("places").open('[');
    for (const AccountPlace& place : account.places) write_place(json, place);
    json.close(']');
    const auto& perpetrator = account.perpetrator;
    json.key("perpetrator").open('{').key("text").known(perpetrator.text);
    json.key("name").known(perpetrator.local_name.empty() ? perpetrator.name : perpetrator.local_name).key("canonical").known(perpetrator.name);
    json.key("status").value(to_string(account.perpetrator.status)).key("denied").value(account.denied).close('}');
    write_targets(json, account.targets);
    const auto target_class = account.targets.empty() ? std::nullopt : account.targets.front().target_class;
    const AcledType acled = acled_type(account.kind, target_class);
    json.key("acled").open('{').key("event_type").value(acled.event_type).key("sub_event_type").value(acled.sub_event_type).close('}');
    write_weapon(json, account.weapon);
}

void write_field_confidence(JsonText& json, const FieldConfidence& of)
{
    json.key("confidence_of").open('{');
    for (const auto& [field, chance] : {std::pair{"incident", of.incident}, {"type", of.kind}, {"place", of.place}, {"date", of.date},
                                        {"perpetrator", of.perpetrator}, {"status", of.status}, {"target_class", of.target_class},
                                        {"killed", of.killed}, {"injured", of.injured}})
        json.key(field).fraction(chance, confidence_decimals);
    json.close('}');
}

void write_account(JsonText& json, const CodePoints& report, const Account& account, std::string_view incident)
{
    json.open('{').key("incident").known(incident).key("type").value(to_string(account.kind));
    json.key("background").value(account.background).key("confidence").fraction(account.confidence, confidence_decimals);
    write_field_confidence(json, account.confidence_of);
    write_what_and_who(json, account);
    write_toll(json, "killed", account.killed);
    write_toll(json, "injured", account.injured);
    write_toll(json, "abducted", account.abducted);
    write_toll(json, "arrested", account.arrested);
    write_toll(json, "perpetrators_killed", account.perpetrators_killed);
    json.key("attribution").open('[');
    for (const Attribution& source : account.attribution) json.open('{').key("text").value(source.text).key("name").known(source.name).close('}');
    json.close(']');
    json.key("evidence").open('[');
    for (const Span sentence : account.evidence) {
        json.open('{');
        write_span(json, report, sentence);
        json.close('}');
    }
    json.close(']').close('}');
}

void write_tally(JsonText& json, const CodePoints& report, const Tally& tally)
{
    json.open('{').key("quantity").value(tally.quantity).key("unit").known(tally.unit).key("scope_place").known(tally.scope_place);
    json.key("period");
    if (tally.period_text.empty() && !tally.period.is_known()) {
        json.null();
    } else {
        json.open('{');
        write_range(json, tally.period);
        json.key("text").known(tally.period_text).close('}');
    }
    json.key("claimant").known(tally.claimant_name.empty() ? tally.claimant : tally.claimant_name);
    json.key("claimant_text").known(tally.claimant).key("actor").known(tally.actor_name);
    write_evidence(json, report, tally.evidence);
    json.close('}');
}

void write_pattern(JsonText& json, const CodePoints& report, const Pattern& pattern)
{
    json.open('{').key("what").known(pattern.what).key("place").known(pattern.place).key("period").known(pattern.period);
    json.key("claimant").known(pattern.claimant);
    write_evidence(json, report, pattern.evidence);
    json.close('}');
}

void write_mention(JsonText& json, const CodePoints& report, const PlaceMention& mention)
{
    json.open('{').key("layer").value("place");
    write_span(json, report, mention.span);
    json.key("name").known(mention.place.name).latitude_longitude(mention.place.point);
    json.key("gazetteer_id").known(mention.place.gazetteer_id).key("country").known(mention.place.country);
    json.key("admin1").known(mention.place.admin1).key("precision").value(std::int64_t(mention.place.precision)).close('}');
}

void write_mention(JsonText& json, const CodePoints& report, const DateMention& mention)
{
    json.open('{').key("layer").value("date");
    write_span(json, report, mention.span);
    json.key("type").value(to_string(mention.type)).key("value").known(mention.value).close('}');
}

void write_mention(JsonText& json, const CodePoints& report, const Mention& mention)
{
    json.open('{').key("layer").value(to_string(mention.layer));
    write_span(json, report, mention.span);
    json.key("name").known(mention.name).close('}');
}

void write_mentions(JsonText& json, const CodePoints& report, const Understanding& understanding)
{
    using AnyMention = std::variant<const PlaceMention*, const DateMention*, const Mention*>;
    std::vector<AnyMention> all;
    all.reserve(understanding.places.size() + understanding.dates.size() + understanding.mentions.size());
    for (const auto& mention : understanding.places) all.emplace_back(&mention);
    for (const auto& mention : understanding.dates) all.emplace_back(&mention);
    for (const auto& mention : understanding.mentions) all.emplace_back(&mention);
    // Every mention has an address of its own inside its vector, so equal spans keep their order.
    const auto where = [](const AnyMention& mention) {
        return std::visit([&](const auto* m) { return std::tuple(m->span, mention.index(), static_cast<const void*>(m)); }, mention);
    };
    std::sort(all.begin(), all.end(), [&](const AnyMention& a, const AnyMention& b) { return where(a) < where(b); });

    json.key("mentions").open('[');
    for (const AnyMention& mention : all) std::visit([&](const auto* m) { write_mention(json, report, *m); }, mention);
    json.close(']');
}

}  // namespace

std::string extraction_line(const Report& report, const Understanding& understanding, std::span<const std::string> incident_ids)
{
    const CodePoints words(report.document);
    JsonText json;
    json.open('{').key("id").value(report.external_id).key("language").value(to_string(understanding.language));
    json.key("accounts").open('[');
    for (std::size_t i = 0; i < understanding.accounts.size(); ++i)
        write_account(json, words, understanding.accounts[i], incident_ids.empty() ? std::string_view() : incident_ids[i]);
    json.close(']');
    json.key("tallies").open('[');
    for (const Tally& tally : understanding.tallies) write_tally(json, words, tally);
    json.close(']');
    json.key("patterns").open('[');
    for (const Pattern& pattern : understanding.patterns) write_pattern(json, words, pattern);
    json.close(']');
    write_mentions(json, words, understanding);
    json.close('}');
    return json.take();
}

}  // namespace sitrep::publish
