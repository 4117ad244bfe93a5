internal import CLibYAML

/// The system's YAML parser, behind a safe interface.
enum LibYAML {
  /// Where and why libyaml gave up.
  struct Failure {
    /// What is wrong, in libyaml's words.
    let problem: String

    /// The 0-based index of the character where, counted in Unicode scalars.
    let character: Int

    /// What libyaml was doing, in its words, and the character where it began.
    let context: (text: String, character: Int)?
  }

  /// Calls `body` with the events of `bytes` in order until it returns `false`, and returns why
  /// the events ended early, if they did.
  ///
  /// - Precondition: `bytes` is well-formed UTF-8 without a byte order mark, and not empty.
  static func read(_ bytes: [UInt8], _ body: (YAMLEvent) -> Bool) -> Failure? {
    // libyaml keeps the address of the parser, so it must not be a local variable.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      return Failure(problem: "out of memory", character: 0, context: nil)
    }
    defer { unsafe yaml_parser_delete(parser) }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      // libyaml aborts on a null pointer, which an empty array may have.
      guard let start = buffer.baseAddress else { return nil }
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, start, buffer.count)
      while true {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else {
          return unsafe failure(of: parser)
        }
        defer { unsafe yaml_event_delete(&event) }
        let type = unsafe event.type
        if type == YAML_STREAM_END_EVENT || type == YAML_NO_EVENT { return nil }
        guard unsafe body(translated(event)) else { return nil }
      }
    }
  }

  /// Returns why `parser` gave up.
  private static func failure(of parser: UnsafeMutablePointer<yaml_parser_t>) -> Failure {
    let problem = unsafe text(parser.pointee.problem) ?? "out of memory"
    let isReader = unsafe parser.pointee.error == YAML_READER_ERROR
    let character =
      unsafe isReader ? parser.pointee.mark.index : parser.pointee.problem_mark.index
    guard !isReader, let context = unsafe text(parser.pointee.context) else {
      return Failure(problem: problem, character: Int(character), context: nil)
    }
    let start = unsafe Int(parser.pointee.context_mark.index)
    return Failure(problem: problem, character: Int(character), context: (context, start))
  }

  /// Returns a copy of the C string `text`, or `nil` when there is none.
  private static func text(_ text: UnsafePointer<CChar>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  /// Returns `event` as a value that owns what it holds.
  private static func translated(_ event: yaml_event_t) -> YAMLEvent {
    var kind = YAMLEvent.Kind.other
    var hasProperties = false
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = unsafe .scalar(String(decoding: bytes, as: UTF8.self), style(scalar.style))
      hasProperties = unsafe scalar.anchor != nil || scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      kind = unsafe .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
      hasProperties = unsafe sequence.anchor != nil || sequence.tag != nil
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      kind = unsafe .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
      hasProperties = unsafe mapping.anchor != nil || mapping.tag != nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .containerEnd
    default: break
    }
    let start = unsafe Int(event.start_mark.index)
    let end = unsafe Swift.max(start, Int(event.end_mark.index))
    return YAMLEvent(kind: kind, characters: start..<end, hasProperties: hasProperties)
  }

  /// Returns the style that libyaml calls `style`.
  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
