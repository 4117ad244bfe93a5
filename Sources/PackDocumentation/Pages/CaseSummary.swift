internal import PolicyIR

/// How often the cases of tests expect each status.
struct CaseSummary {
  private let cases: [TestCase]

  /// Creates the summary of `cases`.
  init(_ cases: [TestCase]) {
    self.cases = cases
  }

  /// The counts in words, such as `8: 3 pass, 4 fail, 1 unknown`.
  var text: String {
    let expected = cases.flatMap { $0.expectations.map(CaseSummary.word) }
    let counts = expected.uniqued.sorted().map { word in
      "\(expected.count { $0 == word }) \(word)"
    }
    return counts.isEmpty ? "none" : "\(cases.count): \(counts.joined(separator: ", "))"
  }

  /// Returns what the expectation asks for, as a test writes it.
  static func word(_ expectation: TestCase.Expectation) -> String {
    expectation.status?.rawValue ?? "no_resources"
  }
}

extension [String] {
  /// The elements, each once, in the order of their first occurrence.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
