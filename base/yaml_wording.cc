#include "base/yaml_wording.h"

#include <algorithm>
#include <iterator>

namespace anteroom {
namespace {

struct Wording {
  std::string_view theirs;  // a prefix
  const char* ours;
};
constexpr Wording kWordings[] = {
    {"illegal map value",
     "a ':' does not fit here; put a text that has ': ' in it in quotes, and check the indentation "
     "and that each ':' "
     "before has a space after it"},
    {"illegal map key", "a key does not fit here; check the indentation"},
    {"illegal block entry", "a '- ' does not fit here; begin a list on a line of its own"},
    {"illegal flow end",
     "this bracket closes nothing; take it out, or put a text that begins with it in quotes"},
    {"end of map not found",
     "expected a key here, in the same column as the other keys; check the indentation, and that "
     "quotes and brackets "
     "before are closed (an apostrophe within '...' is written twice)"},
    {"end of sequence not found",
     "expected a '- ' here, in the same column as the others; check the indentation"},
    {"end of map flow not found", "this '{' is not closed; expected ',' or '}'"},
    {"end of sequence flow not found", "this '[' is not closed; expected ',' or ']'"},
    {"unknown token", "a text cannot begin with this character; put it in quotes"},
    {"unknown escape character",
     "a backslash in \"...\" is written twice (\\\\); or use '...', where it is itself"},
    {"invalid unicode", "this is not the number of a character"},
    {"bad character found while scanning hex",
     "expected a hexadecimal number after this \\x, \\u or \\U"},
    {"illegal document indicator",
     "'---' or '...' within a quoted text; is a quote before it not closed?"},
    {"illegal EOF in scalar", "the file ends within a quoted text; close the quote"},
    {"unexpected character in block scalar", "after '|' or '>' the text begins on the next line"},
    {"cannot set zero indentation", "indent the lines after '|' or '>' by at least one blank"},
    {"the referenced anchor",
     "aliases (*name) are not used in a practice; put a text that begins with * in quotes"},
    {"alias",
     "aliases (*name) are not used in a practice; put a text that begins with * in quotes"},
    {"illegal character found while scanning a",
     "anchors and aliases are not used; put a text that begins with & or * in quotes"},
    {"anchor not found",
     "anchors (&name) are not used in a practice; put a text that begins with & in quotes"},
    {"illegal character found while scanning tag",
     "tags are not used; put a text that begins with ! in quotes"},
    {"tag", "tags are not used in a practice; put a text that begins with ! in quotes"},
};

}  // namespace

std::string in_plain_words(std::string_view library_message) {
  const auto wording =
      std::find_if(std::begin(kWordings), std::end(kWordings),
                   [&](const Wording& w) { return library_message.starts_with(w.theirs); });
  if (wording != std::end(kWordings)) return wording->ours;
  return "this cannot be read as YAML (" + std::string(library_message) +
         "); check quotes, brackets and indentation";
}

}  // namespace anteroom
