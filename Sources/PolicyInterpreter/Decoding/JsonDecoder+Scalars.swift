internal import DomainValues
internal import ResourceModel
internal import StructuredText

/// What is wrong with a value that does not fit its type.
struct DecodingProblem: Error {
  /// In a few words.
  let text: String
}

extension JsonDecoder {
  /// Returns the value that `raw` writes, of a type without elements.
  func scalar(_ raw: RawValue, as type: TypeID) -> Result<Value, DecodingProblem> {
    switch (schema.types[schema.types.unwrapped(type)], raw) {
    case (.bool, .boolean(let isTrue)): .success(.bool(isTrue))
    case (.int, .number(let text)):
      if let number = Int64(integral: text) {
        .success(.int(number))
      } else {
        .failure(DecodingProblem(text: "`\(text.clipped)` is not an Int"))
      }
    case (.float, .number(let text)):
      if let number = Double(text), number.isFinite {
        .success(.float(number))
      } else {
        .failure(DecodingProblem(text: "`\(text.clipped)` is out of the range of a Float"))
      }
    case (.string, .string(let text)): .success(.string(text))
    case (.enumeration(let id), .string(let text)), (.enumeration(let id), .number(let text)):
      if let index = schema[id].index(ofSpelling: text) {
        .success(.enumeration(id, index))
      } else {
        .failure(DecodingProblem(text: "`\(text.clipped)` is no case of \(schema[id].name)"))
      }
    case (.portSet, .number(let text)):
      if let port = Int64(integral: text), let ports = PortSet(from: port, through: port) {
        .success(.portSet(ports, missing: []))
      } else {
        .failure(DecodingProblem(text: "`\(text.clipped)` is not a port"))
      }
    case (let wanted, .string(let text)): parsed(text, as: wanted, type)
    case (_, let found): .failure(misfit(found, type))
    }
  }

  /// Returns the domain value that the text writes.
  private func parsed(
    _ text: String, as wanted: ValueType, _ type: TypeID
  ) -> Result<Value, DecodingProblem> {
    do throws(ValueError) {
      switch wanted {
      case .duration: return .success(.duration(try PolicyDuration.parse(text)))
      case .timestamp: return .success(.timestamp(try Timestamp.parse(text)))
      case .bytes: return .success(.bytes(try ByteCount.parse(text)))
      case .cidr: return .success(.cidr(try Cidr.parse(text)))
      case .cidrSet: return .success(.cidrSet(try CidrSet.parse(text), missing: []))
      case .portSet: return .success(.portSet(try PortSet.parse(text), missing: []))
      case .arn: return .success(.arn(try Arn.parse(text)))
      case .regex: return .success(.regex(try RegexPattern.parse(text)))
      case .filterPattern: return .success(.filterPattern(try FilterPattern.parse(text)))
      case .version: return .success(.version(try Version.parse(text)))
      case .ipAddress: return .success(.ipAddress(try IPAddress.parse(text)))
      case .glob: return .success(.glob(Glob(text)))
      case .error, .bool, .int, .float, .string, .policyDocument, .json, .enumeration, .structure,
        .resource, .list, .set, .map, .optional:
        return .failure(misfit(.string(text), type))
      }
    } catch {
      return .failure(DecodingProblem(text: error.message.clipped))
    }
  }

  private func misfit(_ found: RawValue, _ type: TypeID) -> DecodingProblem {
    DecodingProblem(text: "\(found.kindName) where \(schema.description(of: type)) is wanted")
  }
}

extension String {
  /// The text, or its start if it is long.
  var clipped: String {
    unicodeScalars.count <= 120 ? self : String(unicodeScalars.prefix(120)) + "…"
  }
}

extension Int64 {
  /// Creates the number that a JSON number writes, such as `5`, `5.0` or `5e2`, or returns `nil` if
  /// it has a fraction or is out of range.
  package init?(integral text: String) {
    // Most are written plainly.
    guard let number = Int64(text) ?? JSONNumber.integer(ArraySlice(text.utf8)) else { return nil }
    self = number
  }
}
