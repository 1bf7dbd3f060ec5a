#include "serve/http/secrets.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace sitrep::serve {
namespace {

void begin()
{
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error("the machine gives no random numbers; nothing can be signed in safely");
}

std::mutex& one_at_a_time()
{
    static std::mutex mutex;
    return mutex;
}

}  // namespace

std::string hashed_password(std::string_view password, const PasswordCost& cost)
{
    begin();
    const std::lock_guard lock(one_at_a_time());
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost.passes, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("not enough memory to keep a password safely");
    return out.data();
}

bool is_password(const std::string& hash, std::string_view password)
{
    begin();
    const std::lock_guard lock(one_at_a_time());
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string random_secret()
{
    begin();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string out(sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    out.pop_back();  // the zero byte
    return out;
}

std::string random_word()
{
    begin();
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789x";  // 32, x twice: five bits each
    std::string out;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0) out += '-';
        out += letters[randombytes_uniform(32)];
    }
    return out;
}

Sha256 hash_of(std::string_view secret)
{
    Sha256 out;
    crypto_hash_sha256(out.bytes.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    return out;
}

std::string fingerprint_of(std::string_view bytes)
{
    begin();
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    std::array<char, 2 * crypto_generichash_BYTES_MIN + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return std::string(hex.data(), 20);
}

bool equal_secrets(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace sitrep::serve
