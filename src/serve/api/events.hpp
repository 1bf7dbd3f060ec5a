// Server-sent events (WHATWG HTML, 9.2): what happens at the desk, told to every open page.
#pragma once

#include "serve/http/message.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace sitrep::serve {

inline constexpr std::size_t streams_max = 48;
/// A page that was closed is noticed only when something is sent to it: whoever opens one page more lets go of the oldest of the own ones.
inline constexpr std::size_t streams_each_max = 6;

class Events {
public:
    Events();
    /// False when too many people listen already.
    bool add(const std::string& who, std::shared_ptr<Stream> stream);
    bool full_for(const std::string& who) const;
    /// `json` on one line.
    void tell(std::string_view event, std::string_view json);
    void close();  ///< lets all streams go; none is taken any more

private:
    struct Listening {
        std::string who;
        std::shared_ptr<Stream> stream;
    };
    bool has_room(const std::string& who) const;  // holds the lock
    void send(const std::string& text);
    void keep_open(std::stop_token stop);
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::vector<Listening> streams_;  // oldest first
    bool closed_ = false;
    std::jthread keeping_;  // last: it uses the others
};

}  // namespace sitrep::serve
