#include "bot/understanding/red_flag_scope.h"

#include <re2/re2.h>

#include <cstdlib>

#include "bot/understanding/red_flag_patterns.h"

namespace anteroom::understanding {
namespace {

std::unique_ptr<re2::RE2> compiled(std::string_view pattern) {
  auto re =
      std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), re2::RE2::Quiet);
  if (!re->ok()) std::abort();
  return re;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool found(const re2::RE2& re, std::string_view text) {
  return re2::RE2::PartialMatch(piece(text), re);
}

// The part of the text behind the last match of `re`.
std::string_view behind_last(const re2::RE2& re, std::string_view text) {
  re2::StringPiece match;
  std::size_t end = 0;
  while (re.Match(piece(text), end, text.size(), re2::RE2::UNANCHORED, &match, 1) &&
         !match.empty()) {
    end = static_cast<std::size_t>(match.data() - text.data()) + match.size();
  }
  return text.substr(end);
}

std::string_view sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kEnds = ".!?;\n";
  const std::size_t from =
      begin == 0 ? std::string_view::npos : text.find_last_of(kEnds, begin - 1);
  const std::size_t to = text.find_first_of(kEnds, end);
  const std::size_t first = from == std::string_view::npos ? 0 : from + 1;
  return text.substr(first, (to == std::string_view::npos ? text.size() : to) - first);
}

}  // namespace

Scope::Scope()
    : x_clause_end(compiled("[.;:!?\\n]|\\b(but|except|however|though|just|only|and "
                            "now|pero|excepto|aunque|solo|sino)\\b")),
      // The trigger, then at most five words that do not begin a new thought, up to the sign.
      x_negation(compiled(
          "\\b(no|not|without|denies|denied|never|don'?t have|dont have|doesn'?t have|do not "
          "have|haven'?t had|hasn'?t had|"
          "don'?t feel|isn'?t|wasn'?t|not having|sin|niega|nunca|ningun|ninguna|tampoco|no "
          "(tengo|tiene|he tenido|siento|hay))( [a-z']+){0,5}[ ,]*$")),
      x_no_negation(
          compiled("\\b(not sure|not only|no idea|no energy|not feeling|not good|no longer|no "
                   "doubt|not responding|no (puedo|puede|despierta|responde|se|aguanto|para)|"
                   "can'?t|cannot|won'?t|not well|not ok|not okay|why not|or not|if not)( "
                   "[a-z']+){0,5}[ ,]*$")),
      x_old(compiled("\\b(last year|years? ago|months ago|a while ago|in (19|20)\\d\\d|back "
                     "in|when i was (a |young|little|\\d)|as a (kid|child|teen\\w*)|"
                     "history of|used to (have|get)|hace (\\w+ )?(anos?|meses)|el ano "
                     "pasado|cuando era|de (nin[oa]|chic[oa]|joven)|antecedentes)\\b")),
      x_present(compiled(
          "\\b(now|again|since|still|today|tonight|currently|anymore|keeps?|getting worse|this "
          "(morning|week)|yesterday|last night|"
          "ahora|otra vez|de nuevo|desde|todavia|aun|hoy|anoche|ayer|sigue|sigo|empeora\\w*)\\b")) {
  for (std::string_view pattern : red_flag_idioms()) x_idioms.push_back(compiled(pattern));
}

Scope::~Scope() = default;

bool Scope::negated(std::string_view text, std::size_t begin) const {
  const std::string_view clause = behind_last(*x_clause_end, text.substr(0, begin));
  return found(*x_negation, clause) && !found(*x_no_negation, clause);
}

bool Scope::history(std::string_view text, std::size_t begin, std::size_t end) const {
  const std::string_view sentence = sentence_around(text, begin, end);
  return found(*x_old, sentence) && !found(*x_present, text);
}

// The sign lies within the turn of speech, or overlaps it.
bool Scope::idiom(std::string_view text, std::size_t begin, std::size_t end) const {
  re2::StringPiece match;
  for (const auto& re : x_idioms) {
    for (std::size_t at = 0;
         re->Match(piece(text), at, text.size(), re2::RE2::UNANCHORED, &match, 1);) {
      const auto from = static_cast<std::size_t>(match.data() - text.data());
      if (from < end && begin < from + match.size()) return true;
      at = from + 1;
    }
  }
  return false;
}

std::string_view Scope::suppressing_rule(std::string_view text, std::size_t begin, std::size_t end,
                                         std::string_view group) const {
  if (idiom(text, begin, end)) return "idiom";
  if (negated(text, begin)) return "negation";
  // What somebody did or does to somebody is not made harmless by time alone; a doctor's history
  // is.
  if (group != "abuse" && history(text, begin, end)) return "history";
  return {};
}

}  // namespace anteroom::understanding
