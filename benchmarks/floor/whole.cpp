// The ten checks with the whole document in memory: whole FILE
#include "checks.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  simdjson::padded_string bytes;
  if (simdjson::padded_string::load(argv[1]).get(bytes)) return 2;
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  if (parser.parse(bytes).get(document)) return 2;
  simdjson::dom::array resources;
  if (document["resources"].get(resources)) return 2;
  floor_checks::Checks checks(1767225600);
  for (auto resource : resources) checks.resource(resource);
  checks.report();
}
