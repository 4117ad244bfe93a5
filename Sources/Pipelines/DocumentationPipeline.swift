package import Diagnostics
internal import PackDocumentation
internal import PolicyIR
internal import PolicyPacks
package import SourceText

/// From packs to pages about them: load, parse, check; describe, render.
package struct DocumentationPipeline: Sendable {
  /// A form of the pages.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case html
    case markdown
  }

  /// A file of the pages.
  package struct BookFile: Hashable, Sendable {
    /// Where it stands below the folder of all pages.
    package let path: String

    /// What it holds.
    package let text: String
  }

  private var pipeline = CheckPipeline()
  private var problems = DiagnosticSet()

  /// Creates a pipeline that has not run.
  package init() {}

  /// The texts of the run.
  package var sources: SourceMap { pipeline.sources }

  /// What is wrong with packs.
  package var diagnostics: DiagnosticSet {
    var all = pipeline.diagnostics
    all.formUnion(problems)
    return all
  }

  /// Returns the pages about the packs that `request` names, a folder for each pack.
  ///
  /// - Throws: a `CheckFailure` when the packs cannot be used.
  package mutating func run(
    _ request: CheckRequest, forms: [Form]
  ) throws(CheckFailure) -> [BookFile] {
    var check = request
    check.inputs = []
    guard case .checked(let checked) = try pipeline.run(check) else { throw .diagnosed }
    let permissions = try permissions(of: request, checked)
    let named = request.packs.isEmpty ? checked.packs : checked.library.named
    var files: [BookFile] = []
    for pack in checked.library.packs where named.contains(pack.manifest.name) {
      let book = PackBook(
        BookSource(
          pack: pack, program: checked.program, sources: pipeline.sources, permissions: permissions)
      )
      files += DocumentationPipeline.files(of: book, below: pack.manifest.name, forms)
    }
    return files
  }

  /// Reads what the packs that are in sight say of permissions.
  private mutating func permissions(
    of request: CheckRequest, _ checked: CheckedPacks
  ) throws(CheckFailure) -> PermissionTable {
    var table = PermissionTable()
    let folders = request.packs.flatMap(\.packs)
    let names = Set(folders.map(\.name.lastComponent))
    // A pack that was named stands in for the shipped one; others may speak of types of their own.
    let shipped = request.shipped.filter { folder in
      let name = folder.name.lastComponent
      return !names.contains(name) && checked.packs.contains(String(name))
    }
    for folder in folders + shipped {
      guard let file = folder.files.first(where: { $0.path == PermissionTable.path }) else {
        continue
      }
      let id = pipeline.insert(SourceFile(name: folder.prefix + file.path, bytes: file.bytes))
      let (read, found) = PermissionTable.read(id, in: pipeline.sources)
      problems.formUnion(found)
      table.formUnion(read)
    }
    problems.formUnion(table.problems(in: checked.program.schema))
    if problems.containsError { throw .diagnosed }
    return table
  }

  private static func files(
    of book: PackBook, below folder: String, _ forms: [Form]
  ) -> [BookFile] {
    var files: [BookFile] = []
    let html = HTMLRenderer(book: book.title, navigation: book.navigation)
    for form in forms {
      for page in book.pages {
        switch form {
        case .html:
          files.append(
            BookFile(
              path: "\(folder)/\(page.path)\(HTMLRenderer.ending)", text: html.render(page)))
        case .markdown:
          files.append(
            BookFile(
              path: "\(folder)/\(page.path)\(MarkdownRenderer.ending)",
              text: MarkdownRenderer.render(page)))
        }
      }
      if form == .html {
        files.append(
          BookFile(path: "\(folder)/\(HTMLRenderer.stylesheetPath)", text: Stylesheet.text))
      }
    }
    return files
  }
}

extension String {
  /// What stands after the last `/`.
  fileprivate var lastComponent: Substring { split(separator: "/").last ?? "" }
}
