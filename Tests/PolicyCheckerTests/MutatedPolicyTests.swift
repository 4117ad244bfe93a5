import Diagnostics
import Foundation
import PolicyChecker
import PolicyIR
import PolicyParser
import SourceText
import TestSupport
import Testing

/// Whatever becomes of a policy, it is checked to the end.
///
/// Declarations of the packs and cases are thrown together, some are missing, and some of their words
/// are those of others.
@Suite struct MutatedPolicyTests {
  /// The declarations of each folder of policies, as texts.
  private static let pools: [[String]] = [
    "policies/aws", "policies/aws-extras", "policies/cis-aws-foundations",
    "Tests/PolicyCheckerTests",
  ].map { folder in
    ShippedPacks.files(below: folder, extension: "cispol")
      .flatMap { declarations(of: (try? String(contentsOf: $0, encoding: .utf8)) ?? "") }
  }

  /// Returns the parts of the text that start at the margin after an empty line.
  private static func declarations(of text: String) -> [String] {
    var parts: [String] = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { parts.append("") }
      parts[parts.count - 1] += line + "\n"
    }
    return parts.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Returns the words and the other characters of the text.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var isWord = false
    for character in text {
      let continues = character.isLetter || character.isNumber || "_.".contains(character)
      if continues, isWord {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      isWord = continues
    }
    return pieces
  }

  /// Returns a policy of some of the declarations, with some of their words exchanged.
  private static func policy(_ random: inout SeededRandom) -> String {
    let pool = pools[Int.random(in: 0..<pools.count, using: &random)]
    let count = Int.random(in: 1...40, using: &random)
    var parts = (0..<count).compactMap { _ in pool.randomElement(using: &random) }
    let words = parts.flatMap { pieces(of: $0) }.filter { $0.count > 1 }
    for index in parts.indices where Bool.random(using: &random) {
      var pieces = pieces(of: parts[index])
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<pieces.count, using: &random)
        if pieces[place].count > 1, let word = words.randomElement(using: &random) {
          pieces[place] = word
        }
      }
      parts[index] = pieces.joined()
    }
    return parts.joined(separator: "\n")
  }

  @Test func itIsCheckedToTheEnd() throws {
    let failures = try KeptSeeds.failures(of: "mutated-policies", rounds: 200) { seed in
      var random = SeededRandom(seed: seed)
      let text = MutatedPolicyTests.policy(&random)
      let file = SourceFile(name: "mutated.cispol", bytes: Array(text.utf8))
      let (tree, parsed) = PolicyParser.parse(file, id: FileID(index: 0))
      let (program, found) = PolicyChecker.check([
        PackSource(name: "mutated", requires: [], trees: [tree])
      ])
      if parsed.isEmpty, found.isEmpty {
        _ = program.attributeReads(of: program.rules.indices.map { RuleID(index: $0) })
      }
      let silent = (parsed.sorted + found.sorted).filter(\.message.isEmpty)
      return silent.isEmpty ? nil : "a mistake without a message"
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
