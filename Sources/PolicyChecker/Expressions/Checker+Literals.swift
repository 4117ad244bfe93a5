internal import Diagnostics
internal import DomainValues
internal import PolicyIR
internal import PolicySyntax
internal import ResourceModel
internal import SourceText

extension Checker {
  /// Checks a literal.
  mutating func checkLiteral(
    _ id: ExpressionID, expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    switch tree[id] {
    case .integer(let token):
      let digits = tree.text(of: token).filter { $0 != "_" }
      guard let number = Int64(digits) else {
        diagnostics.insert(.numberOutOfRange(digits, at: range))
        return failed(at: range)
      }
      return insert(.constant(.int(number)), intType, at: range)
    case .float(let token):
      let digits = tree.text(of: token).filter { $0 != "_" }
      guard let number = Double(digits), number.isFinite else {
        diagnostics.insert(.numberOutOfRange(digits, at: range))
        return failed(at: range)
      }
      return insert(.constant(.float(number)), demand(.float), at: range)
    case .duration(let token): return domain(.duration, tree.text(of: token), at: range)
    case .bytes(let token): return domain(.bytes, tree.text(of: token), at: range)
    case .timestamp(let token): return domain(.timestamp, tree.text(of: token), at: range)
    case .regex(let token): return domain(.regex, regexText(of: token), at: range)
    case .string(let segments):
      return checkString(tree[segments], expecting: expected, at: range)
    case .now:
      guard body.kind != .constant else {
        diagnostics.insert(.notConstant(at: range))
        return failed(at: range)
      }
      return insert(.now, demand(.timestamp), at: range)
    case .world:
      return insert(.constant(.cidrSet(.everything, missing: [])), demand(.cidrSet), at: range)
    case .absent:
      return checkAbsent(expecting: expected, at: range)
    default:
      preconditionFailure("only literals are checked here")
    }
  }

  /// Checks `absent`, which needs a context that says what is absent.
  private mutating func checkAbsent(
    expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    guard let expected else {
      diagnostics.insert(.absentWithoutContext(at: range))
      return failed(at: range)
    }
    return insert(.absent, optional(expected), at: range)
  }

  /// Returns the expression between the slashes of a regex literal.
  private func regexText(of token: TokenID) -> String {
    var text = ""
    var isEscaped = false
    for character in tree.text(of: token).dropFirst().dropLast() {
      if isEscaped, character != "/" { text.append("\\") }
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      isEscaped = false
      text.append(character)
    }
    return text
  }

  private mutating func checkString(
    _ segments: ArraySlice<StringSegment>, expecting expected: TypeID?, at range: SourceRange
  ) -> Checked {
    guard let text = tree.literalText(segments) else {
      var parts: [TextPart] = []
      for segment in segments {
        switch segment {
        case .text(let text): parts.append(.literal(ExactText(tree.text(of: text))))
        case .interpolation(let inner): parts.append(.value(check(inner).term))
        }
      }
      return insert(.text(parts), stringType, at: range)
    }
    guard let expected else {
      return insert(.constant(.string(text)), stringType, at: range)
    }
    let wanted = self[unwrapped(expected)]
    switch wanted {
    case .cidr, .arn, .filterPattern, .policyDocument, .timestamp, .duration, .regex, .version,
      .ipAddress, .glob:
      return domain(wanted, text, at: range)
    case .cidrSet:
      return domain(.cidrSet, text, at: range)
    default:
      return insert(.constant(.string(text)), stringType, at: range)
    }
  }

  /// Returns the constant of the domain type `type` that `text` writes, or reports why it is none.
  private mutating func domain(
    _ type: ValueType, _ text: String, at range: SourceRange
  ) -> Checked {
    // Many tests write the same documents and patterns.
    let literal = DomainLiteral(type: type, text: ExactText(text))
    if let known = literalValues[literal] {
      return insert(.constant(known), demand(type), at: range)
    }
    do throws(ValueError) {
      let value: Value
      switch type {
      case .duration: value = .duration(try PolicyDuration.parse(text))
      case .bytes: value = .bytes(try ByteCount.parse(text))
      case .timestamp: value = .timestamp(try Timestamp.parse(text))
      case .regex: value = .regex(try RegexPattern.parse(text))
      case .cidr: value = .cidr(try Cidr.parse(text))
      case .cidrSet: value = .cidrSet(try CidrSet.parse(text), missing: [])
      case .arn: value = .arn(try Arn.parse(text))
      case .filterPattern: value = .filterPattern(try FilterPattern.parse(text))
      case .version: value = .version(try Version.parse(text))
      case .ipAddress: value = .ipAddress(try IPAddress.parse(text))
      case .glob: value = .glob(Glob(text))
      case .policyDocument: value = .policyDocument(try PolicyDocument.parse(text))
      default: preconditionFailure("only domain types are written as text")
      }
      literalValues[literal] = value
      return insert(.constant(value), demand(type), at: range)
    } catch {
      diagnostics.insert(.malformedLiteral(error, at: range))
      return failed(at: range)
    }
  }
}
