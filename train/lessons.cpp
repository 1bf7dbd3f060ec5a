#include "lessons.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/read_report.hpp"
#include "place/mentions.hpp"
#include "text/normalise.hpp"
#include "understand/context.hpp"
#include "understand/names/register.hpp"
#include "understand/tagging/tags.hpp"
#include "when/dates.hpp"

namespace sitrep::train {

using namespace understand;

namespace {

bool is_number_role(const std::string& role)
{
    return role == "killed" || role == "injured" || role == "abducted" || role == "arrested" || role == "pkilled";
}

// Votes of the marked words inside some tokens, by incident number.
std::map<std::string, double> votes_in(const GoldReport& gold, Span span)
{
    std::map<std::string, double> votes;
    for (const auto& marked : gold.spans) {
        if (!span.contains(marked.span) && !(span.overlaps(marked.span) && marked.span.start >= span.start)) continue;
        const double weight = marked.role == "act" ? 3 : is_number_role(marked.role) ? 2 : marked.role == "perp" || marked.role == "target" ? 0.6 : 0.3;
        for (const auto& number : marked.numbers)
            if (number != "0" && number[0] != 't' && number[0] != 'p') votes[number] += weight / static_cast<double>(marked.numbers.size());
    }
    return votes;
}

std::string leader(const std::map<std::string, double>& votes)
{
    std::string best;
    double most = 0;
    for (const auto& [number, weight] : votes)
        if (weight > most) {
            most = weight;
            best = number;
        }
    return best;
}

// What is told of real events counts more than what was invented after it, that more than what we made up freely.
float weight_of(const GoldReport& gold) { return gold.restated ? 1.0F : gold.is_exemplary() ? 0.75F : 0.5F; }

bool tells_act(const GoldReport& gold, Span span, const std::string& number)
{
    return std::any_of(gold.spans.begin(), gold.spans.end(), [&](const GoldSpan& marked) {
        return (marked.role == "act" || is_number_role(marked.role)) && span.overlaps(marked.span) &&
               std::find(marked.numbers.begin(), marked.numbers.end(), number) != marked.numbers.end();
    });
}

bool marked_as(const GoldReport& gold, Span span, std::string_view role, const std::string& number)
{
    return std::any_of(gold.spans.begin(), gold.spans.end(), [&](const GoldSpan& marked) {
        return marked.role == role && span.overlaps(marked.span) && std::find(marked.numbers.begin(), marked.numbers.end(), number) != marked.numbers.end();
    });
}

template <class Answer, class IsRight>
void teach(Question question, const Asked<Answer>& asked, Lessons& lessons, Coverage& coverage, IsRight is_right)
{
    Example example;
    example.weight = coverage.weight;
    example.exemplary = coverage.exemplary;
    for (std::uint32_t i = 0; i < asked.answers.size(); ++i)
        if (is_right(asked.answers[i])) example.right.push_back(i);
    coverage.note(question, !example.right.empty());
    const auto number = static_cast<std::size_t>(question);
    if (asked.answers.size() < 2) {
        ++coverage.alone[number];
        coverage.alone_right[number] += !example.right.empty();
        return;
    }
    ask(asked.alternatives, example);
    (example.right.empty() ? coverage.unanswerable : lessons)[number].push_back(std::move(example));
}

const std::optional<GoldIncident::Figures>& figures_of(const GoldIncident& incident, Question question)
{
    switch (question) {
        case Question::injured: return incident.injured;
        case Question::abducted: return incident.abducted;
        case Question::arrested: return incident.arrested;
        case Question::attackers: return incident.perpetrators_killed;
        default: return incident.killed;
    }
}

// The finest place of an incident, as marked: a settlement before words that name an area, those before the governorate itself.
std::string finest_place(const GoldReport& gold, const GoldIncident& incident)
{
    static const std::vector<std::string> coarse{"countryside", "governorate", "province", "county", "state", "region", "district", "ريف", "محافظة", "قضاء", "منطقة"};
    const auto coarseness = [&](const std::string& words) {
        const std::string lower = text::normalise(words);
        if (!incident.admin1.empty() && lower.find(text::normalise(incident.admin1)) != std::string::npos) return 2;
        return std::any_of(coarse.begin(), coarse.end(), [&](const std::string& word) { return lower.find(text::normalise(word)) != std::string::npos; }) ? 1 : 0;
    };
    std::string best;
    int least = 3;
    // Places of the text come before those of the title.
    for (const bool in_title : {false, true})
        for (const auto& marked : gold.spans) {
            const bool title = marked.in_title;
            if (title != in_title || marked.role != "place") continue;
            if (std::find(marked.numbers.begin(), marked.numbers.end(), incident.number) == marked.numbers.end()) continue;
            const int now = coarseness(marked.words);
            if (now >= least) continue;
            least = now;
            best = marked.words;
        }
    return best;
}

bool same_words(const std::string& a, const std::string& b) { return text::normalise(a) == text::normalise(b); }

// The register's name for a name as annotated, or nothing.
std::string registered_name(const std::string& name)
{
    static const auto names = [] {
        std::map<std::string, std::string> all;
        for (const auto& actor : actor_register()) {
            for (const auto english : actor.english) all.emplace(text::normalise(english), actor.name);
            for (const auto arabic : actor.arabic) all.emplace(text::normalise(arabic), actor.name);
            all.emplace(text::normalise(actor.name), actor.name);
        }
        return all;
    }();
    const auto found = names.find(text::normalise(name));
    return found == names.end() ? std::string() : found->second;
}

bool is_called(const Material& material, const ActorCue& actor, const std::string& name)
{
    if (name.empty()) return false;
    if (!actor.name.empty() && actor.name == registered_name(name)) return true;
    const Tokens words = words_for(material, actor);
    return same_words(std::string(material.document.words(actor.tokens.first, actor.tokens.last)), name) ||
           same_words(std::string(material.document.words(words.first, words.last)), name);
}

// Would the record's date be the one annotated?
bool dates_right(const DateRange& range, const GoldIncident& incident)
{
    if (!incident.date) return !range.is_known() && !range.start;
    return range.start && range.start->iso() == *incident.date;
}

}  // namespace

Lesson::Lesson(const GoldReport& gold, const place::Gazetteer& gazetteer)
    : gold_(&gold), document_(text::Document::parse(gold.report.document, gold.report.text_begin, gold.report.language)),
      places_(place::find_places(document_, gazetteer, pipeline::hints_of(gold.report, document_, gazetteer)).mentions),
      dates_(when::find_dates(document_, gold.report.published ? std::optional{gold.report.published->day} : std::nullopt)),
      prepared_(prepare(gold.report, document_, gold.report.language, places_, dates_))
{
    tagged_.document = &document_;
    tagged_.exemplary = gold.is_exemplary();
    for (std::size_t layer = 0; layer < tag_layers; ++layer) {
        const auto unknown = static_cast<TagLayer>(layer) == TagLayer::person ? GoldReport::Marked::all_but_names : GoldReport::Marked::names;
        tagged_.taught[layer] = gold.marked != unknown;
    }
    tagged_.features = tag_features(document_, prepared_.context, prepared_.cues, prepared_.words);
    mark_paths();
}

// Longer spans first, so that a shorter one inside another of the same layer is left out.
void Lesson::mark_paths()
{
    for (auto& path : tagged_.paths) path.assign(document_.tokens().size(), 0);
    std::vector<const GoldSpan*> spans;
    for (const auto& marked : gold_->spans) spans.push_back(&marked);
    std::stable_sort(spans.begin(), spans.end(), [](const GoldSpan* a, const GoldSpan* b) { return a->span.length() > b->span.length(); });
    for (const auto* marked : spans) {
        const auto role = tag_role(marked->role);
        if (role == tag_roles.size()) continue;
        const auto layer = static_cast<std::size_t>(tag_roles[role].layer);
        const auto begin = static_cast<TagState>((role - tag_shapes[layer].first_role) * 2 + 1);
        const Tokens tokens = tokens_of(document_, marked->span);
        auto& path = tagged_.paths[layer];
        if (tokens.empty() || std::any_of(path.begin() + tokens.first, path.begin() + tokens.last, [](TagState state) { return state != 0; })) continue;
        path[tokens.first] = begin;
        std::fill(path.begin() + tokens.first + 1, path.begin() + tokens.last, static_cast<TagState>(begin + 1));
    }
    // A path ends with its sentence.
    for (const auto& sentence : document_.sentences())
        for (auto& path : tagged_.paths)
            if (path[sentence.first] != 0 && path[sentence.first] % 2 == 0) --path[sentence.first];
}

void Lesson::tag_with(const TaggerModel& tagger)
{
    prepared_ = prepare(gold_->report, document_, gold_->report.language, places_, dates_);
    Tagged tagged = tag(document_, tagged_.features, tagger);
    prepared_.cues.leans = std::move(tagged.leans);
    add_tagged(document_, prepared_.words, tagged.spans, prepared_.context, prepared_.found, prepared_.cues);
}

Material Lesson::material(const Models& models) const
{
    return {.report = gold_->report, .document = document_, .context = prepared_.context, .cues = prepared_.cues, .words = prepared_.words, .models = models};
}

std::vector<Example> Lesson::grouping(const Models* history) const
{
    const Models no_models;
    const Material all = material(history ? *history : no_models);
    const auto segments = segments_of(all);
    std::vector<std::map<std::string, double>> votes;  // of each episode's words
    std::vector<Example> taught;
    group_segments(all, segments, [&](std::uint32_t index, std::span<const Placing> placings, std::span<const Features> alternatives) -> std::size_t {
        const Span span = document_.span(segments[index].tokens.first, segments[index].tokens.last);
        const auto own = votes_in(*gold_, span);
        const std::string number = leader(own);
        const auto told = std::find_if(votes.begin(), votes.end(), [&](const auto& of_episode) { return !number.empty() && leader(of_episode) == number; });
        Placing wanted;
        if (told != votes.end()) wanted = {Placing::What::joins, static_cast<std::uint32_t>(told - votes.begin())};
        else if (!number.empty() && tells_act(*gold_, span, number)) wanted = {Placing::What::opens, 0};
        std::size_t right = placings.size();
        for (std::size_t i = 0; i < placings.size(); ++i)
            if (placings[i].what == wanted.what && placings[i].episode == wanted.episode) right = i;
        if (right == placings.size()) right = 0;  // told again after too many others
        Example example;
        example.weight = weight_of(*gold_);
        example.exemplary = gold_->is_exemplary();
        for (const auto& alternative : alternatives.first(placings.size())) example.alternatives.push_back(alternative.hashes());
        example.right.push_back(static_cast<std::uint32_t>(right));
        std::size_t done = right;
        if (history) done = index_from(probabilities(history->of(Question::grouping), alternatives.first(placings.size())), history->deny_above(Question::grouping));
        taught.push_back(std::move(example));
        if (placings[done].what == Placing::What::opens) votes.push_back(own);
        if (placings[done].what == Placing::What::joins)
            for (const auto& [each, weight] : own) votes[placings[done].episode][each] += weight;
        return done;
    });
    return taught;
}

// Who was marked as hit. Of which class each is, the word itself may say, or the corpus where an incident has a single target: elsewhere any is right.
void Lesson::teach_targets(const Material& all, const std::vector<understand::Segment>& segments, const understand::Episode& episode, const GoldIncident& incident,
                           Answers answers, Lessons& lessons, Coverage& coverage) const
{
    std::set<std::string> hit;
    for (const auto& marked : gold_->spans)
        if (marked.role == "target" && std::find(marked.numbers.begin(), marked.numbers.end(), incident.number) != marked.numbers.end())
            hit.insert(text::normalise(marked.words));
    for (const CueIndex actor : target_candidates(all, segments, episode)) {
        const Tokens tokens = all.cues.actors[actor].tokens;
        const bool is_target = marked_as(*gold_, document_.span(tokens.first, tokens.last), "target", incident.number);
        const auto own = class_by_word(all.cues.actors[actor]);
        const auto is_of_class = [&](std::optional<TargetClass> each) { return own ? each == own : hit.size() > 1 || each == incident.target_class; };
        teach(Question::target, ask_target(all, segments, episode, answers.kind, answers.perpetrator, actor), lessons, coverage,
              [&](std::optional<TargetClass> each) { return is_target == each.has_value() && (!is_target || is_of_class(each)); });
    }
}

void Lesson::teach_episodes(const Models& before, Lessons& lessons, Coverage& coverage) const
{
    coverage.weight = weight_of(*gold_);
    coverage.exemplary = gold_->is_exemplary();
    Material all = material(before);
    const bool answers_known = !before.of(Question::kind).empty();
    std::vector<float> tally_chances;
    if (answers_known) {
        tally_chances = understand::weigh_tallies(all);
        all.tally_chances = tally_chances;
    }
    const auto segments = segments_of(all);
    const auto episodes = episodes_of(all, segments);
    // Each episode tells the incident that most of its marked words belong to; of two that tell the same, the one with more of them.
    std::vector<std::string> told(episodes.size());
    std::map<std::string, std::pair<double, std::size_t>> teller;
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        std::map<std::string, double> votes;
        for (const auto s : episodes[i].segments)
            for (const auto& [number, weight] : votes_in(*gold_, document_.span(segments[s].tokens.first, segments[s].tokens.last)))
                if (segments[s].eventful || weight >= 2) votes[number] += weight;
        told[i] = leader(votes);
        if (told[i].empty()) continue;
        auto& [most, best] = teller[told[i]];
        if (votes[told[i]] <= most) continue;
        most = votes[told[i]];
        best = i;
    }
    for (const TallyCue& cue : all.cues.tallies) {
        const Span span = document_.span(cue.tokens.first, cue.tokens.last);
        const bool counts = std::any_of(gold_->tallies.begin(), gold_->tallies.end(), [&](const GoldTally& tally) {
            return tally.quantity == cue.quantity && marked_as(*gold_, span, "tally", tally.number);
        });
        teach(Question::tally, ask_tally(all, cue), lessons, coverage, [&](bool each) { return each == counts; });
    }
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        const bool tells = !told[i].empty() && teller[told[i]].second == i;
        const auto incident = std::find_if(gold_->incidents.begin(), gold_->incidents.end(), [&](const GoldIncident& each) { return each.number == told[i]; });
        const bool is_incident = tells && incident != gold_->incidents.end();
        const Standing standing = !is_incident ? Standing::no_incident : incident->background ? Standing::background : Standing::core;
        teach(Question::standing, ask_standing(all, segments, episodes, i), lessons, coverage, [&](Standing each) { return each == standing; });
        if (!is_incident) continue;
        const Episode& episode = episodes[i];
        const Link link = link_of(all, segments, episode);
        const std::string& number = incident->number;
        teach(Question::kind, ask_kind(all, segments, episode), lessons, coverage, [&](IncidentKind kind) { return kind == incident->kind; });
        // What comes after is asked as it will be: with the kind and the perpetrator that the models answer, right or wrong.
        const IncidentKind kind = answers_known ? answer(all, Question::kind, ask_kind(all, segments, episode)).answer : incident->kind;
        const auto suspects = ask_perpetrator(all, segments, episodes, i, kind);
        const auto is_marked = [&](CueIndex actor) {
            return actor != none && marked_as(*gold_, document_.span(all.cues.actors[actor].tokens.first, all.cues.actors[actor].tokens.last), "perp", number);
        };
        const auto has_name = [&](CueIndex actor) { return actor != none && is_called(all, all.cues.actors[actor], incident->perpetrator); };
        // The one that the record names, before others marked as taking part ("two men on a motorcycle").
        const bool name_offered = std::any_of(suspects.answers.begin(), suspects.answers.end(), has_name);
        const auto is_perpetrator = [&](CueIndex actor) { return name_offered ? has_name(actor) : is_marked(actor); };
        const bool offered = std::any_of(suspects.answers.begin(), suspects.answers.end(), is_perpetrator);
        const bool named = !incident->perpetrator.empty();
        teach(Question::perpetrator, suspects, lessons, coverage,
              [&](CueIndex actor) { return offered ? is_perpetrator(actor) : !named && actor == none; });
        CueIndex perpetrator = none;
        for (const CueIndex actor : suspects.answers)
            if (perpetrator == none && is_perpetrator(actor)) perpetrator = actor;
        if (answers_known) perpetrator = answer(all, Question::perpetrator, suspects).answer;
        teach(Question::status, ask_status(all, segments, episode, kind, perpetrator), lessons, coverage,
              [&](PerpetratorStatus status) { return status == incident->status; });
        teach(Question::victims, ask_victims(all, segments, episode, kind, perpetrator), lessons, coverage,
              [&](std::optional<TargetClass> each) { return each == incident->target_class; });
        teach_targets(all, segments, episode, *incident, {kind, perpetrator}, lessons, coverage);
        for (const Question question : toll_questions) {
            const auto& wanted = figures_of(*incident, question);
            teach(question, ask_toll(all, segments, episodes, i, question, kind, perpetrator), lessons, coverage, [&](const TollAnswer& each) {
                if (!wanted || !each.toll) return !wanted && !each.toll;
                return each.toll->low == wanted->low && each.toll->high.value_or(each.toll->low) == wanted->high;
            });
        }
        const std::string finest = finest_place(*gold_, *incident);
        if (!finest.empty()) {
            const auto names = [&](std::uint32_t place, bool exactly) {
                const Span span = all.context.places[place].mention->span;
                return std::any_of(gold_->spans.begin(), gold_->spans.end(), [&](const GoldSpan& marked) {
                    return marked.role == "place" && same_words(marked.words, finest) && (exactly ? marked.span == span : marked.span.overlaps(span));
                });
            };
            const auto asked = ask_place(all, segments, episode, link);
            const bool exact = std::any_of(asked.answers.begin(), asked.answers.end(), [&](std::uint32_t place) { return names(place, true); });
            // The same name told with other words around it ("Kabajeb area", "near Kabajeb") is as right.
            const auto is_right = [&](std::uint32_t place) {
                if (names(place, exact)) return true;
                const Tokens own = all.context.places[place].name;
                return std::any_of(asked.answers.begin(), asked.answers.end(), [&](std::uint32_t other) {
                    const Tokens name = all.context.places[other].name;
                    return names(other, exact) && same_words(std::string(document_.words(own.first, own.last)), std::string(document_.words(name.first, name.last)));
                });
            };
            teach(Question::place, asked, lessons, coverage, is_right);
        }
        const auto asked = ask_date(all, segments, episode, link, incident->background);
        const auto right_value = [&](std::optional<std::uint32_t> date) { return dates_right(date_of(all, date, incident->background), *incident); };
        const auto marked = [&](std::optional<std::uint32_t> date) {
            return right_value(date) && date && marked_as(*gold_, all.context.dates[*date].mention->span, "date", number);
        };
        const bool any_marked = std::any_of(asked.answers.begin(), asked.answers.end(), marked);
        teach(Question::date, asked, lessons, coverage, [&](std::optional<std::uint32_t> date) { return any_marked ? marked(date) : right_value(date); });
        for (CueIndex source = 0; source < all.cues.sources.size() && source < 24; ++source) {
            const Tokens tokens = all.cues.sources[source].tokens;
            const bool speaks = marked_as(*gold_, document_.span(tokens.first, tokens.last), "source", number);
            teach(Question::source, ask_source(all, segments, episode, source), lessons, coverage, [&](bool each) { return each == speaks; });
        }
    }
}

}  // namespace sitrep::train
