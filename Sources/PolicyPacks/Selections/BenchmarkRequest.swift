package import DomainValues

/// A benchmark that somebody asked for.
package struct BenchmarkRequest: Hashable, Sendable {
  /// The name.
  package let name: String

  /// The version, or `nil` for the newest.
  package let version: Version?

  /// Returns the request that `text` writes, `NAME` or `NAME@VERSION`.
  ///
  /// - Throws: a `SelectionError` when the version is none.
  package static func parse(_ text: String) throws(SelectionError) -> BenchmarkRequest {
    guard let mark = text.lastIndex(of: "@") else {
      return BenchmarkRequest(name: text, version: nil)
    }
    do {
      let version = try Version.parse(String(text[text.index(after: mark)...]))
      return BenchmarkRequest(name: String(text[..<mark]), version: version)
    } catch {
      throw .malformedBenchmark(text)
    }
  }

  /// The request as it is written.
  package var label: String { version.map { "\(name)@\($0)" } ?? name }
}
