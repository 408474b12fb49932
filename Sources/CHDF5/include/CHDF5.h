#pragma once

#include <stddef.h>
#include <stdint.h>

// HDF5 files of numeric data sets with text attributes. Types and constants of hdf5.h are macros
// over mutable globals, which Swift does not let through; they stay behind these functions.
//
// Damaged files crash the library, so files are read in a child process, whose memory is its own:
// what comes back is a stream of bytes, to be taken for what anybody may have sent. No function
// prints, and none keeps a pointer it is given.

/// The most dimensions that a data set can have here.
#define CHDF5_MOST_DIMENSIONS 4
/// The most bytes of a text; what is longer is cut.
#define CHDF5_LONGEST_TEXT 4096
/// What a child may take: memory in bytes, its parent's included, and seconds.
#define CHDF5_MOST_MEMORY (16ull << 30)
#define CHDF5_MOST_SECONDS 60

/// What stands in the stream instead of a number of dimensions, or of a text's length.
#define CHDF5_MISSING (-1)
#define CHDF5_NO_NUMBERS (-2)
#define CHDF5_MANY_DIMENSIONS (-3)
#define CHDF5_TOO_LARGE (-4)
#define CHDF5_DAMAGED (-5)

/// A data set of at most `most` numbers or, where `most` is 0, a text attribute of the file.
struct chdf5_wish {
  const char *name;
  uint64_t most;
};

/// The version of the library.
void chdf5_version(uint32_t *major, uint32_t *minor, uint32_t *release);

/// Starts to read a file. Returns a descriptor from which come, in the machine's byte order:
/// an int32, 1 if this is an HDF5 file, else 0 and the end; then for each wish an int32. For a data
/// set it is the number of dimensions, and these as uint64 and the numbers as doubles follow; for a
/// text it is its length, and its bytes follow. A negative one is one of the reasons above.
///
/// A stream that ends earlier is that of a file which ended the child. `*reader` is for
/// `chdf5_end_reading`. Returns −1, with the reason in errno, where there is no process or pipe.
int chdf5_start_reading(const char *path, const struct chdf5_wish *wishes, int count,
                        int *reader);

/// Ends a reading and closes its stream.
void chdf5_end_reading(int stream, int reader);

/// Makes a new file, in place of one that is there. Returns a handle, or −1.
int64_t chdf5_create(const char *path);

/// Closes a file. Returns 0, or −1 where what was written did not reach the file.
int chdf5_close(int64_t file);

/// Writes a data set of doubles, or of 64-bit integers made of them. Returns 0 or −1.
int chdf5_write(int64_t file, const char *name, int dimensions, const uint64_t *shape,
                const double *values, int as_integers);

/// Writes a text attribute of the file. Returns 0 or −1.
int chdf5_write_text(int64_t file, const char *name, const char *text);
