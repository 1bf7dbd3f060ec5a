#include "understand/desk_lesson.hpp"

#include <algorithm>

#include "text/normalise.hpp"

namespace sitrep::understand {

namespace {

constexpr std::array<std::string_view, toll_questions.size()> toll_fields{"killed", "injured", "abducted", "arrested", "perpetrators_killed"};

template <class Record>
auto tolls_of(const Record& record)
{
    return std::array{&record.killed, &record.injured, &record.abducted, &record.arrested, &record.perpetrators_killed};
}

bool same_toll(const std::optional<Toll>& stated, const std::optional<TollRange>& wanted)
{
    if (!stated || !wanted) return !stated && !wanted;
    return stated->low == wanted->low && stated->max_stated() == wanted->high;
}

std::optional<TargetClass> main_target(const Account& account)
{
    return account.targets.empty() ? std::nullopt : account.targets.front().target_class;
}

const std::string& name_of(const Perpetrator& perpetrator) { return perpetrator.name.empty() ? perpetrator.text : perpetrator.name; }

// Notes the examples that one account gives.
class Teaching {
public:
    Teaching(const Material& material, const std::vector<Segment>& segments, const std::vector<Episode>& episodes, std::size_t index, DeskExamples& out)
        : material_(material), segments_(segments), episodes_(episodes), index_(index), out_(out)
    {
    }

    void run(const DeskAccount& told)
    {
        const DeskValues& values = told.values;
        const Episode& episode = episodes_[index_];
        if (told_over_time(material_, segments_, episode)) return;  // answered by rule
        if (values.standing)
            note(Question::standing, ask_standing(material_, segments_, episodes_, index_), [&](Standing each) { return each == *values.standing; });
        if (values.standing == Standing::no_incident) return;
        const IncidentKind kind = values.kind.value_or(told.account.kind);
        if (values.kind) note(Question::kind, ask_kind(material_, segments_, episode), [&](IncidentKind each) { return each == kind; });
        const auto suspects = ask_perpetrator(material_, segments_, episodes_, index_, kind);
        const std::string& name = values.perpetrator ? *values.perpetrator : name_of(told.account.perpetrator);
        if (values.perpetrator) note(Question::perpetrator, suspects, [&](CueIndex actor) { return is_called(actor, name); });
        const CueIndex perpetrator = perpetrator_among(suspects, name);
        if (values.status)
            note(Question::status, ask_status(material_, segments_, episode, kind, perpetrator), [&](PerpetratorStatus each) { return each == *values.status; });
        if (values.victims)
            note(Question::victims, ask_victims(material_, segments_, episode, kind, perpetrator),
                 [&](std::optional<TargetClass> each) { return each == *values.victims; });
        for (std::size_t i = 0; i < toll_questions.size(); ++i)
            if (values.tolls[i])
                note(toll_questions[i], ask_toll(material_, segments_, episodes_, index_, toll_questions[i], kind, perpetrator),
                     [&](const TollAnswer& each) { return same_toll(each.toll, *values.tolls[i]); });
    }

private:
    bool is_called(CueIndex actor, const std::string& name) const
    {
        if (actor == none) return name.empty();
        const ActorCue& cue = material_.cues.actors[actor];
        return !name.empty() && (cue.name == name || text::normalise(words_of(material_, cue.tokens)) == text::normalise(name));
    }

    // The likeliest of those that have the name: a name stands in a report more than once.
    CueIndex perpetrator_among(const Asked<CueIndex>& suspects, const std::string& name) const
    {
        const auto all = probabilities(material_.models.of(Question::perpetrator), suspects.alternatives);
        CueIndex best = none;
        double most = -1;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!is_called(suspects.answers[i], name) || all[i] <= most) continue;
            most = all[i];
            best = suspects.answers[i];
        }
        return best;
    }

    template <class Answer, class IsRight>
    void note(Question question, const Asked<Answer>& asked, IsRight is_right)
    {
        Example example;
        for (std::uint32_t i = 0; i < asked.answers.size(); ++i)
            if (is_right(asked.answers[i])) example.right.push_back(i);
        // Nothing is learnt where no answer is right, or none could be wrong.
        if (example.right.empty() || example.right.size() == asked.answers.size()) return;
        ask(asked.alternatives, example);
        out_[static_cast<std::size_t>(question)].push_back(std::move(example));
    }

