#include "base/document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <sstream>

#include "base/source_text.h"
#include "base/text.h"
#include "base/yaml_wording.h"

namespace anteroom {
namespace {

constexpr const char* kRule = "yaml";

// Ends the reading: what stands behind cannot be right, or is more than anybody needs.
struct Refused {
  Place place;
  std::string what;
};

// Builds the tree of one document from yaml-cpp's events.
class Builder : public YAML::EventHandler {
 public:
  Builder(SourceText& source, Diagnostics& found) : x_source(source), x_found(found) {}

  void OnDocumentStart(const YAML::Mark& mark) override { x_start = offset(mark); }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(Node::null(place_of_null(mark)));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "aliases (*name) are not used in a practice; write the value out here");
    add(Node());
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (tag == "!") x_last_quoted = offset(mark);
    add(Node::scalar(place(mark), value, tag == "!"));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(mark, tag, anchor, style, false);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(mark, tag, anchor, style, true);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  Node take() { return std::exchange(x_root, Node()); }
  std::size_t start() const { return x_start; }

  // The innermost bracket or brace that is open.
  std::optional<Place> open_bracket() const {
    const auto frame = std::find_if(x_frames.rbegin(), x_frames.rend(),
                                    [](const Frame& f) { return f.in_brackets; });
    return frame == x_frames.rend() ? std::nullopt : std::optional(frame->place);
  }

  // yaml-cpp takes a quote that is never closed for one that ends with the file.
  bool refuse_unclosed_quote() {
    if (!x_last_quoted) return false;
    const std::string_view rest = x_source.from(*x_last_quoted);
    const char quote = rest.empty() ? '\0' : rest.front();
    if (quote != '"' && quote != '\'') return false;  // a block text
    for (std::size_t i = 1; i < rest.size(); ++i) {
      if (rest[i] == '\\' && quote == '"') {
        ++i;
      } else if (rest[i] == quote && quote == '\'' && rest.substr(i + 1).starts_with('\'')) {
        ++i;
      } else if (rest[i] == quote) {
        return false;
      }
    }
    x_found.error(x_source.place(*x_last_quoted), kRule,
                  "this quote is never closed; end the text with the same quote");
    return true;
  }

 private:
  struct Frame {
    Place place;
    bool is_map = false;
    bool in_brackets = false;
    std::vector<Node> items;
    std::vector<Node::Entry> entries;
    std::optional<Node> key;
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return x_source.offset(mark.line, mark.column);
  }
  Place place(const YAML::Mark& mark) { return x_source.place(offset(mark)); }

  void refuse(const YAML::Mark& mark, const char* what) { x_found.error(place(mark), kRule, what); }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      refuse(mark,
             "anchors (&name) are not used in a practice; write the value out where it is needed");
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    refuse(mark,
           "tags (!name) are not used in a practice; leave it out, and quote a value that must be "
           "text");
  }

  // An empty value is marked where the next thing begins, often lines later; its key is where to
  // look.
  Place place_of_null(const YAML::Mark& mark) {
    if (!x_frames.empty() && x_frames.back().key &&
        x_frames.back().key->place().line != mark.line + 1) {
      return x_frames.back().key->place();
    }
    return place(mark);
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style, bool is_map) {
    if (x_frames.size() >= static_cast<std::size_t>(kDeepestYaml)) {
      throw Refused{place(mark),
                    "nested too deeply; at most " + std::to_string(kDeepestYaml) + " levels"};
    }
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    Frame frame;
    frame.place = place(mark);
    frame.is_map = is_map;
    frame.in_brackets = style == YAML::EmitterStyle::Flow;
    x_frames.push_back(std::move(frame));
  }

  void close() {
    Frame frame = std::move(x_frames.back());
    x_frames.pop_back();
    if (!frame.is_map) return add(Node::list(std::move(frame.place), std::move(frame.items)));
    drop_doubles(frame.entries);
    add(Node::map(std::move(frame.place), std::move(frame.entries)));
  }

  void add(Node node) {
    if (x_frames.empty()) {
      x_root = std::move(node);
      return;
    }
    Frame& frame = x_frames.back();
    refuse_too_many(frame, node);
    if (!frame.is_map) {
      frame.items.push_back(std::move(node));
    } else if (!frame.key) {
      check_key(node);
      frame.key = std::move(node);
    } else {
      if (frame.key->is_scalar())
        frame.entries.emplace_back(std::move(*frame.key), std::move(node));
      frame.key.reset();
    }
  }

  void refuse_too_many(const Frame& frame, const Node& node) {
    const Place& place = node ? node.place() : frame.place;
    if (frame.items.size() + frame.entries.size() >= kMostYamlEntries) {
      throw Refused{place, "too many entries here; at most " + std::to_string(kMostYamlEntries) +
                               " in one list or map"};
    }
    if (++x_nodes > kMostYamlNodes) {
      throw Refused{place, "this file says too much; at most " + std::to_string(kMostYamlNodes) +
                               " values in one file"};
    }
  }

