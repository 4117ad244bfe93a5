/// Writes pages as a static site without scripts.
package struct HTMLRenderer {
  /// The ending of the files.
  package static let ending = ".html"

  /// Where the style sheet stands in the book.
  package static let stylesheetPath = "style.css"

  /// What the site is called.
  private let book: String

  /// The pages that every page leads to, with what they are called there.
  private let navigation: [(name: String, path: String)]

  /// Creates a renderer for pages of the site called `book`.
  package init(book: String, navigation: [(name: String, path: String)]) {
    self.book = book
    self.navigation = navigation
  }

  /// Returns the text of `page`.
  package func render(_ page: Page) -> String {
    let links = navigation.map { entry in
      let here = entry.path == page.path ? " aria-current=\"page\"" : ""
      return
        "<a href=\"\(reference(page, entry.path))\"\(here)>\(HTMLRenderer.escaped(entry.name))</a>"
    }
    let style = Page.reference(from: page.path, to: HTMLRenderer.stylesheetPath, ending: "")
    let title = page.title == book ? book : "\(page.title) · \(book)"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLRenderer.escaped(title))</title>
      <link rel="stylesheet" href="\(style)">
      </head>
      <body>
      <nav>\(links.joined(separator: "\n"))</nav>
      <main>
      <h1>\(HTMLRenderer.escaped(page.title))</h1>
      \(page.blocks.map { text(of: $0, page) }.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func text(of block: Block, _ page: Page) -> String {
    switch block {
    case .heading(let text, let level):
      let name = HTMLRenderer.escaped(text)
      return "<h\(level) id=\"\(HTMLRenderer.anchor(text))\">\(name)</h\(level)>"
    case .paragraph(let pieces): return "<p>\(text(of: pieces, page))</p>"
    case .list(let items):
      return "<ul>\(items.map { "<li>\(text(of: $0, page))</li>" }.joined(separator: "\n"))</ul>"
    case .table(let header, let rows):
      let head = header.map { "<th scope=\"col\">\(HTMLRenderer.escaped($0))</th>" }.joined()
      let body = rows.map { row in
        "<tr>\(row.map { "<td>\(text(of: $0, page))</td>" }.joined())</tr>"
      }
      return """
        <div class="table"><table><thead><tr>\(head)</tr></thead>
        <tbody>\(body.joined(separator: "\n"))</tbody></table></div>
        """
    case .code(let text, let language):
      return "<pre><code class=\"\(language)\">\(HTMLRenderer.escaped(text))</code></pre>"
    }
  }

  private func text(of pieces: [Inline], _ page: Page) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): return HTMLRenderer.escaped(text)
      case .code(let text): return "<code>\(HTMLRenderer.escaped(text))</code>"
      case .strong(let text): return "<strong>\(HTMLRenderer.escaped(text))</strong>"
      case .link(let text, let target):
        return "<a href=\"\(reference(page, target))\">\(HTMLRenderer.escaped(text))</a>"
      case .external(let text, let address):
        let target = HTMLRenderer.escaped(address)
        return "<a href=\"\(target)\" rel=\"noopener\">\(HTMLRenderer.escaped(text))</a>"
      }
    }.joined()
  }

  private func reference(_ page: Page, _ target: String) -> String {
    Page.reference(from: page.path, to: target, ending: HTMLRenderer.ending)
  }

  /// Returns `text` with what HTML gives a meaning written out, also for use inside of quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  private static func anchor(_ text: String) -> String {
    String(text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