    const Material& material_;
    const std::vector<Segment>& segments_;
    const std::vector<Episode>& episodes_;
    std::size_t index_;
    DeskExamples& out_;
};

std::uint64_t shared_length(Span a, Span b)
{
    const auto start = std::max(a.start, b.start), end = std::min(a.end, b.end);
    return end > start ? end - start : 0;
}

// The episode whose sentences are the account's evidence, or most of it.
std::optional<std::size_t> episode_of(const Account& account, const text::Document& document, const std::vector<Segment>& segments,
                                      const std::vector<Episode>& episodes)
{
    std::optional<std::size_t> best;
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        std::uint64_t shared = 0;
        const auto& numbers = episodes[i].segments;
        const bool any = std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return segments[number].eventful; });
        for (const auto number : numbers) {
            const Segment& segment = segments[number];
            if (any && !segment.eventful) continue;
            const Span span = document.span(segment.tokens.first, segment.tokens.last);
            for (const Span evidence : account.evidence) shared += shared_length(span, evidence);
        }
        if (shared <= most) continue;
        most = shared;
        best = i;
    }
    std::uint64_t all = 0;
    for (const Span evidence : account.evidence) all += evidence.length();
    return most * 2 >= all ? best : std::nullopt;
}

}  // namespace

DeskValues desk_values(const Incident& incident, const Account& account)
{
    DeskValues values;
    if (incident.withdrawn) {
        values.standing = Standing::no_incident;
        return values;
    }
    if (incident.accepted) values.standing = account.background ? Standing::background : Standing::core;
    const auto holds = [&](std::string_view field, bool account_agrees) {
        if (std::find(incident.corrected.begin(), incident.corrected.end(), field) != incident.corrected.end()) return true;
        return incident.accepted && account_agrees;
    };
    if (holds("kind", account.kind == incident.kind)) values.kind = incident.kind;
    if (holds("perpetrator", name_of(account.perpetrator) == incident.perpetrator)) values.perpetrator = incident.perpetrator;
    if (holds("status", account.perpetrator.status == incident.status)) values.status = incident.status;
    if (holds("target_class", main_target(account) == incident.target_class)) values.victims = incident.target_class;
    const auto stated = tolls_of(account);
    const auto wanted = tolls_of(incident);
    for (std::size_t i = 0; i < toll_questions.size(); ++i)
        if (holds(toll_fields[i], same_toll(*stated[i], *wanted[i]))) values.tolls[i] = *wanted[i];
    return values;
}

std::vector<DeskExamples> desk_examples(const Report& report, const text::Document& document, const std::vector<PlaceMention>& places,
                                        const std::vector<DateMention>& dates, const Models& models, std::span<const DeskAccount> accounts)
{
    const Prepared prepared = prepare_tagged(report, document, document.language(), places, dates, models.tagger());
    Material material{.report = report, .document = document, .context = prepared.context, .cues = prepared.cues, .words = prepared.words, .models = models};
    const auto tally_chances = weigh_tallies(material);
    material.tally_chances = tally_chances;
    const auto segments = segments_of(material);
    const auto episodes = episodes_of(material, segments);
    std::vector<DeskExamples> examples(accounts.size());
    for (std::size_t i = 0; i < accounts.size(); ++i)
        if (const auto index = episode_of(accounts[i].account, document, segments, episodes))
            Teaching(material, segments, episodes, *index, examples[i]).run(accounts[i]);
    return examples;
}

bool answers_right(Question question, const ChoiceModel& model, const Example& example)
{
    const auto all = probabilities(model, example);
    const auto chosen = question == Question::standing ? static_cast<std::size_t>(standing_from(all))
                                                       : static_cast<std::size_t>(std::max_element(all.begin(), all.end()) - all.begin());
    return std::binary_search(example.right.begin(), example.right.end(), static_cast<std::uint32_t>(chosen));
}

}  // namespace sitrep::understand
