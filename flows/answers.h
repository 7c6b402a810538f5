// Every way in which a visitor can answer the questions that decide a condition, so that the lint
// can say "never" and mean it: it walks the flow once for each. Nothing is guessed: where the ways
// cannot be listed (open numbers, dates, page events, too many), there is no Answers, and the lint
// is silent.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "flows/flow.h"
#include "flows/read_flow.h"

namespace anteroom::flows {

class Answers {
 public:
  enum class Unanswered : bool { left_out, included };

  // The fields and derived words that the conditions read, and those that decide whether these
  // fields are asked at all. Refers into `flow` and `known`.
  static std::optional<Answers> deciding(const std::vector<const Condition*>& conditions,
                                         const Flow& flow, const Known& known,
                                         Unanswered unanswered);

  // Whether it holds for any of them. The view has all facts of the answer, as `next_step` takes
  // it.
  bool any(const std::function<bool(const FactView&)>& holds) const;

 private:
  struct World {
    FactView view;
    ConsentLedger consents;
  };
  using Setting = std::function<void(World&)>;
  using Question = std::vector<Setting>;  // its possible answers

  void add_field(FieldIndex index, const std::vector<Value>& values, Unanswered unanswered);
  bool add_derived(const std::string& name, const Known& known);
  void add_consents(const Known& known);
  bool add_words(const std::vector<std::string>& words, std::string_view FactView::*member);
  bool any_from(std::size_t question, World& world,
                const std::function<bool(const FactView&)>& holds) const;

  std::string_view x_flow;
  std::size_t x_fields = 0;  // of the dictionary
  std::size_t x_consents = 0;
  std::deque<Fact> x_facts;  // addresses stay
  std::vector<Question> x_questions;
};

}  // namespace anteroom::flows
