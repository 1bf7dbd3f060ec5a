#include "publish/own_words.hpp"

namespace sitrep::publish {

std::string_view own_words()
{
    return R"(
doctype html lang en ar dir ltr rtl head meta charset utf name viewport content width device initial scale referrer no title style body main header
class eyebrow div scroll table figures pairs list caption thead tbody scope col row colgroup colspan group indent number figcaption figure
svg viewBox role img direction aria label xmlns http https www w3 org rect height fill none path stroke linejoin round circle text anchor start middle end
font size weight paint order evenodd rule line href rel noreferrer noopener details summary bdi strong span date faint note lead notice contents entries lists
key points month governorates kinds camps operations other events claims conflicts stated counts method changes incidents earlier numbers rising clusters repeat undercount
unseen outlook surge trend dasharray ffffff
اثني عشر اثنا اثنان اثنين أشهر الأشهر بالأشهر اشهر بالاشهر شهر شهرا
type Feature FeatureCollection Collection features geometry Point coordinates properties attribution country place perpetrator killed injured abducted arrested perpetrators
min max grade independent sources review background publishers links true false null precision latitude longitude told as news accepted machine output yes
day week year unknown civilian military police official infrastructure militant claimed attributed confirmed fair weak contested only meets confirmation
armed attack assassination or targeted killing ied mine suicide vehicle bomb ambush abduction execution checkpoint raid by arson property airstrike shelling
security operation clash protest violence battles explosions remote against civilians forced disappearance strategic developments looting destruction peaceful
air drone strike artillery missile landmine acled event sub status those hit kind area code arrests explosive
xml version encoding kml Document name description Placemark TimeSpan begin end ExtendedData Data value opengis net
feed entry id published updated author category term summary related deleted ref when at atom purl atompub tombstones urn x sitrep incident new changed
alert identifier sender sent Actual Alert msgType scope Public info language Security event urgency Past severity Severe Moderate Unknown certainty Observed Likely Possible
onset senderName headline web parameter valueName area areaDesc polygon geocode ISO oasis names tc emergency cap T Z
actor code sector entity text mode quad loc resolved lat lon district province resolution cite info publication url coder comment recipient size dead
REB MIL CVL GOV COP BUS UNK ASSAULT COERCE PROTEST targeted firearms explosives abduct destroy aerial heavy weapons arrest demo enddate attackers
POINT Government of Civilians Civilian targeting Protesters Unidentified Armed Group Military Police Forces Political Demonstrations Strategic
Assault Bombing Explosion Hostage Taking Kidnapping Facility Infrastructure Explosives General Private Citizens Property Terrorists Non State Militia Utilities
column meaning values HXL tag publisher since the last edition
jan feb mar apr jun jul aug sep oct nov dec fff
)";
}

}  // namespace sitrep::publish
