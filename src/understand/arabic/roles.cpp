#include "understand/arabic/actors.hpp"

#include "understand/arabic/word_order.hpp"

#include <algorithm>
#include <array>

namespace sitrep::understand::arabic {
namespace {

constexpr std::uint32_t role_window = 14;  // words after an act in which its agent and patient stand
constexpr int actors_looked_at = 8;        // neighbours among the actors of a sentence

class Roles {
public:
    Roles(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
        : reading_(reading), acts_(acts), actors_(actors), cues_(cues)
    {
    }

    void read()
    {
        for (std::size_t a = 0; a < acts_.size(); ++a) {
            if (acts_[a].cue == none || acts_[a].found->is(Prop::body)) {
                continue;
            }
            act_ = &acts_[a];
            // the roles of an act end where the next act verb begins, or a full stop
            end_ = std::min(reading_.sentence_end(act_->first), act_->last + role_window);
            for (std::size_t next = a + 1; next < acts_.size() && acts_[next].first < end_; ++next) {
                if (acts_[next].found->verb) {
                    end_ = acts_[next].first;
                }
            }
            end_ = reading_.next(act_->last, end_, Class::that);
            const IncidentKind kind = cues_.acts[act_->cue].kind;
            if (kind == IncidentKind::clash) {
                read_clash();
            } else if (kind == IncidentKind::protest) {
                read_protest();
            } else if (act_->found->verb && !act_->passive) {
                read_active();
            } else {
                read_undertaken();
                read_nominal();
                read_light_verb();
            }
            read_undergoing();
            name_suspects();
        }
    }

private:
    bool can_act(std::size_t k) const
    {
        const ActorCue& actor = cues_.actors[k];
        const bool counted = actors_[k].group && actors_[k].group->number_written;
        const bool armed = actor.side != Side::civilians && actor.side != Side::official && actor.side != Side::thing && actor.side != Side::other;
        const bool operation = act_ != nullptr && cues_.acts[act_->cue].kind == IncidentKind::security_operation;
        const bool force = actor.side == Side::state_force || actor.side == Side::foreign_force || actor.side == Side::militia;
        return armed && !(counted && actor.side != Side::unnamed_gunmen) && (!operation || force);
    }

    std::size_t first_actor_after(std::uint32_t word) const
    {
        const auto found = std::lower_bound(actors_.begin(), actors_.end(), word, [](const FoundActor& a, std::uint32_t w) { return a.first < w; });
        return static_cast<std::size_t>(found - actors_.begin());
    }

    void set_agent(std::size_t k)
    {
        ActCue& cue = cues_.acts[act_->cue];
        if (cue.agent == none) {
            cue.agent = static_cast<CueIndex>(k);
            if (cues_.actors[k].role == ActorCue::Role::open) {
                cues_.actors[k].role = ActorCue::Role::agent;
                cues_.actors[k].act = act_->cue;
            }
        }
    }

    void set_patient(std::size_t k)
    {
        ActCue& cue = cues_.acts[act_->cue];
        if (cue.patient == none) {
            cue.patient = static_cast<CueIndex>(k);
            if (cues_.actors[k].role == ActorCue::Role::open) {
                cues_.actors[k].role = ActorCue::Role::patient;
                cues_.actors[k].act = act_->cue;
            }
        }
    }

    bool has_before(std::size_t k, std::initializer_list<std::string_view> words) const
    {
        const std::uint32_t first = actors_[k].first;
        for (std::uint32_t back = 1; back <= 2 && first >= reading_.sentence_begin(first) + back; ++back) {
            const auto normal = reading_.word(first - back).normal;
            if (std::find(words.begin(), words.end(), normal) != words.end()) {
                return true;
            }
        }
        return false;
    }

    bool by_hand(std::size_t k) const
    {
        return has_before(k, {"يد", "ايدي", "بيد", "برصاص", "بنيران", "نيران", "رصاص", "نفذه", "شنه", "نفذها", "شنها", "نفذته", "شنته",
            "شنتها"});
    }

    // Verb, subject, object; or in a headline subject, verb, object.
    void read_active()
    {
        const std::size_t from = first_actor_after(act_->last);
        const std::size_t before = last_before();
        bool subject_found = false;
        const bool opens = before < actors_.size() && reading_.sentence(cues_.acts[act_->cue].sentence).first == actors_[before].first && can_act(before);
        const bool arrest = cues_.acts[act_->cue].kind == IncidentKind::security_operation;
        const bool did = before < actors_.size() && actors_[before].last == act_->first && (!arrest || can_act(before)) && is_done_by_those_at(reading_, actors_[before].first, *act_);
        if (opens || did) {
            set_agent(before);
            subject_found = true;
        }
        if (!subject_found && from < actors_.size() && act_->outcome && cues_.actors[from].side != Side::thing && object_behind_doers(reading_, actors_[from].first)) {
            set_agent(from);  // "قتل أربعة شرطيين متظاهراً"
            cues_.acts[act_->cue].doers_behind = true;
            subject_found = true;
        }
        for (std::size_t k = from; k < actors_.size() && actors_[k].first < end_; ++k) {
            const CueIndex agent = cues_.acts[act_->cue].agent;
            const bool same = agent != none && !cues_.actors[k].name.empty() && cues_.actors[k].name == cues_.actors[agent].name && cues_.actors[k].side != Side::thing;
            if (agent != none && (same || cues_.actors[k].suspected)) {
                continue;
            }
            if (!subject_found && can_act(k) && actors_[k].clitics.empty()) {
                set_agent(k);
                subject_found = true;
            } else if (actors_[k].clitics.find("ل") == std::string_view::npos || cues_.acts[act_->cue].patient == none) {
                set_patient(k);
                break;
            }
        }
        if (!subject_found) {
            set_agent_before(act_->first);
        }
    }

    // The nearest actor before a word, in its sentence, that can do the act.
    void set_agent_before(std::uint32_t word)
    {
        const std::uint32_t begin = reading_.sentence_begin(word);
        int left = actors_looked_at;
        for (std::size_t k = first_actor_after(word); k-- > 0 && actors_[k].first >= begin && left-- > 0;) {
            if (can_act(k)) {
                set_agent(k);
                return;
            }
        }
    }

    // "أقدم أربعة جنود على قتل ستة": those behind the verb did it, soldiers too.
    void read_undertaken()
    {
        constexpr std::uint32_t window = 8;
        constexpr std::array<std::string_view, 4> undertook{"اقدم", "اقدمت", "اقدموا", "واقدم"};
        const std::uint32_t begin = reading_.sentence_begin(act_->first);
        if (act_->found->verb || act_->first <= begin || reading_.word(act_->first - 1).normal != "علي") {
            return;
        }
        for (std::uint32_t back = 2; back <= window && act_->first >= begin + back; ++back) {
            const std::uint32_t verb = act_->first - back;
            if (std::find(undertook.begin(), undertook.end(), reading_.word(verb).normal) == undertook.end()) {
                continue;
            }
            const std::size_t k = first_actor_after(verb);
            if (k < actors_.size() && actors_[k].first == verb + 1 && actors_[k].last < act_->first && cues_.actors[k].side != Side::thing) {
                set_agent(k);
            }
            return;
        }
    }

    // "شن تنظيم داعش … هجمات", "طائرات روسية شنت غارات": the verb's subject did it.
    void read_light_verb()
    {
        constexpr std::uint32_t window = 12;
        const std::uint32_t begin = std::max(reading_.sentence_begin(act_->first), act_->first - std::min(act_->first, window));
        for (std::uint32_t i = act_->first; i-- > begin;) {
            const Found* light = reading_.find(i, Class::act);
            if (light == nullptr || !light->is(Prop::light) || reading_.is_word(i, "تعرض") || reading_.is_word(i, "تعرضت")) {
                continue;
            }
            for (std::size_t k = first_actor_after(i); k < actors_.size() && actors_[k].first < act_->first; ++k) {
                if (can_act(k)) {
                    set_agent(k);
                    return;
                }
            }
            set_agent_before(i);
            return;
        }
    }

    // "اشتباكات بين قوات دفاع شبوة وعناصر من القاعدة": the side that is no state is the agent.
    void read_clash()
    {
        std::size_t sides[2];
        std::size_t count = 0;
        for (std::size_t k = first_actor_after(act_->last); k < actors_.size() && actors_[k].first < end_ && count < 2; ++k) {
            if (can_act(k)) {
                sides[count++] = k;
            }
        }
        if (count == 0) {
            set_agent_before(act_->first);
            return;
        }
        const Side first = cues_.actors[sides[0]].side;
        const bool swap = count == 2 && (first == Side::state_force || first == Side::foreign_force);
        set_agent(sides[swap ? 1 : 0]);
        if (count == 2) {
            set_patient(sides[swap ? 0 : 1]);
        }
    }

    void read_protest()
    {
        for (std::size_t k = first_actor_after(act_->last); k < actors_.size() && actors_[k].first < end_; ++k) {
            if (cues_.actors[k].side == Side::civilians) {
                set_agent(k);
                return;
            }
        }
    }

    // "مجهولون يُعتقد أنهم من خلايا داعش": the named suspects are the agent.
    void name_suspects()
    {
        ActCue& cue = cues_.acts[act_->cue];
        if (cue.agent == none || !cues_.actors[cue.agent].name.empty() || cues_.actors[cue.agent].side != Side::unnamed_gunmen) {
            return;
        }
        const std::uint32_t sentence = cues_.actors[cue.agent].sentence;
        int left = actors_looked_at;
        for (std::size_t k = cue.agent + 1; k < actors_.size() && cues_.actors[k].sentence == sentence && left-- > 0; ++k) {
            if (cues_.actors[k].suspected && cues_.actors[k].side == Side::insurgent) {
                cue.agent = static_cast<CueIndex>(k);
                cues_.actors[k].role = ActorCue::Role::agent;
                cues_.actors[k].act = act_->cue;
                return;
            }
        }
    }

    // "تعرضت محطة محروقات لهجوم": the subject undergoes it.
    void read_undergoing()
    {
        constexpr std::uint32_t window = 12;
        const std::uint32_t begin = std::max(reading_.sentence_begin(act_->first), act_->first - std::min(act_->first, window));
        for (std::uint32_t i = begin; i < act_->first; ++i) {
            const bool undergoes = reading_.is_word(i, "تعرض") || reading_.is_word(i, "تعرضت") || reading_.is_word(i, "يتعرض") || reading_.is_word(i, "تتعرض");
            const std::size_t k = first_actor_after(i);
            if (undergoes && k < actors_.size() && actors_[k].first < act_->first) {
                cues_.acts[act_->cue].patient = static_cast<CueIndex>(k);
                cues_.actors[k].role = ActorCue::Role::patient;
                cues_.actors[k].act = act_->cue;
            }
        }
    }

    // The nearest actor of the sentence before the act.
    std::size_t last_before() const
    {
        const std::size_t after = first_actor_after(act_->first);
        if (after == 0 || actors_[after - 1].first < reading_.sentence_begin(act_->first)) {
            return actors_.size();
        }
        return after - 1;
    }

    // "هجوم لداعش على حاجز", "مقتل ثلاثة على يد مسلحين", "غارة تركية".
    void read_nominal()
    {
        const bool victims = act_->outcome.has_value();
        for (std::size_t k = first_actor_after(act_->last); k < actors_.size() && actors_[k].first < end_; ++k) {
            const std::string_view clitics = actors_[k].clitics;
            const bool behind_on = has_before(k, {"علي", "ضد"}) || (k > 0 && has_before(k, {"استهدف", "استهدفت"}));
            if (by_hand(k)) {
                set_agent(k);
            } else if (behind_on) {
                set_patient(k);
            } else if (victims && cues_.acts[act_->cue].patient == none) {
                set_patient(k);
            } else if (!victims && can_act(k) && (clitics.find("ل") != std::string_view::npos || actors_[k].first == act_->last || has_before(k, {"من", "مسيره", "طايره"}))) {
                set_agent(k);
            } else if (!victims && !can_act(k)) {
                set_patient(k);
            }
        }
    }

    const Reading& reading_;
    const std::vector<FoundAct>& acts_;
    const std::vector<FoundActor>& actors_;
    Cues& cues_;
    const FoundAct* act_ = nullptr;
    std::uint32_t end_ = 0;
};

}  // namespace

void read_roles(const Reading& reading, const std::vector<FoundAct>& acts, const std::vector<FoundActor>& actors, Cues& cues)
{
    Roles(reading, acts, actors, cues).read();
}

}  // namespace sitrep::understand::arabic
