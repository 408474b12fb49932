#define _GNU_SOURCE
#include "CMPI.h"

#include <mpi.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int own_rank = 0;
static int ranks = 1;

// mpirun and srun end the other ranks.
static void give_up(void) {
  fputs("deepstruc: too much to send to other ranks at once\n", stderr);
  _exit(70);
}

int cmpi_is_rank(void) {
  return getenv("OMPI_COMM_WORLD_RANK") || getenv("PMIX_RANK");
}

int cmpi_start(int32_t *own, int32_t *count, int32_t *here) {
  int provided = 0;
  // Only one thread calls.
  if (MPI_Init_thread(NULL, NULL, MPI_THREAD_FUNNELED, &provided) != MPI_SUCCESS) return -1;
  if (provided < MPI_THREAD_FUNNELED) return -1;
  MPI_Comm_rank(MPI_COMM_WORLD, &own_rank);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  MPI_Comm machine;
  int on_machine = 1;
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
  MPI_Comm_size(machine, &on_machine);
  MPI_Comm_free(&machine);
  *own = own_rank;
  *count = ranks;
  *here = on_machine;
  return 0;
}

int32_t cmpi_widen(void) {
  cpu_set_t all, before;
  if (sched_getaffinity(0, sizeof before, &before) != 0) return 1;
  CPU_ZERO(&all);
  for (int core = 0; core < CPU_SETSIZE; core++) CPU_SET(core, &all);
  // The kernel leaves out cores that a batch system does not lend.
  if (sched_setaffinity(0, sizeof all, &all) != 0) return CPU_COUNT(&before);
  return sched_getaffinity(0, sizeof all, &all) == 0 ? CPU_COUNT(&all) : CPU_COUNT(&before);
}

void cmpi_gather(const int64_t *own, int32_t words, int64_t *all) {
  MPI_Allgather(own, words, MPI_INT64_T, all, words, MPI_INT64_T, MPI_COMM_WORLD);
}

// MPI counts in int: 2³¹ words are 16 GB.
void cmpi_gather_all(const int64_t *own, const int64_t *words, int64_t *all) {
  int *counts = malloc(2 * (size_t)ranks * sizeof *counts);
  if (!counts) give_up();
  int *starts = counts + ranks;
  int64_t sum = 0;
  for (int rank = 0; rank < ranks; rank++) {
    counts[rank] = (int)words[rank];
    starts[rank] = (int)sum;
    sum += words[rank];
    if (sum > INT32_MAX) give_up();
  }
  MPI_Allgatherv(
      own, counts[own_rank], MPI_INT64_T, all, counts, starts, MPI_INT64_T, MPI_COMM_WORLD);
  free(counts);
}

void cmpi_broadcast(int64_t *words, int64_t count) {
  const int64_t most = 1 << 27;
  for (int64_t start = 0; start < count; start += most) {
    int64_t some = count - start < most ? count - start : most;
    MPI_Bcast(words + start, (int)some, MPI_INT64_T, 0, MPI_COMM_WORLD);
  }
}

void cmpi_exchange(float *const *buffers, int32_t parts, const int64_t *bounds) {
  MPI_Request *requests = malloc((size_t)parts * (size_t)ranks * sizeof *requests);
  if (!requests) give_up();
  int count = 0;
  for (int32_t part = 0; part < parts; part++) {
    int owner = part % ranks;
    for (int rank = 0; rank < ranks; rank++) {
      float *slice = buffers[part] + bounds[rank];
      int64_t length = bounds[rank + 1] - bounds[rank];
      if (length > INT32_MAX) give_up();
      if (rank == owner || length == 0) continue;
      if (owner == own_rank) {
        MPI_Isend(
            slice, (int)length, MPI_FLOAT, rank, part, MPI_COMM_WORLD, &requests[count++]);
      } else if (rank == own_rank) {
        MPI_Irecv(
            slice, (int)length, MPI_FLOAT, owner, part, MPI_COMM_WORLD, &requests[count++]);
      }
    }
  }
  MPI_Waitall(count, requests, MPI_STATUSES_IGNORE);
  free(requests);
}

void cmpi_join(const int64_t *bounds, float *whole) {
  int *counts = malloc(2 * (size_t)ranks * sizeof *counts);
  if (!counts) give_up();
  int *starts = counts + ranks;
  if (bounds[ranks] > INT32_MAX) give_up();
  for (int rank = 0; rank < ranks; rank++) {
    counts[rank] = (int)(bounds[rank + 1] - bounds[rank]);
    starts[rank] = (int)bounds[rank];
  }
  MPI_Allgatherv(
      MPI_IN_PLACE, 0, MPI_DATATYPE_NULL, whole, counts, starts, MPI_FLOAT, MPI_COMM_WORLD);
  free(counts);
}

void cmpi_end(void) { MPI_Finalize(); }
