// sitrep serve: the desk in the browser.
#include "cli/commands.hpp"
#include "cli/models.hpp"
#include "serve/server.hpp"

#include <fmt/format.h>

#include <charconv>
#include <csignal>

namespace sitrep::cli {
namespace {

struct ServeArguments {
    std::string listen = "127.0.0.1:8080", certificate, key;
    std::vector<std::string> hosts;
    bool plain_anywhere = false, https_in_front = false;
    unsigned threads = 2;
};

void take_address(const std::string& listen, serve::Options& options)
{
    const auto colon = listen.rfind(':');
    const auto port_text = colon == std::string::npos ? std::string_view() : std::string_view(listen).substr(colon + 1);
    unsigned port = 0;
    const auto [end, error] = std::from_chars(port_text.data(), port_text.data() + port_text.size(), port);
    if (error != std::errc{} || end != port_text.data() + port_text.size() || port > 65535)
        throw Failed(fmt::format("--listen {} is not an address with a port. Write it like 127.0.0.1:8080.", listen));
    options.address = listen.substr(0, colon);
    if (options.address.starts_with('[') && options.address.ends_with(']')) options.address = options.address.substr(1, options.address.size() - 2);
    options.port = std::uint16_t(port);
}

/// Signals are taken by waiting for them, so that the server ends between two things and not inside one.
sigset_t ending_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

void tell(const serve::Server& server, const serve::Options& options, const Session& session)
{
    const bool tls = !options.certificate.chain_file.empty();
    const std::string host = options.address.find(':') == std::string::npos ? options.address : "[" + options.address + "]";
    const auto address = fmt::format("{}://{}:{}/", tls ? "https" : "http", host, server.port());
    const auto word = server.set_up_word();
    if (session.json) {
        answer(fmt::format(R"({{"address":"{}","set_up_word":{}}})", address, word.empty() ? "null" : fmt::format("\"{}\"", word)));
    } else {
        say(fmt::format("the desk is at {}  (end it with Ctrl+C)", address));
        if (!word.empty()) say(fmt::format("nobody is registered yet. Open it and enter this set-up word: {}", word));
        answer(address);
    }
    std::fflush(stdout);
}

void run(const ServeArguments& arguments, const Session& session)
{
    const auto signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread is made: all inherit it
    const auto gazetteer = session.open_gazetteer();
    const auto models = models_of_library(session.library);
    serve::Options options;
    options.library = session.library;
    options.gazetteer = &gazetteer;
    options.models = models.set();
    take_address(arguments.listen, options);
    options.certificate = {arguments.certificate, arguments.key};
    options.plain_anywhere = arguments.plain_anywhere;
    options.https_in_front = arguments.https_in_front;
    options.hosts = arguments.hosts;
    options.reading_threads = arguments.threads;
    options.version = SITREP_VERSION;
    if (const auto why = serve::why_not_served(options)) throw Failed(*why);
    const serve::Server server(options);
    tell(server, options, session);
    int signal = 0;
    sigwait(&signals, &signal);
    say("ending");
}

}  // namespace

void add_serve(CLI::App& program, Session& session)
{
    auto* command = program.add_subcommand("serve", "The desk in the browser, on this machine alone");
    const auto given = std::make_shared<ServeArguments>();
    session.add_options(*command);
    command->add_option("--listen", given->listen, "Address and port; port 0 takes a free one")->capture_default_str();
    command->add_option("--certificate", given->certificate, "Certificate chain for TLS, PEM");
    command->add_option("--key", given->key, "Its private key, PEM");
    command->add_option("--host", given->hosts, "A further name it answers to (of a proxy in front)");
    command->add_flag("--https-in-front", given->https_in_front, "A proxy in front speaks TLS: cookies are marked Secure");
    command->add_flag("--allow-plain-http", given->plain_anywhere, "Listen beyond this machine without TLS, whoever may be listening on the way");
    command->add_option("--threads", given->threads, "Threads that read reports in")->check(CLI::Range(1, 64))->capture_default_str();
    command->footer("\nThe first user registers in the browser with the set-up word that stands here; see also `sitrep users`.\n"
                    "Example:\n  sitrep serve\n  sitrep serve --library north.sitrep --listen 127.0.0.1:9000");
    command->callback([given, &session] { run(*given, session); });
}

}  // namespace sitrep::cli
