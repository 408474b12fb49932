#pragma once

// Takes the calling process, and the program that it becomes, the right to start processes.
// Where the system has no seccomp filters, nothing happens: what keeps text from becoming code
// does not rest on this.

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <cerrno>
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

inline void forbid_processes() {
#ifdef __x86_64__
  constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#else
  constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#endif
  const auto refusal = [](unsigned reason) { return SECCOMP_RET_ERRNO | reason; };
  const auto load = [](unsigned offset) {
    return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset);
  };
  // Is it so? Then the next line, else the one after.
  const auto is = [](unsigned value) {
    return sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
  };
  const auto answer = [](unsigned value) { return sock_filter BPF_STMT(BPF_RET | BPF_K, value); };
  sock_filter lines[] = {
      load(offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
      answer(refusal(EPERM)),
      load(offsetof(seccomp_data, nr)),
#ifdef __x86_64__
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),  // the x32 spelling of the calls
      answer(refusal(EPERM)),
      is(__NR_fork),
      answer(refusal(EPERM)),
      is(__NR_vfork),
      answer(refusal(EPERM)),
#endif
      is(__NR_clone3),
      answer(refusal(ENOSYS)),  // the C library then asks for clone
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 1, 0),
      answer(SECCOMP_RET_ALLOW),
      load(offsetof(seccomp_data, args)),  // the lower half of the flags
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
      answer(refusal(EPERM)),
      answer(SECCOMP_RET_ALLOW),
  };
  const sock_fprog filter = {sizeof lines / sizeof lines[0], lines};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

#else
inline void forbid_processes() {}
#endif
