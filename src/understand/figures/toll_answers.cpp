// The numbers of victims that can be made of an episode's words, and what speaks for each: a figure alone, a sum of figures, a range of
// figures that contradict each other, nothing. Which one is meant is learnt; what a figure says ("at least", a dual, a range) is read by rule.
#include <algorithm>
#include <array>
#include <utility>

#include "understand/figures/contradictions.hpp"
#include "understand/figures/figure_features.hpp"
#include "understand/figures/figure_wholes.hpp"
#include "understand/figures/none_killed.hpp"
#include "understand/figures/same_dead.hpp"
#include "understand/figures/standing_by.hpp"
#include "understand/figures/told_fate.hpp"
#include "understand/incidents/segment_features.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

namespace {

constexpr std::size_t figures_max = 9;
constexpr std::size_t answers_max = 160;
constexpr float surely_tally = 0.95F;

enum class Form : std::uint64_t { nothing = 1, alone, sum, range, sum_and_figure };

Outcome outcome_of(Question question)
{
    switch (question) {
        case Question::injured: return Outcome::injured;
        case Question::abducted: return Outcome::abducted;
        case Question::arrested: return Outcome::arrested;
        default: return Outcome::killed;
    }
}

class Asking {
public:
    Asking(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, Question question,
           IncidentKind kind, CueIndex perpetrator)
        : material_(material), segments_(segments), episodes_(episodes), index_(index), question_(question), kind_(kind), perpetrator_(perpetrator)
    {
        collect();
        if (!figures_.empty()) by_rules_ = rule_toll();
    }

    Asked<TollAnswer> run()
    {
        if (figures_.empty()) {
            asked_.offer({});
            return std::move(asked_);
        }
        note_untold();
        const FigureFeatures signs(material_, segments_, episodes_, index_, kind_, perpetrator_, figures_);
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            signs.add(i, "taken", *taken_.emplace_back(&asked_.share()));
            signs.add(i, "left", *left_.emplace_back(&asked_.share()));
        }
        add_nothing();
        for (std::size_t i = 0; i < figures_.size(); ++i)
            if (is_first_of_its_value(i) && !is_outdated(material_, figures_, i) && !counts_others_too(material_, segments_, figures_, elsewhere_each_, i))
                add(Form::alone, figures_[i].low, figures_[i].high, with_value(i));
        add_sums();
        add_ranges();
        return std::move(asked_);
    }

private:
    using Members = std::vector<std::size_t>;

    void collect()
    {
        const Outcome outcome = outcome_of(question_);
        const bool revised = is_revised(outcome);
        const TollCue* newest = newest_total(outcome);
        const TollCue* swollen = newest && outgrows(*newest) ? std::exchange(newest, nullptr) : nullptr;
        for (const std::uint32_t number : episodes_[index_].segments)
            for (const TollCue& toll : cues_in(material_.cues.tolls, segments_[number].tokens)) {
                if (toll.outcome != outcome || (toll.own_end && question_ == Question::killed) || &toll == swollen || is_tally(toll) || (revised && toll.replaced && !swollen)) continue;
                if (newest && toll.tokens.first < newest->tokens.first && toll.low != newest->low && !toll.of_attackers) continue;
                if (toll.vague || toll.combined) {
                    ++without_number_;
                    continue;
                }
                if (joins_last(toll)) {
                    figures_.back().low += toll.low;
                    figures_.back().high += toll.high.value_or(toll.low);
                } else if (figures_.size() < figures_max) {
                    figures_.push_back({&toll, number, toll.low, toll.high.value_or(toll.low)});
                }
                last_read_ = &toll;
            }
        if (question_ == Question::killed) add_none_killed();
        sure_ = std::ssize(figures_);
        add_doubtful(outcome);
        for (std::size_t other = 0; other < episodes_.size(); ++other) {
            if (other == index_) continue;
            std::int64_t first = 0;
            for (const std::uint32_t number : episodes_[other].segments)
                for (const TollCue& toll : cues_in(material_.cues.tolls, segments_[number].tokens))
                    if (toll.outcome == outcome && !toll.vague && !toll.part && !toll.replaced && !toll.of_attackers && first == 0) first = toll.low;
            elsewhere_ += first;
            elsewhere_each_.push_back(first);
        }
    }

