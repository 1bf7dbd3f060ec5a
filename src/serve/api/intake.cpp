#include "serve/api/intake.hpp"

#include "core/json_text.hpp"
#include "read/source.hpp"
#include "serve/api/json.hpp"
#include "serve/http/message.hpp"
#include "serve/http/secrets.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <fstream>

namespace sitrep::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t batches_kept = 100, refusals_kept = 50;
constexpr std::chrono::milliseconds telling_every{150};

std::string utc_now() { return instant(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()).time_since_epoch().count()); }

/// A name with its folders as a path that stays inside: no "..", nothing hidden, no control characters.
std::optional<fs::path> inner_path(const std::string& name)
{
    fs::path out;
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const auto end = std::min(name.find_first_of("/\\", begin), name.size());
        const auto part = name.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part == ".") continue;
        if (part == ".." || part.size() > 200) return std::nullopt;
        for (const unsigned char c : part)
            if (c < 0x20 || c == 0x7f) return std::nullopt;
        out /= part.front() == '.' ? "_" + part : part;
    }
    if (out.empty()) return std::nullopt;
    return out;
}

/// Names documents as their sender did, not by the folder they lay in for a while; ends when it is told to.
class Renamed final : public read::Source {
public:
    Renamed(std::unique_ptr<read::Source> inner, std::string folder, const std::atomic<bool>& stopped, std::stop_token stop)
        : inner_(std::move(inner)), folder_(std::move(folder)), stopped_(stopped), stop_(std::move(stop))
    {
    }
    std::optional<Result<Received>> next() override
    {
        if (stopped_ || stop_.stop_requested()) return std::nullopt;
        auto item = inner_->next();
        if (!item) return item;
        if (*item) rename((*item)->original.origin);
        else {
            auto bad = item->error();
            rename(bad.where);
            rename(bad.why);
            return Result<Received>(tl::unexpected<BadInput>(std::move(bad)));
        }
        return item;
    }
    read::Progress progress() const override { return inner_->progress(); }

private:
    void rename(std::string& where) const
    {
        for (auto at = where.find(folder_); at != std::string::npos; at = where.find(folder_, at)) where.erase(at, folder_.size());
    }
    std::unique_ptr<read::Source> inner_;
    std::string folder_;
    const std::atomic<bool>& stopped_;
    std::stop_token stop_;
};

}  // namespace

std::string_view to_string(BatchState state)
{
    static constexpr std::array<std::string_view, 5> names{"waiting", "reading", "done", "stopped", "failed"};
    return names[std::size_t(state)];
}

Intake::Intake(IntakeRooms rooms) : rooms_(std::move(rooms)), folder_(fs::absolute(rooms_.library + ".inbox"))
{
    std::error_code ignored;
    fs::remove_all(folder_, ignored);  // left behind by a plug pulled
    fs::create_directories(folder_);
    fs::permissions(folder_, fs::perms::owner_all);
    thread_ = std::jthread([this](std::stop_token stop) { work(stop); });
}

