#include "publish/own_words.hpp"

namespace sitrep::publish {

std::string_view own_words()
{
    return R"(
doctype html lang en ar dir ltr rtl head meta charset utf name viewport content width device initial scale referrer no title style body main header
class eyebrow div scroll table figures pairs list caption thead tbody scope col row colgroup colspan group indent number figcaption figure
svg viewBox role img direction aria label xmlns http https www w3 org rect height fill none path stroke linejoin round circle text anchor start middle end
font size weight paint order evenodd rule line href rel noreferrer noopener details summary bdi strong span date faint note lead notice contents entries lists
key points month governorates kinds camps operations other events claims conflicts stated counts method changes incidents earlier numbers
type Feature FeatureCollection Collection features geometry Point coordinates properties attribution country place perpetrator killed injured abducted arrested perpetrators
min max grade independent sources review background publishers links true false null precision latitude longitude told as news accepted machine output yes
day week year unknown civilian military police official infrastructure militant claimed attributed confirmed fair weak contested only meets confirmation
armed attack assassination or targeted killing ied mine suicide vehicle bomb ambush abduction execution checkpoint raid by arson property airstrike shelling
security operation clash protest violence battles explosions remote against civilians forced disappearance strategic developments looting destruction peaceful
air drone strike artillery missile landmine acled event sub status those hit kind area code arrests explosive
jan feb mar apr jun jul aug sep oct nov dec fff
)";
}

}  // namespace sitrep::publish
