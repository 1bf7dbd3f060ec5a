// The trained models of one language: one for each question that understanding asks.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/language.hpp"
#include "core/result.hpp"
#include "understand/model/calibration.hpp"
#include "understand/model/choice.hpp"
#include "understand/model/tagger.hpp"

namespace sitrep::understand {

/// A question that a model answers. The names in model files are those of to_string.
enum class Question : std::uint8_t {
    grouping,     ///< which incident a stretch of the report tells: one told before, a new one, none
    standing,     ///< whether an episode is an incident, and whether the report announces it or only recalls it
    kind,         ///< what kind of incident
    victims,      ///< class of most victims
    perpetrator,  ///< which actor did it, or nobody that is told
    status,       ///< claimed, attributed, unknown
    killed,       ///< which of the figures that can be made of the words is the number of victims
    injured,
    abducted,
    arrested,
    attackers,    ///< attackers killed in their own attack
    place,        ///< which place is where it happened
    date,         ///< which date is when it happened
    source,       ///< whether a source speaks of this incident
    tally,        ///< whether a number counts several incidents
    target        ///< whether an actor or a thing was hit, and of which class it is
};
inline constexpr std::size_t questions = 16;
std::string_view to_string(Question question);

/// All models of a language. Immutable once read; safe to use from several threads.
class Models {
public:
    const ChoiceModel& of(Question question) const { return models_[static_cast<std::size_t>(question)]; }
    void set(Question question, ChoiceModel model) { models_[static_cast<std::size_t>(question)] = std::move(model); }
    const Calibration& calibration(Question question) const { return calibrations_[static_cast<std::size_t>(question)]; }
    void set_calibration(Question question, const Calibration& calibration) { calibrations_[static_cast<std::size_t>(question)] = calibration; }
    /// "No incident", "no target" is the answer only where it is likelier than this: 1/2 takes the likeliest answer.
    float deny_above(Question question) const { return deny_above_[static_cast<std::size_t>(question)]; }
    void set_deny_above(Question question, float chance) { deny_above_[static_cast<std::size_t>(question)] = chance; }
    const TaggerModel& tagger() const { return tagger_; }
    void set_tagger(TaggerModel tagger) { tagger_ = std::move(tagger); }
    /// True when no model is there: the rules decide alone.
    bool empty() const;
    /// What to_bytes gave. `where` names the file in the fault.
    static Result<Models> from_bytes(std::string_view bytes, const std::string& where);
    std::string to_bytes() const;
    /// The models shipped in this executable. `language` is English or Arabic.
    static const Models& shipped(Language language);

private:
    void read(std::string_view section, std::string_view bytes);

    std::array<ChoiceModel, questions> models_;
    std::array<Calibration, questions> calibrations_;
    std::array<float, questions> deny_above_ = [] {
        std::array<float, questions> likeliest{};
        likeliest.fill(0.5F);
        return likeliest;
    }();
    TaggerModel tagger_;
};

/// The models in use for each language that is read.
struct ModelSet {
    const Models* english = &Models::shipped(Language::english);
    const Models* arabic = &Models::shipped(Language::arabic);
    const Models& of(Language language) const { return language == Language::arabic ? *arabic : *english; }
};

}  // namespace sitrep::understand