    void add_none_killed()
    {
        const TollCue* nobody = none_killed(material_, segments_, episodes_[index_]);
        if (!nobody || figures_.size() >= figures_max) return;
        const auto tells = [&](std::uint32_t segment) { return segments_[segment].tokens.contains(nobody->tokens); };
        const auto segment = std::ranges::find_if(episodes_[index_].segments, tells);
        if (segment != episodes_[index_].segments.end()) figures_.push_back({nobody, *segment, 0, 0});
    }

    // "From nine to thirteen": the first figure holds no longer.
    bool is_revised(Outcome outcome) const
    {
        return std::ranges::any_of(episodes_[index_].segments, [&](std::uint32_t number) {
            return std::ranges::any_of(cues_in(material_.cues.tolls, segments_[number].tokens), [&](const TollCue& toll) { return toll.outcome == outcome && toll.updates; });
        });
    }

    // "فصار عدد القتلى أربعة": where the last number of all of them stands that has changed; what was told of them before is in it.
    const TollCue* newest_total(Outcome outcome) const
    {
        const TollCue* newest = nullptr;
        for (const std::uint32_t number : episodes_[index_].segments)
            for (const TollCue& toll : cues_in(material_.cues.tolls, segments_[number].tokens))
                if (toll.outcome == outcome && toll.updates && toll.total && !toll.vague && !is_tally(toll)) newest = &toll;
        return newest;
    }

    // "قُتل ثلاثة … عدد القتلى في صفوفه ارتفع إلى 90": no attack kills ten times more than was told of it first; that number counts a war or a year.
    bool outgrows(const TollCue& newest) const
    {
        constexpr std::int64_t times = 10, many = 50;
        return newest.low >= many && std::ranges::any_of(episodes_[index_].segments, [&](std::uint32_t number) {
            return std::ranges::any_of(cues_in(material_.cues.tolls, segments_[number].tokens), [&](const TollCue& toll) {
                const bool counts = toll.outcome == newest.outcome && !toll.vague && !toll.of_attackers && toll.low > 0;
                return counts && toll.sentence < newest.sentence && newest.low >= times * toll.high.value_or(toll.low);
            });
        });
    }

    // "77 killed since January", told beside an incident: a count over several is kept apart from what happened in one, the surer the more.
    bool is_tally(const TollCue& toll) const { return tally_chance(material_, toll) > surely_tally; }

    // "killing an officer and six soldiers" is one figure, seven: what grammar hangs on one act with "and" is added up.
    bool joins_last(const TollCue& toll) const
    {
        if (figures_.empty() || last_read_ == nullptr) return false;
        if (toll.beyond > 0 && last_read_->low == toll.beyond && toll.sentence <= last_read_->sentence + 1) return true;
        if (toll.added || last_read_->added || toll.total || last_read_->total) return false;
        const bool plain = !toll.part && !last_read_->part && !toll.replaced && !last_read_->replaced && toll.low > 0 && last_read_->low > 0;
        if (!plain || toll.act == none || toll.act != last_read_->act) return false;
        return toll.of_attackers == last_read_->of_attackers ? coordinated(*last_read_, toll) : joins_other_side(toll);
    }

    // "ثلاثة جنود وأربعة مسلحين": the dead of both sides count where two fight, and where those who are hit had attacked before.
    bool joins_other_side(const TollCue& toll) const
    {
        const bool both_count = kind_ == IncidentKind::clash || kind_ == IncidentKind::airstrike || kind_ == IncidentKind::security_operation;
        const auto& tokens = material_.document.tokens();
        const std::uint32_t first = toll.tokens.first - (toll.tokens.first > 0 && tokens[toll.tokens.first - 1].normal == "و");  // "و4" is two tokens
        const bool joined = first <= last_read_->tokens.last + 1 && tokens[first].normal.starts_with("و");
        return both_count && joined && question_ == Question::killed;
    }

