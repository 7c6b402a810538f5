// Learning: what comes out depends on the examples and on nothing else, and it is right.
#include <algorithm>
#include <atomic>
#include <bit>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "bot/understanding/classifier/model_shelf.h"
#include "bot/understanding/classifier/side_by_side.h"

namespace anteroom::classifier {
namespace {

// Three topics and what is none, in words that recur.
std::vector<Example> small_set() {
  const std::vector<std::pair<std::string, std::vector<std::string>>> words = {
      {"refill", {"refill my pills", "out of pills", "pharmacy needs a refill", "more tablets"}},
      {"price", {"how much is a visit", "what does it cost", "price of a visit", "cost please"}},
      {"hours", {"when do you open", "are you open today", "what time do you close", "open hours"}},
      {"none", {"nice weather", "tell me a joke", "who won the game", "lol ok"}}};
  std::vector<Example> examples;
  for (const auto& [label, texts] : words) {
    for (const char* before : {"", "hi ", "please ", "um ", "hello there ", "so "}) {
      for (const std::string& text : texts) examples.push_back({before + text, label});
    }
  }
  return examples;
}

TrainingOrder order_of(std::vector<Example> examples) {
  TrainingOrder order;
  order.examples = std::move(examples);
  order.out_of_scope = "none";
  return order;
}

const Analyzer& analyzer() {
  static const Analyzer kAnalyzer(shipped_wordbook("en"));
  return kAnalyzer;
}

Choice choice_of(const TrainedModel& model, const std::string& text) {
  Tokens tokens;
  Keys keys;
  Scratch scratch;
  keys_of(folded(text), analyzer(), tokens, keys);
  std::vector<float> decisions(model.labels.size());
  model.model.decide(keys, scratch, decisions);
  return model.choose(decisions);
}

}  // namespace

TEST_CASE("a model knows new texts by their words") {
  const TrainedModel model = train(order_of(small_set()), analyzer());
  REQUIRE(model.labels == std::vector<std::string>{"none", "hours", "price", "refill"});
  const auto is = [&](const std::string& text, const std::string& label) {
    INFO(text);
    const Choice choice = choice_of(model, text);
    CHECK(model.labels[choice.best] == label);
    CHECK(choice.score >= model.cut);
    CHECK(choice.confidence > 0.4);
    CHECK(choice.confidence <= 1.0);
  };
  is("could i get my pills refilled", "refill");
  is("how much does a visit cost", "price");
  is("do you close today", "hours");
  CHECK(choice_of(model, "a joke about the weather").score < model.cut);
  CHECK(model.figures.without_cut > 0.9);
  CHECK(model.figures.classes.size() == 4);
}

TEST_CASE("the same examples in another order make the same bytes") {
  std::vector<Example> examples = small_set();
  const std::string bytes = to_bytes(train(order_of(examples), analyzer()));
  const std::string key = order_of(examples).key();
  std::reverse(examples.begin(), examples.end());
  CHECK(to_bytes(train(order_of(examples), analyzer())) == bytes);
  CHECK(order_of(examples).key() == key);
  std::rotate(examples.begin(), examples.begin() + 17, examples.end());
  CHECK(to_bytes(train(order_of(examples), analyzer())) == bytes);
}

TEST_CASE("another example, label, setting or wordbook is another key") {
  const TrainingOrder order = order_of(small_set());
  std::vector<std::string> keys{order.key()};
  TrainingOrder other = order;
  other.examples.front().text += "!";
  keys.push_back(other.key());
  other = order;
  other.examples.front().label = "hours";
  keys.push_back(other.key());
  other = order;
  other.second_version = "2";
  keys.push_back(other.key());
  other = order;
  other.recipe.cost = 0.5;
  keys.push_back(other.key());
  other = order;
  other.wordbook = "another";
  keys.push_back(other.key());
  std::sort(keys.begin(), keys.end());
  CHECK(std::unique(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("texts that are the same to the classifier share a fold") {
  const Corpus corpus({{"Refill, please", "a"}, {"refill please", "a"}, {"REFILL PLS", "b"}},
                      analyzer());
  REQUIRE(corpus.rows().size() == 3);
  for (const Row& row : corpus.rows()) CHECK(row.fold == corpus.rows().front().fold);
}

TEST_CASE("a model survives as bytes, and only whole") {
  const TrainedModel model = train(order_of(small_set()), analyzer());
  const std::string bytes = to_bytes(model);
  const auto again = from_bytes(bytes);
  REQUIRE(again);
  CHECK(to_bytes(*again) == bytes);
  CHECK(again->labels == model.labels);
  CHECK(choice_of(*again, "refill my tablets").score ==
        choice_of(model, "refill my tablets").score);
  CHECK_FALSE(from_bytes(""));
  for (std::size_t size = 0; size < bytes.size(); size += 997)
    CHECK_FALSE(from_bytes(std::string_view(bytes).substr(0, size)));
  for (std::size_t at = 0; at < bytes.size(); at += 1013) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    INFO("byte " << at);
    CHECK_FALSE(from_bytes(damaged));
  }
}

TEST_CASE("a shelf gives what it was given, and one order is trained once") {
  MemoryShelf shelf;
  CHECK(shelf.find("none") == nullptr);
  const TrainingOrder order = order_of(small_set());
  const ModelPtr first = take_or_train(order, analyzer(), shelf);
  CHECK(take_or_train(order, analyzer(), shelf) == first);
  for (int i = 0; i < 100; ++i) shelf.keep("other" + std::to_string(i), first);
  CHECK(shelf.find(order.key()) == nullptr);  // forgotten: it was used longest ago
}

TEST_CASE("what something else catches counts in the figures of the folds, both ways") {
  TrainingOrder order = order_of(small_set());
  order.false_rejection = 0.5;  // half of the texts in scope are rejected
  const FoldFigures alone = train(order, analyzer()).figures;
  for (Example& example : order.examples) example.hard = example.label == "none";
  order.second = [](std::string_view) { return SecondLook{true, false, {}}; };
  const FoldFigures helped = train(order, analyzer()).figures;
  CHECK(alone.recall < 0.6);
  CHECK(alone.false_alarms < 0.5);
  CHECK(helped.recall == 1.0);
  CHECK(helped.false_alarms == 1.0);
  CHECK(helped.hard_false_alarms == 1.0);
}

TEST_CASE("a text that the model is not asked about is let go, unless something else catches it") {
  TrainingOrder order = order_of(small_set());
  order.second = [](std::string_view) { return SecondLook{false, true, {}}; };
  const FoldFigures settled = train(order, analyzer()).figures;
  CHECK(settled.recall == 0.0);
  CHECK(settled.false_alarms == 0.0);
}

TEST_CASE("what is learned side by side is what is learned alone") {
  const Corpus corpus(small_set(), analyzer());
  const Recipe recipe;
  const Learned learned = learn_with_folds(corpus, recipe);
  CHECK(learned.model.weights() == learn(corpus, recipe).weights());
  CHECK(learned.out_of_fold == decide_out_of_fold(corpus, recipe));
}

TEST_CASE("parts of work are each done once, and what one throws comes out") {
  std::vector<std::atomic<int>> done(100);
  side_by_side(done.size(), [&](std::size_t part) { ++done[part]; });
  CHECK(std::all_of(done.begin(), done.end(), [](const auto& times) { return times == 1; }));
  side_by_side(0, [](std::size_t) { FAIL("there is no part"); });
  CHECK_THROWS_AS(side_by_side(3,
                               [](std::size_t part) {
                                 if (part == 1) throw std::runtime_error("no");
                               }),
                  std::runtime_error);
}

TEST_CASE("a hint is learned like a word") {
  TrainingOrder order = order_of({});
  order.recipe.fewest = 1;
  const auto is_odd = [](unsigned number) { return std::popcount(number) % 2 == 1; };
  for (unsigned i = 100; i < 160; ++i)  // no digit says which
    order.examples.push_back({"word" + std::to_string(i), is_odd(i) ? "odd" : "even"});
  order.second = [&](std::string_view text) {
    const bool odd = is_odd(static_cast<unsigned>(std::stoul(std::string(text.substr(4)))));
    return SecondLook{false, false, {hint_key(odd ? 1 : 2)}};
  };
  CHECK(train(order, analyzer()).figures.without_cut == 1.0);
  order.second = nullptr;
  CHECK(train(order, analyzer()).figures.without_cut < 0.9);
}

TEST_CASE("a label without examples in a fold is never chosen there") {
  std::vector<Example> examples = small_set();
  examples.push_back({"the only one of its kind", "rare"});
  const TrainedModel model = train(order_of(examples), analyzer());
  CHECK(model.labels.back() == "refill");
  CHECK(std::find(model.labels.begin(), model.labels.end(), "rare") != model.labels.end());
}

}  // namespace anteroom::classifier
