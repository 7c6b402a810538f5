#include <algorithm>
#include <array>
#include <set>

#include "base/json_text.h"
#include "base/names.h"
#include "base/text.h"
#include "practice/understanding.h"
#include "practice/wording.h"

#include <nlohmann/json.hpp>

namespace anteroom {

namespace {

constexpr std::array<std::string_view, 14> kBaseTopics = {
    "scheduling",        "referral_request", "previsit_needs",
    "billing_insurance", "location_hours",   "rx_refill",
    "test_results",      "pricing",          "human",
    "complaint",         "opt_out",          "emergency",
    "business_inquiry",  "off_topic"};

constexpr std::string_view kExamplesFolder = "examples/";

constexpr Names<About, 12> kAbouts{{"", "hours", "address", "phone", "directions", "parking",
                                    "payers", "price", "preparation", "bring", "services",
                                    "new_patients"}};

class UnderstandingReader {
 public:
  UnderstandingReader(const Profile& profile, const Dictionary& dictionary, LocalTextReader& texts,
                      Diagnostics& found)
      : x_profile(profile), x_dictionary(dictionary), x_texts(texts), x_found(found) {}

  Understanding read(const Node& yaml, const PracticeFiles& files) {
    for (const auto& [key, node] : yaml["topics"].entries()) read_topic(key, node);
    for (const auto& [key, node] : yaml["answers"].entries()) read_answer(key, node);
    read_red_flags(yaml["red_flags"]);
    read_bands(yaml["bands"]);
    for (const auto& [path, bytes] : files) {
      if (path.starts_with(kExamplesFolder)) read_lines(path, bytes);
    }
    return std::move(x_read);
  }

 private:
  void read_topic(const Node& key, const Node& node) {
    Topic topic{key.text(), {}, key.place()};
    const std::string path = "topics." + topic.id;
    if (node["label"]) {
      topic.label = x_texts.read(node["label"], path + ".label");
    } else if (!is_base_topic(topic.id)) {
      x_found.error(key.place(), "topic_without_label",
                    "'" + topic.id +
                        "' is a topic of your own and needs a label, as in "
                        "label: {en: your parking permit}");
    }
    if (topic.id == "emergency" || topic.id == "opt_out") {
      x_found.error(key.place(), "topic_of_a_detector",
                    "'" + topic.id +
                        "' is not learned from examples; more signs of emergencies "
                        "stand under red_flags, more words for stopping in languages/");
    }
    read_examples(node["examples"], topic.id, x_read.examples);
    x_read.topics.push_back(std::move(topic));
  }

  void read_examples(const Node& node, const std::string& label,
                     std::vector<LabelledExample>& examples) {
    for (const auto& [language, list] : node.entries()) {
      if (!speaks(language.text())) {
        x_found.error(language.place(), "unknown_language",
                      "'" + language.text() + "' is not a language of this practice" +
                          suggestion(language.text(),
                                     {x_profile.languages.begin(), x_profile.languages.end()}));
        continue;
      }
      for (const Node& text : list.items())
        examples.push_back({text.text(), label, language.text(), text.place()});
    }
  }

  void read_answer(const Node& key, const Node& node) {
    CommonAnswer answer;
    answer.id = key.text();
    answer.place = key.place();
    const std::string path = "answers." + answer.id;
    answer.topic = node["topic"].text();
    if (!answer.topic.empty()) check_topic(answer.topic, node["topic"].place());
    answer.words = x_texts.read(node["words"], path + ".words", {}, false);
    answer.about = kAbouts.parse(node["about"].text()).value_or(About::nothing);
    if (node["when"]) answer.when = read_condition(node["when"], x_dictionary, x_profile, x_found);
    answer.text = x_texts.read(node["text"], path + ".text");
    check_answer(node, answer);
    x_read.answers.push_back(std::move(answer));
  }

  // An `about` or a topic that is none is told where it stands, by the shape or check_topic.
  void check_answer(const Node& node, const CommonAnswer& answer) {
    if (!node["about"] && !node["text"]) {
      x_found.error(answer.place, "answer_without_text",
                    "'" + answer.id +
                        "' needs a text, or 'about' to compute it from the "
                        "practice's data");
    }
    if (!node["about"] && !node["topic"] && !node["words"]) {
      x_found.error(answer.place, "answer_never_given",
                    "nothing leads to '" + answer.id +
                        "'; give it words that must be heard, or a "
                        "topic");
    }
  }

  void read_red_flags(const Node& node) {
    for (const auto& [group, patterns] : node["patterns"].entries()) {
      for (const Node& pattern : patterns.items())
        read_red_flag_pattern(group.text(), pattern, x_read.red_flag_patterns, x_found);
    }
    for (const auto& [group, examples] : node["examples"].entries())
      read_examples(examples, group.text(), x_read.red_flag_examples);
  }

  void read_bands(const Node& node) {
    TopicBands& bands = x_read.bands;
    bands.act = node["act"].number(bands.act);
    bands.ask = node["ask"].number(bands.ask);
    if (bands.ask <= bands.act) return;
    x_found.error(node.place(), "empty_band",
                  "'ask' is above 'act', so the bot would never ask which of two was meant; make "
                  "'ask' the smaller of the two");
  }

