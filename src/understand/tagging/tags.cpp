// Features of words for the tagger, and its spans.
#include "understand/tagging/tags.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/numbers.hpp"

namespace sitrep::understand {

namespace {

// What the front end found at each token: one label per kind of cue.
struct Labels {
    std::vector<std::uint16_t> act, toll, actor, other;
    std::vector<std::uint64_t> all;  ///< these and whether it is in a place or date, as one value
};

template <class Cue, class Label>
void mark(const std::vector<Cue>& cues, std::vector<std::uint16_t>& labels, Label label)
{
    for (const Cue& cue : cues)
        for (std::uint32_t at = cue.tokens.first; at < cue.tokens.last && at < labels.size(); ++at) labels[at] = static_cast<std::uint16_t>(label(cue) * 2 + (at == cue.tokens.first));
}

Labels labels_of(const Cues& cues, const Context& context, std::size_t tokens)
{
    Labels labels;
    for (auto* layer : {&labels.act, &labels.toll, &labels.actor, &labels.other}) layer->resize(tokens);
    mark(cues.acts, labels.act, [](const ActCue& act) { return 1 + static_cast<int>(act.strength) * 16 + static_cast<int>(act.reality) * 2 + act.nominal; });
    mark(cues.tolls, labels.toll, [](const TollCue& toll) {
        return 1 + static_cast<int>(toll.outcome) * 16 + toll.vague * 8 + toll.cumulative * 4 + toll.of_attackers * 2 + toll.part;
    });
    mark(cues.actors, labels.actor, [](const ActorCue& actor) { return 1 + static_cast<int>(actor.side) * 8 + static_cast<int>(actor.role) * 2 + !actor.name.empty(); });
    mark(cues.sources, labels.other, [](const SourceCue& source) { return 1 + !source.name.empty(); });
    mark(cues.weapons, labels.other, [](const WeaponCue&) { return 4; });
    mark(cues.claims, labels.other, [](const ClaimCue& claim) { return 5 + static_cast<int>(claim.claiming); });
    mark(cues.persons, labels.other, [](const PersonCue&) { return 10; });
    mark(cues.tallies, labels.other, [](const TallyCue&) { return 11; });
    mark(cues.patterns, labels.other, [](const PatternCue&) { return 12; });
    labels.all.resize(tokens);
    for (std::size_t i = 0; i < tokens; ++i)
        labels.all[i] = feature_join(feature_join(labels.act[i], labels.toll[i]),
                                     feature_join(labels.actor[i] * 4ULL + context.in_place[i] * 2ULL + context.in_date[i], labels.other[i]));
    return labels;
}

std::uint64_t shape_of(const text::Token& token)
{
    std::uint64_t shape = static_cast<std::uint64_t>(token.kind);
    shape = shape * 2 + token.capital;
    shape = shape * 2 + token.all_caps;
    return shape * 4 + std::min<std::uint64_t>(3, token.normal.size() / 4);
}

class Builder {
public:
    Builder(const text::Document& document, const Context& context, const Cues& cues, const Words& words)
        : document_(document), context_(context), words_(words), labels_(labels_of(cues, context, document.tokens().size()))
    {
    }

    TokenFeatures run()
    {
        for (const text::Sentence& sentence : document_.sentences()) add_sentence(sentence);
        out_.first.push_back(static_cast<std::uint32_t>(out_.hashes.size()));
        return std::move(out_);
    }

    /// Of one sentence alone; good until the next call.
    const TokenFeatures& of(const text::Sentence& sentence)
    {
        out_.hashes.clear();
        out_.first.clear();
        add_sentence(sentence);
        out_.first.push_back(static_cast<std::uint32_t>(out_.hashes.size()));
        return out_;
    }

private:
    static constexpr std::size_t per_token = 34;  ///< what add() puts

    void put(std::uint64_t name, std::uint64_t value) { *next_++ = feature_join(name, value); }

    std::uint64_t word(std::int64_t at, const text::Sentence& sentence) const
    {
        if (at < sentence.first) return 1;
        if (at >= sentence.last) return 2;
        return words_.bare[static_cast<std::size_t>(at)];
    }
    std::uint64_t label(std::int64_t at, const text::Sentence& sentence) const
    {
        return at < sentence.first || at >= sentence.last ? 0 : labels_.all[static_cast<std::size_t>(at)];
    }

