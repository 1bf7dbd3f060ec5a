#include "understand/model/models.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <set>
#include <stdexcept>

#include "understand/embedded.hpp"

namespace sitrep::understand {

namespace {

constexpr std::string_view magic = "sitrep models 1\n";
constexpr std::array<std::string_view, questions> names{"grouping", "standing", "kind",     "victims",   "perpetrator", "status", "killed", "injured",
                                                        "abducted", "arrested", "attackers", "place",     "date",        "source", "tally",  "target"};

constexpr std::string_view tagger_name = "tagger", calibrations_name = "calibrations", deny_above_name = "deny_above";

// One section of a model file.
struct Section {
    std::string_view name, bytes;
};

Section take_section(std::string_view& bytes)
{
    const auto line_end = bytes.find('\n');
    const auto line = bytes.substr(0, std::min(line_end, bytes.size()));
    const auto space = line.find(' ');
    if (line_end == std::string_view::npos || space == std::string_view::npos) throw std::runtime_error("a section has no head");
    std::size_t size = 0;
    const char* last = line.data() + line.size();
    if (const auto read = std::from_chars(line.data() + space + 1, last, size); read.ec != std::errc{} || read.ptr != last)
        throw std::runtime_error("a section has no size");
    bytes.remove_prefix(line_end + 1);
    if (size > bytes.size()) throw std::runtime_error("a section ends too early");
    const Section section{line.substr(0, space), bytes.substr(0, size)};
    bytes.remove_prefix(size);
    return section;
}

Models read_shipped(std::string_view bytes)
{
    auto models = Models::from_bytes(bytes, "the shipped models");
    if (!models) throw std::runtime_error(models.error().where + ": " + models.error().why);
    embedded::let_go(bytes);
    return std::move(*models);
}

}  // namespace

std::string_view to_string(Question question) { return names[static_cast<std::size_t>(question)]; }

bool Models::empty() const
{
    return std::all_of(models_.begin(), models_.end(), [](const ChoiceModel& model) { return model.empty(); });
}

std::string Models::to_bytes() const
{
    std::string out(magic);
    const auto add = [&](std::string_view name, const std::string& bytes) {
        out += fmt::format("{} {}\n", name, bytes.size());
        out += bytes;
    };
    for (std::size_t i = 0; i < questions; ++i) add(names[i], models_[i].bytes());
    add(tagger_name, tagger_.bytes());
    add(calibrations_name, std::string(reinterpret_cast<const char*>(calibrations_.data()), sizeof calibrations_));
    add(deny_above_name, std::string(reinterpret_cast<const char*>(deny_above_.data()), sizeof deny_above_));
    return out;
}

void Models::read(std::string_view name, std::string_view bytes)
{
    if (name == tagger_name) {
        tagger_ = TaggerModel::from_bytes(bytes);
        return;
    }
    if (name == calibrations_name) {
        if (bytes.size() != sizeof calibrations_) throw std::runtime_error("the calibrations have the wrong length");
        std::memcpy(calibrations_.data(), bytes.data(), bytes.size());
        for (const Calibration& each : calibrations_)
            if (!std::isfinite(each.slope) || !std::isfinite(each.offset) || !(each.unasked >= 0 && each.unasked <= 1))
                throw std::runtime_error("a calibration is no curve");
        return;
    }
    if (name == deny_above_name) {
        if (bytes.size() != sizeof deny_above_) throw std::runtime_error("the chances above which answers are denied have the wrong length");
        std::memcpy(deny_above_.data(), bytes.data(), bytes.size());
        for (const float chance : deny_above_)
            if (!(chance >= 0 && chance <= 1)) throw std::runtime_error("a chance above which an answer is denied is no chance");
        return;
    }
    const auto question = std::find(names.begin(), names.end(), name);
    if (question == names.end()) throw std::runtime_error("a section has a name that this program does not know");
    models_[static_cast<std::size_t>(question - names.begin())] = ChoiceModel::from_bytes(bytes);
}

Result<Models> Models::from_bytes(std::string_view bytes, const std::string& where)
{
    if (!bytes.starts_with(magic)) return bad_input(where, "is no Sitrep model file of this version; train it again with `make train`");
    bytes.remove_prefix(magic.size());
    Models models;
    std::set<std::string_view> seen;
    try {
        while (!bytes.empty()) {
            const Section section = take_section(bytes);
            if (!seen.insert(section.name).second) throw std::runtime_error("a section is there twice");
            models.read(section.name, section.bytes);
        }
        for (const auto name : names)
            if (!seen.contains(name)) throw std::runtime_error(fmt::format("it ends before the model of \"{}\"", name));
        for (const auto name : {tagger_name, calibrations_name, deny_above_name})
            if (!seen.contains(name)) throw std::runtime_error(fmt::format("it ends before the section \"{}\"", name));
    }
    catch (const std::exception& error) {
        return bad_input(where, fmt::format("is damaged: {}", error.what()));
    }
    return models;
}

const Models& Models::shipped(Language language)
{
    static const Models english = read_shipped(embedded::english_models());
    static const Models arabic = read_shipped(embedded::arabic_models());
    return language == Language::arabic ? arabic : english;
}

}  // namespace sitrep::understand
