// Is an answer what the contract (src/serve/openapi.json) says? Asked of every answer in every test.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace sitrep::serve {

class Contract {
public:
    Contract();
    /// What is wrong with an answer to METHOD /path (below /api/v1), in words; nothing when all is as the file says.
    std::optional<std::string> fault(const std::string& method, const std::string& path, int status, const std::string& type, const std::string& body) const;
    /// All operations, "GET /incidents/{id}".
    std::vector<std::string> operations() const;

private:
    const nlohmann::json* operation_for(const std::string& method, const std::string& path) const;
    const nlohmann::json& resolved(const nlohmann::json& schema) const;
    std::optional<std::string> mismatch(const nlohmann::json& schema, const nlohmann::json& value, const std::string& at) const;
    std::optional<std::string> in_object(const nlohmann::json& schema, const nlohmann::json& value, const std::string& at) const;
    nlohmann::json file_;
};

}  // namespace sitrep::serve