  // {"text", "label", "language"} a line; what `anteroom examples label` appends.
  void read_lines(const std::string& path, std::string_view bytes) {
    int line = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      ++line;
      const std::string_view text = trimmed(bytes.substr(at, end - at));
      if (!text.empty()) read_line(text, {path, line, 1});
      at = end + 1;
    }
  }

  void read_line(std::string_view line, const Place& place) {
    const nlohmann::json row = parse_json(line);
    const auto text_of = [&](const char* key) {
      return row.is_object() && row.contains(key) && row[key].is_string()
                 ? row[key].get<std::string>()
                 : std::string();
    };
    LabelledExample example{text_of("text"), text_of("label"), text_of("language"), place};
    if (example.language.empty() && !x_profile.languages.empty())
      example.language = x_profile.languages.front();
    if (trimmed(example.text).empty() || example.label.empty()) {
      return x_found.error(place, "bad_example",
                           "expected {\"text\": \"...\", \"label\": \"scheduling\", \"language\": "
                           "\"en\"}");
    }
    if (!speaks(example.language)) {
      return x_found.error(place, "unknown_language",
                           "'" + example.language + "' is not a language of this practice");
    }
    if (!check_topic(example.label, place)) return;
    x_read.examples.push_back(std::move(example));
  }

  bool check_topic(const std::string& id, const Place& place) {
    if (x_read.knows(id)) return true;
    std::vector<std::string_view> known(kBaseTopics.begin(), kBaseTopics.end());
    for (const Topic& topic : x_read.topics) known.push_back(topic.id);
    x_found.error(place, "unknown_topic", "there is no topic '" + id + "'" + suggestion(id, known));
    return false;
  }

  bool speaks(std::string_view language) const {
    const auto& languages = x_profile.languages;
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  }

  const Profile& x_profile;
  const Dictionary& x_dictionary;
  LocalTextReader& x_texts;
  Diagnostics& x_found;
  Understanding x_read;
};

ShapePtr examples_shape(std::string about) {
  return map_shape(list_shape(text_shape()), std::move(about), "[a-z]{2,3}");
}

ShapePtr about_shape() {
  // Without the first: `nothing` is not written.
  return one_of_shape({kAbouts.names.begin() + 1, kAbouts.names.end()});
}

ShapePtr answer_shape() {
  return object_shape(
      {{"topic", id_shape(), false, "A message that is surely about it gets the answer."},
       {"words", local_text_shape("One of these must be heard."), false,
        "One of these must be heard; a single word counts only in a question or beside the topic."},
       {"about", about_shape(), false, "Computed from practice.yaml; it has words of its own."},
       {"when", condition_shape(), false, "Given only if this holds."},
       {"text", local_text_shape("The answer."), false,
        "The answer; with `about`, said where the data have none."}});
}

}  // namespace

std::span<const std::string_view> base_topics() { return kBaseTopics; }

bool is_base_topic(std::string_view id) {
  return std::find(kBaseTopics.begin(), kBaseTopics.end(), id) != kBaseTopics.end();
}

std::string_view to_text(About about) { return kAbouts.of(about); }

const Topic* Understanding::topic(std::string_view id) const {
  const auto found =
      std::find_if(topics.begin(), topics.end(), [&](const Topic& t) { return t.id == id; });
  return found == topics.end() ? nullptr : &*found;
}

bool Understanding::knows(std::string_view id) const { return is_base_topic(id) || topic(id); }

ShapePtr understanding_shape() {
  return object_shape(
      {{"topics",
        map_shape(
            object_shape({{"label", local_text_shape("As in: You also asked about your bill."),
                           false, "As in: You also asked about your bill."},
                          {"examples", examples_shape("Messages about it, as people write them."),
                           false, "Messages about it, a list in each language."}})),
        false, "Base topics with more examples, and topics of your own."},
       {"answers", map_shape(answer_shape()), false, "Answers to common questions, by id."},
       {"red_flags",
        object_shape({{"patterns", map_shape(list_shape(text_shape())), false,
                       "More signs, by group: regular expressions on lower-case text without "
                       "accents."},
                      {"examples", map_shape(examples_shape("Messages with such a sign.")), false,
                       "Messages with such a sign, by group."}}),
        false, "More signs of emergencies; the shipped ones stay."},
       {"bands",
        object_shape({{"act", number_shape(0.05, 1), false, "So sure: act on the topic."},
                      {"ask", number_shape(0.05, 1), false, "So sure: ask which of two."}}),
        false, "How sure the bot must be of a topic, from 0 to 1."}});
}

Understanding read_understanding(const Node& understanding_yaml, const PracticeFiles& files,
                                 const Profile& profile, const Dictionary& dictionary,
                                 LocalTextReader& texts, Diagnostics& found) {
  if (understanding_yaml) check(understanding_yaml, *understanding_shape(), found);
  return UnderstandingReader(profile, dictionary, texts, found).read(understanding_yaml, files);
}

}  // namespace anteroom
