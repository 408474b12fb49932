#include "CReadline.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

static creadline_completer completer;
static char *words;  // what the completer found for the current word
static char *next_word;

static volatile sig_atomic_t reading;
static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t last_interrupt;  // of what runs now
static void (*raise_interrupt)(void);

static const char *const breaks = " \t\n\"\\'`@$><=;|&{}()[]+-*/%^,:.!?#";

// Asks the completer before readline looks for the word's start: in text, blanks and dots belong
// to the word, which is a file's name.
static char *word_breaks(void) {
  int start = rl_point;
  free(words);
  words = completer(rl_line_buffer, rl_point, &start);
  int in_text = start > 0 && rl_line_buffer[start - 1] == '"';
  return (char *)(in_text ? "\"" : breaks);
}

static char *generate(const char *text, int state) {
  if (state == 0) next_word = words;
  while (next_word && *next_word) {
    char *end = strchr(next_word, '\n');
    if (!end) return NULL;
    char *word = strndup(next_word, (size_t)(end - next_word));
    next_word = end + 1;
    if (word && strncmp(word, text, strlen(text)) == 0) return word;
    free(word);
  }
  return NULL;
}

static char **complete(const char *text, int start, int end) {
  (void)start;
  (void)end;
  rl_attempted_completion_over = 1;
  rl_completion_suppress_append = 1;
  return rl_completion_matches(text, generate);
}

// Reads a byte; a Ctrl-C meanwhile ends the line, and before that whatever else readline asks for:
// its questions, searches and pastes go on until they see what they wait for, or the end.
static int read_byte(FILE *input) {
  for (;;) {
    unsigned char byte;
    if (interrupted) return RL_ISSTATE(RL_STATE_READCMD) ? '\n' : EOF;
    ssize_t count = read(fileno(input), &byte, 1);
    if (count == 1) return byte;
    if (count == 0 || errno != EINTR) return EOF;
    rl_check_signals();
  }
}

void creadline_start(const char *name, creadline_completer callback) {
  completer = callback;
  rl_readline_name = name;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 1;
  rl_completer_word_break_characters = breaks;
  // Words bring their closing quote along; a folder has none, since it can be entered.
  rl_basic_quote_characters = "";
  rl_completion_word_break_hook = word_breaks;
  rl_attempted_completion_function = complete;
  rl_getc_function = read_byte;
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_variable_bind("show-all-if-ambiguous", "on");
  using_history();
  // With time stamps between them, entries of many lines stay whole in the file.
  history_comment_char = '#';
  history_write_timestamps = 1;
  rl_initialize();
}

char *creadline_read(const char *prompt, int *was_interrupted) {
  interrupted = 0;
  last_interrupt = 0;
  reading = 1;
  char *line = readline(prompt);
  reading = 0;
  *was_interrupted = interrupted;
  interrupted = 0;
  return line;
}

int creadline_remember(const char *entry, const char *path) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (last && strcmp(last->line, entry) == 0) return 0;
  add_history(entry);
  if (!path) return 0;
  int error = append_history(1, path);
  if (error == ENOENT) {
    FILE *file = fopen(path, "a");
    if (!file) return errno;
    fclose(file);
    error = append_history(1, path);
  }
  return error;
}

int creadline_recall(const char *path) {
  stifle_history(10000);
  return read_history(path);
}

const char *creadline_version(void) { return rl_library_version; }

int creadline_columns(void) {
  int rows = 0;
  int columns = 0;
  rl_reset_screen_size();
  rl_get_screen_size(&rows, &columns);
  return columns;
}

static void on_interrupt(int signal) {
  (void)signal;
  if (reading) {
    interrupted = 1;
    return;
  }
  struct timespec clock;
  clock_gettime(CLOCK_MONOTONIC, &clock);
  // Milliseconds, from 1 on; 0 is none yet. They come round after 12 days.
  sig_atomic_t now = (sig_atomic_t)(clock.tv_sec % 1000000 * 1000 + clock.tv_nsec / 1000000 + 1);
  if (last_interrupt != 0 && now - last_interrupt < 1000) {
    // A terminal that takes no more, or a full pipe, is not waited for.
    static const char end[] = "\n";
    struct pollfd errors = {.fd = STDERR_FILENO, .events = POLLOUT};
    ssize_t written = poll(&errors, 1, 0) == 1 ? write(STDERR_FILENO, end, 1) : 0;
    (void)written;
    _exit(130);
  }
  last_interrupt = now;
  if (raise_interrupt) raise_interrupt();
}

void creadline_catch_interrupts(void (*callback)(void)) {
  raise_interrupt = callback;
  last_interrupt = 0;
  // Without SA_RESTART, so that a read ends.
  struct sigaction action = {.sa_handler = on_interrupt};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
}
