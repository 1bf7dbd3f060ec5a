#include "names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "spans/texts.hpp"

namespace sitrep::train {

namespace {

bool is_person(std::string_view type)
{
    constexpr std::array<std::string_view, 4> types{"PER", "PERS", "person", "Person"};
    return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

std::vector<GoldReport> read_names(const std::string& path, Language language)
{
    std::vector<GoldReport> out;
    for (auto& sentence : path.ends_with(".jsonl") ? spans::read_json_lines(path) : spans::read_columns(path)) {
        GoldReport& report = out.emplace_back();
        report.id = path + ":" + std::to_string(out.size());
        report.split = "train";
        report.marked = GoldReport::Marked::names;
        report.report.language = language;
        for (const auto& span : sentence.spans)
            if (is_person(span.type)) report.spans.push_back({.span = {span.start, span.end}, .role = "person", .numbers = {"0"}, .words = {}});
        report.report.document = std::move(sentence.text);
    }
    return out;
}

}  // namespace sitrep::train
