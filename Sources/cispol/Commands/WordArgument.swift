internal import ArgumentParser

/// An argument that is one of some words, which are the raw values of its cases.
///
/// The library finds the words out by looking into types, each time that it looks at the options
/// of a command; saying them here makes each start shorter.
protocol WordArgument: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension WordArgument {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  // The words say what they mean.
  static var allValueDescriptions: [String: String] { [:] }

  var defaultValueDescription: String { rawValue }
}
