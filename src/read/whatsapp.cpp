// WhatsApp's "export chat" text: each message is a report. Who sent it is nobody's business: names and numbers of senders go nowhere.
#include "read/whatsapp_lines.hpp"

#include "read/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace sitrep::read {
namespace {

struct Message {
    ChatStamp stamp;
    std::string_view sender;
    std::string_view words;  // over as many lines as it has
    std::string_view bytes;
    std::size_t line = 0;
};

// Calls take(Message) for each until it returns false. Nothing is kept: an export may have millions.
template <class Take>
void each_message(std::string_view text, std::size_t first_line, Take take)
{
    std::size_t line_number = first_line;
    Message message;
    bool in_message = false;
    const auto upto = [](std::string_view view, const char* end) { return std::string_view(view.data(), static_cast<std::size_t>(end - view.data())); };
    for (std::size_t at = 0; at < text.size(); ++line_number) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (const auto stamped = stamped_line(line)) {
            if (in_message && !take(message)) {
                return;
            }
            in_message = !stamped->sender.empty();  // a line without a sender is the program's own
            message = {stamped->stamp, stamped->sender, stamped->words, line, line_number};
        } else if (in_message) {
            message.words = upto(message.words, line.data() + line.size());
            message.bytes = upto(message.bytes, line.data() + line.size());
        }
    }
    if (in_message) {
        take(message);
    }
}

std::string without_carriage_returns(std::string_view words)
{
    std::string out(words);
    std::erase(out, '\r');
    out.erase(out.find_last_not_of(" \t\n") + 1);
    out.erase(0, out.find_first_not_of(" \t\n"));
    return out;
}

// The chat's name as its file bears it: "WhatsApp Chat with NAME.txt", "WhatsApp Chat - NAME.zip:_chat.txt", in Arabic "محادثة واتساب مع NAME.txt".
std::string name_in(std::string_view file)
{
    constexpr std::array<std::string_view, 6> beginnings{"WhatsApp Chat with ", "WhatsApp Chat - ",     "محادثة واتساب مع ",
                                                         "دردشة واتساب مع ",    "محادثة WhatsApp مع ", "دردشة WhatsApp مع "};
    for (const std::string_view before : beginnings) {
        const std::size_t found = file.rfind(before);
        if (found == std::string_view::npos) {
            continue;
        }
        std::string_view name = file.substr(found + before.size());
        name = name.substr(0, std::min({name.find(".txt"), name.find(".zip"), name.size()}));
        return std::string(name);
    }
    return {};
}

// What all messages together tell of the chat.
class Chat {
public:
    explicit Chat(const Piece& piece) : name_(name_in(piece.name))
    {
        name_ = name_.empty() ? name_in(piece.origin) : name_;
    }

    void see(const Message& message)
    {
        any_ = true;
        order_.see(message.stamp);
        name_is_sender_ = name_is_sender_ || message.sender == name_;
        if (senders_.size() < group_senders_min) {
            senders_.insert(message.sender);
        }
    }

    bool any() const { return any_; }
    const DateOrder& order() const { return order_; }
    // A chat of two bears the other one's name; only what three or more people share is a group with a name of its own.
    std::string group_name() const { return senders_.size() >= group_senders_min && !name_is_sender_ ? name_ : std::string(); }

private:
    static constexpr std::size_t group_senders_min = 3;
    std::string name_;
    DateOrder order_;
    std::set<std::string_view> senders_;
    bool name_is_sender_ = false;
    bool any_ = false;
};

}  // namespace

void read_whatsapp(Piece piece, const Options& options, const Sink& sink)
{
    const std::string text = decode(piece.bytes, charset_of(piece.content_type));
    Chat chat(piece);
    each_message(text, piece.first_line, [&](const Message& message) {
        chat.see(message);
        return true;
    });
    if (!chat.any()) {
        sink(bad_input(piece.origin, "it holds no messages. Export the chat again, without media"));
        return;
    }
    const std::string publisher = chat.group_name().empty() ? options.publisher : chat.group_name();
    bool any = false;
    each_message(text, piece.first_line, [&](const Message& message) {
        const std::string words = without_carriage_returns(message.words);
        if (is_no_message(words)) {
            return true;
        }
        any = true;
        Report report;
        report.publisher = publisher;
        report.published = chat.order().publication(message.stamp);
        report.set_words({}, words);
        return sink(receive(std::move(report), std::string(message.bytes), Format::whatsapp_text, fmt::format("{}, line {}", piece.origin, message.line)));
    });
    if (!any) {
        sink(bad_input(piece.origin, "its messages are pictures and recordings only"));
    }
}

}  // namespace sitrep::read
