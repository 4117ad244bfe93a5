import Foundation
import TestSupport
import Testing

/// The table of `docs/modules.md`, held against the sources and the package.
@Suite struct LayeringTests {
  /// A row of the table.
  struct Module {
    let layer: Int
    let name: String
    let imports: Set<String>
  }

  private static let modules: [Module] = {
    let text = ProjectFiles.text("docs/modules.md") ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 6, let layer = Int(cells[1].trimmingCharacters(in: .whitespaces)) else {
        return nil
      }
      return Module(
        layer: layer, name: names(in: cells[2]).first ?? "", imports: Set(names(in: cells[4])))
    }
  }()

  private static func names(in cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func everyFolderOfSourcesIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: ShippedPacks.project.appending(path: "Sources").path)
    #expect(Set(folders) == Set(Self.modules.map(\.name)))
  }

  @Test func noArrowPointsUp() {
    var seen: Set<String> = ["ArgumentParser", "Dispatch", "Glibc", "Synchronization"]
    var layer = 0
    for module in Self.modules {
      #expect(module.layer >= layer, "\(module.name) stands below its layer")
      layer = module.layer
      #expect(module.imports.isSubset(of: seen), "\(module.name) imports what comes later")
      seen.insert(module.name)
    }
  }

  @Test func everyImportIsInTheTable() throws {
    for module in Self.modules {
      for file in ShippedPacks.files(below: "Sources/\(module.name)", extension: "swift") {
        for imported in ImportedModules.inText(try String(contentsOf: file, encoding: .utf8)) {
          #expect(
            module.imports.contains(imported), "\(file.lastPathComponent) imports \(imported)")
        }
      }
    }
  }

  @Test func theTableHasNoImportThatNobodyUses() throws {
    for module in Self.modules where module.layer < 7 {
      let used = try ImportedModules.below("Sources/\(module.name)")
      #expect(module.imports.subtracting(used) == [], "\(module.name) does not use them")
    }
  }

  @Test func everyExternalModuleIsImportedByOneTarget() {
    for name in ["ArgumentParser", "CLibPCRE2", "CLibYAML", "EmbeddedPacks", "Glibc"] {
      #expect(Self.modules.filter { $0.imports.contains(name) }.count == 1, "\(name)")
    }
  }
}
