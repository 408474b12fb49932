/// The five sockets of a kernel.
package enum Channel: CaseIterable {
  /// What is answered one after the other: code to run, words to complete.
  case shell
  /// What is answered at once: interrupts, shutdown.
  case control
  /// What all clients see.
  case iopub
  /// Questions to the user, of which this language has none.
  case stdin
  /// Whatever comes goes back.
  case heartbeat
}
