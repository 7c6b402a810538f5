#include "bot/understanding/heard.h"

#include <algorithm>
#include <iterator>

namespace anteroom::understanding {
namespace {

constexpr std::size_t kNegationReach = 3;  // words between "not" and what it turns round

bool only_fills(Means means) {
  return means == Means::filler || means == Means::polite || means == Means::function_word ||
         means == Means::question;
}

// What only says something of the words beside it never takes their place.
bool hides_nothing(Means means) {
  return only_fills(means) || means == Means::age_bound ||
         (means >= Means::sex && means <= Means::expecting);
}

// What the calendar and an age are told by: "tomorrow morning" names a part of the day, and the
// day.
bool tells_time(Means means) {
  return (means >= Means::today && means <= Means::weekend) || means == Means::weekday ||
         means == Means::month || means == Means::newborn;
}

bool is_longer(const Hit& longer, const Hit& hit) {
  return longer.first <= hit.first && hit.last <= longer.last && longer.size() > hit.size();
}

constexpr std::size_t kLongestPhrase = 12;  // words

// The longest hit with this meaning, of those that begin at words [from, to), for which `stands`
// holds.
template <class Stands>
const Hit* longest(const HitsByWord& hits, std::size_t from, std::size_t to, Means means,
                   Stands stands) {
  const Hit* best = nullptr;
  for (const Hit& hit : hits.beginning_in(from, to)) {
    if (hit.meaning->means == means && stands(hit) && (!best || hit.size() > best->size()))
      best = &hit;
  }
  return best;
}

const Hit* longest_at(const HitsByWord& hits, std::size_t first, Means means) {
  return longest(hits, first, first + 1, means, [](const Hit&) { return true; });
}

const Hit* longest_ending(const HitsByWord& hits, std::size_t last, Means means) {
  const std::size_t from = last > kLongestPhrase ? last - kLongestPhrase : 0;
  return longest(hits, from, last, means, [&](const Hit& hit) { return hit.last == last; });
}

}  // namespace

HitsByWord::HitsByWord(std::vector<Hit> hits, std::size_t words)
    : x_hits(std::move(hits)), x_begin(words + 1, x_hits.size()) {
  for (std::size_t i = x_hits.size(); i-- > 0;) x_begin[x_hits[i].first] = i;
  for (std::size_t word = words; word-- > 0;)
    x_begin[word] = std::min(x_begin[word], x_begin[word + 1]);
}

std::span<const Hit> HitsByWord::beginning_in(std::size_t from, std::size_t to) const {
  if (from >= x_begin.size()) return {};
  const std::size_t begin = x_begin[from], end = x_begin[std::min(to, x_begin.size() - 1)];
  return std::span(x_hits).subspan(begin, end - begin);
}

Heard::Heard(std::string_view original, const Lexicon& lexicon)
    : x_original(original),
      x_lexicon(lexicon),
      x_folded(fold(original)),
      x_words(words_of(x_folded.text)) {
  x_all = HitsByWord(lexicon.phrases.find(x_folded.text, x_words), x_words.size());
  std::vector<Hit> hits;
  std::copy_if(x_all.all().begin(), x_all.all().end(), std::back_inserter(hits),
               [&](const Hit& hit) { return !is_part_of_longer(hit); });
  x_hits = HitsByWord(std::move(hits), x_words.size());
  mark_filler();
}

// "Vacunas de mi hijo" is a service, and says for whom; "mi hijo decide" says only who decides.
bool Heard::leaves_person(const Hit& longer, const Hit& hit) const {
  if (!x_lexicon.child || longer.meaning->means != Means::choice ||
      hit.meaning->means != Means::choice)
    return false;
  return hit.meaning->a == x_lexicon.child->a && longer.meaning->a != hit.meaning->a &&
         longer.meaning->a != x_lexicon.decides;
}

bool Heard::is_part_of_longer(const Hit& hit) const {
  const std::size_t from = hit.first > kLongestPhrase ? hit.first - kLongestPhrase : 0;
  const auto near = x_all.beginning_in(from, hit.first + 1);
  return std::any_of(near.begin(), near.end(), [&](const Hit& other) {
    // "En la mañana" ends with a word for tomorrow, and does not mean it.
    const bool begins = hit.first == other.first || hit.meaning->means == Means::newborn;
    const bool beside =
        begins && other.meaning->means == Means::choice && tells_time(hit.meaning->means);
    if (other.meaning->means == Means::other_name_intro && hit.meaning->means != Means::name_intro)
      return false;
    if (leaves_person(other, hit)) return false;
    return !beside && !hides_nothing(other.meaning->means) && is_longer(other, hit);
  });
}

void Heard::mark_filler() {
  x_fills.assign(x_words.size(), false);
  for (const Hit& hit : x_all.all()) {
    if (hit.meaning->means != Means::filler && hit.meaning->means != Means::polite) continue;
    for (std::size_t i = hit.first; i < hit.last; ++i) x_fills[i] = true;
  }
}

std::string_view Heard::gap_before(std::size_t i) const {
  const std::size_t begin = i == 0 ? 0 : x_words[i - 1].end;
  const std::size_t end = i < x_words.size() ? x_words[i].begin : text().size();
  return text().substr(begin, end - begin);
}

std::string_view Heard::original_of(std::size_t i) const {
  const auto [begin, end] = span({i, i + 1});
  return x_original.substr(begin, end - begin);
}

const Hit* Heard::at(std::size_t first, Means means) const {
  return longest_at(x_hits, first, means);
}
const Hit* Heard::ending(std::size_t last, Means means) const {
  return longest_ending(x_hits, last, means);
}
const Hit* Heard::any_at(std::size_t first, Means means) const {
  return longest_at(x_all, first, means);
}
const Hit* Heard::any_ending(std::size_t last, Means means) const {
  return longest_ending(x_all, last, means);
}

bool Heard::only_filler_beside(WordSpan span) const {
  for (std::size_t i = 0; i < size(); ++i) {
    if ((i < span.first || i >= span.last) && !x_fills[i]) return false;
  }
  return true;
}

bool Heard::clause_ends_after(std::size_t i) const {
  return i + 1 >= size() || gap_before(i + 1).find_first_of(",.;:!?\n()") != std::string_view::npos;
}

bool Heard::says(Means means) const {
  return std::any_of(x_all.all().begin(), x_all.all().end(),
                     [&](const Hit& hit) { return hit.meaning->means == means; });
}

bool Heard::same_clause(std::size_t i, std::size_t j) const {
  for (; i < j; ++i) {
    if (clause_ends_after(i)) return false;
  }
  return true;
}

// "Not sure" and "no rush" are no negations of what follows.
bool Heard::is_negation(const Hit& hit) const {
  if (hit.meaning->means != Means::negation) return false;
  return std::none_of(x_hits.all().begin(), x_hits.all().end(), [&](const Hit& other) {
    return is_longer(other, hit) && other.meaning->means != Means::no &&
           other.meaning->means != Means::negation;
  });
}

// "No Oakland" puts Oakland right; "no Oakland, Berkeley" turns it down.
bool Heard::opens_correction(const Hit& no, std::size_t value) const {
  const bool plain_no = no.last == 1 && any_at(0, Means::no) && word(0).starts_with("no");
  if (no.first != 0 || no.last != value || !plain_no) return false;
  return std::none_of(x_hits.all().begin(), x_hits.all().end(), [&](const Hit& hit) {
    return hit.meaning->means == Means::choice && hit.first > value;
  });
}

bool Heard::negated(std::size_t first) const {
  for (const Hit& hit : x_all.all()) {
    if (hit.last > first || first - hit.last >= kNegationReach || !is_negation(hit) ||
        opens_correction(hit, first))
      continue;
    // What a conjunction or another value parts from the "not" is no longer its business.
    const bool parted =
        std::any_of(x_hits.all().begin(), x_hits.all().end(), [&](const Hit& other) {
          const bool between = other.first >= hit.last && other.last <= first;
          return between && (other.meaning->means == Means::correction ||
                             other.meaning->means == Means::choice);
        });
    if (!parted && same_clause(hit.last - 1, first)) return true;
  }
  return false;
}

std::pair<std::size_t, std::size_t> Heard::span(WordSpan words) const {
  if (words.empty()) return {0, 0};
  return bytes(x_words[words.first].begin, x_words[words.last - 1].end);
}

std::pair<std::size_t, std::size_t> Heard::bytes(std::size_t begin, std::size_t end) const {
  // A character that folds to nothing (an accent of its own) belongs to the letter before it.
  return {x_folded.origin[begin], end == 0 ? 0 : x_folded.origin[end]};
}

WordSpan Heard::words_in(std::size_t begin, std::size_t end) const {
  WordSpan span{size(), 0};
  for (std::size_t i = 0; i < size(); ++i) {
    const auto [first, last] = bytes(x_words[i].begin, x_words[i].end);
    if (first >= end || last <= begin) continue;
    span.first = std::min(span.first, i);
    span.last = i + 1;
  }
  return span;
}

bool Heard::symbol(Means means) const {
  if (!only_filler_beside({0, 0})) return false;
  const std::size_t begin = x_words.empty() ? 0 : x_words.back().end;
  const std::string_view rest =
      x_words.empty() || x_words.front().begin > 0 ? text() : text().substr(begin);
  const auto* meanings = x_lexicon.phrases.symbol_at(rest);
  return meanings && std::any_of(meanings->begin(), meanings->end(),
                                 [&](const Meaning& m) { return m.means == means; });
}

}  // namespace anteroom::understanding
