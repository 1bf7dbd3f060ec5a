#include "serve/contract.hpp"

#include <algorithm>
#include <fstream>
#include <regex>

namespace sitrep::serve {
namespace {

using nlohmann::json;

bool is_of_type(const json& value, const std::string& type)
{
    if (type == "null") return value.is_null();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
}

std::vector<std::string> parts(const std::string& path)
{
    std::vector<std::string> out;
    std::size_t begin = 1;
    while (begin <= path.size()) {
        const auto end = std::min(path.find('/', begin), path.size());
        out.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

}  // namespace

Contract::Contract()
{
    std::ifstream in(SITREP_SOURCE_DIR "/src/serve/openapi.json");
    file_ = json::parse(in);
}

std::vector<std::string> Contract::operations() const
{
    std::vector<std::string> out;
    for (const auto& [path, methods] : file_["paths"].items())
        for (const auto& [method, operation] : methods.items()) {
            std::string upper = method;
            std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return char(std::toupper(c)); });
            out.push_back(upper + " " + path);
        }
    return out;
}

const json* Contract::operation_for(const std::string& method, const std::string& path) const
{
    std::string lower = method;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    const auto given = parts(path);
    const json* found = nullptr;
    std::size_t fewest = SIZE_MAX;
    for (const auto& [pattern, methods] : file_["paths"].items()) {
        if (!methods.contains(lower)) continue;
        const auto wanted = parts(pattern);
        if (wanted.size() != given.size()) continue;
        std::size_t open = 0;
        bool fits = true;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (wanted[i].starts_with('{')) ++open;
            else fits = fits && wanted[i] == given[i];
        }
        if (!fits || open >= fewest) continue;
        fewest = open;
        found = &methods[lower];
    }
    return found;
}

const json& Contract::resolved(const json& schema) const
{
    if (!schema.contains("$ref")) return schema;
    return file_.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
}

std::optional<std::string> Contract::in_object(const json& schema, const json& value, const std::string& at) const
{
    for (const auto& name : schema.value("required", json::array()))
        if (!value.contains(name.get<std::string>())) return at + " lacks " + name.get<std::string>();
    const auto properties = schema.value("properties", json::object());
    for (const auto& [name, member] : value.items()) {
        if (properties.contains(name)) {
            if (auto wrong = mismatch(properties[name], member, at + "." + name)) return wrong;
        } else if (schema.contains("additionalProperties") && schema["additionalProperties"] == false) {
            return at + " has " + name + ", which the contract does not name";
        }
    }
    return std::nullopt;
}

std::optional<std::string> Contract::mismatch(const json& given, const json& value, const std::string& at) const
{
    const auto& schema = resolved(given);
    if (schema.contains("oneOf")) {
        std::string all;
        for (const auto& one : schema["oneOf"]) {
            const auto wrong = mismatch(one, value, at);
            if (!wrong) return std::nullopt;
            if (!value.is_null()) all += *wrong + "; ";
        }
        return all.empty() ? at + " fits none of the forms" : all;
    }
    if (schema.contains("type")) {
        const auto& type = schema["type"];
        const bool fits = type.is_array() ? std::ranges::any_of(type, [&](const json& one) { return is_of_type(value, one); }) : is_of_type(value, type);
        if (!fits) return at + " is " + value.dump().substr(0, 80) + ", not " + type.dump();
    }
    if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end()) return at + ": " + value.dump() + " is not among the words";
    if (schema.contains("pattern") && value.is_string() && !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
        return at + ": " + value.dump() + " is not of the form";
    if (value.is_number() && schema.contains("minimum") && value < schema["minimum"]) return at + " is too small";
    if (value.is_number() && schema.contains("maximum") && value > schema["maximum"]) return at + " is too large";
    if (value.is_object()) return in_object(schema, value, at);
    if (value.is_array() && schema.contains("items"))
        for (std::size_t i = 0; i < value.size(); ++i)
            if (auto wrong = mismatch(schema["items"], value[i], at + "[" + std::to_string(i) + "]")) return wrong;
    return std::nullopt;
}

std::optional<std::string> Contract::fault(const std::string& method, const std::string& path, int status, const std::string& type, const std::string& body) const
{
    const auto* operation = operation_for(method, path);
    if (!operation) return status == 404 || status == 405 ? std::nullopt : std::optional(method + " " + path + " is not in the contract");
    if (status == 304) return std::nullopt;
    const auto& responses = (*operation)["responses"];
    const auto code = std::to_string(status);
    if (!responses.contains(code) && status < 400) return code + " is not named";
    const auto& response = resolved(responses.contains(code) ? responses[code] : responses["default"]);
    if (!response.contains("content")) return body.empty() ? std::nullopt : std::optional<std::string>("a body where none is named");
    const auto plain = type.substr(0, type.find(';'));
    if (!response["content"].contains(plain)) return "the type " + type + " is not named";
    const auto& schema = response["content"][plain]["schema"];
    if (plain.find("json") == std::string::npos || plain == "application/x-ndjson") return std::nullopt;  // lines of JSON are no JSON
    const auto value = json::parse(body, nullptr, false);
    if (value.is_discarded()) return "it is no JSON";
    return mismatch(schema, value, method + " " + path);
}

}  // namespace sitrep::serve
