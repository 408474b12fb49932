#pragma once

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A running gnuplot that reads a script. It is to be closed by `gnuplot_close`, once.
struct gnuplot;

/// Starts `program` (a name looked up in PATH, or a path), which then waits for a script.
///
/// It starts with what drawing needs: no start-up files, no shell, none of gnuplot's own
/// environment variables, and on Linux without the right to start processes, so that no script
/// can run a program. What it draws to standard output goes into the file `picture`, what it says
/// into the file `messages`. After `seconds` gnuplot is ended, so that nothing waits for ever.
/// SIGPIPE is ignored in the whole process from here on: a gnuplot that dies shows as a failing
/// `gnuplot_send`.
///
/// Returns NULL, with the reason in errno, if no process or pipe was to be had, or a file could
/// not be opened. A missing program is not noticed here but by the status of `gnuplot_close`, 127.
struct gnuplot *gnuplot_start(const char *program, unsigned seconds, const char *picture,
                              const char *messages);

/// Sends `length` bytes of script. False if gnuplot does not listen any more.
bool gnuplot_send(struct gnuplot *gnuplot, const char *text, size_t length);

/// Ends the script and waits for gnuplot, at most so many milliseconds. True if gnuplot has ended.
bool gnuplot_wait(struct gnuplot *gnuplot, unsigned milliseconds);

/// Ends gnuplot, wherever it is.
void gnuplot_stop(struct gnuplot *gnuplot);

/// Ends the script, waits for gnuplot and frees `gnuplot`.
///
/// Returns its exit status, 128 + n if signal n ended it, 124 if it took more than its seconds,
/// 127 if there is no such program, and -1 if the status could not be read.
int gnuplot_close(struct gnuplot *gnuplot);

#ifdef __cplusplus
}
#endif
