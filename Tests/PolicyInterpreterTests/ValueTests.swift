import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import SourceText
import TestSupport
import Testing

/// Comparisons, arithmetic, texts and policies.
struct ValueTests {
  @Test func absentEqualsNothing() throws {
    var sketch = Sketch()
    let (left, right) = (sketch.variable(0, .int), sketch.variable(1, .int))
    let equal = sketch.term(.compare(.equal, left, right))
    let different = sketch.term(.compare(.notEqual, left, right))
    #expect(try sketch.read(equal, [.absent, .of(.int(1))]).truth == .false)
    #expect(try sketch.read(different, [.absent, .of(.int(1))]).truth == .true)
    #expect(try sketch.read(equal, [.absent, Sketch.unknown]).truth == .false)
    #expect(try sketch.read(equal, [Sketch.unknown, .of(.int(1))]).truth == .unknown)
  }

  @Test func absentMatchesNothing() throws {
    var sketch = Sketch()
    let (text, regex) = (sketch.variable(0, .string), sketch.variable(1, .regex))
    let term = sketch.term(.matches(text, regex))
    let pattern = Cell.of(.regex(try RegexPattern.parse("^a+$")))
    #expect(try sketch.read(term, [.absent, pattern]).truth == .false)
    #expect(try sketch.read(term, [.of(.string("aa")), pattern]).truth == .true)
    #expect(try sketch.read(term, [.of(.string("ab")), pattern]).truth == .false)
    let hostile = Cell.of(.regex(try RegexPattern.parse("^(a+)+$")))
    let long = Cell.of(.string(String(repeating: "a", count: 5000) + "b"))
    let reading = try sketch.read(term, [long, hostile])
    #expect(reading.truth != .true)
  }

  @Test func arithmeticThatOverflowsIsUnknown() throws {
    var sketch = Sketch()
    let (left, right) = (sketch.variable(0, .int), sketch.variable(1, .int))
    func read(_ operation: Arithmetic, _ one: Value, _ other: Value) throws -> Reading {
      let term = sketch.term(.arithmetic(operation, left, right), .int)
      return try sketch.read(term, [.of(one), .of(other)])
    }
    #expect(try read(.add, .int(1), .int(2)) == .value(.int(3)))
    #expect(try read(.divide, .int(7), .int(2)) == .value(.int(3)))
    #expect(try read(.remainder, .int(7), .int(2)) == .value(.int(1)))
    for (operation, one, other) in [
      (Arithmetic.add, Int64.max, Int64(1)), (.subtract, .min, 1), (.multiply, .max, 2),
      (.divide, 1, 0), (.remainder, 1, 0), (.divide, .min, -1),
    ] {
      #expect(try read(operation, .int(one), .int(other)).causes.map(\.kind) == [.limitExceeded])
    }
    #expect(try read(.divide, .float(1), .float(0)).causes.map(\.kind) == [.limitExceeded])
    let negated = sketch.term(.negate(left), .int)
    #expect(try sketch.read(negated, [.of(.int(.min))]).causes.map(\.kind) == [.limitExceeded])
  }

