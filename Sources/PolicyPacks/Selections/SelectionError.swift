internal import SourceText

/// Why nothing can be selected.
package enum SelectionError: Error, Hashable, Sendable {
  /// What was asked for is not of the form `NAME@VERSION`.
  case malformedBenchmark(String)
  /// There is no such benchmark, only `known` ones.
  case unknownBenchmark(String, known: [String])
  /// There is no such profile, only `known` ones.
  case unknownProfile(String, known: [String])
  /// A profile was asked for, and there is no benchmark whose controls it could choose.
  case profileWithoutBenchmark
  /// A profile chooses no control of a benchmark that was asked for.
  case emptyProfile(String, of: String)
  /// There is no rule to evaluate.
  case nothingSelected
}

extension SelectionError {
  /// What is wrong, in words: lower case, no final period.
  package var message: String {
    switch self {
    case .malformedBenchmark(let text): "`\(text)` is not of the form `NAME@VERSION`"
    case .unknownBenchmark(let text, let known):
      known.isEmpty
        ? "there is no benchmark `\(text)`: the packs hold none"
        : "there is no benchmark `\(text)`"
    case .unknownProfile(let text, _): "there is no profile `\(text)`"
    case .profileWithoutBenchmark: "a profile chooses controls, and the packs hold no benchmark"
    case .emptyProfile(let profile, let benchmark):
      "the profile `\(profile)` chooses no control of `\(benchmark)`"
    case .nothingSelected: "the selected controls have no rules, so there is nothing to evaluate"
    }
  }

  /// What to do about it.
  package var help: String? {
    switch self {
    case .malformedBenchmark: "write for example `cis-aws-foundations@1.4.0`"
    case .unknownBenchmark(let text, let known):
      if known.isEmpty {
        nil
      } else {
        near(bare(text), known.map(bare)) + "the benchmarks are \(list(known))"
      }
    case .unknownProfile(let text, let known):
      near(text, known) + "the profiles are \(list(known))"
    case .profileWithoutBenchmark: "leave out `--profile`"
    case .emptyProfile: "ids of sections mean something else in each version of a benchmark"
    case .nothingSelected: "choose another profile or benchmark"
    }
  }

  /// Returns the name of a benchmark without its version.
  private func bare(_ label: String) -> String { String(label.prefix { $0 != "@" }) }

  private func near(_ text: String, _ known: [String]) -> String {
    Spelling.nearest(to: text, in: known).map { "did you mean `\($0)`? " } ?? ""
  }

  private func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
