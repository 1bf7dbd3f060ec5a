// English names that no gazetteer has: what words around them show that a place is called so, and how far such a name goes.
#include "place/built_gazetteer.hpp"
#include "place/mentions.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace sitrep::place {
namespace {

/// The words of the mentions of a sentence.
std::vector<std::string> mentioned(const std::string& text)
{
    const auto document = text::Document::parse(text, 0, Language::english);
    std::vector<std::string> words;
    for (const auto& mention : find_places(document, built_gazetteer(), {}).mentions) words.emplace_back(document.words(mention.span));
    return words;
}

bool finds(const std::string& text, const std::string& name) { return std::ranges::count(mentioned(text), name) > 0; }

TEST(UnknownNames, AreToldByWhatIsSaidBehindTheComma)
{
    EXPECT_TRUE(finds("Rebels took Quldasht, in the north of Hama, on Monday.", "Quldasht"));
    EXPECT_TRUE(finds("Rebels took Quldasht, a base in Hama, on Monday.", "Quldasht"));
    EXPECT_TRUE(finds("Rebels took Quldasht, an Islamic State base in Hama, on Monday.", "Quldasht"));
    EXPECT_TRUE(finds("The shells fell below Quldasht Bala, in Hama.", "Quldasht Bala"));
    EXPECT_FALSE(finds("Gunmen killed Qasim Dolati, a town councillor in Hama.", "Qasim Dolati"));
    EXPECT_FALSE(finds("Gunmen killed Qasim Dolati, a camp commander in Hama.", "Qasim Dolati"));
    EXPECT_FALSE(finds("Qasim Dolati, mayor of a town near Hama, was killed.", "Qasim Dolati"));
}

TEST(UnknownNames, AreToldByWhatIsDoneToTowns)
{
    EXPECT_TRUE(finds("Ten died in a raid on Quldasht.", "Quldasht"));
    EXPECT_TRUE(finds("The army retook Quldasht after a week.", "Quldasht"));
    EXPECT_TRUE(finds("The army attacked Quldasht in the north of Hama.", "Quldasht"));
    EXPECT_FALSE(finds("Ten died in an attack on Dolati herders in Hama.", "Dolati"));
    EXPECT_FALSE(finds("The gunmen attacked Dolati, police said.", "Dolati"));
    EXPECT_FALSE(finds("Gunmen shot dead Imam Dolati, about 5 km from Hama, on Monday.", "Imam Dolati"));
}

TEST(UnknownNames, OfSitesAreReadWithTheirNoun)
{
    EXPECT_TRUE(finds("A drone hit the Quldasht power station.", "Quldasht power station"));
    EXPECT_TRUE(finds("A bomb went off in the Sayyid Qulash shrine in Hama.", "Sayyid Qulash shrine"));
    EXPECT_TRUE(finds("Two rockets landed inside Camp Quldasht near Baghdad.", "Camp Quldasht"));
    EXPECT_TRUE(finds("Two men were shot in Quldasht ward.", "Quldasht ward"));
    EXPECT_TRUE(mentioned("Five wounded men lay in the maternity ward.").empty());
}

TEST(UnknownNames, GoOnOverWordsThatNameOtherPlaces)
{
    EXPECT_TRUE(finds("Soldiers burned houses in Nyaung Kone in Myanmar.", "Nyaung Kone"));
    EXPECT_TRUE(finds("A rocket fell on Busra al-Harir in southern Syria.", "Busra al-Harir"));
    EXPECT_TRUE(finds("Gunmen attacked a post in Assamaka-Nord in Niger.", "Assamaka-Nord"));
    EXPECT_TRUE(finds("Two men were shot in Dasht-e-Quldan in Afghanistan.", "Dasht-e-Quldan"));
    EXPECT_TRUE(finds("Six died in Gidan Dan Qulda, a hamlet in Nigeria.", "Gidan Dan Qulda"));
    EXPECT_TRUE(finds("Shells fell in Ariha, Idlib.", "Ariha"));
    EXPECT_TRUE(finds("At Palmyra two guards were shot.", "Palmyra"));
}

TEST(UnknownNames, AreTheOtherEndOfARoad)
{
    EXPECT_TRUE(finds("A mine blew up a lorry on the Quldasht–Palmyra road in Syria.", "Quldasht–Palmyra road"));
    EXPECT_TRUE(finds("A mine blew up a lorry between Palmyra and Quldasht in Syria.", "between Palmyra and Quldasht"));
}

TEST(UnknownNames, HeadAnItemWithWhatHoldsThemInBrackets)
{
    EXPECT_TRUE(finds("URGENT Quldasht (Hama district, Syria): two guards were shot.", "Quldasht"));
    EXPECT_FALSE(finds("Qasim Dolati (police): two guards were shot.", "Qasim Dolati"));
}

TEST(UnknownNames, AreNoVehiclesNorFaiths)
{
    EXPECT_TRUE(mentioned("Gunmen in SUVs threw bombs at them.").empty());
    EXPECT_TRUE(mentioned("Mortars fell in Shi'ite quarters.").empty());
}

}  // namespace
}  // namespace sitrep::place
