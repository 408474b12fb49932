#include "CGnuplot.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>  // gnuplot-iostream.h needs it and does not say so
#include <gnuplot-iostream.h>

namespace {

std::string quoted(const char *text) {
  std::string result = "'";
  for (const char *c = text; *c; ++c) {
    if (*c == '\'') result += "'\\''";
    else result += *c;
  }
  return result + "'";
}

// A pipe to a shell command. The command starts with no signal blocked, whatever the calling
// thread blocks: else neither Ctrl-C nor the time limit would end it.
std::FILE *open_pipe(const std::string &command) {
  sigset_t none, mine;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, &mine);
  std::FILE *pipe = popen(command.c_str(), "we");
  pthread_sigmask(SIG_SETMASK, &mine, nullptr);
  return pipe;
}

}  // namespace

// gnuplot-iostream would close the pipe itself but drop the exit status, so it is lent a copy.
struct gnuplot {
  std::FILE *pipe;
  std::optional<gnuplotio::Gnuplot> stream;
};

struct gnuplot *gnuplot_start(const char *program, unsigned seconds, const char *messages) {
  std::signal(SIGPIPE, SIG_IGN);
  gnuplot *result = nullptr;
  std::FILE *pipe = nullptr;
  try {
    // The shell's own complaints go to the messages too, hence the redirection comes first.
    const std::string command = "exec >" + quoted(messages) + " 2>&1; exec timeout --foreground "
        + std::to_string(seconds) + " " + quoted(program) + " -d -";
    pipe = open_pipe(command);
    if (!pipe) return nullptr;
    result = new gnuplot{pipe, std::nullopt};
    const int copy = fcntl(fileno(pipe), F_DUPFD_CLOEXEC, 0);
    std::FILE *file = copy < 0 ? nullptr : fdopen(copy, "w");
    if (!file) throw std::ios_base::failure("no file descriptor left");
    result->stream.emplace(file);
    return result;
  } catch (const std::exception &) {
    const int reason = errno ? errno : ENOMEM;
    if (pipe) pclose(pipe);
    delete result;
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

int gnuplot_close(struct gnuplot *gnuplot) {
  try {
    gnuplot->stream.reset();
  } catch (const std::exception &) {
    // What could not be flushed shows in the status and in the missing picture.
  }
  const int status = pclose(gnuplot->pipe);
  delete gnuplot;
  if (status == -1) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
