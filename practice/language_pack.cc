#include "practice/language_pack.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "practice/languages.inc.h"
#include "practice/read_practice.h"
#include "practice/wording.h"

namespace anteroom {

namespace {

[[noreturn]] void stop_for_bug(const std::string& what) {
  std::fprintf(stderr, "anteroom: bug: %s\n", what.c_str());
  std::abort();
}

const PhraseSlot* slot_of(std::string_view id) {
  const auto& slots = phrase_slots();
  const auto found = std::find_if(slots.begin(), slots.end(),
                                  [&](const PhraseSlot& slot) { return slot.id == id; });
  return found == slots.end() ? nullptr : &*found;
}

void read_wording(const PhraseSlot& slot, const Node& node, LanguagePack& pack,
                  Diagnostics& found) {
  auto message = Message::compile(node.text(), pack.language);
  if (!message) return found.error(node.place(), "bad_text", message.error().what);
  for (const std::string& argument : message->arguments()) {
    if (std::find(slot.arguments.begin(), slot.arguments.end(), argument) != slot.arguments.end())
      continue;
    const std::vector<std::string_view> known(slot.arguments.begin(), slot.arguments.end());
    found.error(node.place(), "unknown_argument",
                "nothing is called {" + argument + "} in '" + std::string(slot.id) + "'" +
                    suggestion(argument, known));
  }
  pack.phrases[std::string(slot.id)].push_back(*std::move(message));
}

void read_phrase(const Node& key, const Node& wordings, LanguagePack& pack, Diagnostics& found) {
  const PhraseSlot* slot = slot_of(key.text());
  if (!slot) {
    const std::string_view nearest = nearest_word(key.text(), ids_of(phrase_slots()));
    const std::string help = nearest.empty() ? "'anteroom schema language' lists them"
                                             : "did you mean '" + std::string(nearest) + "'?";
    return found.error(key.place(), "unknown_phrase",
                       "the program says nothing called '" + key.text() + "'; " + help);
  }
  pack.phrases.erase(key.text());
  if (wordings.is_scalar()) read_wording(*slot, wordings, pack, found);
  for (const Node& wording : wordings.items()) read_wording(*slot, wording, pack, found);
}

void read_words(const Node& key, const Node& words, LanguagePack& pack, Diagnostics& found) {
  const auto& lists = word_lists();
  const bool known = std::any_of(lists.begin(), lists.end(),
                                 [&](const WordList& list) { return list.id == key.text(); });
  if (!known) {
    const std::string_view nearest = nearest_word(key.text(), ids_of(lists));
    const std::string help = nearest.empty() ? "'anteroom schema language' names the lists"
                                             : "did you mean '" + std::string(nearest) + "'?";
    return found.error(key.place(), "unknown_words",
                       "the program listens for no list '" + key.text() + "'; " + help);
  }
  std::vector<std::string>& list = pack.words[key.text()];
  for (const std::string& word : words.texts()) {
    const std::string comparable = folded(word);
    if (std::find(list.begin(), list.end(), comparable) == list.end()) list.push_back(comparable);
  }
}

void read_pack(const Node& node, LanguagePack& pack, Diagnostics& found) {
  for (const auto& [key, wordings] : node["phrases"].entries())
    read_phrase(key, wordings, pack, found);
  for (const auto& [key, words] : node["words"].entries()) read_words(key, words, pack, found);
}

// The ids that a pack has nothing for: phrases, then lists of words.
std::vector<std::string_view> gaps_of(const LanguagePack& pack) {
  std::vector<std::string_view> gaps;
  for (const PhraseSlot& slot : phrase_slots()) {
    if (pack.phrases.find(slot.id) == pack.phrases.end()) gaps.push_back(slot.id);
  }
  for (const WordList& list : word_lists()) {
    if (pack.words.find(list.id) == pack.words.end()) gaps.push_back(list.id);
  }
  return gaps;
}

// A line names as many as a reader takes in; the next ones come when these are there.
std::string some_of(std::vector<std::string_view> gaps) {
  constexpr std::size_t kNamed = 10;
  const std::size_t more = gaps.size() - std::min(gaps.size(), kNamed);
  gaps.resize(gaps.size() - more);
  return listed(gaps) + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

}  // namespace

LanguagePacks LanguagePacks::shipped(Diagnostics& found) {
  LanguagePacks packs;
  for (const auto& [name, bytes] : embedded_languages::kFiles) {
    const std::string file = "languages/" + std::string(name);
    const Node node = parse_yaml(file, bytes, found);
    check(node, *language_shape(), found);
    LanguagePack pack;
    pack.language = node["language"].text();
    read_pack(node, pack, found);
    const auto gaps = gaps_of(pack);
    if (!gaps.empty())
      found.error(node.place(), "missing_phrase", "this language lacks: " + some_of(gaps));
    packs.x_packs.push_back(std::move(pack));
  }
  std::stable_partition(packs.x_packs.begin(), packs.x_packs.end(),
                        [](const LanguagePack& pack) { return pack.language == "en"; });
  return packs;
}

const LanguagePacks& LanguagePacks::shipped() {
  static const LanguagePacks packs = [] {
    Diagnostics found;
    LanguagePacks read = shipped(found);
    if (found.has_errors()) stop_for_bug(to_text(found.sorted().front()));
    return read;
  }();
  return packs;
}

void LanguagePacks::overlay(const Node& language_yaml, const std::string& language,
                            Diagnostics& found) {
  if (!check(language_yaml, *language_shape(), found)) return;
  const Node& named = language_yaml["language"];
  if (named && named.text() != language) {
    found.error(
        named.place(), "wrong_language",
        "this file is for '" + language + "', after its name; it says '" + named.text() + "'");
  }
  const auto same = std::find_if(x_packs.begin(), x_packs.end(), [&](const LanguagePack& pack) {
    return pack.language == language;
  });
  if (same != x_packs.end()) return read_pack(language_yaml, *same, found);

  LanguagePack pack;
  pack.language = language;
  read_pack(language_yaml, pack, found);
  const auto gaps = gaps_of(pack);
  if (!gaps.empty()) {
    found.warning(language_yaml.place(), "missing_phrase",
                  "this language lacks " + std::to_string(gaps.size()) +
                      " phrases or lists, which stay English: " + some_of(gaps));
  }
  x_packs.push_back(std::move(pack));
}

std::string LanguagePacks::say(std::string_view phrase, std::string_view language,
                               const Arguments& arguments, std::size_t n) const {
  const LanguagePack* spoken = pack(language);
  for (const LanguagePack* candidate : {spoken, x_packs.empty() ? nullptr : &x_packs.front()}) {
    if (!candidate) continue;
    const auto found = candidate->phrases.find(phrase);
    if (found != candidate->phrases.end() && !found->second.empty())
      return found->second[n % found->second.size()].format(arguments);
  }
  stop_for_bug("no phrase is called " + std::string(phrase));
}

bool LanguagePacks::has(std::string_view language) const { return pack(language) != nullptr; }

const LanguagePack* LanguagePacks::pack(std::string_view language) const {
  const auto found = std::find_if(x_packs.begin(), x_packs.end(), [&](const LanguagePack& pack) {
    return pack.language == language;
  });
  return found == x_packs.end() ? nullptr : &*found;
}

}  // namespace anteroom