  @Test func timesAndSizesCalculate() throws {
    var sketch = Sketch()
    let (left, right) = (sketch.variable(0, .int), sketch.variable(1, .int))
    func read(_ operation: Arithmetic, _ one: Value, _ other: Value) throws -> Reading {
      let term = sketch.term(.arithmetic(operation, left, right), .int)
      return try sketch.read(term, [.of(one), .of(other)])
    }
    let day = PolicyDuration(milliseconds: 86_400_000)
    let (first, second) = (try Timestamp.parse("2026-01-01"), try Timestamp.parse("2026-01-02"))
    #expect(try read(.subtract, .timestamp(second), .timestamp(first)) == .value(.duration(day)))
    #expect(try read(.add, .timestamp(first), .duration(day)) == .value(.timestamp(second)))
    #expect(try read(.subtract, .timestamp(second), .duration(day)) == .value(.timestamp(first)))
    let two = PolicyDuration(milliseconds: 172_800_000)
    #expect(try read(.multiply, .int(2), .duration(day)) == .value(.duration(two)))
    #expect(
      try read(.multiply, .int(2), .bytes(ByteCount(bytes: 4)))
        == .value(
          .bytes(ByteCount(bytes: 8))))
    #expect(try read(.add, .string("a"), .string("b")) == .value(.string("ab")))
    #expect(try read(.add, .ints([1]), .ints([2])) == .value(.ints([1, 2])))
  }

  @Test func textFunctionsDoWhatTheySay() throws {
    var sketch = Sketch()
    let (one, two) = (sketch.variable(0, .string), sketch.variable(1, .string))
    func read(_ builtin: Builtin, _ text: String, _ other: String = "") throws -> Reading {
      let arguments = builtin.argumentCount == 2 ? [one, two] : [one]
      let term = sketch.term(.builtin(builtin, arguments), .string)
      return try sketch.read(term, [.of(.string(text)), .of(.string(other))])
    }
    #expect(try read(.length, "häß") == .value(.int(3)))
    #expect(try read(.lowercased, "aB") == .value(.string("ab")))
    #expect(try read(.uppercased, "aB") == .value(.string("AB")))
    #expect(try read(.trimmed, " \ta b\n") == .value(.string("a b")))
    #expect(try read(.startsWith, "abc", "ab") == .value(.bool(true)))
    #expect(try read(.startsWith, "abc", "bc") == .value(.bool(false)))
    #expect(try read(.endsWith, "abc", "bc") == .value(.bool(true)))
    #expect(try read(.endsWith, "c", "bc") == .value(.bool(false)))
    #expect(try read(.contains, "ababac", "abac") == .value(.bool(true)))
    #expect(try read(.contains, "ababab", "abac") == .value(.bool(false)))
    #expect(try read(.contains, "x", "") == .value(.bool(true)))
    let parts = ["a", "", "b"].map { Cell.of(.string($0)) }
    #expect(try read(.split, "a,,b", ",") == .value(.list(Collection(parts))))
    #expect(try read(.split, "a", "") == .value(.list(Collection([.of(.string("a"))]))))
    let joined = sketch.term(.builtin(.joined, [one, two]), .string)
    #expect(
      try sketch.read(joined, [.of(.list(Collection(parts))), .of(.string("-"))])
        == .value(
          .string("a--b")))
  }

  @Test func collectionFunctionsDoWhatTheySay() throws {
    var sketch = Sketch()
    let list = sketch.variable(0, .list(sketch.type(.int)))
    func read(_ builtin: Builtin, _ value: Value) throws -> Reading {
      let term = sketch.term(.builtin(builtin, [list]), .int)
      return try sketch.read(term, [.of(value)])
    }
    #expect(try read(.first, .ints([4, 5])) == .value(.int(4)))
    #expect(try read(.first, .ints([])) == .absent)
    #expect(try read(.first, .ints([4], missing: [Sketch.cause])) == Sketch.unknown.reading)
    #expect(try read(.distinct, .ints([4, 5, 4])) == .value(.intSet([4, 5])))
    let lists = Value.list(Collection([.of(.ints([1])), Sketch.unknown, .of(.ints([2]))]))
    #expect(try read(.flatten, lists) == .value(.ints([1, 2], missing: [Sketch.cause])))
    let map = Value.map([MapEntry(key: .int(1), value: .of(.int(2)))], missing: [])
    #expect(try read(.keys, map) == .value(.intSet([1])))
    #expect(try read(.values, map) == .value(.ints([2])))
    let doubtful = Value.set(Collection([.of(.int(1)), Sketch.unknown]))
    #expect(try read(.count, doubtful) == Sketch.unknown.reading)
  }

  @Test func interpolationPrintsForPeople() throws {
    var sketch = Sketch()
    let value = sketch.variable(0, .int)
    let term = sketch.term(.text([.literal("<"), .value(value), .literal(">")]), .string)
    func read(_ value: Value) throws -> Reading { try sketch.read(term, [.of(value)]) }
    let age = PolicyDuration(milliseconds: 91 * 86_400_000)
    #expect(try read(.duration(age)) == .value(.string("<91d>")))
    #expect(try read(.ints([1, 2])) == .value(.string("<1, 2>")))
    #expect(try read(.string("a b")) == .value(.string("<a b>")))
    #expect(
      try read(.arn(try Arn.parse("arn:aws:iam::1:user/k")))
        == .value(.string("<arn:aws:iam::1:user/k>")))
    #expect(try sketch.read(term, [Sketch.unknown]) == Sketch.unknown.reading)
    let half = Value.list(Collection([.of(.int(1)), Sketch.unknown]))
    #expect(try read(half) == Sketch.unknown.reading)
  }

  @Test func partsOfArnsAreTexts() throws {
    var sketch = Sketch()
    let arn = sketch.variable(0, .arn)
    let cell = Cell.of(.arn(try Arn.parse("arn:aws:iam::123:user/kim")))
    let expected: [(Builtin, String)] = [
      (.partition, "aws"), (.service, "iam"), (.region, ""), (.account, "123"),
      (.resource, "user/kim"),
    ]
    for (builtin, text) in expected {
      let term = sketch.term(.builtin(builtin, [arn]), .string)
      #expect(try sketch.read(term, [cell]) == .value(.string(text)))
    }
  }

  @Test func filterPatternsCoverByMeaning() throws {
    var sketch = Sketch()
    let (one, two) = (sketch.variable(0, .filterPattern), sketch.variable(1, .filterPattern))
    let term = sketch.term(.covers(one, two))
    func read(_ first: String, _ second: String) throws -> Truth? {
      try sketch.read(
        term,
        [
          .of(.filterPattern(try FilterPattern.parse(first))),
          .of(.filterPattern(try FilterPattern.parse(second))),
        ]
      ).truth
    }
    #expect(try read("{ $.a = 1 || $.b = 2 }", "{ $.b = 2 }") == .true)
    #expect(try read("{ $.b = 2 }", "{ $.a = 1 || $.b = 2 }") == .false)
    #expect(try read("words", "{ $.a = 1 }") == .unknown)
  }

  @Test func whatSomePoliciesGrantNoUnknownOneTakesAway() throws {
    var sketch = Sketch()
    let list = sketch.variable(0, .list(sketch.type(.policyDocument)))
    let term = sketch.term(.builtin(.grantsFullAdministration, [list]))
    let all = try PolicyDocument.parse(
      #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#
    )
    let little = try PolicyDocument.parse(
      #"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}"#
    )
    func read(_ cells: [Cell]) throws -> Reading {
      try sketch.read(term, [.of(.list(Collection(cells)))])
    }
    #expect(try read([.of(.policyDocument(all)), Sketch.unknown]).truth == .true)
    #expect(try read([.of(.policyDocument(little)), Sketch.unknown]) == Sketch.unknown.reading)
    #expect(try read([.of(.policyDocument(little))]).truth == .false)
  }

  @Test func deniesAsksForEveryActionAndResource() throws {
    var sketch = Sketch()
    let strings = ValueType.list(sketch.type(.string))
    let (policy, actions) = (sketch.variable(0, .policyDocument), sketch.variable(1, strings))
    let resources = sketch.constant(.string("*"), .string)
    let context = sketch.variable(2, .map(key: sketch.type(.string), value: sketch.type(.string)))
    let term = sketch.term(.builtin(.denies, [policy, actions, resources, context]))
    let document = try PolicyDocument.parse(
      #"{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "#
        + #""Action": "s3:*", "Resource": "*", "#
        + #""Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}"#)
    func read(_ actions: [String], _ transport: Cell) throws -> Truth? {
      let list = Value.list(Collection(actions.map { .of(.string($0)) }))
      let map = Value.map(
        [MapEntry(key: .string("aws:SecureTransport"), value: transport)], missing: [])
      return try sketch.read(term, [.of(.policyDocument(document)), .of(list), .of(map)]).truth
    }
    let (insecure, secure) = (Cell.of(.string("false")), Cell.of(.string("true")))
    #expect(try read(["s3:GetObject", "s3:Put*"], insecure) == .true)
    #expect(try read(["s3:GetObject", "ec2:*"], insecure) == .false)
    #expect(try read(["s3:GetObject"], secure) == .false)
    #expect(try read(["s3:GetObject"], Sketch.unknown) == .unknown)
  }

  @Test func functionsHaveVariablesOfTheirOwn() throws {
    var sketch = Sketch()
    let (one, two) = (sketch.variable(0), sketch.variable(1))
    let body = sketch.term(.and(one, two))
    let function = sketch.function(parameters: 2, slotCount: 2, body)
    let call = sketch.term(.call(function, [two, one]))
    let term = sketch.term(.or(call, one))
    let (yes, no) = (Cell.of(.bool(true)), Cell.of(.bool(false)))
    #expect(try sketch.read(call, [yes, yes]).truth == .true)
    #expect(try sketch.read(call, [yes, no]).truth == .false)
    #expect(try sketch.read(term, [yes, no]).truth == .true)
  }

  @Test func portsMakeRanges() throws {
    var sketch = Sketch()
    let (one, two) = (sketch.variable(0, .int), sketch.variable(1, .int))
    let term = sketch.term(.portRange(one, two), .portSet)
    let port = sketch.variable(2, .int)
    let membership = sketch.term(.membership(port, in: term))
    let cells = [Cell.of(.int(20)), .of(.int(30)), .of(.int(22))]
    #expect(try sketch.read(membership, cells).truth == .true)
    #expect(
      try sketch.read(term, [.of(.int(30)), .of(.int(70_000))]).causes.map(\.kind) == [.malformed])
  }
}