  void check_key(const Node& key) {
    if (key && !key.is_scalar())
      x_found.error(key.place(), kRule, "a key must be one word or text before a ':'");
    if (key.text() == "<<" && !key.quoted()) {
      x_found.error(key.place(), kRule,
                    "merging (<<) is not used in a practice; write the values out here");
    }
  }

  // Keeps the first of each key.
  void drop_doubles(std::vector<Node::Entry>& entries) {
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t index) -> const Node& { return entries[index].first; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a).text() < key(b).text(); });
    std::vector<std::size_t> doubles;
    std::size_t first = 0;  // of equal keys, in `order`
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (key(order[i]).text() != key(order[first]).text()) {
        first = i;
        continue;
      }
      doubles.push_back(order[i]);
      x_found.error(key(order[i]).place(), "duplicate_key",
                    "'" + key(order[i]).text() + "' stands here a second time, first in line " +
                        std::to_string(key(order[first]).place().line) + "; keep one of them");
    }
    for (const std::size_t index : doubles) entries[index].first = Node();
    std::erase_if(entries, [](const Node::Entry& entry) { return !entry.first; });
  }

  SourceText& x_source;
  Diagnostics& x_found;
  std::vector<Frame> x_frames;
  Node x_root;
  std::size_t x_start = 0;
  std::size_t x_nodes = 0;
  std::optional<std::size_t> x_last_quoted;
};

// A plain text that swallowed the next line: `key:value`, where a blank after the colon was
// forgotten.
std::optional<Place> colon_without_blank(SourceText& source, Place place) {
  for (int number = place.line - 1; number >= 1 && number + 3 > place.line; --number) {
    const std::string_view line = source.line(number);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon + 1 >= line.size()) continue;
    const std::string_view key = trimmed(line.substr(0, colon));
    if (key.empty() || key.find_first_of("\"'{[#") != std::string_view::npos) continue;
    if (line[colon + 1] == ' ' || line[colon + 1] == '\r') continue;
    place.line = number;
    place.column = static_cast<int>(colon) + 1;
    return place;
  }
  return {};
}

void report(const YAML::ParserException& error, SourceText& source, const Builder& builder,
            Diagnostics& found) {
  Place place = source.place(source.offset(error.mark.line, error.mark.column));
  const std::string_view theirs = error.msg;
  if (theirs.starts_with("illegal map value")) {
    if (const auto colon = colon_without_blank(source, place)) {
      return found.error(*colon, kRule, "a blank is missing after this ':'");
    }
  }
  const bool unclosed =
      theirs == "end of map flow not found" || theirs == "end of sequence flow not found";
  if (unclosed) place = builder.open_bracket().value_or(place);
  found.error(place, kRule, in_plain_words(error.msg));
}

class Reader {
 public:
  Reader(const std::string& file, std::string_view text, Diagnostics& found)
      : x_found(found), x_source(file, text), x_builder(x_source, found) {}

  // The documents; nullopt where the file could not be read to its end.
  std::optional<std::vector<Node>> read() {
    if (!x_source.check_encoding(x_found) || !x_source.check_characters(x_found) ||
        !x_source.check_directives(x_found)) {
      return {};
    }
    try {
      return read_documents();
    } catch (const Refused& refused) {
      x_found.error(refused.place, kRule, refused.what);
    } catch (const YAML::ParserException& error) {
      report(error, x_source, x_builder, x_found);
    } catch (const std::exception&) {
      x_found.error(x_source.place(0), kRule, "this file cannot be read as YAML");
    }
    return {};
  }

 private:
  std::optional<std::vector<Node>> read_documents() {
    std::vector<Node> documents;
    std::istringstream stream{std::string(x_source.text())};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(x_builder)) {
      // yaml-cpp begins a new document wherever the old one cannot go on.
      if (!documents.empty() && !x_source.from(x_builder.start()).starts_with("---")) {
        x_found.error(x_source.place(x_builder.start()), kRule,
                      "this does not belong to what stands before; check the indentation, and that "
                      "a list has only "
                      "'- ' items and a map only keys");
        return {};
      }
      documents.push_back(x_builder.take());
    }
    if (x_builder.refuse_unclosed_quote()) return {};
    return documents;
  }

  Diagnostics& x_found;
  SourceText x_source;
  Builder x_builder;
};

std::optional<std::vector<Node>> read(const std::string& file, std::string_view text,
                                      Diagnostics& found) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // a byte order mark
  if (text.size() <= kLargestYamlFile) return Reader(file, text, found).read();
  found.error({file}, kRule, "the file is too large; at most 4 MiB");
  return {};
}

}  // namespace

std::vector<Node> parse_yaml_documents(const std::string& file_name, std::string_view text,
                                       Diagnostics& found) {
  return read(file_name, text, found).value_or(std::vector<Node>());
}

Node parse_yaml(const std::string& file_name, std::string_view text, Diagnostics& found) {
  const auto documents = read(file_name, text, found);
  if (!documents) return Node();
  if (documents->empty()) return Node::null({file_name});
  if (documents->size() > 1) {
    found.error((*documents)[1].place(), kRule,
                "a second document ('---') begins here; this file has only one");
  }
  return documents->front();
}

}  // namespace anteroom
