#include "merge/model.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <stdexcept>

extern "C" {
extern const char sitrep_merge_model[], sitrep_merge_model_end[];
}

namespace sitrep::merge {
namespace {

constexpr std::string_view first_line = "sitrep merging model 1";
constexpr std::size_t rarity_digits_a_line = 128;

constexpr std::array<std::string_view, features> names{
#define SITREP_FEATURE(name, heading) #name,
#include "merge/features.def"
#undef SITREP_FEATURE
};
constexpr std::array<std::string_view, features> headings{
#define SITREP_FEATURE(name, heading) heading,
#include "merge/features.def"
#undef SITREP_FEATURE
};

std::optional<Feature> feature_from(std::string_view name)
{
    for (std::size_t i = 0; i < features; ++i)
        if (names[i] == name) return static_cast<Feature>(i);
    return std::nullopt;
}

std::string_view next_line(std::string_view& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::string_view next_word(std::string_view& line)
{
    const auto end = std::min(line.find(' '), line.size());
    const auto word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

std::optional<double> number_in(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

double* threshold_named(Thresholds& thresholds, std::string_view name)
{
    if (name == "merge_from") return &thresholds.merge_from;
    if (name == "propose_from") return &thresholds.propose_from;
    if (name == "mean_at_least") return &thresholds.mean_at_least;
    return name == "worst_at_least" ? &thresholds.worst_at_least : nullptr;
}

int digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string_view to_string(Feature feature) { return names[static_cast<std::size_t>(feature)]; }
std::string_view heading_of(Feature feature) { return headings[static_cast<std::size_t>(feature)]; }

double chance_of(double score) { return 1 / (1 + std::exp(-score)); }
double score_of_chance(double chance) { return std::log(chance / (1 - chance)); }

Result<Model> Model::parse(std::string_view text)
{
    const auto fault = [](std::string why) { return bad_input("merging.model", std::move(why)); };
    if (next_line(text) != first_line) return fault("it does not begin with \"sitrep merging model 1\"");
    Model model;
    std::size_t rarities = 0;
    while (!text.empty()) {
        auto line = next_line(text);
        const auto what = next_word(line);
        if (what == "weight" || what == "threshold") {
            const auto name = next_word(line);
            const auto value = number_in(line);
            if (!value) return fault(fmt::format("\"{}\" has no number", name));
            if (what == "threshold") {
                auto* set = threshold_named(model.thresholds_, name);
                if (!set) return fault(fmt::format("there is no threshold \"{}\"", name));
                *set = *value;
            } else if (const auto feature = feature_from(name)) model.set_weight(*feature, *value);
            else return fault(fmt::format("there is no feature \"{}\"; train the model anew with `make train`", name));
        } else if (what == "rarity") {
            while (!text.empty())
                for (const char c : next_line(text)) {
                    if (digit(c) < 0 || rarities == model.rarity_.size()) return fault("the table of rarities is damaged");
                    model.rarity_[rarities++] = static_cast<std::uint8_t>(digit(c));
                }
        } else if (!what.empty() && what.front() != '#') {
            return fault(fmt::format("a line begins with \"{}\"", what));
        }
    }
    const auto& set = model.thresholds_;
    if (!(set.propose_from >= Thresholds::floor && set.merge_from >= set.propose_from && set.merge_from < 1)) return fault("its thresholds contradict each other");
    if (rarities != model.rarity_.size()) return fault("the table of rarities is not whole");
    return model;
}

std::string Model::to_text() const
{
    std::string out = fmt::format("{}\n", first_line);
    out += fmt::format("threshold merge_from {:.2f}\nthreshold propose_from {:.2f}\n", thresholds_.merge_from, thresholds_.propose_from);
    out += fmt::format("threshold mean_at_least {:.2f}\nthreshold worst_at_least {:.2f}\n", thresholds_.mean_at_least, thresholds_.worst_at_least);
    for (std::size_t i = 0; i < features; ++i) out += fmt::format("weight {} {:.3f}\n", names[i], std::round(weights_[i] * 1000) / 1000 + 0.0);
    out += "rarity\n";
    for (std::size_t i = 0; i < rarity_.size(); ++i) {
        out += "0123456789abcdef"[rarity_[i]];
        if ((i + 1) % rarity_digits_a_line == 0) out += '\n';
    }
    return out;
}

const Model& shipped_model()
{
    static const std::unique_ptr<const Model> model = [] {
        auto parsed = Model::parse({sitrep_merge_model, sitrep_merge_model_end});
        if (!parsed) throw std::logic_error(parsed.error().where + ": " + parsed.error().why);
        return std::make_unique<const Model>(std::move(*parsed));
    }();
    return *model;
}

}  // namespace sitrep::merge
