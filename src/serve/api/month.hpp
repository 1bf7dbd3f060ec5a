// A month as months, the gate and releases share it.
#pragma once

#include "publish/month.hpp"
#include "serve/api/app.hpp"
#include "serve/api/json.hpp"
#include "serve/month_input.hpp"

#include <string>
#include <vector>

namespace sitrep::serve {

std::string month_asked(const Call& call);           ///< the path's month; Problem(404)
ReportArea area_asked(const Call& call, const std::string& code);  ///< Problem(400) for what is no code
Question of_month(const std::string& month, const ReportArea& area);
/// What states and changes are told from.
publish::MonthInput gathered(Call& call, const std::string& month, const ReportArea& area);
/// The same with what takes longer and stands in documents alone: the overlap of sources.
publish::MonthInput gathered_whole(Call& call, const std::string& month, const ReportArea& area);
Json month_json(Call& call, const std::string& month, const ReportArea& area);
Json edition_json(const store::Release& release);

/// A document that a release is made of.
struct MadeDocument {
    std::string name, type, text;
    std::string rule;                ///< the rule it breaks; empty when it passed
    std::string offending, around;   ///< where the words could be found
};
inline constexpr std::string_view docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Everything that would leave: both forewords alone, so that their words can be shown, then the finished files.
std::vector<MadeDocument> made_documents(const publish::MonthInput& input, const publish::Gate& gate);
/// The shortest run of words that may not leave, and what stands around it.
std::pair<std::string, std::string> offending_words(const publish::Gate& gate, const std::string& text);

}  // namespace sitrep::serve
