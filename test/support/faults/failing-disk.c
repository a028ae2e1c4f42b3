/*
 * A disk that fails on demand: loaded before a program, it makes writes and syncs of some files fail while a flag lies
 * in the file system. The flag is a file named by FAILING_DISK; its content says how: EIO or ENOSPC. The files are those
 * whose path holds FAILING_DISK_FILES.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int failure(int fd) {
  const char *flag = getenv("FAILING_DISK"), *files = getenv("FAILING_DISK_FILES");
  if (!flag || !files || access(flag, R_OK) != 0) return 0;
  char link[64], path[PATH_MAX] = "", how[8] = "";
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  if (readlink(link, path, sizeof path - 1) < 0 || !strstr(path, files)) return 0;
  int at = open(flag, O_RDONLY);
  if (at < 0) return 0;
  if (read(at, how, sizeof how - 1) < 0) how[0] = 0;
  close(at);
  return how[1] == 'N' ? ENOSPC : EIO;
}

#define FAILING(type, name, declared, ...)                         \
  type name declared {                                             \
    static type (*real) declared;                                  \
    if (!real) real = (type (*) declared)dlsym(RTLD_NEXT, #name);  \
    int code = failure(fd);                                        \
    if (code) { errno = code; return -1; }                         \
    return real(__VA_ARGS__);                                      \
  }

FAILING(ssize_t, write, (int fd, const void *bytes, size_t size), fd, bytes, size)
FAILING(ssize_t, pwrite, (int fd, const void *bytes, size_t size, off_t at), fd, bytes, size, at)
FAILING(ssize_t, pwrite64, (int fd, const void *bytes, size_t size, off64_t at), fd, bytes, size, at)
FAILING(ssize_t, pwritev, (int fd, const struct iovec *parts, int count, off_t at), fd, parts, count, at)
FAILING(ssize_t, pwritev64, (int fd, const struct iovec *parts, int count, off64_t at), fd, parts, count, at)
FAILING(int, ftruncate, (int fd, off_t size), fd, size)
FAILING(int, ftruncate64, (int fd, off64_t size), fd, size)
FAILING(int, posix_fallocate, (int fd, off_t at, off_t size), fd, at, size)
FAILING(int, fsync, (int fd), fd)
FAILING(int, fdatasync, (int fd), fd)