Intake::~Intake()
{
    thread_.request_stop();
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

Upload Intake::announce(const std::string& name, std::int64_t size)
{
    if (!inner_path(name)) throw Problem(400, "bad_name", "The file's name cannot be used. Folders are parted by \"/\", and none may be \"..\".");
    if (size > upload_bytes_max) throw Problem(413, "too_large", "The file is larger than 2 GiB. Put it on this machine and read it with `sitrep read`.");
    const std::lock_guard lock(mutex_);
    std::int64_t together = size;
    for (const auto& [id, upload] : uploads_) together += upload.size;
    if (uploads_.size() >= uploads_max || together > uploads_bytes_max)
        throw Problem(429, "too_many", "Too many files are on their way. Read in what is there first, or drop some.");
    Upload upload{random_secret(), name, size, 0};
    const auto folder = folder_of(upload.id);
    fs::create_directories(folder);
    std::ofstream(folder / "bytes", std::ios::binary);
    uploads_[upload.id] = upload;
    return upload;
}

Upload Intake::take_part(const std::string& id, std::int64_t offset, std::string_view bytes)
{
    const std::lock_guard lock(mutex_);
    const auto found = uploads_.find(id);
    if (found == uploads_.end()) throw Problem(404, "not_there", "There is no such upload. Announce the file again.");
    auto& upload = found->second;
    if (bytes.size() > upload_part_bytes_max) throw Problem(413, "too_large", "Send the file in smaller parts: part_bytes_max.");
    if (offset != upload.received) {
        Problem problem(409, "wrong_offset", fmt::format("{} bytes are here; send what comes after them.", upload.received));
        problem.field = "offset";
        throw problem;
    }
    if (upload.received + std::int64_t(bytes.size()) > upload.size) throw Problem(413, "too_large", "That is more than was announced.");
    std::ofstream file(folder_of(id) / "bytes", std::ios::binary | std::ios::app);
    file.write(bytes.data(), std::streamsize(bytes.size()));
    file.close();
    if (!file) throw Problem(503, "disk_full", "The disk does not take it. Free some space and send the part again.");
    upload.received += std::int64_t(bytes.size());
    return upload;
}

void Intake::drop(const std::string& id)
{
    const std::lock_guard lock(mutex_);
    if (uploads_.erase(id) == 0) throw Problem(404, "not_there", "There is no such upload.");
    std::error_code ignored;
    fs::remove_all(folder_of(id), ignored);
}

void Intake::put_texts(Job& job) const
{
    if (job.what.texts.empty()) return;
    const auto path = job.folder / "pasted.jsonl";
    std::ofstream out(path, std::ios::binary);
    for (const auto& text : job.what.texts) {
        JsonText json;
        json.open('{');
        for (const auto& [name, value] : {std::pair("title", &text.title), std::pair("publisher", &text.publisher), std::pair("url", &text.url),
                                          std::pair("published", &text.published)})
            if (!value->empty()) json.key(name).value(*value);
        json.key("text").value(text.text).close('}');
        out << json.take() << '\n';
    }
    out.close();
    if (!out) throw Problem(503, "disk_full", "The disk does not take it. Free some space and try again.");
    job.inputs.push_back(path.string());
}

Batch Intake::add(ToRead what)
{
    auto job = std::make_shared<Job>();
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= batches_waiting_max) throw Problem(429, "too_many", "Too many batches wait already. Wait until some are read.");
    for (const auto& id : what.uploads) {
        const auto found = uploads_.find(id);
        if (found == uploads_.end()) throw Problem(404, "not_there", fmt::format("There is no upload {}. Announce the file again.", id.substr(0, 60)));
        if (found->second.received != found->second.size)
            throw Problem(409, "not_whole", fmt::format("{} is not whole: {} of {} bytes are here.", found->second.name, found->second.received, found->second.size));
    }
    job->batch.id = fmt::format("B{}", ++last_number_);
    job->batch.by = what.by;
    job->batch.what = what.what;
    job->batch.started_at = utc_now();
    job->what = std::move(what);
    job->folder = folder_ / job->batch.id;
    fs::create_directories(job->folder);
    for (const auto& id : job->what.uploads) {
        const auto found = uploads_.find(id);
        if (found == uploads_.end()) continue;  // named twice
        auto path = job->folder / *inner_path(found->second.name);
        fs::create_directories(path.parent_path());
        while (fs::exists(path)) path += "_";  // two files of one name are two files
        fs::rename(folder_of(id) / "bytes", path);
        fs::remove_all(folder_of(id));
        uploads_.erase(found);
        job->inputs.push_back(path.string());
    }
    put_texts(*job);
    for (const auto& address : job->what.addresses) job->inputs.push_back(address);
    jobs_.push_back(job);
    if (jobs_.size() > batches_kept) jobs_.pop_front();
    waiting_.push_back(job);
    wake_.notify_all();
    return job->batch;
}

Batch Intake::stop(const std::string& id)
{
    const std::lock_guard lock(mutex_);
    for (const auto& job : jobs_)
        if (job->batch.id == id) {
            job->stopped = true;
            return job->batch;
        }
    throw Problem(404, "not_there", "There is no such batch.");
}

std::optional<Batch> Intake::batch(const std::string& id) const
{
    const std::lock_guard lock(mutex_);
    for (const auto& job : jobs_)
        if (job->batch.id == id) return job->batch;
    return std::nullopt;
}

std::vector<Batch> Intake::batches() const
{
    const std::lock_guard lock(mutex_);
    std::vector<Batch> out;
    for (auto job = jobs_.rbegin(); job != jobs_.rend(); ++job) out.push_back((*job)->batch);
    return out;
}

