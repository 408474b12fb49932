#include "CHDF5.h"

#include <hdf5/serial/hdf5.h>
#include <string.h>

// The library's own reports would go to the terminal; each thread has its own switch. Files are closed
// one by one, so that it need not look for open ones at the end, which damaged files confuse.
static void be_quiet(void) {
  H5dont_atexit();
  H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
}

int64_t chdf5_open(const char *path) {
  be_quiet();
  return H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
}

int64_t chdf5_create(const char *path) {
  be_quiet();
  return H5Fcreate(path, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
}

int chdf5_close(int64_t file) {
  be_quiet();
  return H5Fclose(file) < 0 ? -1 : 0;
}

static hid_t open_dataset(int64_t file, const char *name) {
  be_quiet();
  return H5Lexists(file, name, H5P_DEFAULT) > 0 ? H5Dopen2(file, name, H5P_DEFAULT) : -1;
}

int chdf5_shape(int64_t file, const char *name, uint64_t shape[CHDF5_MOST_DIMENSIONS]) {
  hid_t dataset = open_dataset(file, name);
  if (dataset < 0) return -1;
  hid_t type = H5Dget_type(dataset);
  hid_t space = H5Dget_space(dataset);
  H5T_class_t kind = H5Tget_class(type);
  int dimensions = -2;
  if (kind == H5T_FLOAT || kind == H5T_INTEGER) {
    dimensions = H5Sget_simple_extent_ndims(space);
    hsize_t sizes[CHDF5_MOST_DIMENSIONS];
    if (dimensions < 0 || dimensions > CHDF5_MOST_DIMENSIONS) {
      dimensions = -3;
    } else if (dimensions > 0) {
      if (H5Sget_simple_extent_dims(space, sizes, NULL) < 0) dimensions = -3;
      for (int i = 0; i < dimensions; i++) shape[i] = sizes[i];
    }
  }
  if (space >= 0) H5Sclose(space);
  if (type >= 0) H5Tclose(type);
  H5Dclose(dataset);
  return dimensions;
}

int chdf5_read(int64_t file, const char *name, double *values) {
  hid_t dataset = open_dataset(file, name);
  if (dataset < 0) return -1;
  herr_t status =
      H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
  H5Dclose(dataset);
  return status < 0 ? -1 : 0;
}

int chdf5_write(int64_t file, const char *name, int dimensions, const uint64_t *shape,
                const double *values, int as_integers) {
  be_quiet();
  if (dimensions < 1 || dimensions > CHDF5_MOST_DIMENSIONS) return -1;
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
  return status < 0 ? -1 : 0;
}

// A text of any length, in UTF-8, as h5py writes and reads it.
static hid_t text_type(void) {
  hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, H5T_VARIABLE);
  H5Tset_cset(type, H5T_CSET_UTF8);
  return type;
}

int chdf5_read_text(int64_t file, const char *name, char *text, size_t size) {
  be_quiet();
  if (H5Aexists(file, name) <= 0) return -1;
  hid_t attribute = H5Aopen(file, name, H5P_DEFAULT);
  if (attribute < 0) return -1;
  hid_t stored = H5Aget_type(attribute);
  hid_t space = H5Aget_space(attribute);
  int status = -1;
  if (H5Tis_variable_str(stored) > 0 && H5Sget_simple_extent_npoints(space) == 1) {
    hid_t type = text_type();
    char *value = NULL;
    if (H5Aread(attribute, type, &value) >= 0 && value) {
      if (strlen(value) < size) {
        strcpy(text, value);
        status = 0;
      }
      H5free_memory(value);
    }
    H5Tclose(type);
  }
  if (space >= 0) H5Sclose(space);
  if (stored >= 0) H5Tclose(stored);
  H5Aclose(attribute);
  return status;
}

int chdf5_write_text(int64_t file, const char *name, const char *text) {
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
  return status < 0 ? -1 : 0;
}
