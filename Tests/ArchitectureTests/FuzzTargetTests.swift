import Foundation
import TestSupport
import Testing

/// The modules that fuzz targets list, held against the sources: SwiftPM does not build these
/// targets, so nothing else notices when a module imports one more.
@Suite struct FuzzTargetTests {
  private static let folders = Set(names(in: "Sources"))

  private static let swiftModules = folders.filter {
    !ShippedPacks.files(below: "Sources/\($0)", extension: "swift").isEmpty
  }

  static let targets = names(in: "Tests/Fuzz")

  @Test func thereAreTargets() {
    #expect(Self.targets.count > 10)
  }

  @Test(arguments: targets)
  func aListedModuleIsOneOfTheSources(_ target: String) throws {
    let modules = try Self.modules(of: target)
    #expect(modules.filter { !Self.swiftModules.contains($0) } == [])
    #expect(modules.count == Set(modules).count)
  }

  @Test(arguments: targets)
  func aListedModuleComesAfterThoseItImports(_ target: String) throws {
    var seen: Set<String> = []
    for module in try Self.modules(of: target) {
      let imports = try ImportedModules.below("Sources/\(module)")
      let missing = imports.intersection(Self.swiftModules).subtracting(seen)
      #expect(missing == [], "\(module) imports what is not listed before it")
      seen.insert(module)
    }
  }

  @Test(arguments: targets)
  func whatATargetImportsIsListed(_ target: String) throws {
    let imports = try ImportedModules.below("Tests/Fuzz/\(target)")
    #expect(!imports.isEmpty)
    let missing = imports.intersection(Self.swiftModules).subtracting(try Self.modules(of: target))
    #expect(missing == [])
  }

  @Test(arguments: targets)
  func headersOfListedModulesAreFound(_ target: String) throws {
    var imports = try ImportedModules.below("Tests/Fuzz/\(target)")
    for module in try Self.modules(of: target) {
      imports.formUnion(try ImportedModules.below("Sources/\(module)"))
    }
    let words = try #require(ProjectFiles.text("scripts/fuzz"))
      .split { $0.isWhitespace || $0 == "(" || $0 == ")" }
    let paths = zip(words, words.dropFirst()).filter { $0.0 == "-I" }.map(\.1)
    for module in imports.intersection(Self.folders).subtracting(Self.swiftModules) {
      let isFound = ["Sources/\(module)", "Sources/\(module)/include"].contains { folder in
        paths.contains { $0 == folder }
          && ProjectFiles.text("\(folder)/module.modulemap") != nil
      }
      #expect(isFound, "scripts/fuzz does not look for the headers of \(module)")
    }
  }

  /// Returns the modules that the fuzz target lists, in order.
  private static func modules(of target: String) throws -> [String] {
    try #require(ProjectFiles.text("Tests/Fuzz/\(target)/modules"))
      // The script does not see a last line without a line break.
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Returns the sorted names of what the folder at `path` of the project holds.
  private static func names(in path: String) -> [String] {
    let folder = ShippedPacks.project.appending(path: path).path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }
}
