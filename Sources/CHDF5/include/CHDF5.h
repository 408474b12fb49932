#pragma once

#include <stddef.h>
#include <stdint.h>

// HDF5 files of numeric data sets with text attributes. Types and constants of hdf5.h are macros
// over mutable globals, which Swift does not let through; they stay behind these functions. Each
// file is to be used by one thread at a time; the library takes its own lock between files.
//
// No function prints, and none keeps a pointer it is given.

/// The most dimensions that a data set can have here.
#define CHDF5_MOST_DIMENSIONS 4

/// Opens a file to read. Returns a handle for `chdf5_close`, or −1 where it is no HDF5 file, is
/// damaged or cannot be read.
int64_t chdf5_open(const char *path);

/// Makes a new file, in place of one that is there. Returns a handle, or −1.
int64_t chdf5_create(const char *path);

/// Closes a file. Returns 0, or −1 where what was written did not reach the file.
int chdf5_close(int64_t file);

/// Dimensions of a data set of numbers, written to `shape`. Returns how many, −1 where there is no
/// such data set, −2 where it holds no numbers, or −3 where it has too many dimensions.
int chdf5_shape(int64_t file, const char *name, uint64_t shape[CHDF5_MOST_DIMENSIONS]);

/// Reads a whole data set of numbers of any type into `values`, which has room for the product of
/// its dimensions. Returns 0, or −1 where its data are damaged.
int chdf5_read(int64_t file, const char *name, double *values);

/// Writes a data set of doubles, or of 64-bit integers made of them. Returns 0 or −1.
int chdf5_write(int64_t file, const char *name, int dimensions, const uint64_t *shape,
                const double *values, int as_integers);

/// Reads a text attribute of the file into `text`, ended by a zero byte. Returns 0, or −1 where
/// there is none of fewer than `size` bytes.
int chdf5_read_text(int64_t file, const char *name, char *text, size_t size);

/// Writes a text attribute of the file. Returns 0 or −1.
int chdf5_write_text(int64_t file, const char *name, const char *text);