    void add_sentence(const text::Sentence& sentence)
    {
        const std::size_t before = out_.hashes.size();
        out_.hashes.resize(before + (sentence.last - sentence.first) * per_token);
        next_ = out_.hashes.data() + before;
        for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
            out_.first.push_back(static_cast<std::uint32_t>(next_ - out_.hashes.data()));
            add(at, sentence);
        }
    }

    void add(std::uint32_t i, const text::Sentence& sentence)
    {
        const std::int64_t at = i;
        const text::Token& token = document_.tokens()[i];
        put(0x10, 0);
        const std::uint64_t here = word(at, sentence), before = word(at - 1, sentence), after = word(at + 1, sentence);
        put(0x11, here);
        put(0x12, words_.stem[i]);
        put(0x13, before);
        put(0x14, after);
        put(0x15, word(at - 2, sentence));
        put(0x16, word(at + 2, sentence));
        put(0x17, word(at - 3, sentence));
        put(0x18, word(at + 3, sentence));
        put(0x19, feature_join(before, here));
        put(0x1a, feature_join(here, after));
        put(0x1b, feature_join(word(at - 2, sentence), before));
        put(0x1c, feature_join(after, word(at + 2, sentence)));
        put(0x1d, feature_join(before, after));
        const std::string_view normal = token.normal;
        const std::size_t letters = token.arabic ? 2 : 1;
        put(0x20, feature_hash(normal.substr(0, std::min(normal.size(), letters * 3))));
        put(0x21, feature_hash(normal.substr(normal.size() - std::min(normal.size(), letters * 3))));
        put(0x22, feature_hash(normal.substr(normal.size() - std::min(normal.size(), letters * 2))));
        put(0x23, feature_hash(normal.substr(0, std::min(normal.size(), letters))));
        put(0x24, shape_of(token));
        put(0x25, feature_join(shape_of(token), i > sentence.first ? shape_of(document_.tokens()[i - 1]) : 99));
        put(0x26, std::min<std::uint64_t>(i - sentence.first, 3) * 2 + sentence.in_title);
        const std::uint64_t own = label(at, sentence);
        put(0x30, own);
        put(0x31, feature_join(own, here));
        put(0x32, feature_join(own, label(at - 1, sentence)));
        put(0x33, feature_join(own, label(at + 1, sentence)));
        put(0x34, labels_.act[i]);
        put(0x35, labels_.toll[i]);
        put(0x36, labels_.actor[i]);
        put(0x37, labels_.other[i]);
        put(0x38, context_.in_place[i] * 2ULL + context_.in_date[i]);
        put(0x39, feature_join(label(at - 1, sentence), before));
        put(0x3a, feature_join(label(at + 1, sentence), after));
        put(0x3b, label(at - 2, sentence));
        put(0x3c, label(at + 2, sentence));
    }

    const text::Document& document_;
    const Context& context_;
    const Words& words_;
    Labels labels_;
    TokenFeatures out_;
    std::uint64_t* next_ = nullptr;  ///< where the next feature goes
};

void add_spans(const std::vector<TagState>& path, std::uint32_t offset, const LayerShape& shape, std::vector<TaggedSpan>& spans)
{
    for (std::uint32_t at = 0; at < path.size();) {
        if (path[at] == 0) {
            ++at;
            continue;
        }
        const auto role = static_cast<std::uint8_t>(shape.first_role + (path[at] - 1U) / 2);
        const auto inside = static_cast<TagState>(((path[at] - 1) / 2) * 2 + 2);
        std::uint32_t last = at + 1;
        while (last < path.size() && path[last] == inside) ++last;
        spans.push_back({{offset + at, offset + last}, role});
        at = last;
    }
}

// How unlike a role a token is, in steps; nothing when it is hopeless.
std::optional<std::int8_t> doubt_of(const TagScores& scores, std::uint8_t role)
{
    constexpr float step = 6, hopeless = 16;
    const LayerShape& shape = tag_shapes[static_cast<std::size_t>(tag_roles[role].layer)];
    const std::size_t begin = shape.first_column + 1 + (role - shape.first_role) * 2;
    const float gap = (scores[shape.first_column] - std::max(scores[begin], scores[begin + 1])) / step;
    if (gap > hopeless) return std::nullopt;
    return static_cast<std::int8_t>(std::clamp(gap + 1, 1.0F, hopeless));
}

// Tags sentence by sentence, so that a report of any length takes no more memory than its longest sentence.
class Tagging {
public:
    Tagging(const text::Document& document, const TaggerModel& model) : document_(document), model_(model) {}

