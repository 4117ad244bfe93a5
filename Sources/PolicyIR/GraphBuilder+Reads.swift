package import ResourceModel

extension GraphBuilder {
  /// Takes care that structures keep only the fields in `reads`.
  package mutating func leaveOutFields(notIn reads: AttributeReads) {
    for type in tables.indices {
      for index in tables[type].columns.indices
      where reads.contains(index, of: ResourceTypeID(index: type)) {
        tables[type].columns[index].leaveOutFields(notIn: reads)
      }
    }
  }
}

extension Column {
  fileprivate mutating func leaveOutFields(notIn reads: AttributeReads) {
    if children.isEmpty { return }
    for index in children.indices {
      if case .structure(let id) = type, !reads.contains(index, of: id) {
        leaveOut(child: index)
      } else {
        children[index].leaveOutFields(notIn: reads)
      }
    }
  }
}
