// How the words around an act tell it, beyond the act's own form: as an accident, supposed, recalled, or told as false.
#pragma once

#include "understand/english/accidents.hpp"

namespace sitrep::understand::english {

class Unreal {
public:
    explicit Unreal(const Sheet& sheet) : sheet_(sheet), accidents_(sheet) {}

    /// Sets `reality`, `unreal` and `recalled` of an act whose other words are read. `before`: the act before it in its sentence, if any.
    void mark(const Hit& hit, ActCue& cue, const ActCue* before) const;

private:
    bool is_unharmful(const Hit& hit, const ActCue& cue, const ActCue* before) const;

    const Sheet& sheet_;
    Accidents accidents_;
};

}  // namespace sitrep::understand::english
