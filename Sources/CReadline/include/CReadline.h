#pragma once

// Line editing with history and completion. GNU readline's state is global and mutable, which
// Swift does not let through; it stays behind these functions. None may be called from two
// threads at once.

/// Returns what can stand at the end of the first `cursor` bytes of `line`: words, each followed
/// by a line's end, in memory from malloc, which CReadline frees. Sets `*start` to the offset
/// where the begun word starts. May return NULL for none.
typedef char *(*creadline_completer)(const char *line, int cursor, int *start);

/// Prepares readline. `name` is the program's name in ~/.inputrc and must stay valid.
void creadline_start(const char *name, creadline_completer completer);

/// Reads a line, without its end, in memory from malloc, which the caller frees. NULL at the end
/// of the input. If Ctrl-C ended the line, `*interrupted` is 1 and the line is to be dropped.
char *creadline_read(const char *prompt, int *interrupted);

/// Puts an entry, which may have many lines, at the end of the history and of the file at `path`
/// (NULL for no file). Returns 0, or errno.
int creadline_remember(const char *entry, const char *path);

/// Reads the history of earlier sessions. Returns 0, or errno.
int creadline_recall(const char *path);

/// The version of the library.
const char *creadline_version(void);

/// Columns of the terminal.
int creadline_columns(void);

/// Calls `raise` on each Ctrl-C while no line is being read; a second one within a second ends the
/// program at once with status 130. `raise` runs in a signal handler.
void creadline_catch_interrupts(void (*raise)(void));
