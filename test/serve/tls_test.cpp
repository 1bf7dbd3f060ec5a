// The server itself speaks TLS when it is given a certificate.
#include "serve/running.hpp"

#include <curl/curl.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>

namespace sitrep::serve {
namespace {

void write_certificate(const std::string& chain, const std::string& key_file)
{
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    std::FILE* out = std::fopen(chain.c_str(), "w");
    PEM_write_X509(out, certificate);
    std::fclose(out);
    out = std::fopen(key_file.c_str(), "w");
    PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(out);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

class Tls : public Running {
protected:
    void choose(Options& options) override
    {
        if (!with_tls_) return;
        options.certificate = {(folder / "chain.pem").string(), (folder / "key.pem").string()};
    }
    bool with_tls_ = false;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into)
{
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

TEST_F(Tls, OverTlsTheCookieIsForTlsAlone)
{
    write_certificate((folder / "chain.pem").string(), (folder / "key.pem").string());
    with_tls_ = true;
    server.reset();
    start();
    std::string headers;
    CURL* curl = curl_easy_init();
    curl_slist* list = curl_slist_append(nullptr, "Content-Type: application/json");
    const std::string body = R"({"name":"editor","password":")" + std::string(a_password) + "\"}";
    curl_easy_setopt(curl, CURLOPT_URL, ("https://localhost:" + std::to_string(server->port()) + "/api/v1/session").c_str());
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &headers);
    std::string answered;
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answered);
    const auto code = curl_easy_perform(curl);
    curl_slist_free_all(list);
    curl_easy_cleanup(curl);

    ASSERT_EQ(code, CURLE_OK) << curl_easy_strerror(code);
    EXPECT_NE(headers.find("__Host-sitrep_session="), std::string::npos) << headers << answered;
    EXPECT_NE(headers.find("; Secure"), std::string::npos);
    EXPECT_NE(headers.find("Strict-Transport-Security"), std::string::npos);
    EXPECT_EQ(stranger().raw("GET", "/api/v1/health", "", {}).status, 0) << "plain HTTP is not answered there";
}

TEST_F(Tls, ACertificateThatIsNoneIsSaidAtOnce)
{
    server.reset();
    with_tls_ = true;

    EXPECT_THROW(start(), std::runtime_error);
}

}  // namespace
}  // namespace sitrep::serve
