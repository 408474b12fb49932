import Foundation
import Numerics

/// Files of clusters: XYZ, CIF, POSCAR and PDB.
public enum StructureFile {
  /// All frames of a file, whose ending, or name in VASP's case, tells its kind.
  ///
  /// - Throws: `FileError` with the line where the file is malformed.
  public static func read(_ path: String) throws(FileError) -> [XYZ.Frame] {
    var name = (path as NSString).lastPathComponent.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    let text = try String(readingFile: path)
    switch (name as NSString).pathExtension {
    case "cif", "mmcif": return try CIF.parse(text, path: path)
    case "pdb", "ent": return try PDBFile.parse(text, path: path)
    case "vasp", "poscar", "contcar": return try POSCAR.parse(text, path: path)
    case _ where name.hasPrefix("poscar") || name.hasPrefix("contcar"):
      return try POSCAR.parse(text, path: path)
    default: return try XYZ.parse(text, path: path)
    }
  }
}
