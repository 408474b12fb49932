import Foundation
import Synchronization

/// `transform` of each element, in threads; ends early where `goesOn` says so.
///
/// What is returned keeps the order of the elements, without those that were not reached.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], goesOn: @escaping @Sendable (Int) -> Bool,
  _ transform: @escaping @Sendable (Element) -> Result
) -> [Result] {
  let results = Mutex<[Result?]>(Array(repeating: nil, count: elements.count))
  let next = Atomic(0)
  let stopped = Atomic(false)
  DispatchQueue.concurrentPerform(iterations: min(processors, max(elements.count, 1))) { _ in
    while !stopped.load(ordering: .relaxed) {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < elements.count else { return }
      let result = transform(elements[place])
      results.withLock { $0[place] = result }
      if !goesOn(place + 1) { stopped.store(true, ordering: .relaxed) }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}

private let processors = ProcessInfo.processInfo.activeProcessorCount