    /// `features` begin with those of token `offset`.
    void read(const text::Sentence& sentence, const TokenFeatures& features, std::uint32_t offset)
    {
        model_.score(features, sentence.first - offset, sentence.last - offset, scores_);
        for (const TagScores& scores : scores_) out_.leans.push_back(leans_of(scores));
        if (model_.sees_persons()) lean_to_persons();
        for (std::size_t layer = 0; layer < tag_layers; ++layer) {
            best_path(scores_, model_.chains(), layer, path_);
            add_spans(path_, sentence.first, tag_shapes[layer], out_.spans);
        }
        add_doubtful(sentence);
    }

    Tagged finish()
    {
        auto& spans = out_.spans;
        std::sort(spans.begin(), spans.end(), [](const TaggedSpan& a, const TaggedSpan& b) { return a.tokens != b.tokens ? a.tokens < b.tokens : a.role < b.role; });
        spans.insert(spans.end(), doubtful_.begin(), doubtful_.end());
        return std::move(out_);
    }

private:
    // A name that stays hidden in a report may leave the desk; a word too many that is covered costs a look. By the train part: see docs/accuracy.md.
    void lean_to_persons()
    {
        constexpr float lean = 26;
        constexpr std::size_t outside = tag_shapes[static_cast<std::size_t>(TagLayer::person)].first_column;
        for (TagScores& scores : scores_) scores[outside] -= lean;
    }

    void add_doubtful(const text::Sentence& sentence)
    {
        static constexpr std::array roles{tag_role("killed"), tag_role("injured"), tag_role("tally")};
        const auto is_hopeless = [](const TagScores& scores) {
            return std::none_of(roles.begin(), roles.end(), [&](std::uint8_t role) { return doubt_of(scores, role); });
        };
        if (std::all_of(scores_.begin(), scores_.end(), is_hopeless)) return;  // most sentences: no number of theirs needs to be read
        for (std::uint32_t at = sentence.first; at < sentence.last && doubtful_.size() < doubtful_max; ++at) {
            const text::Token& token = document_.tokens()[at];
            if (token.kind == text::TokenKind::punctuation || token.kind == text::TokenKind::symbol) continue;
            const auto number = text::read_number(document_, at);
            const bool countable = number && !number->ordinal && number->is_whole();
            for (const std::uint8_t role : roles) {
                const auto doubt = doubt_of(scores_[at - sentence.first], role);
                constexpr std::int8_t person_max = 4;  // a word that is no number must nearly be seen as one person
                if (!doubt || (!countable && (*doubt > person_max || role == tag_role("tally")))) continue;
                doubtful_.push_back({{at, at + (countable ? static_cast<std::uint32_t>(number->tokens) : 1)}, role, *doubt});
            }
            if (countable || (number && number->ordinal)) at += static_cast<std::uint32_t>(number->tokens) - 1;  // "الرابع عشر" holds no ten
        }
    }

    static constexpr std::size_t doubtful_max = 256;

    const text::Document& document_;
    const TaggerModel& model_;
    std::vector<TagScores> scores_;
    std::vector<TagState> path_;
    std::vector<TaggedSpan> doubtful_;
    Tagged out_;
};

}  // namespace

TokenFeatures tag_features(const text::Document& document, const Context& context, const Cues& cues, const Words& words)
{
    return Builder(document, context, cues, words).run();
}

Tagged tag(const text::Document& document, const TokenFeatures& features, const TaggerModel& model)
{
    if (model.empty()) return {};
    Tagging tagging(document, model);
    for (const text::Sentence& sentence : document.sentences()) tagging.read(sentence, features, 0);
    return tagging.finish();
}

Tagged tag(const text::Document& document, const Context& context, const Cues& cues, const Words& words, const TaggerModel& model)
{
    if (model.empty()) return {};
    Tagging tagging(document, model);
    Builder builder(document, context, cues, words);
    for (const text::Sentence& sentence : document.sentences()) tagging.read(sentence, builder.of(sentence), sentence.first);
    return tagging.finish();
}

}  // namespace sitrep::understand
