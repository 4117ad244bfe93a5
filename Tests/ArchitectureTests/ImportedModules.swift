import Foundation
import TestSupport

/// The modules that sources import.
enum ImportedModules {
  /// Returns the modules that the Swift files below `folder` of the project import.
  static func below(_ folder: String) throws -> Set<String> {
    var modules: Set<String> = []
    for file in ShippedPacks.files(below: folder, extension: "swift") {
      modules.formUnion(inText(try String(contentsOf: file, encoding: .utf8)))
    }
    return modules
  }

  /// Returns the modules that `text`, of a Swift file, imports, in the order of its lines.
  static func inText(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap(imported)
  }

  /// Returns the module that the line imports, if it is an import.
  private static func imported(by line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(of: "import"), index < 3, words.count > index + 1,
      words[..<index].allSatisfy({ ["internal", "package", "public", "unsafe"].contains($0) })
    else { return nil }
    return String(words[index + 1])
  }
}
