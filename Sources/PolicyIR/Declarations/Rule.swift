package import ResourceModel
package import SourceText

/// A named predicate over one resource type.
package struct Rule: Sendable {
  /// One statement that is evaluated, in the order of the text.
  package enum Step: Hashable, Sendable {
    /// `where condition`.
    case filter(TermID)
    /// `let`: puts the value in the slot.
    case constant(slot: Int, TermID)
    /// `require condition else message`.
    case requirement(TermID, message: TermID?)
  }

  /// What the rule says of a population that is known to be empty.
  package enum EmptyPopulation: String, Hashable, Sendable, CaseIterable {
    case pass
    case fail
    case notApplicable = "not_applicable"

    /// The status that it means.
    package var status: Status {
      switch self {
      case .pass: .pass
      case .fail: .fail
      case .notApplicable: .notApplicable
      }
    }
  }

  /// The name.
  package let name: String
  /// The names it had before, by which it is still found.
  package let formerNames: [String]
  /// The pack it is declared in.
  package let pack: String
  /// The parameters.
  package var parameters: [Parameter]
  /// The type of the resources it judges.
  package let population: ResourceTypeID
  /// The variable that stands for the resource.
  package let subjectSlot: Int
  /// What it does with each.
  package var steps: [Step]
  /// The number of slots it needs.
  package let slotCount: Int
  /// How much a failure matters.
  package let severity: Severity
  /// What to do about a failure; empty when it does not say.
  package let remediation: String
  /// What it says when there is nothing to judge.
  package let onEmpty: EmptyPopulation?
  /// The doc comment, without its slashes.
  package let documentation: String
  /// Where the name is declared.
  package let range: SourceRange

  /// Creates a rule.
  package init(
    name: String, formerNames: [String] = [], pack: String, parameters: [Parameter],
    population: ResourceTypeID, subjectSlot: Int, steps: [Step], slotCount: Int, severity: Severity,
    remediation: String,
    onEmpty: EmptyPopulation?, documentation: String, range: SourceRange
  ) {
    self.name = name
    self.formerNames = formerNames
    self.pack = pack
    self.parameters = parameters
    self.population = population
    self.subjectSlot = subjectSlot
    self.steps = steps
    self.slotCount = slotCount
    self.severity = severity
    self.remediation = remediation
    self.onEmpty = onEmpty
    self.documentation = documentation
    self.range = range
  }

  /// The first sentence of the documentation, or the name.
  package var title: String {
    guard !documentation.isEmpty else { return name }
    var sentence = ""
    var previous: Character?
    for character in documentation {
      if previous == ".", character.isWhitespace { break }
      if character.isNewline, previous?.isNewline == true { break }
      sentence.append(character.isNewline ? " " : character)
      previous = character
    }
    while sentence.last == "." || sentence.last == " " { sentence.removeLast() }
    return sentence
  }
}

extension Rule.Step {
  /// The terms of the step, in the order of the text.
  package var terms: [TermID] {
    switch self {
    case .filter(let term), .constant(_, let term): [term]
    case .requirement(let term, let message): [term] + [message].compactMap(\.self)
    }
  }
}
