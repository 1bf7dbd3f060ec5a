// What a look into the gazetteer costs, by how far the spelling is from the one that is known.
#include "place/atoms.hpp"
#include "place/gazetteer.hpp"
#include "place/keys.hpp"
#include "place/matching.hpp"
#include "place/spotting.hpp"
#include "text/document.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace sitrep::place {
namespace {

const Gazetteer& gazetteer()
{
    static const auto opened = Gazetteer::open(SITREP_BINARY_DIR "/gazetteer.blob").value();
    return opened;
}

void opening(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::open(SITREP_BINARY_DIR "/gazetteer.blob").value());
}

// The key is at hand, as it is for a token of a text.
void exact_by_key(benchmark::State& state)
{
    const auto hash = extend_hash(empty_hash, key_of("al-Sukhna"));
    for (auto _ : state) benchmark::DoNotOptimize(gazetteer().blob().keys(hash));
}

void look_up(benchmark::State& state, const std::string& name, Within within)
{
    for (auto _ : state) benchmark::DoNotOptimize(hits_of(gazetteer().blob(), name, within));
}

std::string text_of(bool arabic)
{
    const std::string paragraph = arabic ? "قتل عنصران من قوات سوريا الديمقراطية مساء الخميس بهجوم شنه مسلحون مجهولون على حاجز في بلدة الشحيل بريف دير الزور الشرقي. "
                                         : "Gunmen on a motorcycle shot dead two members of the security forces on Thursday evening in al-Shuhail, eastern Deir ez-Zor. ";
    std::string text;
    for (int i = 0; i < 100; ++i) text += paragraph;
    return text;
}

void spotting(benchmark::State& state)
{
    const bool arabic = state.range(0) != 0;
    const auto text = text_of(arabic);
    const auto document = text::Document::parse(text, 0, arabic ? Language::arabic : Language::english);
    const auto atoms = atoms_of(document);
    for (auto _ : state) benchmark::DoNotOptimize(spots_of(atoms, gazetteer().blob()));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

BENCHMARK(opening);
BENCHMARK(exact_by_key);
BENCHMARK_CAPTURE(look_up, exact, "al-Sukhna", Within{"SY", {}});
BENCHMARK_CAPTURE(look_up, other_vowels, "Sokhneh", Within{"SY", {}});
BENCHMARK_CAPTURE(look_up, consonants, "Busayyirah", Within{"SY", {}});
BENCHMARK_CAPTURE(look_up, one_consonant_off, "Masasrinah", Within{"SY", "SY-HM"});
BENCHMARK(spotting)->ArgName("arabic")->Arg(0)->Arg(1);

}  // namespace
}  // namespace sitrep::place
