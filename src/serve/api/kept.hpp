// Answers that change only with the library, kept until it does.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace sitrep::serve {

/// Whatever is made of a name and a version of the library; all is forgotten when more than so many are kept.
template <class Value>
class Kept {
public:
    explicit Kept(std::size_t kept_max) : kept_max_(kept_max) {}
    template <class Make>
    std::shared_ptr<const Value> of(const std::string& name, std::int64_t version, Make make)
    {
        {
            const std::lock_guard lock(mutex_);
            const auto found = kept_.find(name);
            if (found != kept_.end() && found->second.first == version) return found->second.second;
        }
        auto made = std::make_shared<const Value>(make());
        const std::lock_guard lock(mutex_);
        if (kept_.size() > kept_max_) kept_.clear();
        kept_[name] = {version, made};
        return made;
    }

private:
    std::size_t kept_max_;
    std::mutex mutex_;
    std::map<std::string, std::pair<std::int64_t, std::shared_ptr<const Value>>> kept_;
};

/// Answers as text.
class Memo {
public:
    explicit Memo(std::size_t kept_max) : kept_(kept_max) {}
    template <class Make>
    std::string of(const std::string& name, std::int64_t version, Make make)
    {
        return *kept_.of(name, version, make);
    }

private:
    Kept<std::string> kept_;
};

}  // namespace sitrep::serve
