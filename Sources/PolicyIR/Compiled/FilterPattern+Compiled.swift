internal import DomainValues
internal import SourceText

/// The forms of filter patterns.
private enum FormTag: UInt8 {
  case everything, json, terms, delimited
}

/// The forms of conditions.
private enum ConditionTag: UInt8 {
  case field, all, any
}

/// The steps of selectors.
private enum StepTag: UInt8 {
  case member, element, anyElement
}

/// The kinds of predicates.
private enum PredicateTag: UInt8 {
  case matches, differs, compares, finds, lacks, isNull, isBoolean, exists, isMissing
}

/// The steps of globs.
private enum GlobTag: UInt8 {
  case scalar, one, any
}

extension CompiledWriter {
  /// Writes a filter pattern.
  mutating func write(_ pattern: FilterPattern) throws(CompiledFormError) {
    switch pattern.form {
    case .everything: write(tag: FormTag.everything)
    case .json(let condition):
      write(tag: FormTag.json)
      try write(condition)
    case .terms(let text):
      write(tag: FormTag.terms)
      write(text.text)
    case .delimited(let text):
      write(tag: FormTag.delimited)
      write(text.text)
    }
  }

  private mutating func write(_ condition: FilterCondition) throws(CompiledFormError) {
    switch condition {
    case .field(let selector, let predicate):
      write(tag: ConditionTag.field)
      try write(list: selector.steps) { (writer, step) throws(CompiledFormError) in
        writer.write(step)
      }
      try write(predicate)
    case .all(let parts):
      write(tag: ConditionTag.all)
      try write(list: parts) { (writer, part) throws(CompiledFormError) in try writer.write(part) }
    case .any(let parts):
      write(tag: ConditionTag.any)
      try write(list: parts) { (writer, part) throws(CompiledFormError) in try writer.write(part) }
    }
  }

  private mutating func write(_ step: FilterSelector.Step) {
    switch step {
    case .member(let name):
      write(tag: StepTag.member)
      write(name.text)
    case .element(let index):
      write(tag: StepTag.element)
      write(signed: index)
    case .anyElement: write(tag: StepTag.anyElement)
    }
  }

  private mutating func write(_ predicate: FilterPredicate) throws(CompiledFormError) {
    switch predicate {
    case .matches(let glob):
      write(tag: PredicateTag.matches)
      try write(glob)
    case .differs(let glob):
      write(tag: PredicateTag.differs)
      try write(glob)
    case .compares(let comparison, let number):
      write(tag: PredicateTag.compares)
      write(case: comparison)
      write(number.bitPattern)
    case .finds(let regex):
      write(tag: PredicateTag.finds)
      write(regex.text)
      write(regex.isCaseInsensitive)
    case .lacks(let regex):
      write(tag: PredicateTag.lacks)
      write(regex.text)
      write(regex.isCaseInsensitive)
    case .isNull: write(tag: PredicateTag.isNull)
    case .isBoolean(let isTrue):
      write(tag: PredicateTag.isBoolean)
      write(isTrue)
    case .exists: write(tag: PredicateTag.exists)
    case .isMissing: write(tag: PredicateTag.isMissing)
    }
  }

  /// Writes a glob.
  mutating func write(_ glob: Glob) throws(CompiledFormError) {
    write(glob.isCaseInsensitive)
    // Nearly every pattern is one text, which is shorter as such.
    write(glob.exactText != nil)
    if let text = glob.exactText { return write(text) }
    try write(list: glob.tokens) { (writer, token) throws(CompiledFormError) in
      switch token {
      case .scalar(let scalar):
        writer.write(tag: GlobTag.scalar)
        writer.write(UInt64(scalar))
      case .one: writer.write(tag: GlobTag.one)
      case .any: writer.write(tag: GlobTag.any)
      }
    }
  }

  private mutating func write(tag: some RawRepresentable<UInt8>) { write(UInt64(tag.rawValue)) }
}

extension CompiledReader {
  /// How deep conditions may be in each other.
  private static let deepest = 256

  /// Returns a filter pattern.
  mutating func filterPattern() throws(CompiledFormError) -> FilterPattern {
    switch try tag(FormTag.self) {
    case .everything: return FilterPattern(.everything)
    case .json: return FilterPattern(.json(try condition(depth: 0)))
    case .terms: return FilterPattern(.terms(ExactText(try string())))
    case .delimited: return FilterPattern(.delimited(ExactText(try string())))
    }
  }

  private mutating func condition(depth: Int) throws(CompiledFormError) -> FilterCondition {
    guard depth < CompiledReader.deepest else { throw .malformed }
    switch try tag(ConditionTag.self) {
    case .field:
      let steps = try list { (reader) throws(CompiledFormError) in try reader.step() }
      return .field(FilterSelector(steps), try predicate())
    case .all:
      return .all(
        try list { (reader) throws(CompiledFormError) in
          try reader.condition(depth: depth + 1)
        })
    case .any:
      return .any(
        try list { (reader) throws(CompiledFormError) in
          try reader.condition(depth: depth + 1)
        })
    }
  }

  private mutating func step() throws(CompiledFormError) -> FilterSelector.Step {
    switch try tag(StepTag.self) {
    case .member: .member(ExactText(try string()))
    case .element: .element(try signed())
    case .anyElement: .anyElement
    }
  }

  private mutating func predicate() throws(CompiledFormError) -> FilterPredicate {
    switch try tag(PredicateTag.self) {
    case .matches: return .matches(try glob())
    case .differs: return .differs(try glob())
    case .compares:
      let comparison = try oneCase(of: FilterPredicate.Comparison.self)
      return .compares(comparison, Double(bitPattern: try number()))
    case .finds: return .finds(try regex())
    case .lacks: return .lacks(try regex())
    case .isNull: return .isNull
    case .isBoolean: return .isBoolean(try bool())
    case .exists: return .exists
    case .isMissing: return .isMissing
    }
  }

  private mutating func regex() throws(CompiledFormError) -> RegexPattern {
    let text = try string()
    return RegexPattern(parsed: text, isCaseInsensitive: try bool())
  }

  /// Returns a glob.
  mutating func glob() throws(CompiledFormError) -> Glob {
    let isCaseInsensitive = try bool()
    if try bool() { return Glob(exactly: try string(), isCaseInsensitive: isCaseInsensitive) }
    let tokens = try list { (reader) throws(CompiledFormError) -> Glob.Token in
      switch try reader.tag(GlobTag.self) {
      case .scalar: .scalar(UInt32(try reader.index(below: 0x11_0000)))
      case .one: .one
      case .any: .any
      }
    }
    return Glob(tokens: tokens, isCaseInsensitive: isCaseInsensitive)
  }
}
