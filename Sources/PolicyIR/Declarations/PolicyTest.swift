package import DomainValues
package import ResourceModel
package import SourceText

/// The cases of one `test` block.
package struct PolicyTest: Sendable {
  /// The rule that is tested.
  package let rule: RuleID
  /// The pack the block is in.
  package let pack: String
  /// The cases, in the order of the text.
  package let cases: [TestCase]
  /// Where the block names its rule.
  package let range: SourceRange

  /// Creates a test.
  package init(rule: RuleID, pack: String, cases: [TestCase], range: SourceRange) {
    self.rule = rule
    self.pack = pack
    self.cases = cases
    self.range = range
  }
}

/// One input and what the rule must say of it.
package struct TestCase: Sendable {
  /// What is put in.
  package enum Step: Hashable, Sendable {
    /// `let`: puts the value, a node among others, in the slot.
    case constant(slot: Int, TermID)
    /// A node, or a value that holds some.
    case fixture(TermID)
    /// A file in a format that a collector reads; the path is seen from the test's file.
    case given(format: String, path: String, range: SourceRange)
  }

  /// Of what an expectation speaks.
  package enum Subject: Hashable, Sendable {
    /// Every resource that no other expectation names.
    case others
    /// The node in the slot.
    case variable(slot: Int, name: String)
    /// The node with this address.
    case address(String)
  }

  /// Waivers under which the case is run.
  package enum Waivers: Hashable, Sendable {
    /// Those that a file holds; the path is seen from the test's file.
    case file(path: String, range: SourceRange)
    /// One that is written in the case: it is for the elements that match one of the patterns, or
    /// for the whole failure when there are none.
    case written(elements: [String], subject: Subject, range: SourceRange)
  }

  /// What waivers must take off a finding.
  package enum Waived: Hashable, Sendable {
    /// All of it.
    case whole
    /// These elements and no others, so that the finding stays active.
    case elements([String])
  }

  /// What the rule must say.
  package struct Expectation: Hashable, Sendable {
    /// Of what.
    package let subject: Subject
    /// What, or `nil` when there must be no resource to judge.
    package let status: Status?
    /// What waivers must take off it, or `nil` when they must take nothing.
    package var waived: Waived?
    /// A text that one of the messages or causes must hold.
    package let because: String?
    /// Where it is written.
    package let range: SourceRange

    /// Creates an expectation.
    package init(
      subject: Subject, status: Status?, waived: Waived? = nil, because: String?,
      range: SourceRange
    ) {
      self.subject = subject
      self.status = status
      self.waived = waived
      self.because = because
      self.range = range
    }
  }

  /// What the case is called; of a case with rows each is one, with a name of its own.
  package let name: String
  /// The instant of the run.
  package let now: Timestamp?
  /// The parameters that are given, by index.
  package let parameters: [Int: Value]
  /// The waivers, in the order of the text.
  package let waivers: [Waivers]
  /// The input.
  package let steps: [Step]
  /// What must come of it.
  package let expectations: [Expectation]
  /// Where it says that all must be as in its snapshot, if it does.
  package let snapshot: SourceRange?
  /// The number of slots it needs.
  package let slotCount: Int
  /// Where its name, or its row, is written.
  package let range: SourceRange

  /// Creates a case.
  package init(
    name: String, now: Timestamp?, parameters: [Int: Value], waivers: [Waivers] = [], steps: [Step],
    expectations: [Expectation], snapshot: SourceRange? = nil, slotCount: Int,
    range: SourceRange
  ) {
    self.name = name
    self.now = now
    self.parameters = parameters
    self.waivers = waivers
    self.steps = steps
    self.expectations = expectations
    self.snapshot = snapshot
    self.slotCount = slotCount
    self.range = range
  }
}
