/// Which column of a file is taken as the curve.
public enum ColumnChoice: Sendable, Hashable {
  /// By its name in the file; or measured, calculated, difference.
  case name(String)
  /// By its place, from 1.
  case place(Int)
}
