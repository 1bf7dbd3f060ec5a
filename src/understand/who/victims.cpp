// Of which class those are who were hit.
#include "understand/incidents/segment_features.hpp"
#include "understand/questions.hpp"

namespace sitrep::understand {

Asked<std::optional<TargetClass>> ask_victims(const Material& material, const std::vector<Segment>& segments, const Episode& episode, IncidentKind kind,
                                              CueIndex perpetrator)
{
    Asked<std::optional<TargetClass>> asked;
    Features& shared = asked.share();
    const auto class_number = [](std::optional<TargetClass> target) { return target ? static_cast<std::int64_t>(*target) + 1 : 0; };
    Account account;
    account.kind = kind;
    if (perpetrator != none) {
        account.perpetrator.name = material.cues.actors[perpetrator].name;
        shared.add("perpetrator", static_cast<std::int64_t>(material.cues.actors[perpetrator].side));
    }
    set_targets_by_rules(material, segments, episode, account);
    const auto by_rules = account.targets.empty() ? std::nullopt : account.targets.front().target_class;
    shared.add("rules", class_number(by_rules));
    shared.add("rules, kind", class_number(by_rules) * 16 + static_cast<std::int64_t>(kind));
    shared.add("kind", static_cast<std::int64_t>(kind));
    std::size_t read = 0;
    for (const std::uint32_t number : episode.segments) {
        const Segment& segment = segments[number];
        if (++read > 5) break;
        for (const auto& toll : cues_in(material.cues.tolls, segment.tokens)) {
            if (toll.of_attackers) continue;
            shared.add("victims", class_number(toll.victims) * 8 + static_cast<std::int64_t>(toll.outcome) * 2 + toll.loosely_named);
            add_neighbours(material, toll.tokens, shared);
        }
        for (const CueIndex index : segment.acts) {
            const ActCue& act = material.cues.acts[index];
            if (act.patient == none) continue;
            const ActorCue& patient = material.cues.actors[act.patient];
            shared.add("patient", class_number(patient.target_class));
            shared.add_hash(feature_join(feature_hash("patient head"), material.words.bare[patient.tokens.last - 1]));
        }
        for (const auto& actor : cues_in(material.cues.actors, segment.tokens)) {
            shared.add("beside", class_number(actor.target_class));
            if (actor.role == ActorCue::Role::patient) shared.add("beside, patient", class_number(actor.target_class));
        }
        add_words(material, segment.tokens, segment.eventful ? "word" : "other word", 36, shared);
    }
    asked.offer_class(std::nullopt, 0, shared);
    for (const auto target : target_classes)
        asked.offer_class(target, static_cast<std::uint64_t>(target) + 1, shared);
    return asked;
}

}  // namespace sitrep::understand
