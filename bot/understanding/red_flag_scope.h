// What holds a red flag back: a negation right before it in the same clause, an explicit old time
// without a mark of now, a turn of speech. When in doubt nothing holds it back: a false alarm costs
// one message.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace anteroom::understanding {

class Scope {
 public:
  Scope();
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  // The rule that holds back the sign found at [begin, end) of the folded text: negation, history,
  // idiom; empty: none does.
  std::string_view suppressing_rule(std::string_view text, std::size_t begin, std::size_t end,
                                    std::string_view group) const;

 private:
  bool negated(std::string_view text, std::size_t begin) const;
  bool history(std::string_view text, std::size_t begin, std::size_t end) const;
  bool idiom(std::string_view text, std::size_t begin, std::size_t end) const;

  std::unique_ptr<re2::RE2> x_clause_end, x_negation, x_no_negation, x_old, x_present;
  std::vector<std::unique_ptr<re2::RE2>> x_idioms;
};

}  // namespace anteroom::understanding
