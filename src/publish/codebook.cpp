#include "publish/codebook.hpp"

#include <array>

namespace sitrep::publish {

std::span<const ColumnMeaning> codebook()
{
    static constexpr std::array<ColumnMeaning, 34> all{{
        {"id", "#event+id", "The incident's id, for life", "I and a number"},
        {"type", "#event+type+code", "Kind of incident", "armed_attack, assassination_or_targeted_killing, ied_or_mine, suicide_or_vehicle_bomb, ambush, abduction, execution, "
                                                         "checkpoint_or_raid_by_group, arson_or_property, airstrike, shelling, security_operation, clash, protest, other_violence"},
        {"date_start", "#date+start", "First possible day, or month, or year", "ISO 8601; empty when not known"},
        {"date_end", "#date+end", "Last possible day", "ISO 8601; empty when not known"},
        {"date_precision", "#meta+date+precision", "How exactly the date is known", "day, week, month, year, unknown"},
        {"country", "#country+code+v_iso2", "Country", "ISO 3166-1 alpha-2"},
        {"admin1", "#adm1+name", "Governorate or province", "English name"},
        {"admin1_code", "#adm1+code+v_iso3166_2", "Governorate or province", "ISO 3166-2"},
        {"admin2", "#adm2+name", "District", "English name"},
        {"place", "#loc+name", "Town, or a named region; villages only where the gate allows", "English name"},
        {"latitude", "#geo+lat", "Only of towns, two decimals", "degrees north, WGS 84"},
        {"longitude", "#geo+lon", "Only of towns, two decimals", "degrees east, WGS 84"},
        {"place_precision", "#meta+geo+precision", "How exactly the place is known", "1 the place, 2 near it, 3 district, 4 governorate, 5 region or road, 6 country"},
        {"perpetrator", "#actor+perpetrator+name", "Who did it, a name of the register of actors", "empty when not known"},
        {"perpetrator_status", "#meta+perpetrator+status", "How that is known", "claimed, attributed, unknown"},
        {"those_hit", "#affected+type", "Those who were hit", "civilian, military, police, official, infrastructure, militant"},
        {"killed_min", "#affected+killed+min", "Victims killed, smallest number stated", "count; empty when nobody states one"},
        {"killed_max", "#affected+killed+max", "Victims killed, largest number stated", "count"},
        {"injured_min", "#affected+injured+min", "Injured, smallest number stated", "count"},
        {"injured_max", "#affected+injured+max", "Injured, largest number stated", "count"},
        {"abducted_min", "#affected+abducted+min", "Abducted, smallest number stated", "count"},
        {"abducted_max", "#affected+abducted+max", "Abducted, largest number stated", "count"},
        {"arrested_min", "#affected+detained+min", "Arrested, smallest number stated", "count"},
        {"arrested_max", "#affected+detained+max", "Arrested, largest number stated", "count"},
        {"perpetrators_killed_min", "#affected+perpetrators+killed+min", "Attackers' own dead, smallest number stated", "count"},
        {"perpetrators_killed_max", "#affected+perpetrators+killed+max", "Attackers' own dead, largest number stated", "count"},
        {"grade", "#meta+grade", "How well it is established", "confirmed, meets_confirmation_rule (not reviewed yet), fair, weak, contested, claimed_only, discounted"},
        {"independent_sources", "#meta+sources+num", "Sources that do not quote each other", "count"},
        {"review", "#status+review", "Whether a person has accepted it", "accepted, machine output"},
        {"told_as", "#meta+told", "Whether a report tells it as news", "news, background"},
        {"acled_event_type", "#event+type+acled", "ACLED event type", "ACLED codebook 2023"},
        {"acled_sub_event_type", "#event+subtype+acled", "ACLED sub-event type", "ACLED codebook 2023"},
        {"publishers", "#meta+source+name", "Public outlets that tell it", "names, semicolons between them"},
        {"links", "#meta+source+url", "Their pages", "addresses, semicolons between them"},
    }};
    return all;
}

}  // namespace sitrep::publish
