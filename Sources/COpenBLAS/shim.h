#pragma once

#include <cblas.h>

// LAPACK's Fortran routines, which OpenBLAS contains and Debian's cblas.h does not declare. The
// trailing lengths of the character arguments are part of gfortran's calling convention.
void dsyev_(
    const char *job, const char *part, const int *n, double *a, const int *lda, double *w,
    double *work, const int *lwork, int *info, unsigned long, unsigned long);
void dpotrf_(const char *part, const int *n, double *a, const int *lda, int *info, unsigned long);
void dpotri_(const char *part, const int *n, double *a, const int *lda, int *info, unsigned long);

// Eigenvalues of the symmetric `a[n, n]`, ascending, into `w`; eigenvectors, row by row, into `a`.
static inline int dsyev(int n, double *a, double *w, double *work, int lwork) {
  int info = 0;
  dsyev_("V", "U", &n, a, &n, w, work, &lwork, &info, 1, 1);
  return info;
}

// The Cholesky factor of the positive definite `a[n, n]`; not 0 where it is not positive definite.
// The lower triangle by columns is the upper one by rows.
static inline int dpotrf(int n, double *a) {
  int info = 0;
  dpotrf_("L", &n, a, &n, &info, 1);
  return info;
}

// The upper triangle, by rows, of the inverse, from what `dpotrf` returned.
static inline int dpotri(int n, double *a) {
  int info = 0;
  dpotri_("L", &n, a, &n, &info, 1);
  return info;
}
