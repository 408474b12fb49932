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

/// Takes this rank's slice of each buffer to the same place here: the buffer `part` is whole on the
/// rank `part % ranks`. The slice of a rank lies from `bounds[rank]` to `bounds[rank + 1]`.
void cmpi_exchange(float *const *buffers, int32_t parts, const int64_t *bounds);

/// Fills `whole` with the slices of all ranks, each of which has its own there.
void cmpi_join(const int64_t *bounds, float *whole);

/// Leaves the others, once all do.
void cmpi_end(void);

#endif
