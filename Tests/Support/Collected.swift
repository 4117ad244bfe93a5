package import Pipelines

/// The bytes that were handed over; a class because a closure adds to them.
package final class Collected {
  /// What came so far.
  package var bytes: [UInt8] = []

  /// Creates something without bytes.
  package init() {}
}

extension EvaluatedRun {
  /// The report as JSON, of everything that was judged.
  package var json: String {
    let collected = Collected()
    var options = RenderOptions()
    options.showsAll = true
    render(as: .json, options) { collected.bytes += $0 }
    return String(decoding: collected.bytes, as: UTF8.self)
  }
}
