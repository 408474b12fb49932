// What ranks do together, over Open MPI (https://www.open-mpi.org). All calls come from the thread
// that called cmpi_start, and all ranks make them in the same order.
#ifndef CMPI_H
#define CMPI_H

#include <stdint.h>

/// Whether mpirun or srun started this process as a rank.
int cmpi_is_rank(void);

/// Joins the others: which rank this is, how many there are, and how many of them are on this
/// machine. Zero where that went well.
int cmpi_start(int32_t *own, int32_t *count, int32_t *here);

/// Lets this process run on all cores that it may use, and gives their number.
int32_t cmpi_widen(void);

/// The same number of words of each rank, in the order of the ranks.
void cmpi_gather(const int64_t *own, int32_t words, int64_t *all);

/// Some words of each rank, in the order of the ranks.
void cmpi_gather_all(const int64_t *own, const int64_t *words, int64_t *all);

/// The words of the first rank.
void cmpi_broadcast(int64_t *words, int64_t count);

/// Sends each rank its slice of `parts` buffers that this rank owns, slice after slice, and takes
/// its own slice of the buffers of the others, rank after rank.
///
/// `slices` are the lengths of the slices, `owned` how many buffers each rank owns.
void cmpi_exchange(
    const float *send, const int64_t *slices, const int32_t *owned, float *receive);

/// Fills `whole` with the slices of all ranks, each of which has its own there.
void cmpi_join(const int64_t *slices, float *whole);

/// Leaves the others, once all do.
void cmpi_end(void);

#endif
