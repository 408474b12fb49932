#include "CGnuplot.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <algorithm>
#include <exception>
#include <fcntl.h>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>  // gnuplot-iostream.h needs it and does not say so
#include <gnuplot-iostream.h>

#include "forbid_processes.h"

namespace {

/// What makes a gnuplot read other files, or start other programs, than a script asks for.
const char *const variables[] = {"GNUTERM", "GNUPLOT_LIB", "GNUPLOT_DRIVER_DIR", "FIT_SCRIPT"};

/// Becomes gnuplot. The memory is still that of the parent: only system calls are made here.
[[noreturn]] void become(const char *program, char *const *environment, unsigned seconds,
                         int script, int picture, int messages) {
  if (dup2(script, 0) < 0 || dup2(picture, 1) < 0 || dup2(messages, 2) < 0) _exit(126);
  for (const int number : {SIGINT, SIGPIPE, SIGALRM}) std::signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  alarm(seconds);
  forbid_processes();
  char name[] = "gnuplot", defaults[] = "-d", input[] = "-";
  char *const arguments[] = {name, defaults, input, nullptr};
  execvpe(program, arguments, environment);
  _exit(errno == ENOENT || errno == ENOTDIR ? 127 : 126);
}

/// Starts gnuplot; -1 if there is no process to be had. Not by `fork`, at which OpenBLAS would
/// end its threads.
pid_t start(const char *program, char *const *environment, unsigned seconds, int script,
            int picture, int messages) {
  sigset_t all, mine;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &mine);
  const pid_t process = vfork();
  if (process == 0) become(program, environment, seconds, script, picture, messages);
  pthread_sigmask(SIG_SETMASK, &mine, nullptr);
  return process;
}

std::vector<char *> environment() {
  std::vector<char *> kept;
  for (char **entry = environ; *entry; ++entry) {
    const std::string_view text = *entry;
    const auto name = text.substr(0, text.find('='));
    if (std::find(std::begin(variables), std::end(variables), name) == std::end(variables))
      kept.push_back(*entry);
  }
  kept.push_back(nullptr);
  return kept;
}

struct Descriptor {
  int number;
  explicit Descriptor(int number) : number(number) {}
  Descriptor(const Descriptor &) = delete;
  ~Descriptor() {
    const int reason = errno;
    if (number >= 0) close(number);
    errno = reason;
  }
};

}  // namespace

// gnuplot-iostream would close the pipe itself, but knows no exit status.
struct gnuplot {
  pid_t process;
  std::optional<gnuplotio::Gnuplot> stream;
};

struct gnuplot *gnuplot_start(const char *program, unsigned seconds, const char *picture,
                              const char *messages) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return nullptr;
  Descriptor reading(ends[0]), writing(ends[1]);
  Descriptor drawn(open(picture, O_WRONLY | O_CLOEXEC));
  if (drawn.number < 0) return nullptr;
  Descriptor said(open(messages, O_WRONLY | O_TRUNC | O_CLOEXEC));
  if (said.number < 0) return nullptr;
  std::FILE *file = nullptr;
  try {
    const auto kept = environment();
    auto result = std::make_unique<gnuplot>();
    file = fdopen(writing.number, "w");
    if (!file) return nullptr;
    writing.number = -1;
    result->stream.emplace(file);
    file = nullptr;
    result->process =
        start(program, kept.data(), seconds, reading.number, drawn.number, said.number);
    if (result->process < 0) return nullptr;
    return result.release();
  } catch (const std::exception &) {
    const int reason = errno ? errno : ENOMEM;
    if (file) std::fclose(file);
    errno = reason;
    return nullptr;
  }
}

bool gnuplot_send(struct gnuplot *gnuplot, const char *text, size_t length) {
  try {
    gnuplot->stream->write(text, static_cast<std::streamsize>(length));
    gnuplot->stream->flush();
    return gnuplot->stream->good();
  } catch (const std::exception &) {
    return false;
  }
}

static void end_script(struct gnuplot *gnuplot) {
  try {
    gnuplot->stream.reset();
  } catch (const std::exception &) {
    // What could not be flushed shows in the status and in the missing picture.
  }
}

bool gnuplot_wait(struct gnuplot *gnuplot, unsigned milliseconds) {
  end_script(gnuplot);
  siginfo_t ended{};
  const auto look = [&] {
    return waitid(P_PID, gnuplot->process, &ended, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           ended.si_pid != 0;
  };
  for (unsigned waited = 0; waited < milliseconds && !look(); ++waited) {
    const timespec moment{0, 1'000'000};
    nanosleep(&moment, nullptr);
  }
  return look();
}

void gnuplot_stop(struct gnuplot *gnuplot) { kill(gnuplot->process, SIGKILL); }

int gnuplot_close(struct gnuplot *gnuplot) {
  end_script(gnuplot);
  int status;
  pid_t ended;
  do ended = waitpid(gnuplot->process, &status, 0);
  while (ended < 0 && errno == EINTR);
  delete gnuplot;
  if (ended < 0) return -1;
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  return WTERMSIG(status) == SIGALRM ? 124 : 128 + WTERMSIG(status);
}