template <class Change>
Batch Intake::changed(Job& job, Change change)
{
    const std::lock_guard lock(mutex_);
    change(job.batch);
    return job.batch;
}

void Intake::work(std::stop_token stop)
{
    std::unique_ptr<store::Desk> desk;
    while (!stop.stop_requested()) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
            job = waiting_.front();
            waiting_.pop_front();
        }
        reading_ = true;
        try {
            if (!desk) desk = rooms_.open_desk();
            run(*job, *desk, stop);
        }
        catch (const std::exception& error) {
            rooms_.tell(changed(*job, [&](Batch& batch) {
                batch.state = BatchState::failed;
                batch.error = error.what();
                batch.ended_at = utc_now();
            }));
        }
        reading_ = false;
        std::error_code ignored;
        fs::remove_all(job->folder, ignored);
    }
}

void Intake::run(Job& job, store::Desk& desk, const std::stop_token& stop)
{
    std::vector<std::pair<std::string, read::Validators>> said_now;
    read::Options options;
    options.publisher = job.what.publisher;
    std::map<std::string, read::Validators> said_before;  // asked for now: the reading thread may not use the library
    for (const auto& url : job.what.addresses) {
        read::Validators said{desk.store().note("etag:" + url), desk.store().note("last-modified:" + url)};
        if (!job.what.feeds.empty() && !(said.etag.empty() && said.last_modified.empty())) said_before[url] = said;
    }
    options.remembered = [&](const std::string& url) -> std::optional<read::Validators> {
        const auto found = said_before.find(url);
        if (found == said_before.end()) return std::nullopt;
        return found->second;
    };
    options.remember = [&](const std::string& url, const read::Validators& said) { said_now.emplace_back(url, said); };
    rooms_.tell(changed(job, [&](Batch& batch) {
        batch.state = BatchState::reading;
        batch.before = desk.lists().newest_report();
    }));
    pipeline::IngestOptions how;
    how.threads = rooms_.threads;
    how.models = rooms_.models;
    auto told = std::chrono::steady_clock::now();
    how.progress = [&](const pipeline::Ingested& so_far, const read::Progress& progress) {
        rooms_.turns->give_way();
        const auto batch = changed(job, [&](Batch& now) {
            now.counts = so_far;
            now.bytes_done = progress.bytes_done;
            now.bytes_total = progress.bytes_total;
        });
        if (std::chrono::steady_clock::now() - told < telling_every) return;
        told = std::chrono::steady_clock::now();
        rooms_.tell(batch);
    };
    how.refused = [&](const BadInput& bad) {
        changed(job, [&](Batch& batch) {
            batch.refusals.push_back({std::int64_t(batch.counts.refused) + 1, bad.where, bad.why, utc_now()});
            if (batch.refusals.size() > refusals_kept) batch.refusals.pop_front();
        });
    };
    pipeline::Ingested done;
    {
        Renamed source(read::open(job.inputs, options), job.folder.string() + "/", job.stopped, stop);
        const auto gazetteer = rooms_.gazetteer(desk);
        done = pipeline::ingest(source, *gazetteer, desk.store(), how);
    }
    if (!said_now.empty())
        desk.store().in_transaction([&] {
            for (const auto& [url, said] : said_now) {
                desk.store().set_note("etag:" + url, said.etag);
                desk.store().set_note("last-modified:" + url, said.last_modified);
            }
        });
    const auto batch = changed(job, [&](Batch& now) {
        now.counts = done;
        now.state = job.stopped || stop.stop_requested() ? BatchState::stopped : BatchState::done;
        now.ended_at = utc_now();
        now.last = desk.lists().newest_report();
    });
    note_feeds(job, desk);
    rooms_.tell(batch);
}

void Intake::note_feeds(const Job& job, store::Desk& desk) const
{
    for (const auto id : job.what.feeds) {
        auto feed = desk.shelves().feed(id);
        if (!feed) continue;
        feed->fetched_at = utc_now();
        const auto& refusals = job.batch.refusals;
        feed->last_result = refusals.empty() ? fmt::format("{} new, {} already there", job.batch.counts.read, job.batch.counts.already)
                                             : fmt::format("{}: {}", refusals.back().where, refusals.back().why);
        desk.shelves().change(*feed);
    }
}

}  // namespace sitrep::serve
