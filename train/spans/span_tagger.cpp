#include "span_tagger.hpp"

#include <algorithm>
#include <stdexcept>

namespace sitrep::spans {

namespace {

place::Gazetteer opened(const std::string& path)
{
    auto gazetteer = place::Gazetteer::open(path);
    if (!gazetteer) throw std::runtime_error(gazetteer.error().where + ": " + gazetteer.error().why);
    return std::move(*gazetteer);
}

Chain chain_for(const Labels& labels)
{
    return {labels.states(), [&](State from, State to) { return labels.may_follow(from, to); }};
}

}  // namespace

Knowledge::Knowledge(const std::string& gazetteer_path, Language of) : language(of), gazetteer(opened(gazetteer_path)) {}

std::vector<Studied> study(std::vector<LabelledText> texts, const Knowledge& knowledge)
{
    std::vector<Studied> out;
    for (auto& text : texts) {
        const auto known = std::make_shared<KnownText>(text.text, knowledge.language, knowledge.gazetteer);
        const HashedWords words = word_features(*known, knowledge.classes, knowledge.without);
        std::vector<Opinion> opinions;
        for (const auto& auxiliary : knowledge.auxiliaries) opinions.push_back(opinion_of(auxiliary, words));
        auto features = std::make_shared<HashedWords>(span_features(*known, knowledge.classes, words, opinions, knowledge.without));
        out.push_back({std::move(text), known, std::move(features)});
    }
    return out;
}

SpanTagger SpanTagger::learn(const std::vector<Studied>& sentences, const SpanFitting& fitting)
{
    std::vector<LabelledText> texts;
    for (const auto& sentence : sentences) texts.push_back(sentence.text);
    const Labels labels = Labels::of(texts, false);
    std::vector<Example> examples;
    for (const auto& sentence : sentences) examples.push_back({sentence.features.get(), labels.states_of(sentence.known->document(), sentence.text.spans)});
    std::vector<Chain> chains;
    for (std::uint32_t seed = 1; seed <= fitting.seeds; ++seed) {
        ChainFitting own = fitting.chain;
        own.seed = seed;
        chains.push_back(chain_for(labels));
        chains.back().fit(examples, own);
    }
    return {labels, Chain::mean(chains), fitting.outside};
}

std::vector<TypedSpan> SpanTagger::spans_of(const Studied& sentence) const
{
    return labels_.spans_of(sentence.known->document(), chain_.best_path(*sentence.features, outside_));
}

Auxiliary learn_auxiliary_from(const std::vector<LabelledText>& texts, const std::string& name, bool single, const Knowledge& knowledge, const ChainFitting& fitting)
{
    Auxiliary out{name, Labels::of(texts, single), {}};
    out.chain = chain_for(out.labels);
    std::vector<HashedWords> words;
    std::vector<Example> examples;
    words.reserve(texts.size());
    for (const auto& text : texts) {
        const KnownText known(text.text, knowledge.language, knowledge.gazetteer);
        words.push_back(word_features(known, knowledge.classes, knowledge.without));
        examples.push_back({&words.back(), out.labels.states_of(known.document(), text.spans)});
    }
    out.chain.fit(examples, fitting);
    return out;
}

std::vector<std::vector<std::string>> class_words(const std::string& text, Language language)
{
    std::vector<std::vector<std::string>> out;
    const auto document = text::Document::parse(text, 0, language);
    for (const auto& sentence : document.sentences()) {
        auto& words = out.emplace_back();
        for (auto i = sentence.first; i < sentence.last; ++i) words.push_back(class_word(document.tokens()[i].normal));
    }
    return out;
}

void SpanScore::add(const std::vector<TypedSpan>& gold, const std::vector<TypedSpan>& found)
{
    for (const auto& span : found) right += static_cast<std::size_t>(std::find(gold.begin(), gold.end(), span) != gold.end());
    said += found.size();
    wanted += gold.size();
}

}  // namespace sitrep::spans
