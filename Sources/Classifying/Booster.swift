import CXGBoost
import Foundation

/// Gradient-boosted trees while they are trained, by XGBoost (Chen and Guestrin 2016,
/// doi:10.1145/2939672.2939785).
///
/// Everything runs on one thread: sums of gradients are then rounded alike on every machine.
final class Booster {
  private var matrix: DMatrixHandle?
  private var handle: BoosterHandle?
  private(set) var rounds = 0

  /// What XGBoost says went wrong.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameters:
  ///   - features: [rows, columns]; NaN where unknown.
  ///   - labels: the class of each row.
  init(features: [Float], columns: Int, labels: [Int], classes: Int, plan: TreePlan) throws {
    let rows = labels.count
    try check(
      XGDMatrixCreateFromMat(features, bst_ulong(rows), bst_ulong(columns), .nan, &matrix))
    try check(XGDMatrixSetFloatInfo(matrix, "label", labels.map(Float.init), bst_ulong(rows)))
    try withUnsafePointer(to: matrix) { try check(XGBoosterCreate($0, 1, &handle)) }
    let parameters = [
      "objective": "multi:softprob", "num_class": "\(classes)", "tree_method": "hist",
      "max_bin": "64", "eta": "\(plan.rate)", "max_depth": "\(plan.depth)",
      "colsample_bytree": "\(plan.share)", "subsample": "0.5",
      "seed": "\(plan.seed % 1_000_000_007)",
      "nthread": "1", "verbosity": "0",
    ]
    for (name, value) in parameters { try check(XGBoosterSetParam(handle, name, value)) }
  }

  deinit {
    XGBoosterFree(handle)
    XGDMatrixFree(matrix)
  }

  /// Adds a tree for every class.
  ///
  /// - Returns: the mean cross entropy over the rows.
  func advance() throws -> Double {
    try check(XGBoosterUpdateOneIter(handle, Int32(rounds), matrix))
    rounds += 1
    var text: UnsafePointer<CChar>?
    try "train".withCString { name in
      var matrices = [matrix]
      var names: [UnsafePointer<CChar>?] = [name]
      try check(XGBoosterEvalOneIter(handle, Int32(rounds), &matrices, &names, 1, &text))
    }
    // Such as "[3]	train-mlogloss:1.234".
    return text.flatMap { String(cString: $0).split(separator: ":").last }.flatMap {
      Double($0)
    } ?? .nan
  }

  /// XGBoost's model so far, in its JSON.
  func model() throws -> Data {
    var length: bst_ulong = 0
    var bytes: UnsafePointer<CChar>?
    try check(XGBoosterSaveModelToBuffer(handle, #"{"format": "json"}"#, &length, &bytes))
    return bytes.map { Data(bytes: $0, count: Int(length)) } ?? Data()
  }

  private func check(_ status: Int32) throws {
    guard status != 0 else { return }
    throw Failure(description: XGBGetLastError().map { String(cString: $0) } ?? "unknown")
  }
}

extension TreeTrainer {
  /// The version of XGBoost.
  public static var libraryVersion: String {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    XGBoostVersion(&major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }
}
