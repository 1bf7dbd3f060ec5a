// Values as they are kept in a model file, one after the other.
#pragma once

#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sitrep::understand {

template <class T>
void append(std::string& out, const T& value)
{
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// Throws std::runtime_error when so many bytes are not left.
inline void need(std::string_view bytes, std::size_t size)
{
    if (bytes.size() < size) throw std::runtime_error("a model file ends too early");
}

/// Takes the next bytes off the front; throws as need().
inline void take(std::string_view& bytes, void* to, std::size_t size)
{
    need(bytes, size);
    std::memcpy(to, bytes.data(), size);
    bytes.remove_prefix(size);
}

template <class T>
T take(std::string_view& bytes)
{
    T value;
    take(bytes, &value, sizeof value);
    return value;
}

}  // namespace sitrep::understand
