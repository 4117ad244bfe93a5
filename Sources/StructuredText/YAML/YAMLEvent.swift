/// A step of libyaml through a text.
struct YAMLEvent {
  /// What was stepped over.
  enum Kind {
    case documentStart
    case alias
    case scalar(String, YAMLScalar.Style)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case containerEnd
    case other
  }

  /// What was stepped over.
  let kind: Kind

  /// The 0-based indices of its characters, counted in Unicode scalars.
  let characters: Range<Int>

  /// `true` iff the value is given an anchor or a tag.
  let hasProperties: Bool
}
