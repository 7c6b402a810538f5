// What in understanding.yaml is legal but will hurt: two labels for one message, topics that cannot
// be learned, answers that nobody will hear.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "practice/understanding.h"

namespace anteroom {

namespace {

constexpr std::size_t kFewestExamples = 8;  // of an own topic, in one language
constexpr double kNearDuplicate = 0.8;      // of the words of both, in common

using WordSet = std::set<std::string>;

WordSet words_in(const std::string& text) {
  const std::string plain = folded(text);
  WordSet words;
  for (const Word& word : words_of(plain))
    words.insert(plain.substr(word.begin, word.end - word.begin));
  return words;
}

double alike(const WordSet& a, const WordSet& b) {
  const auto common = static_cast<double>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
  const double all = static_cast<double>(a.size() + b.size()) - common;
  return all > 0 ? common / all : 0;
}

void find_near_duplicates(const std::vector<LabelledExample>& examples, Diagnostics& found) {
  std::vector<WordSet> words;
  std::map<std::string, std::vector<std::size_t>> by_word;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    words.push_back(words_in(examples[i].text));
    std::set<std::size_t> near;
    for (const std::string& word : words[i]) {
      for (const std::size_t other : by_word[word]) near.insert(other);
      by_word[word].push_back(i);
    }
    for (const std::size_t other : near) {
      if (examples[other].label == examples[i].label) continue;
      if (alike(words[i], words[other]) < kNearDuplicate) continue;
      found.warning(examples[i].place, "near_duplicate",
                    "nearly the same message is an example of '" + examples[other].label + "' at " +
                        to_text(examples[other].place) + "; keep it in one topic");
      break;
    }
  }
}

void find_small_topics(const Understanding& read, const Profile& profile, Diagnostics& found) {
  for (const Topic& topic : read.topics) {
    if (is_base_topic(topic.id)) continue;
    for (const std::string& language : profile.languages) {
      const auto count = static_cast<std::size_t>(std::count_if(
          read.examples.begin(), read.examples.end(), [&](const LabelledExample& example) {
            return example.label == topic.id && example.language == language;
          }));
      if (count >= kFewestExamples) continue;
      found.warning(topic.place, "small_topic",
                    "'" + topic.id + "' has " + std::to_string(count) +
                        (count == 1 ? " example in " : " examples in ") + language + "; at least " +
                        std::to_string(kFewestExamples) + " are needed to be heard");
    }
  }
}

bool has_data(const Profile& profile, About about) {
  const auto any = [](const auto& things, auto text) {
    return std::any_of(things.begin(), things.end(),
                       [&](const auto& thing) { return !(thing.*text).empty(); });
  };
  switch (about) {
    case About::price:
      return any(profile.services, &Service::price);
    case About::preparation:
      return any(profile.services, &Service::preparation);
    case About::bring:
      return any(profile.services, &Service::bring);
    case About::parking:
      return any(profile.locations, &Location::parking);
    case About::payers:
      return !profile.payers.empty();
    default:
      return true;
  }
}

// The words of an answer by which an earlier one, which is always given, is found first.
std::string shadowed_by(const Understanding& read, std::size_t index, const std::string& language) {
  const auto& answer = read.answers[index];
  const std::vector<std::string> words = answer.words.patterns(language);
  if (words.empty()) return {};
  std::string shadow;
  for (const std::string& word : words) {
    const auto earlier = std::find_if(
        read.answers.begin(), read.answers.begin() + static_cast<std::ptrdiff_t>(index),
        [&](const CommonAnswer& other) {
          const auto heard = other.words.patterns(language);
          return other.when.always() &&
                 std::any_of(heard.begin(), heard.end(),
                             [&](const std::string& one) { return folded(one) == folded(word); });
        });
    if (earlier == read.answers.begin() + static_cast<std::ptrdiff_t>(index)) return {};
    shadow = earlier->id;
  }
  return shadow;
}

void find_silent_answers(const Understanding& read, const Profile& profile, Diagnostics& found) {
  std::set<std::string> topics;  // that an answer above is always given for
  for (std::size_t i = 0; i < read.answers.size(); ++i) {
    const CommonAnswer& answer = read.answers[i];
    if (answer.about != About::nothing && answer.text.empty() && !has_data(profile, answer.about)) {
      found.warning(answer.place, "answer_never_given",
                    "nothing in practice.yaml says the " + std::string(to_text(answer.about)) +
                        "; add it there, or give the answer a text");
    }
    const bool by_topic_only = answer.about == About::nothing && answer.words.empty();
    if (by_topic_only && topics.contains(answer.topic)) {
      found.warning(answer.place, "answer_never_given",
                    "another answer is given for '" + answer.topic +
                        "' before this one; give "
                        "this one words, or the other a condition");
    }
    if (answer.when.always() && !answer.topic.empty()) topics.insert(answer.topic);
    for (const std::string& language : profile.languages) {
      const std::string shadow = shadowed_by(read, i, language);
      if (shadow.empty()) continue;
      found.warning(answer.place, "answer_never_given",
                    "all words of this answer (" + language + ") lead to '" + shadow +
                        "', which stands before it");
    }
  }
}

}  // namespace

void lint(const Understanding& understanding, const Profile& profile, Diagnostics& found) {
  find_near_duplicates(understanding.examples, found);
  find_small_topics(understanding, profile, found);
  find_silent_answers(understanding, profile, found);
}

}  // namespace anteroom
