#include <algorithm>

#include "base/text.h"
#include "practice/message.h"
#include "practice/wording.h"

namespace anteroom {

namespace {

const std::vector<Message>* wordings_in(
    const std::vector<std::pair<std::string, std::vector<Message>>>& all,
    std::string_view language) {
  for (const auto& [spoken, messages] : all) {
    if (spoken == language) return &messages;
  }
  return nullptr;
}

}  // namespace

bool LocalText::has(std::string_view language) const {
  return wordings_in(x_wordings, language) != nullptr;
}

std::size_t LocalText::wordings(std::string_view language) const {
  const auto* messages = wordings_in(x_wordings, language);
  return messages ? messages->size() : 0;
}

std::string LocalText::format(std::string_view language, const Arguments& arguments,
                              std::size_t n) const {
  if (x_wordings.empty()) return {};
  const auto* messages = wordings_in(x_wordings, language);
  if (!messages) messages = &x_wordings.front().second;
  return (*messages)[n % messages->size()].format(arguments);
}

std::vector<std::string> LocalText::patterns(std::string_view language) const {
  std::vector<std::string> patterns;
  if (const auto* messages = wordings_in(x_wordings, language)) {
    for (const Message& message : *messages) patterns.push_back(message.pattern());
  }
  return patterns;
}

void LocalText::add(const std::string& language, Message message) {
  const auto same = std::find_if(x_wordings.begin(), x_wordings.end(),
                                 [&](const auto& entry) { return entry.first == language; });
  if (same != x_wordings.end()) {
    same->second.push_back(std::move(message));
  } else {
    x_wordings.push_back({language, {std::move(message)}});
  }
}

ShapePtr local_text_shape(std::string about) {
  const ShapePtr wordings = one_or_list_shape(text_shape());
  return either_shape(
      {text_shape(), list_shape(text_shape()), map_shape(wordings, "", "[a-z]{2,3}")},
      std::move(about));
}

LocalTextReader::LocalTextReader(std::vector<std::string> languages, Diagnostics& found,
                                 std::vector<std::string> arguments)
    : x_languages(std::move(languages)), x_found(found), x_arguments(std::move(arguments)) {}

void LocalTextReader::overlay(const std::string& language, const Node& texts) {
  for (const auto& [path, text] : texts.entries())
    x_overlays[{language, path.text()}] = {path, text, false};
}

const Node* LocalTextReader::overlaid(const std::string& language, const std::string& path) {
  const auto found = x_overlays.find({language, path});
  if (found == x_overlays.end()) return nullptr;
  found->second.used = true;
  return &found->second.text;
}

LocalText LocalTextReader::read(const Node& node, const std::string& path,
                                const std::vector<std::string>& known_arguments, bool required) {
  LocalText text;
  text.set_place(node.place());
  x_paths.insert(path);
  for (const auto& [key, wordings] : node.entries()) {
    if (std::find(x_languages.begin(), x_languages.end(), key.text()) == x_languages.end()) {
      const std::vector<std::string_view> candidates(x_languages.begin(), x_languages.end());
      x_found.error(key.place(), "unknown_language",
                    "'" + key.text() + "' is not a language of this practice" +
                        suggestion(key.text(), candidates));
    }
  }
  std::vector<std::string_view> missing;
  for (const std::string& language : x_languages) {
    const Node* wordings = overlaid(language, path);
    if (!wordings) wordings = node.is_map() ? &node[language] : &node;
    if (!read_wordings(text, language, *wordings, known_arguments)) missing.push_back(language);
  }
  // A text that stands nowhere at all is the shape's to report.
  if (required && node && !missing.empty()) {
    x_found.warning(node.place(), "missing_language",
                    "this text is missing in: " + listed(missing));
  }
  return text;
}

bool LocalTextReader::read_wordings(LocalText& text, const std::string& language, const Node& node,
                                    const std::vector<std::string>& known_arguments) {
  const auto read_one = [&](const Node& wording) {
    if (trimmed(wording.text()).empty()) return false;
    auto message = Message::compile(wording.text(), language);
    if (!message) {
      x_found.error(wording.place(), "bad_text", message.error().what);
      return true;
    }
    for (const std::string& argument : message->arguments())
      report_unknown_argument(wording, argument, known_arguments);
    text.add(language, *std::move(message));
    return true;
  };
  if (node.is_scalar()) return read_one(node);
  bool any = false;
  for (const Node& wording : node.items()) any |= read_one(wording);
  return any;
}

void LocalTextReader::report_unknown_argument(const Node& node, const std::string& argument,
                                              const std::vector<std::string>& known_arguments) {
  std::vector<std::string_view> known(known_arguments.begin(), known_arguments.end());
  known.insert(known.end(), x_arguments.begin(), x_arguments.end());
  if (std::find(known.begin(), known.end(), argument) != known.end()) return;
  x_found.error(node.place(), "unknown_argument",
                "nothing is called {" + argument + "} here" + suggestion(argument, known));
}

void LocalTextReader::report_unused_overlays() {
  const std::vector<std::string_view> paths(x_paths.begin(), x_paths.end());
  for (const auto& [where, overlay] : x_overlays) {
    if (overlay.used) continue;
    const auto& [language, path] = where;
    if (std::find(x_languages.begin(), x_languages.end(), language) == x_languages.end()) {
      x_found.warning(
          overlay.key.place(), "unused_language",
          "'" + language + "' is not among the languages of practice.yaml; name it there");
      continue;
    }
    const std::string_view nearest = nearest_word(path, paths);
    x_found.error(overlay.key.place(), "unknown_text",
                  "no text of this practice has the path '" + path + "'" +
                      (nearest.empty() ? std::string("; a path is like fields.service.question")
                                       : "; did you mean '" + std::string(nearest) + "'?"));
  }
}

}  // namespace anteroom
