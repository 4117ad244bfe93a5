internal import ResourceModel
internal import StructuredText

/// What the configuration says of where a value comes from.
enum ValueOrigin {
  /// It does not tell.
  case unseen
  /// Nobody configured it.
  case nobody
  /// It is made by an expression that refers to these.
  case references([RawReference])
  /// It is part of what is made by an expression that refers to these.
  case partOf([RawReference])
  /// It is made by the block with this body.
  case body(JSONNodeID)
  /// It is made by blocks with these bodies, of which there is not just one; `primary` is the one it
  /// most likely is.
  case bodies([JSONNodeID], primary: JSONNodeID?)
}
