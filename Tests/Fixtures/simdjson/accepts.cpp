// Says of texts whether simdjson takes them: each comes as four bytes that give its length, lowest
// first, and its bytes; for each, one byte goes out, 1 or 0.
#include <simdjson.h>

#include <cstdint>
#include <cstdio>
#include <string>

int main() {
  simdjson::dom::parser parser;
  unsigned char head[4];
  while (std::fread(head, 1, 4, stdin) == 4) {
    uint32_t length = head[0] | head[1] << 8 | head[2] << 16 | (uint32_t)head[3] << 24;
    std::string text(length, '\0');
    if (std::fread(&text[0], 1, length, stdin) != length) return 1;
    simdjson::dom::element value;
    std::putchar(parser.parse(text).get(value) == simdjson::SUCCESS ? '1' : '0');
  }
  return 0;
}
