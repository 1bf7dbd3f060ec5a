// Telegram Desktop's export (result.json), of one chat or of all: each message with words is a report.
#include "read/parts.hpp"

#include "text/normalise.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <vector>

namespace sitrep::read {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t export_depth_max = 64;

std::string_view string_at(const object& owner, std::string_view key)
{
    std::string_view value;
    return owner.at_key(key).get(value) == simdjson::SUCCESS ? value : std::string_view();
}

std::string number_at(const object& owner, std::string_view key)
{
    std::int64_t value = 0;
    return owner.at_key(key).get(value) == simdjson::SUCCESS ? fmt::to_string(value) : std::string();
}

// "text" is a string, or a list of strings and of objects that have one ({"type":"bold","text":"…"}).
std::string words_of(const object& message)
{
    element text;
    if (message.at_key("text").get(text) != simdjson::SUCCESS) {
        return {};
    }
    std::string_view whole;
    if (text.get(whole) == simdjson::SUCCESS) {
        return std::string(whole);
    }
    std::string words;
    array parts;
    if (text.get(parts) != simdjson::SUCCESS) {
        return words;
    }
    for (const element part : parts) {
        object entity;
        if (part.get(whole) == simdjson::SUCCESS) {
            words += whole;
        } else if (part.get(entity) == simdjson::SUCCESS) {
            words += string_at(entity, "text");
        }
    }
    return words;
}

struct Chat {
    std::string name;
    std::string id;
    std::string address;  // of a public channel
};

// A chat with one person bears that person's name, which is not a publisher.
bool is_between_people(std::string_view type) { return type == "personal_chat" || type == "bot_chat" || type == "saved_messages"; }

// Finds the message objects by brackets and strings alone and parses them one at a time: an export of any size takes the memory of one message.
class Export {
public:
    Export(const Piece& piece, const Options& options, const Sink& sink) : piece_(piece), json_(piece.bytes), options_(options), sink_(sink) {}

    void read()
    {
        for (std::size_t at = 0; at < json_.size() && !stopped_; ++at) {
            switch (json_[at]) {
            case '"': at = string_at_position(at); break;
            case '{': open_.push_back(at); break;
            case '[': open_.push_back(at); break;
            case '}':
            case ']':
                if (!open_.empty()) {
                    open_.pop_back();
                }
                break;
            default: break;
            }
            if (open_.size() > export_depth_max) {
                refuse("it is nested too deep for an export. Export the chat again");
                return;
            }
        }
        if (!stopped_ && messages_ == 0) {
            refuse("it holds no messages. Export the chat again, as JSON");
        }
    }

private:
    void refuse(std::string why)
    {
        sink_(bad_input(piece_.origin, std::move(why)));
        stopped_ = true;
    }

    // Where the string that begins at `at` ends (its closing quote).
    std::size_t string_end(std::size_t at) const
    {
        for (++at; at < json_.size() && json_[at] != '"'; ++at) {
            at += json_[at] == '\\' ? 1 : 0;
        }
        return std::min(at, json_.size());
    }

    std::size_t skip_blanks(std::size_t at) const { return std::min(json_.find_first_not_of(" \t\r\n", at), json_.size()); }

    // Passes over a string; reads the messages when it is that key.
    std::size_t string_at_position(std::size_t at)
    {
        const std::size_t end = string_end(at);
        if (json_.substr(at, end - at) != "\"messages") {
            return end;
        }
        const std::size_t colon = skip_blanks(end + 1);
        const std::size_t list = colon < json_.size() && json_[colon] == ':' ? skip_blanks(colon + 1) : json_.size();
        if (list >= json_.size() || json_[list] != '[' || open_.empty()) {
            return end;
        }
        const std::size_t owner = open_.back();
        const Chat chat = owner == owner_ ? Chat{} : chat_from(json_.substr(owner, at - owner));
        owner_ = owner;  // a chat has one list; more of them in one object would have its beginning read over and over
        return read_list(list, chat);
    }

    // What the chat's object says before its messages.
    Chat chat_from(std::string_view beginning)
    {
        std::string json(beginning.substr(0, beginning.find_last_not_of(" \t\r\n,") + 1));
        json += '}';
        object chat;
        if (parser_.parse(json).get(chat) != simdjson::SUCCESS) {
            return {};
        }
        const bool personal = is_between_people(string_at(chat, "type"));
        Chat found{.name = personal ? std::string() : text::to_valid_utf8(string_at(chat, "name")), .id = number_at(chat, "id"), .address = {}};
        if (const auto name = string_at(chat, "username"); !name.empty() && string_at(chat, "type").starts_with("public")) {
            found.address = fmt::format("https://t.me/{}", name);
        }
        return found;
    }

    // The objects of the list that begins at `at`; returns where it ends.
    std::size_t read_list(std::size_t at, const Chat& chat)
    {
        std::size_t depth = 0;
        std::size_t begin = at;
        for (++at; at < json_.size() && !stopped_; ++at) {
            const char c = json_[at];
            if (c == '"') {
                at = string_end(at);
            } else if (c == '{' || c == '[') {
                begin = depth == 0 ? at : begin;
                ++depth;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    return at;
                }
                --depth;
                if (depth == 0 && c == '}') {
                    read_message(json_.substr(begin, at - begin + 1), chat);
                }
            }
        }
        if (!stopped_) {
            refuse(fmt::format("it ends in the middle of a message, after {} whole ones, which were read. Export the chat again", messages_));
        }
        return at;
    }

    void read_message(std::string_view bytes, const Chat& chat)
    {
        ++messages_;
        const std::string where = fmt::format("{}, message {}", piece_.origin, messages_);
        const std::string json = decode(bytes, "utf-8");
        object message;
        if (const auto error = parser_.parse(json).get(message); error != simdjson::SUCCESS) {
            stopped_ = !sink_(bad_input(where, fmt::format("the message is not JSON ({})", simdjson::error_message(error))));
            return;
        }
        const std::string words = text::to_valid_utf8(words_of(message));
        const bool is_service = !string_at(message, "type").empty() && string_at(message, "type") != "message";
        if (is_service || words.find_first_not_of(" \t\n") == std::string::npos) {
            return;  // pictures without words, "X joined the group"
        }
        Report report;
        const std::string id = number_at(message, "id");
        report.external_id = chat.id.empty() ? id : chat.id + "/" + id;
        report.url = chat.address.empty() ? std::string() : chat.address + "/" + id;
        report.publisher = chat.name.empty() ? options_.publisher : chat.name;
        report.published = publication_from(string_at(message, "date"));
        report.set_words({}, words);
        stopped_ = !sink_(receive(std::move(report), std::string(bytes), Format::telegram_json, where));
    }

    const Piece& piece_;
    std::string_view json_;
    const Options& options_;
    const Sink& sink_;
    simdjson::dom::parser parser_;
    std::vector<std::size_t> open_;  // where the objects and lists around begin
    std::size_t owner_ = std::string_view::npos;
    std::size_t messages_ = 0;
    bool stopped_ = false;
};

}  // namespace

void read_telegram(Piece piece, const Options& options, const Sink& sink) { Export(piece, options, sink).read(); }

}  // namespace sitrep::read