    // Numbers that nothing says are tolls, the likeliest few.
    void add_doubtful(Outcome outcome)
    {
        constexpr std::size_t doubtful_max = 3;
        constexpr std::int8_t doubt_end = 5;  // beyond it more is invented than found
        std::vector<Figure> doubtful;
        for (const std::uint32_t number : episodes_[index_].segments)
            for (const TollCue& toll : cues_in(material_.cues.doubtful_tolls, segments_[number].tokens))
                if (toll.outcome == outcome && toll.doubt < doubt_end && !toll.vague && !is_tally(toll)) doubtful.push_back({&toll, number, toll.low, toll.high.value_or(toll.low)});
        std::stable_sort(doubtful.begin(), doubtful.end(), [](const Figure& a, const Figure& b) { return a.cue->doubt < b.cue->doubt; });
        for (std::size_t i = 0; i < doubtful.size() && i < doubtful_max && figures_.size() < figures_max; ++i) figures_.push_back(doubtful[i]);
        std::stable_sort(figures_.begin(), figures_.end(), [](const Figure& a, const Figure& b) { return a.cue->tokens.first < b.cue->tokens.first; });
    }

    std::optional<Toll> rule_toll() const
    {
        Account account;
        account.kind = kind_;
        if (perpetrator_ != none) account.perpetrator.name = material_.cues.actors[perpetrator_].name;
        set_tolls(material_, segments_, episodes_[index_], account);
        switch (question_) {
            case Question::injured: return account.injured;
            case Question::abducted: return account.abducted;
            case Question::arrested: return account.arrested;
            case Question::attackers: return account.perpetrators_killed;
            default: return account.killed;
        }
    }

    // A number that only the tagger takes for dead or hurt, where nothing tells of it, stands among the figures and is never an answer.
    void note_untold()
    {
        std::vector<bool> told;
        for (const Figure& figure : figures_) {
            const TollCue& cue = *figure.cue;
            told.push_back(!cue.added || cue.low == 0 || (is_fate_told(material_.document, cue.tokens, cue.outcome) && !stands_beside(figure)));
        }
        for (std::size_t i = 0; i < figures_.size(); ++i) untold_.push_back(std::ranges::none_of(with_value(i), [&](std::size_t same) { return told[same]; }));
    }

    // "Attacked a post with eight guards; nine farmers were killed": the dead have a number of their own.
    bool stands_beside(const Figure& figure) const
    {
        const auto counts_dead = [&](const Figure& other) { return !other.cue->added && other.cue->sentence == figure.cue->sentence && other.low > 0; };
        return std::ranges::any_of(figures_, counts_dead) && only_stands_by(material_.document, figure.cue->tokens);
    }

    bool is_first_of_its_value(std::size_t i) const
    {
        return std::none_of(figures_.begin(), figures_.begin() + static_cast<std::ptrdiff_t>(i),
                            [&](const Figure& other) { return other.low == figures_[i].low && other.high == figures_[i].high; });
    }

    Members with_value(std::size_t i) const
    {
        Members members;
        for (std::size_t other = 0; other < figures_.size(); ++other)
            if (figures_[other].low == figures_[i].low && figures_[other].high == figures_[i].high) members.push_back(other);
        return members;
    }

