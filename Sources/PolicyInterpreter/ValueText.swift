package import ResourceModel

/// The text of values, as interpolations print them.
package enum ValueText {
  /// Returns the text of a value of the graph.
  package static func describe(_ value: Value, in graph: ResourceGraph) -> String {
    ValuePrinter(schema: graph.schema, graph: graph, rawValues: graph.rawValues).text(of: value)
  }

  /// Returns the text of something that was read from the graph; of what is not known, why.
  package static func describe(_ reading: Reading, in graph: ResourceGraph) -> String {
    ValuePrinter(schema: graph.schema, graph: graph, rawValues: graph.rawValues).text(of: reading)
  }

  /// Returns the text of a value that no graph is needed for, such as that of a parameter.
  package static func describe(_ value: Value, schema: Schema) -> String {
    ValuePrinter(schema: schema, graph: nil, rawValues: RawValues()).text(of: value)
  }
}
