internal import Foundation

/// The files of this project.
package enum ProjectFiles {
  /// Returns the text of the file at `path` below the project's folder.
  package static func text(_ path: String) -> String? {
    try? String(contentsOf: ShippedPacks.project.appending(path: path), encoding: .utf8)
  }
}
