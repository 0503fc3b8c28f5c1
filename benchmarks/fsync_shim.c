/*
 * Delays every fsync and fdatasync of a process by FSYNC_DELAY_MS (5 by default), to see what a slow disk does:
 *     LD_PRELOAD=./fsync_shim.so FSYNC_DELAY_MS=5 nghedan run
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_for_the_disk(void) {
    const char *given = getenv("FSYNC_DELAY_MS");
    long ms = given ? atol(given) : 5;
    struct timespec pause = {ms / 1000, (ms % 1000) * 1000000L};
    nanosleep(&pause, NULL);
}

int fsync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_for_the_disk();
    return real(fd);
}

int fdatasync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_for_the_disk();
    return real(fd);
}
