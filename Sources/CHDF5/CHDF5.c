#define _GNU_SOURCE  // pipe2

#include "CHDF5.h"

#include <errno.h>
#include <fcntl.h>
#include <hdf5/serial/hdf5.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// The library's own reports would go to the terminal; each thread has its own switch. Files are closed
// one by one, so that it need not look for open ones at the end, which damaged files confuse.
static void be_quiet(void) {
  H5dont_atexit();
  H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
}

// Held while the library works in this process, and while a child is born: a child would wait forever
// for a lock of the library's own that another thread held at that moment.
static pthread_mutex_t library = PTHREAD_MUTEX_INITIALIZER;

// A text of any length, in UTF-8, as h5py writes and reads it.
static hid_t text_type(void) {
  hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, H5T_VARIABLE);
  H5Tset_cset(type, H5T_CSET_UTF8);
  return type;
}

// Without locks: drafts have one of their own, and some file systems know none.
static hid_t unlocked(void) {
  hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  H5Pset_file_locking(access, 0, 1);
  return access;
}

// MARK: Reading, in a child process

static void send_bytes(int output, const void *bytes, size_t size) {
  const char *rest = bytes;
  while (size > 0) {
    ssize_t written = write(output, rest, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(1);  // nobody listens any more
    rest += written;
    size -= (size_t)written;
  }
}

static void send_number(int output, int32_t number) { send_bytes(output, &number, sizeof number); }

static void send_dataset(int output, hid_t file, const char *name, uint64_t most) {
  hid_t dataset =
      H5Lexists(file, name, H5P_DEFAULT) > 0 ? H5Dopen2(file, name, H5P_DEFAULT) : -1;
  if (dataset < 0) return send_number(output, CHDF5_MISSING);
  H5T_class_t kind = H5Tget_class(H5Dget_type(dataset));
  if (kind != H5T_FLOAT && kind != H5T_INTEGER) return send_number(output, CHDF5_NO_NUMBERS);
  hid_t space = H5Dget_space(dataset);
  int dimensions = H5Sget_simple_extent_ndims(space);
  hsize_t sizes[CHDF5_MOST_DIMENSIONS];
  if (dimensions < 0 || dimensions > CHDF5_MOST_DIMENSIONS ||
      (dimensions > 0 && H5Sget_simple_extent_dims(space, sizes, NULL) < 0))
    return send_number(output, CHDF5_MANY_DIMENSIONS);
  uint64_t count = 1, shape[CHDF5_MOST_DIMENSIONS];
  for (int i = 0; i < dimensions; i++) {
    shape[i] = sizes[i];
    if (__builtin_mul_overflow(count, shape[i], &count) || count > most)
      return send_number(output, CHDF5_TOO_LARGE);
  }
  double *values = malloc((count + 1) * sizeof *values);
  if (!values ||
      H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
    return send_number(output, CHDF5_DAMAGED);
  send_number(output, dimensions);
  send_bytes(output, shape, (size_t)dimensions * sizeof *shape);
  send_bytes(output, values, count * sizeof *values);
  free(values);
}

static void send_text(int output, hid_t file, const char *name) {
  hid_t attribute =
      H5Aexists(file, name) > 0 ? H5Aopen(file, name, H5P_DEFAULT) : -1;
  char *value = NULL;
  if (attribute < 0 || H5Tis_variable_str(H5Aget_type(attribute)) <= 0 ||
      H5Sget_simple_extent_npoints(H5Aget_space(attribute)) != 1 ||
      H5Aread(attribute, text_type(), &value) < 0 || !value)
    return send_number(output, CHDF5_MISSING);
  size_t length = strnlen(value, CHDF5_LONGEST_TEXT);
  send_number(output, (int32_t)length);
  send_bytes(output, value, length);
}

static void send_file(int output, const char *path, const struct chdf5_wish *wishes, int count) {
  static const int deadly[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE, SIGTRAP, SIGINT, SIGPIPE};
  for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) signal(deadly[i], SIG_DFL);
  const struct rlimit no_dump = {0, 0}, memory = {CHDF5_MOST_MEMORY, CHDF5_MOST_MEMORY};
  setrlimit(RLIMIT_CORE, &no_dump);
  setrlimit(RLIMIT_AS, &memory);
  // Threads of libdispatch block signals, the alarm's too.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGALRM, SIG_DFL);
  alarm(CHDF5_MOST_SECONDS);
  be_quiet();
  hid_t file = H5Fopen(path, H5F_ACC_RDONLY, unlocked());
  send_number(output, file >= 0);
  if (file < 0) return;
  for (int i = 0; i < count; i++) {
    if (wishes[i].most == 0) send_text(output, file, wishes[i].name);
    else send_dataset(output, file, wishes[i].name, wishes[i].most);
  }
}

int chdf5_start_reading(const char *path, const struct chdf5_wish *wishes, int count,
                        int *reader) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  pthread_mutex_lock(&library);
  pid_t child = fork();
  if (child == 0) {
    send_file(ends[1], path, wishes, count);
    _exit(0);  // damaged files crash the library also where it tidies up
  }
  int reason = errno;
  pthread_mutex_unlock(&library);
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    errno = reason;
    return -1;
  }
  *reader = child;
  return ends[0];
}

