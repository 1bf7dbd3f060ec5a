#include "texts.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "corpus.hpp"
#include "spaced_sentence.hpp"

namespace sitrep::spans {

namespace {

using Json = nlohmann::json;

void each_object(const std::string& path, const std::function<void(const Json&)>& take)
{
    auto file = opened(path);
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (line.empty()) continue;
        try {
            take(Json::parse(line));
        }
        catch (const Json::exception& fault) {
            throw std::runtime_error(path + ", line " + std::to_string(number) + ": " + fault.what());
        }
    }
}

}  // namespace

std::string apart(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inside = text[i] == '-' && i > 0 && i + 1 < text.size() && text[i - 1] != ' ' && text[i + 1] != ' ' && text[i + 1] != '-' && text[i - 1] != '-';
        if (inside) out += " - ";
        else out += text[i];
    }
    return out;
}

std::vector<LabelledText> read_json_lines(const std::string& path)
{
    std::vector<LabelledText> out;
    each_object(path, [&](const Json& object) {
        LabelledText text{object.at("id").get<std::string>(), object.at("text").get<std::string>(), {}};
        if (object.contains("spans"))
            for (const auto& span : object.at("spans")) text.spans.push_back({span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>(), span.at(2).get<std::string>()});
        std::sort(text.spans.begin(), text.spans.end(), [](const TypedSpan& a, const TypedSpan& b) { return a.start < b.start; });
        if (object.contains("part")) text.part = object.at("part").get<std::size_t>();
        out.push_back(std::move(text));
    });
    return out;
}

std::vector<LabelledText> read_columns(const std::string& path)
{
    auto file = opened(path);
    std::vector<LabelledText> out;
    SpacedSentence sentence;
    std::vector<TypedSpan> spans;
    std::string before = "O", line;
    const auto finish = [&] {
        if (!sentence.empty()) out.push_back(sentence.finish(std::exchange(spans, {})));
        before = "O";
    };
    while (std::getline(file, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const auto gap = line.find_first_of(" \t");
        if (gap == std::string::npos) {
            finish();
            continue;
        }
        TypedSpan word = sentence.add(line.substr(0, gap));
        const std::string label = line.substr(line.find_last_of(" \t") + 1);
        if (label.size() > 2) {
            word.type = label.substr(2);
            if (label[0] == 'I' && before == word.type) spans.back().end = word.end;
            else spans.push_back(word);
        }
        before = word.type.empty() ? "O" : word.type;
    }
    finish();
    return out;
}

std::vector<std::string> read_words(const std::string& path, Language language)
{
    std::vector<std::string> out;
    if (path.ends_with(".conllu") || path.ends_with(".txt")) {
        for (auto& text : path.ends_with(".txt") ? read_columns(path) : read_treebank(path, TreebankPart::entities)) out.push_back(std::move(text.text));
        return out;
    }
    bool own = false;
    each_object(path, [&](const Json& object) {
        own = own || object.contains("markup");
        for (const auto* name : {"text", "doctext"})
            if (object.contains(name)) out.push_back(apart(object.at(name).get<std::string>()));
    });
    if (own)
        for (const auto& report : train::read_corpus(path))
            if (report.split == "train" && report.report.language == language) out.push_back(apart(report.report.document));
    return out;
}

std::string to_json_line(const LabelledText& text)
{
    Json spans = Json::array();
    for (const auto& span : text.spans) spans.push_back({span.start, span.end, span.type});
    return Json{{"id", text.id}, {"spans", spans}}.dump() + "\n";
}

}  // namespace sitrep::spans
