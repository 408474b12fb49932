import Foundation
import Numerics

/// Lets inputs in, one after the other.
struct Child {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Never {
    // A wild input must not fill the machine.
    var limit = rlimit(rlim_cur: 6 << 30, rlim_max: 6 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    signal(SIGPIPE, SIG_IGN)
    let target = options.kind.target(options)
    let current = open(options.folder + "/current", O_RDWR | O_CREAT, 0o600)
    let number = open(options.folder + "/number", O_RDWR | O_CREAT, 0o600)
    let random = RandomGenerator(seed: options.seed)
    for i in options.first..<options.first + options.count {
      var own = random.branch(i)
      let input = target.input(from: &own)
      keep(input, in: current)
      keep(Array("\(i)".utf8), in: number)
      watch(seconds: 10)
      target.run(input)
      watch(seconds: 0)
    }
    exit(0)
  }

  /// Ends the child after so many seconds of its own time, or ten times as many on the wall: the
  /// machine may have other work.
  private func watch(seconds: Int) {
    var own = itimerval()
    own.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &own, nil)
    alarm(UInt32(10 * seconds))
  }

  private func keep(_ bytes: [UInt8], in file: Int32) {
    ftruncate(file, 0)
    pwrite(file, bytes, bytes.count, 0)
  }
}