void chdf5_end_reading(int stream, int reader) {
  close(stream);
  kill(reader, SIGKILL);
  while (waitpid(reader, NULL, 0) < 0 && errno == EINTR) {}
}

// MARK: Writing

int64_t chdf5_create(const char *path) {
  pthread_mutex_lock(&library);
  be_quiet();
  hid_t access = unlocked();
  hid_t file = H5Fcreate(path, H5F_ACC_TRUNC, H5P_DEFAULT, access);
  H5Pclose(access);
  pthread_mutex_unlock(&library);
  return file;
}

int chdf5_close(int64_t file) {
  pthread_mutex_lock(&library);
  be_quiet();
  herr_t status = H5Fclose(file);
  pthread_mutex_unlock(&library);
  return status < 0 ? -1 : 0;
}

int chdf5_write(int64_t file, const char *name, int dimensions, const uint64_t *shape,
                const double *values, int as_integers) {
  if (dimensions < 1 || dimensions > CHDF5_MOST_DIMENSIONS) return -1;
  pthread_mutex_lock(&library);
  be_quiet();
  hsize_t sizes[CHDF5_MOST_DIMENSIONS];
  for (int i = 0; i < dimensions; i++) sizes[i] = shape[i];
  hid_t space = H5Screate_simple(dimensions, sizes, NULL);
  hid_t type = as_integers ? H5T_STD_I64LE : H5T_IEEE_F64LE;
  hid_t dataset = H5Dcreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  herr_t status = -1;
  if (dataset >= 0) {
    status = H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
    if (H5Dclose(dataset) < 0) status = -1;
  }
  if (space >= 0) H5Sclose(space);
  pthread_mutex_unlock(&library);
  return status < 0 ? -1 : 0;
}

int chdf5_write_text(int64_t file, const char *name, const char *text) {
  pthread_mutex_lock(&library);
  be_quiet();
  hid_t type = text_type();
  hid_t space = H5Screate(H5S_SCALAR);
  hid_t attribute = H5Acreate2(file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  herr_t status = -1;
  if (attribute >= 0) {
    status = H5Awrite(attribute, type, &text);
    if (H5Aclose(attribute) < 0) status = -1;
  }
  if (space >= 0) H5Sclose(space);
  H5Tclose(type);
  pthread_mutex_unlock(&library);
  return status < 0 ? -1 : 0;
}

void chdf5_version(uint32_t *major, uint32_t *minor, uint32_t *release) {
  unsigned numbers[3] = {0, 0, 0};
  H5get_libversion(&numbers[0], &numbers[1], &numbers[2]);
  *major = numbers[0];
  *minor = numbers[1];
  *release = numbers[2];
}
