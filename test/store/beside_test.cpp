// Programs beside each other at one library lose nothing of each other's.
#include "store_suite.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace sitrep::store {
namespace {

/// Another program: it does its work when it is told to, and ends with what the work gives. Begun before the library is opened here.
class Beside {
public:
    explicit Beside(const std::function<int()>& work)
    {
        if (pipe(ends_) != 0) return;
        child_ = fork();
        if (child_ != 0) return;
        char told = 0;
        _exit(read(ends_[0], &told, 1) == 1 ? work() : 255);
    }
    int told_to()
    {
        int status = 0;
        if (write(ends_[1], "!", 1) != 1 || waitpid(child_, &status, 0) != child_) return -1;
        close(ends_[0]);
        close(ends_[1]);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    int ends_[2]{};
    pid_t child_ = 0;
};

TEST_P(AnyStore, KeepsWhatIsWrittenAfterAProgramBesideItHasEnded)
{
    const auto path = folder_ / "beside.sitrep";
    const auto& open = GetParam().open;
    Beside reader([&] { return int(open(path)->counts().reports); });
    Beside asker([&] { return int(open(path)->counts().reports); });
    const auto first = open(path);
    { const auto second = open(path); }  // a server has several connections, and opens them when they are needed
    const auto third = open(path);
    ASSERT_EQ(reader.told_to(), 0);

    first->in_transaction([&] { first->add_report(document("Two shepherds were killed."), understood(Language::english), no_words); });

    EXPECT_EQ(third->counts().reports, 1);
    EXPECT_EQ(asker.told_to(), 1);
}

}  // namespace
}  // namespace sitrep::store
