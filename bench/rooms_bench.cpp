// What each room costs for one report of 250 words, English and Arabic.
#include "pipeline/read_report.hpp"
#include "place/mentions.hpp"
#include "publish/extraction.hpp"
#include "text/document.hpp"
#include "understand/understand.hpp"
#include "when/dates.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace sitrep {
namespace {

const place::Gazetteer& gazetteer()
{
    static const auto opened = place::Gazetteer::open(SITREP_BINARY_DIR "/gazetteer.blob").value();
    return opened;
}

constexpr const char* english_paragraph =
    "Gunmen on a motorcycle shot dead two members of the internal security forces on Thursday evening in the town of al-Shuhail, eastern Deir ez-Zor, "
    "a security source told the agency. Three civilians were wounded when the attackers opened fire on a checkpoint, he added. The Islamic State group "
    "claimed responsibility on Friday. Last week an explosive device killed a shepherd near al-Sukhna in the eastern countryside of Homs. ";
constexpr const char* arabic_paragraph =
    "قتل عنصران من قوات سوريا الديمقراطية وأصيب ثلاثة مدنيين مساء الخميس بهجوم شنه مسلحون مجهولون على حاجز في بلدة الشحيل بريف دير الزور الشرقي، "
    "وفق ما أفاد المرصد السوري لحقوق الإنسان. وأعلن تنظيم داعش مسؤوليته عن الهجوم يوم الجمعة. وكانت عبوة ناسفة قد انفجرت الأسبوع الماضي قرب السخنة "
    "في بادية حمص وأدت إلى مقتل راعي أغنام. ";

Report report(bool arabic)
{
    std::string text;
    for (int i = 0; i < (arabic ? 5 : 4); ++i) text += arabic ? arabic_paragraph : english_paragraph;
    Report out;
    out.published = Publication{*day_from_iso("2025-11-15"), {}};
    out.set_words(arabic ? "قتيلان بهجوم في الشحيل" : "Two killed in al-Shuhail", text);
    return out;
}

text::Document parsed(const Report& r, bool arabic)
{
    return text::Document::parse(r.document, r.text_begin, arabic ? Language::arabic : Language::english);
}

void words(benchmark::State& state)
{
    const auto r = report(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(parsed(r, state.range(0)));
}
void dates(benchmark::State& state)
{
    const auto r = report(state.range(0));
    const auto document = parsed(r, state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(when::find_dates(document, r.published->day));
}
void places(benchmark::State& state)
{
    const auto r = report(state.range(0));
    const auto document = parsed(r, state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(place::find_places(document, gazetteer()));
}
void understanding(benchmark::State& state)
{
    const auto r = report(state.range(0));
    const auto document = parsed(r, state.range(0));
    const auto found_dates = when::find_dates(document, r.published->day);
    const auto found_places = place::find_places(document, gazetteer());
    for (auto _ : state) benchmark::DoNotOptimize(understand::understand(r, document, found_places, found_dates));
}
void all_of_it(benchmark::State& state)
{
    const auto r = report(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(pipeline::read_report(r, gazetteer()));
}
void extraction(benchmark::State& state)
{
    const auto r = report(state.range(0));
    const auto read = pipeline::read_report(r, gazetteer());
    const std::vector<std::string> ids(read.understanding.accounts.size(), "I1");
    for (auto _ : state) benchmark::DoNotOptimize(publish::extraction_line(r, read.understanding, ids));
}

BENCHMARK(words)->ArgName("arabic")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
BENCHMARK(dates)->ArgName("arabic")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
BENCHMARK(places)->ArgName("arabic")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
BENCHMARK(understanding)->ArgName("arabic")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
BENCHMARK(all_of_it)->ArgName("arabic")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
BENCHMARK(extraction)->ArgName("arabic")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace sitrep
