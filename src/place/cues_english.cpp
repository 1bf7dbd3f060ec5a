#include "place/cue_words.hpp"

namespace sitrep::place {
namespace {

const CueWords words[] = {
    {Cue::in,
     "in at from to into across inside within through throughout towards toward on for via entering reached around "
     "nearby beside"},
    {Cue::between,
     "between"},
    {Cue::of,
     "of"},
    {Cue::article,
     "the"},
    {Cue::near,
     "near outside"},
    {Cue::direction,
     "north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
     "northwestern southeastern southwestern central rural upper lower"},
    {Cue::countryside,
     "countryside outskirts outskirt suburb suburbs edge environs vicinity periphery hinterland entrance mouth "
     "rim fringe fringes perimeter"},
    {Cue::desert,
     "desert badia deserts steppe"},
    {Cue::area,
     "area areas region regions axis coast border pocket peninsula belt"},
    {Cue::settlement,
     "village villages town towns city cities hamlet settlement capital"},
    {Cue::district,
     "district subdistrict county township municipality lga territory commune cercle canton groupment groupement "
     "tehsil subdivision locality boma payam upazila taluk woreda kebele prefecture block"},
    {Cue::governorate,
     "governorate province state governate oblast department"},
    {Cue::site,
     "base airbase camp prison field oilfield gasfield bridge airport crossing hotel mosque hospital market square "
     "roundabout junction dam forest cemetery mall church park stadium refinery checkpoint island islands mine "
     "palace cathedral monastery theatre station hall complex shrine school college lodge hostel inn clinic "
     "temple synagogue tomb parish seminary madrasa madrassa imambargah bazaar depot plant terminal port harbour "
     "gate tower compound barracks garrison flyover tunnel quarry farm plantation substation consulate"},
    {Cue::quarter,
     "neighborhood neighbourhood neighborhoods neighbourhoods quarter quarters ward mohalla colony chowk barrio "
     "favela"},
    {Cue::water,
     "river valley lake wadi basin valleys"},
    {Cue::mountain,
     "mountain mountains mount jabal jebel mt hills hill ridge pass"},
    {Cue::road,
     "road highway expressway motorway street route"},
    {Cue::unit_of_length,
     "km kilometres kilometers kilometre kilometer miles mile metres meters kms m"},
    {Cue::organisation,
     "council brigade brigades university observatory army forces front movement party agency news times post "
     "network tv television radio ministry organisation organization association union battalion regiment corps "
     "committee command intelligence bank company corporation institute centre foundation league tribe clan militia "
     "group alliance coalition faction legion hawks shield club fc protocol agreement accord media press service "
     "department administration mission embassy parliament assembly office journal herald today watch monitor "
     "tribune rescue division court unit units team branch"},
    {Cue::person,
     "mr mrs ms dr sheikh imam colonel col general gen major maj captain capt lieutenant lt sergeant sgt president "
     "minister commander spokesman spokesperson spokeswoman mohammed muhammad mohamed mohammad ahmed ahmad ali "
     "hassan hussein abdullah mustafa mahmoud ibrahim khalid khaled omar umar yusuf yousef abdul abdel bin ibn "
     "hurricane cyclone typhoon saint san brigadier prof professor judge mayor mukhtar activist leader"},
    {Cue::common,
     "i a as is it he she we they an this that these those there some many most all no not one two three four five "
     "six ten monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
     "august september october november december islamic police military security civil defense defence national "
     "federal international popular mobilization kurdish arab turkish american russian un isis isil daesh sdf "
     "pkk ypg hts sna asayish sohr amaq eu nato al el of and or but if when while after before since until his her "
     "their its our my so then also both each other another such more less least about over under up down by with "
     "without killed dead wounded attack attacks gunmen soldiers troops fighters militants civilians officials "
     "residents sources source witnesses local locals ied ramadan eid al-qaeda qaeda hezbollah hamas houthi houthis "
     "taliban peshmerga boko haram shabaab shabab monday's men man women woman children people prime interior deputy chief "
     "head new old red black white green blue golden crescent cross human rights democratic free republic kingdom "
     "emirate caliphate article operation resolve inherent will can did was were has had have be been being who "
     "what where which why how god union university media ms st medina victoria nice bath reading mobile date sale "
     "van along hit best bar bam bor bari ban buy call cop dan day due ever far fort gap mary marina maria david "
     "george jordan's charlotte sidney independence liberty hope center normal commerce enterprise progress victory "
     "grad katyusha kalashnikov sana kakai kaka'i yazidi yezidi druze alawite christian christians sunni shia "
     "shiite bedouin turkmen saudi car none do doctors freedom brig high gran uav blast gunman air infantry force "
     "commissioner governor secretary prophet allah baath ba'ath orthodox lgbt covid telegram facebook twitter "
     "reuters afp ap rudaw shafaq kurdistan24 shi'ite shi'a shi'ites shi'as shias shiites suv suvs molotov "
     "kornet"},
};

}  // namespace

std::span<const CueWords> english_cues() { return words; }

}  // namespace sitrep::place
