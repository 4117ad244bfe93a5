/// The paths at which whoever watches looks.
struct WatchedPaths {
  /// Folders, of which all files count.
  let folders: [String]

  /// Files that count by themselves.
  let files: [String]
}
