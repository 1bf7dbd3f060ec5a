#include "core/mention.hpp"

namespace sitrep {

std::string_view to_string(TimexType type)
{
    switch (type) {
        case TimexType::date: return "DATE";
        case TimexType::time: return "TIME";
        case TimexType::duration: return "DURATION";
        case TimexType::set: return "SET";
    }
    return "";
}

std::string_view to_string(MentionLayer layer)
{
    switch (layer) {
        case MentionLayer::place: return "place";
        case MentionLayer::date: return "date";
        case MentionLayer::actor: return "actor";
        case MentionLayer::weapon: return "weapon";
        case MentionLayer::person: return "person";
        case MentionLayer::source: return "source";
    }
    return "";
}

}  // namespace sitrep
