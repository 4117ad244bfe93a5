/// What a production throws after it has reported why it does not fit.
struct Failure: Error {}
