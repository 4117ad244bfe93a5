internal import DomainValues
internal import PolicyIR
internal import SourceText
internal import StructuredText

extension CompiledWriter {
  /// Writes a benchmark that stands alone; the texts of its controls are added to `texts`.
  mutating func write(
    _ benchmark: Benchmark, _ texts: inout ControlTextTable
  ) throws(CompiledFormError) {
    guard benchmark.extends == nil, benchmark.changes.isEmpty else {
      throw .unsupported("a benchmark that extends another")
    }
    write(benchmark.name)
    write(benchmark.version.description)
    write(benchmark.title)
    write(benchmark.published)
    write(benchmark.range)
    try write(list: benchmark.sections) { (writer, section) throws(CompiledFormError) in
      writer.write(section.id)
      writer.write(section.title)
      try writer.write(optional: section.parent) { (writer, parent) throws(CompiledFormError) in
        writer.write(parent)
      }
    }
    write(benchmark.controls.count)
    for control in benchmark.controls {
      guard let section = benchmark.sections.firstIndex(of: control.section) else {
        throw .unsupported("a control in no section")
      }
      write(section)
      write(try texts.demand(control.texts))
      try write(control)
    }
  }

  /// Writes what there is to read about a control.
  mutating func write(_ texts: ControlTexts) throws(CompiledFormError) {
    write(texts.description)
    write(texts.rationale)
    write(texts.remediation)
    try write(optional: texts.impact) { (writer, impact) throws(CompiledFormError) in
      writer.write(case: impact)
    }
    write(texts.attestation)
    write(texts.isDecidedByRules)
  }

  private mutating func write(_ control: Control) throws(CompiledFormError) {
    write(control.id)
    write(control.slug)
    write(control.title)
    write(case: control.level)
    write(case: control.assessment)
    write(control.isScored)
    try write(list: control.safeguards) { (writer, entry) throws(CompiledFormError) in
      writer.write(entry.version)
      try writer.write(texts: entry.ids)
    }
    try write(texts: control.securityHub)
    try write(texts: control.securityHubGenerators)
    try write(texts: control.configRules)
    try write(list: control.frameworks) { (writer, entry) throws(CompiledFormError) in
      writer.write(entry.name)
      try writer.write(texts: entry.ids)
    }
    write(control.range)
    try write(list: control.rules) { (writer, use) throws(CompiledFormError) in
      guard use.pack == nil, use.revision == nil else {
        throw .unsupported("the use of a rule of another benchmark")
      }
      writer.write(use.rule)
      writer.write(use.range)
      try writer.write(list: use.arguments) { (writer, argument) throws(CompiledFormError) in
        writer.write(argument.name)
        writer.write(argument.range)
        try writer.write(argument.expression)
      }
    }
  }
}

extension CompiledReader {
  /// Returns a benchmark in `file`; `texts` gives the texts of controls by their number below
  /// `textCount`.
  mutating func benchmark(
    _ file: SourceFile, textCount: Int,
    _ texts: (Int) throws(CompiledFormError) -> ControlTexts
  ) throws(CompiledFormError) -> Benchmark {
    let name = try string()
    let version = try version()
    let (title, published) = (try string(), try string())
    let range = try range()
    let sections = try list { (reader) throws(CompiledFormError) in
      Benchmark.Section(
        id: try reader.string(), title: try reader.string(),
        parent: try reader.optional { (reader) throws(CompiledFormError) in
          try reader.string()
        })
    }
    let controls = try list { (reader) throws(CompiledFormError) in
      let section = sections[try reader.index(below: sections.count)]
      let texts = try texts(try reader.index(below: textCount))
      return try reader.control(file, section, texts)
    }
    return Benchmark(
      name: name, version: version, title: title, published: published, sections: sections,
      controls: controls, extends: nil, changes: [], range: range)
  }

  /// Returns what there is to read about a control.
  mutating func controlTexts() throws(CompiledFormError) -> ControlTexts {
    ControlTexts(
      description: try string(), rationale: try string(), remediation: try string(),
      impact: try optional { (reader) throws(CompiledFormError) in
        try reader.oneCase(of: Impact.self)
      }, attestation: try string(), isDecidedByRules: try bool())
  }

  private mutating func control(
    _ file: SourceFile, _ section: Benchmark.Section, _ texts: ControlTexts
  ) throws(CompiledFormError) -> Control {
    let (id, slug, title) = (try string(), try string(), try string())
    let level = try oneCase(of: Control.Level.self)
    let assessment = try oneCase(of: Control.Assessment.self)
    let isScored = try bool()
    let safeguards = try list { (reader) throws(CompiledFormError) in
      (version: try reader.string(), ids: try reader.texts())
    }
    let (securityHub, generators, configRules) = (
      try self.texts(), try self.texts(), try self.texts()
    )
    let frameworks = try list { (reader) throws(CompiledFormError) in
      (name: try reader.string(), ids: try reader.texts())
    }
    let range = try range()
    let rules = try list { (reader) throws(CompiledFormError) in
      Control.RuleUse(
        rule: try reader.string(), range: try reader.range(),
        arguments: try reader.list { (reader) throws(CompiledFormError) in
          Control.RuleUse.Argument(
            name: try reader.string(), range: try reader.range(),
            expression: try reader.yaml(file))
        })
    }
    return Control(
      id: id, slug: slug, title: title, section: section, level: level, assessment: assessment,
      isScored: isScored, safeguards: safeguards, securityHub: securityHub,
      securityHubGenerators: generators, configRules: configRules, frameworks: frameworks,
      texts: texts, rules: rules, range: range)
  }
}
