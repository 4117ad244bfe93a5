internal import Glibc
internal import PolicyPacks

/// The pack that a folder would be part of.
enum EnclosingPack {
  /// Returns the folder of the pack that the folder at `path`, which need not be there, is inside of.
  static func path(around path: String) -> String? {
    var place = resolved(path)
    while let slash = place.lastIndex(of: "/") {
      place = String(place[..<slash])
      if unsafe access("\(place)/\(PackLoader.manifestPath)", F_OK) == 0 {
        return place.isEmpty ? "/" : place
      }
    }
    return nil
  }

  /// Returns the path without links, as far as there is something at it.
  private static func resolved(_ path: String) -> String {
    var (place, rest) = (path.hasPrefix("/") ? path : "./" + path, "")
    while true {
      if let whole = try? FileReader.resolved(place) { return whole + rest }
      guard let slash = place.lastIndex(of: "/"), slash != place.startIndex else { return path }
      rest = place[slash...] + rest
      place = String(place[..<slash])
    }
  }
}
