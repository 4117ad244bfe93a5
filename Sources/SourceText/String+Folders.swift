extension String {
  /// What stands before the paths of files below the folder with this path: the path and a slash.
  ///
  /// It is empty if the path is, which is that of the folder one works in.
  package var folderPrefix: String {
    isEmpty || utf8.last == UInt8(ascii: "/") ? self : self + "/"
  }
}
