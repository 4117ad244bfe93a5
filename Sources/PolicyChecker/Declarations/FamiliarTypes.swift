/// How types are written in the language that people know by other names, from other languages or
/// from what they describe.
enum FamiliarTypes {
  /// Returns how the type is written that somebody calls `name`, in letters of any case; `nil` if the
  /// name is not known.
  static func spelling(of name: String) -> String? {
    let name = name.lowercased()
    let builtin = Checker.builtinTypes.keys.first { $0.lowercased() == name }
    return builtin ?? spellings[name]
  }

  private static let spellings = [
    "any": "Json", "array": "[String]", "boolean": "Bool", "char": "String", "date": "Timestamp",
    "datetime": "Timestamp", "decimal": "Float", "dict": "Map<String, Int>",
    "dictionary": "Map<String, Int>", "double": "Float", "instant": "Timestamp", "int32": "Int",
    "int64": "Int", "integer": "Int", "ip": "IpAddress", "list": "[String]", "long": "Int",
    "number": "Int", "object": "Json", "optional": "String?", "policy": "PolicyDocument",
    "port": "Int", "ports": "PortSet", "regexp": "Regex", "semver": "Version", "size": "Bytes",
    "str": "String", "text": "String", "time": "Timestamp", "uint": "Int",
  ]
}