    void add_sums()
    {
        // All figures of a sentence, all of the episode, and each two.
        Members all;
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            if (!figures_[i].cue->part) all.push_back(i);
            Members sentence;
            for (std::size_t j = i; j < figures_.size(); ++j)
                if (figures_[j].cue->sentence == figures_[i].cue->sentence && !figures_[j].cue->part) sentence.push_back(j);
            const bool begins = i == 0 || figures_[i - 1].cue->sentence != figures_[i].cue->sentence;
            if (begins && sentence.size() > 2) add_sum(sentence);
            for (std::size_t j = i + 1; j < figures_.size(); ++j) add_sum({i, j});
        }
        if (all.size() > 2) add_sum(all);
    }

    void add_sum(const Members& members)
    {
        std::int64_t low = 0, high = 0;
        for (const auto i : members) {
            if (figures_[i].low == 0 || figures_[i].cue->total) return;  // the number of all comes on top of nothing
            low += figures_[i].low;
            high += figures_[i].high;
        }
        add(Form::sum, low, high, members);
    }

    void add_ranges()
    {
        for (std::size_t i = 0; i < figures_.size(); ++i)
            for (std::size_t j = 0; j < figures_.size(); ++j)
                if (figures_[i].low < figures_[j].low && is_first_of_its_value(i) && is_first_of_its_value(j) && may_number_the_same(material_, figures_, i, j, perpetrator_) &&
                    !is_whole_of(material_, segments_, figures_, elsewhere_each_, i, j))
                    add(Form::range, figures_[i].low, figures_[j].high, {i, j}, contradict(material_, segments_, episodes_[index_], figures_, i, j));
        // "two soldiers and three civilians, says one; seven, says another"
        for (std::size_t i = 0; i + 1 < figures_.size(); ++i) {
            if (figures_[i].cue->sentence != figures_[i + 1].cue->sentence || figures_[i].cue->total || figures_[i + 1].cue->total) continue;
            const std::int64_t sum = figures_[i].low + figures_[i + 1].low;
            for (std::size_t k = 0; k < figures_.size(); ++k)
                if (k != i && k != i + 1 && figures_[k].low != sum && figures_[k].low > 0)
                    add(Form::sum_and_figure, std::min(sum, figures_[k].low), std::max(sum, figures_[k].high), {i, i + 1, k});
        }
    }

    Features* offer(Form form, std::optional<Toll> toll)
    {
        if (asked_.answers.size() >= answers_max) return nullptr;
        const bool agrees = toll.has_value() == by_rules_.has_value() &&
                            (!toll || (toll->low == by_rules_->low && toll->high.value_or(toll->low) == by_rules_->high.value_or(by_rules_->low)));
        Features& features = asked_.offer({std::move(toll), agrees});
        features.under(static_cast<std::uint64_t>(form));
        features.add("any");
        features.add_if(agrees, "rules agree");
        features.add("kind", static_cast<std::int64_t>(kind_));
        features.add("figures", size_class(std::ssize(figures_)));
        features.add("sure figures", size_class(sure_) * 2 + agrees);
        return &features;
    }

    void add_nothing()
    {
        Features* features = offer(Form::nothing, std::nullopt);
        features->add("without number", size_class(without_number_));
        for (std::size_t i = 0; i < figures_.size(); ++i) features->add_shared(*left_[i]);
    }

    void add(Form form, std::int64_t low, std::int64_t high, const Members& members, Contradiction contradiction = Contradiction::no)
    {
        if (std::ranges::any_of(members, [&](std::size_t i) { return untold_[i]; })) return;
        Toll toll{.low = low, .high = high, .evidence = span_of(material_.document, material_.cues, figures_[members.front()].cue->tokens)};
        const bool open_end = std::all_of(members.begin(), members.end(), [&](std::size_t i) { return !figures_[i].cue->high; });
        if (open_end && low == high) toll.high.reset();
        Features* features = offer(form, toll);
        if (!features) return;
        asked_.answers.back().contradiction = contradiction;
        features->add("members", size_class(std::ssize(members)));
        features->add("value", size_class(low));
        add_relations(form, low, high, members, *features);
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            const bool taken = std::find(members.begin(), members.end(), i) != members.end();
            features->add_shared(taken ? *taken_[i] : *left_[i]);
            if (!taken) add_left_out(i, low, high, members, *features);
        }
    }

    void add_relations(Form form, std::int64_t low, std::int64_t high, const Members& members, Features& features) const
    {
        std::int64_t rest = 0, smaller = 0;
        bool largest = true;
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            if (std::find(members.begin(), members.end(), i) != members.end()) continue;
            rest += figures_[i].low;
            if (figures_[i].low < low) smaller += figures_[i].low;
            largest = largest && figures_[i].low <= high;
        }
        features.add_if(rest == low && rest > 0, "is the sum of the rest");
        features.add_if(smaller == low && smaller > 0, "is the sum of the smaller");
        features.add_if(largest, "largest");
        features.add_if(elsewhere_ > 0 && (elsewhere_ == low || elsewhere_ + rest == low), "is the sum of the other incidents");
        features.add_if(elsewhere_ > low, "others tell more");
        if (members.size() < 2) return;
        const auto& a = *figures_[members[0]].cue;
        const auto& b = *figures_[members[1]].cue;
        features.add("same sentence", (a.sentence == b.sentence) * 4 + (a.victims == b.victims) * 2 + (a.source != none || b.source != none));
        const double ratio = static_cast<double>(std::max(a.low, b.low)) / static_cast<double>(std::max<std::int64_t>(1, std::min(a.low, b.low)));
        if (form == Form::range) {
            features.add("ratio", static_cast<std::int64_t>(std::min(ratio, 8.0) * 2));
            add_contradiction(members[0], members[1], features);
        }
        const auto between = std::int64_t{b.tokens.first} - a.tokens.last;
        if (a.sentence == b.sentence && between >= 0 && between <= 5) {
            // "an officer and six soldiers", "two men, three women": what joins them
            for (std::uint32_t at = a.tokens.last; at < b.tokens.first; ++at) features.add_hash(feature_join(feature_hash("between"), material_.words.bare[at]));
            features.add_hash(feature_join(feature_hash("right before"), b.tokens.first > 0 ? material_.words.bare[b.tokens.first - 1] : 0));
        }
        features.add("coordinated", coordinated(a, b) * 4 + a.one_person * 2 + b.one_person);
        features.add("both tagged", (a.tagged == b.tagged) * 4 + (a.tagged != not_tagged) * 2 + (a.act == b.act && a.act != none));
        features.add("gap", a.sentence == b.sentence ? size_class(std::int64_t{b.tokens.first} - a.tokens.last) : -1);
        features.add("victims of both", (a.victims ? static_cast<std::int64_t>(*a.victims) : 9) * 16 + (b.victims ? static_cast<std::int64_t>(*b.victims) : 9));
    }

    // Who tells a figure: the source that grammar gives it, or one that its stretch of text names.
    CueIndex voice_of(const Figure& figure) const
    {
        if (figure.cue->source != none) return figure.cue->source;
        const auto told = cues_in(material_.cues.sources, segments_[figure.segment].tokens);
        return told.empty() ? none : static_cast<CueIndex>(&told.front() - material_.cues.sources.data());
    }

    // Two figures that contradict each other, against one that replaces another or is a part of it: whose they are, which comes later, and in what words it is told.
    void add_contradiction(std::size_t smaller, std::size_t larger, Features& features) const
    {
        const Figure &a = figures_[std::min(smaller, larger)], &b = figures_[std::max(smaller, larger)];
        const CueIndex first = voice_of(a), second = voice_of(b);
        const std::int64_t voices = first == none || second == none ? (first != none) + (second != none) : first == second ? 3 : 4;
        const std::int64_t rises = larger > smaller, titled = segments_[a.segment].in_title, told = voices * 4 + rises * 2;
        features.add("voices", told + titled);
        features.add("contrasted", is_contrasted(material_, b.cue->tokens) * 8 + b.cue->total * 4 + (voices == 4 && figures_[smaller].low == 0) * 2 + rises);
        features.add("voices, sentence", told + (a.cue->sentence == b.cue->sentence));
        features.add("marks of both", (a.cue->part * 8 + a.cue->replaced * 4 + b.cue->part * 2 + b.cue->updates) * 4 + rises * 2 + titled);
        std::int64_t inside = 0, outside = 0;
        for (const Figure& other : figures_) (other.low >= figures_[smaller].low && other.high <= figures_[larger].high ? inside : outside) += other.cue->doubt == 0;
        features.add("others inside", std::min<std::int64_t>(inside, 5) * 4 + std::min<std::int64_t>(outside, 3));
        add_words_around(material_, b.cue->tokens, feature_hash("told later", static_cast<std::uint64_t>(rises)), features);
    }

    // "an officer and six soldiers", ضابط وستة جنود
    bool coordinated(const TollCue& a, const TollCue& b) const
    {
        constexpr std::uint32_t reach = 6, reach_to_joint = 12;
        if (a.sentence != b.sentence || b.tokens.first < a.tokens.last) return false;
        if (b.tokens.first > 0 && material_.document.tokens()[b.tokens.first - 1].normal == "or") return false;  // "two, or three by the mayor's count"
        if (is_told_with(a, b)) return true;
        if (b.tokens.first - a.tokens.last > reach) {
            // "50 men of the Russian group Wagner and 10 Malian soldiers died"
            const bool joined = b.tokens.first - a.tokens.last <= reach_to_joint && b.tokens.first > 0 && material_.document.tokens()[b.tokens.first - 1].normal == "and";
            return joined && a.act == b.act && a.act != none;
        }
        if (b.tokens.first < material_.cues.clitics.size() && material_.cues.clitics[b.tokens.first] > 0) return true;
        for (std::uint32_t at = a.tokens.last; at < b.tokens.first; ++at)
            for (const auto joint : {"and", ",", "و", "،"})
                if (material_.document.tokens()[at].normal == joint) return true;
        return false;
    }

    // "a colonel was shot dead with two of his guards", "with his two sons"; in Arabic they are one number already
    bool is_told_with(const TollCue& a, const TollCue& b) const
    {
        constexpr std::array<std::string_view, 2> with{"with", "alongside"};
        constexpr std::uint32_t reach = 20;
        const std::uint32_t between = b.tokens.first - a.tokens.last;
        if (a.act != b.act || a.act == none || between == 0 || between > reach) return false;
        const auto says_with = [&](std::uint32_t back) { return between >= back && std::ranges::find(with, material_.document.tokens()[b.tokens.first - back].normal) != with.end(); };
        return says_with(1) || says_with(2);
    }

    void add_left_out(std::size_t i, std::int64_t low, std::int64_t high, const Members& members, Features& features) const
    {
        const Figure& figure = figures_[i];
        const bool same_sentence =
            std::any_of(members.begin(), members.end(), [&](std::size_t m) { return figures_[m].cue->sentence == figure.cue->sentence; });
        const bool later = i > members.back();
        const std::int64_t order = figure.low < low ? 0 : figure.low > high ? 2 : 1;
        features.add("left out", order * 16 + same_sentence * 8 + later * 4 + figure.cue->one_person * 2 + segments_[figure.segment].in_title);
        const auto surest = std::ranges::min(members, {}, [&](std::size_t m) { return figures_[m].cue->doubt; });
        const auto doubt = std::int64_t{figure.cue->doubt} - figures_[surest].cue->doubt;
        features.add("left out, doubt", std::clamp<std::int64_t>(doubt, -4, 4) * 4 + order);
        features.add("left out, victims", order * 2 + (figure.cue->victims == figures_[members.front()].cue->victims));
    }

    const Material& material_;
    const std::vector<Segment>& segments_;
    const std::vector<Episode>& episodes_;
    std::size_t index_;
    Question question_;
    IncidentKind kind_;
    CueIndex perpetrator_;
    std::vector<Figure> figures_;
    std::vector<bool> untold_;  ///< of each figure: it and all of its value
    const TollCue* last_read_ = nullptr;
    std::int64_t without_number_ = 0, elsewhere_ = 0;
    std::vector<std::int64_t> elsewhere_each_;  ///< what the other episodes tell first
    std::int64_t sure_ = 0;  ///< of figures_, those that something says are tolls
    std::optional<Toll> by_rules_;
    Asked<TollAnswer> asked_;
    std::vector<Features*> taken_, left_;  ///< parts: what speaks for a figure, as one of an answer's and as one left out
};

}  // namespace

Asked<TollAnswer> ask_toll(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index,
                           Question question, IncidentKind kind, CueIndex perpetrator)
{
    return Asking(material, segments, episodes, index, question, kind, perpetrator).run();
}

}  // namespace sitrep::understand
