// What a practice adds to the understanding of texts (understanding.yaml and examples/*.jsonl, both
// optional): labels and examples of topics, answers to common questions, more signs of emergencies,
// and how sure the bot must be. Immutable after load; the reader trains on the examples, the turn
// gives the answers.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "practice/condition.h"
#include "practice/language_pack.h"
#include "practice/read_practice.h"

namespace anteroom {

// What every practice can tell apart, in the order of docs/practice_language.md; `emergency` and
// `opt_out` are found by detectors of their own.
std::span<const std::string_view> base_topics();
bool is_base_topic(std::string_view id);

struct Topic {  // a base topic with words of the practice's own, or one of its own
  std::string id;
  LocalText label;  // "your bill", as in "You also asked about your bill."
  Place place;
};

struct LabelledExample {
  std::string text;
  std::string label;     // a topic, or a group of emergency signs
  std::string language;  // of the practice
  Place place;
};

// What an answer is computed from; `nothing`: it is its text.
enum class About : unsigned char {
  nothing,
  hours,
  address,
  phone,
  directions,
  parking,
  payers,
  price,
  preparation,
  bring,
  services,
  new_patients
};

std::string_view to_text(About about);

struct CommonAnswer {
  std::string id;
  std::string topic;  // a message that is surely about it gets the answer; empty: none
  LocalText words;    // that must be heard; besides them those of the language for `about`
  About about = About::nothing;
  Condition when;
  LocalText text;  // the answer, or with `about` what is said where the data have none
  Place place;
};

// How sure the reader must be of a topic to act on it, and to ask "this or that?".
struct TopicBands {
  double act = 0.75;
  double ask = 0.40;
};

struct Understanding {
  std::vector<Topic> topics;
  std::vector<LabelledExample> examples;
  std::vector<CommonAnswer> answers;                                   // in the order of the file
  std::vector<std::pair<std::string, std::string>> red_flag_patterns;  // group, RE2
  std::vector<LabelledExample> red_flag_examples;
  TopicBands bands;

  const Topic* topic(std::string_view id) const;
  bool knows(std::string_view topic) const;  // a base topic, or one of the practice's own
};

// `understanding_yaml` may be missing. What is wrong goes to `found`.
Understanding read_understanding(const Node& understanding_yaml, const PracticeFiles& files,
                                 const Profile& profile, const Dictionary& dictionary,
                                 LocalTextReader& texts, Diagnostics& found);

// What is legal but will hurt: near-duplicates with two labels, topics with too few examples,
// answers that are never given.
void lint(const Understanding& understanding, const Profile& profile, Diagnostics& found);

ShapePtr understanding_shape();

// Reads one more sign of an emergency into `patterns`; a pattern that is none, or finds
// everything, is an error.
void read_red_flag_pattern(const std::string& group, const Node& pattern,
                           std::vector<std::pair<std::string, std::string>>& patterns,
                           Diagnostics& found);

}  // namespace anteroom
