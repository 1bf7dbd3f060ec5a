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

inline constexpr std::size_t streams_max = 24;

class Events {
public:
    Events();
    /// False when too many are open.
    bool add(std::shared_ptr<Stream> stream);
    bool full() const;
    /// `json` on one line.
    void tell(std::string_view event, std::string_view json);
    void close();  ///< lets all streams go; none is taken any more

private:
    void send(const std::string& text);
    void keep_open(std::stop_token stop);
    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::vector<std::shared_ptr<Stream>> streams_;
    bool closed_ = false;
    std::jthread keeping_;  // last: it uses the others
};

}  // namespace sitrep::serve
