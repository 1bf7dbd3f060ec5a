#include "place/cues.hpp"
#include "text/word_table.hpp"

#include <string>

namespace sitrep::place {
namespace {

struct Demonym {
    std::string_view country;
    std::string_view english;  ///< separated by spaces
    std::string_view arabic;   ///< masculine stems in normal form; endings ه, ين, ون, ات and the article are read too
};

constexpr Demonym demonyms[] = {
    {"SY", "syrian syrians", "سوري"}, {"IQ", "iraqi iraqis", "عراقي"}, {"LB", "lebanese", "لبناني"},
    {"PS", "palestinian palestinians gazan gazans", "فلسطيني"}, {"IL", "israeli israelis", "اسراييلي"},
    {"YE", "yemeni yemenis", "يمني"}, {"LY", "libyan libyans", "ليبي"}, {"SD", "sudanese", "سوداني"},
    {"SO", "somali somalis", "صومالي"}, {"NG", "nigerian nigerians", "نيجيري"}, {"ML", "malian malians", "مالي"},
    {"BF", "burkinabe", "بوركيني"}, {"NE", "nigerien nigeriens", ""}, {"TD", "chadian chadians", "تشادي"},
    {"CM", "cameroonian", "كاميروني"}, {"KE", "kenyan kenyans", "كيني"}, {"MZ", "mozambican mozambicans", "موزمبيقي"},
    {"CD", "congolese", "كونغولي"}, {"AF", "afghan afghans", "افغاني"}, {"PK", "pakistani pakistanis", "باكستاني"},
    {"EG", "egyptian egyptians", "مصري"}, {"TR", "turkish", "تركي"}, {"AE", "emirati emiratis", "اماراتي"},
    {"SA", "saudi saudis", "سعودي"}, {"US", "american americans", "امريكي"}, {"RU", "russian russians", "روسي"},
    {"FR", "french", "فرنسي"}, {"GB", "british", "بريطاني"}, {"JO", "jordanian jordanians", "اردني"},
    {"IR", "iranian iranians", "ايراني"}, {"ET", "ethiopian ethiopians", "اثيوبي"}, {"MM", "burmese", ""},
    {"TH", "thai", "تايلاندي"}, {"PH", "filipino filipinos philippine", "فلبيني"}, {"IN", "indian indians", "هندي"},
    {"CO", "colombian colombians", "كولومبي"}, {"MX", "mexican mexicans", "مكسيكي"}, {"HT", "haitian haitians", "هايتي"},
    {"UA", "ukrainian ukrainians", "اوكراني"}, {"UG", "ugandan ugandans", "اوغندي"}, {"TN", "tunisian tunisians", "تونسي"},
    {"DZ", "algerian algerians", "جزايري"}, {"EC", "ecuadorian ecuadorean", ""}, {"PE", "peruvian", ""}, {"VE", "venezuelan", ""},
    {"HN", "honduran", ""}, {"BD", "bangladeshi", ""}, {"ID", "indonesian", ""}, {"AZ", "azerbaijani", ""}, {"AM", "armenian", ""},
    {"RW", "rwandan", ""}, {"BI", "burundian", ""}, {"GH", "ghanaian", ""}, {"BJ", "beninese", ""}, {"TG", "togolese", ""},
    {"MR", "mauritanian", ""}, {"SN", "senegalese", ""},
    {"CA", "canadian canadians", "كندي"}, {"AU", "australian australians", "استرالي"}, {"DE", "german germans", "الماني"}, {"RO", "romanian romanians", ""},
    {"CN", "chinese", "صيني"}, {"JP", "japanese", "ياباني"}, {"IT", "italian italians", "ايطالي"}, {"ES", "spanish", "اسباني"}, {"GR", "greek greeks", "يوناني"},
    {"NL", "dutch", "هولندي"}, {"SE", "swedish", "سويدي"}, {"NO", "norwegian norwegians", "نرويجي"}, {"DK", "danish", "دنماركي"}, {"FI", "finnish", ""},
    {"BE", "belgian belgians", "بلجيكي"}, {"CH", "swiss", "سويسري"}, {"AT", "austrian austrians", "نمساوي"},
    {"PT", "portuguese", "برتغالي"}, {"PL", "polish", "بولندي"},
    {"HU", "hungarian hungarians", ""}, {"BG", "bulgarian bulgarians", "بلغاري"}, {"RS", "serbian serbians", "صربي"},
    {"IE", "irish", ""}, {"BR", "brazilian brazilians", "برازيلي"},
    {"CU", "cuban cubans", ""}, {"AR", "argentine argentinian", "ارجنتيني"}, {"CL", "chilean chileans", ""},
    {"VN", "vietnamese", "فيتنامي"}, {"MY", "malaysian malaysians", "ماليزي"},
    {"NP", "nepalese nepali", ""}, {"LK", "lankan lankans", ""}, {"KW", "kuwaiti kuwaitis", "كويتي"}, {"QA", "qatari qataris", "قطري"}, {"BH", "bahraini bahrainis", "بحريني"},
    {"OM", "omani omanis", ""}, {"MA", "moroccan moroccans", "مغربي"}, {"ZW", "zimbabwean zimbabweans", ""}, {"TZ", "tanzanian tanzanians", ""}, {"AO", "angolan angolans", ""}};

using Table = text::WordTable<std::string_view>;

void enter(Table& table, std::string_view words, std::string_view country, bool arabic)
{
    while (!words.empty()) {
        const auto space = words.find(' ');
        const std::string word{words.substr(0, space)};
        words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
        table.put(word, country);
        if (!arabic) continue;
        for (const std::string_view ending : {"ه", "ين", "ون", "ات"}) {
            table.put(word + std::string{ending}, country);
            table.put("ال" + word + std::string{ending}, country);
        }
        table.put("ال" + word, country);
    }
}

const Table& countries()
{
    static const Table table = [] {
        Table all;
        for (const auto& demonym : demonyms) {
            enter(all, demonym.english, demonym.country, false);
            enter(all, demonym.arabic, demonym.country, true);
        }
        return all;
    }();
    return table;
}

}  // namespace

std::string_view demonym_country(std::string_view normal)
{
    const std::string_view* country = countries().find(normal);
    return country == nullptr ? std::string_view{} : *country;
}

}  // namespace sitrep::place
