import DomainValues
import PolicyEvaluator
import PolicyIR
import PolicyInterpreter
import PolicyTesting
import ResourceModel
import SourceText
import Testing

/// Texts are equal when their bytes are, in both evaluators and whatever else is in a graph.
struct TextIdentityTests {
  /// A rule that tells the spelling of an id by every way in which the language compares texts, and
  /// a case whose two boxes Swift would take for one.
  private static func suite(_ first: String, _ second: String, _ wanted: String) throws -> TinySuite
  {
    func literal(_ text: String) -> String {
      text.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
    }
    return try TinySuite(
      """
      rule same {
        for box in t.Box
        let text = "\(literal(wanted))"
        require box.id == text
        require text in [box.id] and text in {box.id} and text in {box.id: 1}
        require {box.id: 1}[text] ?? 0 == 1 and {text} covers {box.id} and {text} meets {box.id}
        require "<{box.id}>" == "<{text}>" and box.id + "" == text and [box.id] == [text]
        require (count id in {box.id, text}) == 1
      }
      rule other {
        for box in t.Box
        let text = "\(literal(wanted))"
        require box.id != text
        require text not in [box.id] and text not in {box.id} and text not in {box.id: 1}
        require {box.id: 1}[text] is absent
        require not ({text} covers {box.id}) and not ({text} meets {box.id})
        require "<{box.id}>" != "<{text}>" and box.id + "" != text and [box.id] != [text]
        require (count id in {box.id, text}) == 2
      }
      test same {
        case "two" {
          t.Box { id: "\(literal(first))" }
          t.Box { id: "\(literal(second))" }
          expect pass
          expect fail
        }
      }
      """)
  }

  /// Texts that are equal for Swift.
  private static let lookalikes = [
    ["é", "e\u{301}"], ["K", "\u{212A}"], ["a;b", "a\u{37E}b"], ["\u{C5}", "\u{212B}"],
    ["q\u{307}\u{323}", "q\u{323}\u{307}"],
  ]

  @Test(arguments: lookalikes, [false, true])
  func lookalikesAreOther(_ pair: [String], _ isSwapped: Bool) throws {
    let texts = isSwapped ? Array(pair.reversed()) : pair
    #expect(texts[0] == texts[1])
    for wanted in texts {
      let suite = try TextIdentityTests.suite(texts[0], texts[1], wanted)
      let program = suite.runner.program
      let results = suite.runner.run().results
      #expect(results.allSatisfy { $0.failures.isEmpty }, "\(results.flatMap(\.failures))")
      let graph = try #require(suite.runner.preparedCases().first?.graph)
      let evaluation = Evaluation(program: program, graph: graph, now: try TinySuite.instant)
      let isWanted = texts.map { $0.utf8.elementsEqual(wanted.utf8) }
      for (name, passes) in [("same", isWanted), ("other", isWanted.map { !$0 })] {
        let rule = try #require(program.rule(named: name, in: "t"))
        let expected: [Status] = passes.map { $0 ? .pass : .fail }
        #expect(evaluation.evaluate(rule).subjects.map(\.status) == expected, "\(name)")
        let compiled = CompiledRules(
          [EvaluatedApplication(rule: rule, parameters: [:])], evaluation
        ).evaluate()
        #expect((0..<2).map { compiled[0][$0] } == expected, "\(name), compiled")
      }
    }
  }

  @Test(arguments: lookalikes)
  func valuesWithTextsAreToldApart(_ pair: [String]) throws {
    func values(_ text: String) throws -> [Value] {
      [
        .string(text), .list(Collection([Cell(.value(.string(text)))])),
        .map([MapEntry(key: .string(text), value: Cell(.absent))], missing: []),
        .arn(try Arn.parse("arn:aws:s3:::\(text)")), .glob(Glob(text)),
        .regex(try RegexPattern.parse(text)),
        .filterPattern(try FilterPattern.parse("{ $.a = \"\(text)\" }")),
        .filterPattern(try FilterPattern.parse("{ $.['\(text)'] = 1 }")),
        .filterPattern(try FilterPattern.parse("[\(text)]")),
        .policyDocument(try TextIdentityTests.policy("\"Principal\": {\"AWS\": \"\(text)\"}")),
        .policyDocument(
          try TextIdentityTests.policy(
            "\"Principal\": \"*\", \"Condition\": {\"StringEquals\": {\"aws:arn\": \"\(text)\"}}")),
      ]
    }
    for (first, second) in zip(try values(pair[0]), try values(pair[1])) {
      #expect(first != second)
      #expect(Set([first, second, first]).count == 2)
    }
    for (first, second) in zip(try values(pair[0]), try values(pair[0])) {
      #expect(first == second && first.hashValue == second.hashValue)
    }
    let raws: [[RawValue]] = [[.string(pair[0]), .string(pair[1])], [.number("1"), .string("1")]]
    for raw in raws { #expect(raw[0] != raw[1] && raw[0] == raw[0]) }
  }

  private static func policy(_ members: String) throws -> PolicyDocument {
    try PolicyDocument.parse(
      """
      {"Version": "2012-10-17", "Statement":
        {"Effect": "Allow", "Action": "*", "Resource": "*", \(members)}}
      """)
  }

  @Test func textsAreOrderedByTheirBytes() {
    let texts: [ExactText] = ["", "K", "a", "aa", "e\u{301}", "\u{E9}", "\u{212A}"]
    #expect(texts.sorted() == texts && texts.reversed().sorted() == texts)
  }
}
