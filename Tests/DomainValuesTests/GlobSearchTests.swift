import DomainValues
import TestSupport
import Testing

/// Searches in long texts, against a plain reference.
@Suite struct GlobSearchTests {
  /// Returns whether the pattern of a glob matches, by what each prefix of it matches.
  private static func matches(_ glob: Glob, _ text: String) -> Bool {
    let scalars = text.unicodeScalars.map { scalar in
      glob.isCaseInsensitive && scalar.isASCII && scalar.properties.isUppercase
        ? scalar.value | 0x20 : scalar.value
    }
    // Whether the steps so far match the text up to each place.
    var reached = Array(repeating: false, count: scalars.count + 1)
    reached[0] = true
    for token in glob.tokens {
      var next = Array(repeating: false, count: scalars.count + 1)
      for place in reached.indices {
        switch token {
        case .any: next[place] = reached[place] || place > 0 && next[place - 1]
        case .one: next[place] = place > 0 && reached[place - 1]
        case .scalar(let scalar):
          next[place] = place > 0 && reached[place - 1] && scalars[place - 1] == scalar
        }
      }
      reached = next
    }
    return reached[scalars.count]
  }

  @Test(arguments: 0..<30) func itFindsWhatTheReferenceFinds(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var counts = [false: 0, true: 0]
    for _ in 0..<60 {
      let text = random.text(of: "aabé", upTo: 200)
      // Half of the patterns are made of the text, so that they match, or nearly do.
      var pattern = ""
      var skipped = 0
      for letter in text {
        if skipped > 0 {
          skipped -= 1
          continue
        }
        switch UInt8.random(in: 0..<40, using: &random) {
        case 0:
          skipped = Int.random(in: 0..<30, using: &random)
          pattern += "*"
        case 1: pattern += "?"
        default: pattern.append(letter)
        }
      }
      if Bool.random(using: &random) { pattern += random.text(of: "ab?*", upTo: 3) }
      let glob = Glob(pattern, isCaseInsensitive: Bool.random(using: &random))
      let wanted = Self.matches(glob, text)
      for longestTried in [0, 4, 64] {
        let search = GlobSearch(glob, in: text, longestTried: longestTried)
        #expect(search.isMatch == wanted, "\(pattern) \(text) \(longestTried)")
      }
      #expect(glob.matches(text) == wanted)
      counts[wanted, default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 > 5 }, "\(counts)")
  }

  @Test(arguments: [
    ("", "", true), ("", "a", false), ("*", "", true), ("a*", "a", true), ("*a*a", "a", false),
    ("ab*ba", "aba", false), ("ab*ba", "abba", true), ("?*?", "a", false), ("*?*", "é", true),
  ])
  func runsAtTheEndsHaveTheirPlaces(_ pattern: String, _ text: String, _ isMatch: Bool) {
    #expect(GlobSearch(Glob(pattern), in: text).isMatch == isMatch)
  }

  @Test func longTextsAreSearched() {
    let run = String(repeating: "a", count: 50_000)
    #expect(!Glob("*\(run)b*").matches(run + run))
    #expect(Glob("*\(run)b*").matches("\(run)a\(run)b"))
    #expect(!Glob("*?\(run)b*").matches(run + run))
    #expect(Glob("*?\(run)b*").matches("\(run)a\(run)bc"))
  }
}
