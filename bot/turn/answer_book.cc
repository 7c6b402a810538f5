#include "bot/turn/answer_book.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace anteroom::turn {
namespace {

using understanding::Hit;
using understanding::Meaning;
using understanding::Means;

constexpr std::size_t kWordsBesideAbuse = 4;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct AskedBy {
  About about;
  std::string_view list;
  Beside beside = Beside::nothing;
};

constexpr std::array<AskedBy, 13> kAskedBy = {{
    {About::hours, "ask_hours"},
    {About::address, "ask_address"},
    {About::phone, "ask_phone"},
    {About::directions, "ask_directions"},
    {About::parking, "ask_parking"},
    {About::payers, "ask_payers"},
    {About::payers, "ask_taken", Beside::payer},
    {About::price, "ask_price"},
    {About::preparation, "ask_preparation"},
    {About::bring, "ask_bring"},
    {About::services, "ask_services"},
    {About::services, "ask_offered", Beside::service},
    {About::new_patients, "ask_new_patients"},
}};

Meaning meaning_of(std::size_t answer, Beside beside) {
  return {Means::answer, static_cast<std::uint16_t>(answer), static_cast<std::uint16_t>(beside)};
}

// The longest first, so that what lies inside of a longer phrase is left out.
std::vector<Hit> longest_of(std::vector<Hit> hits) {
  std::stable_sort(hits.begin(), hits.end(),
                   [](const Hit& a, const Hit& b) { return a.size() > b.size(); });
  std::vector<Hit> kept;
  for (const Hit& hit : hits) {
    const bool inside = std::any_of(kept.begin(), kept.end(), [&](const Hit& longer) {
      return longer.size() > hit.size() && longer.first <= hit.first && hit.last <= longer.last;
    });
    if (!inside) kept.push_back(hit);
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const Hit& a, const Hit& b) { return a.first < b.first; });
  return kept;
}

// Which words belong to a phrase of this meaning, or to one that only fills.
std::size_t words_of_meaning(const std::vector<Hit>& hits, Means means,
                             std::vector<bool>& covered) {
  std::size_t found = 0;
  for (const Hit& hit : hits) {
    if (hit.meaning->means != means && hit.meaning->means != Means::filler) continue;
    found += hit.meaning->means == means;
    std::fill(covered.begin() + static_cast<std::ptrdiff_t>(hit.first),
              covered.begin() + static_cast<std::ptrdiff_t>(hit.last), true);
  }
  return found;
}

Tone tone_of(const std::vector<Hit>& hits, std::size_t words) {
  const auto left_beside = [&](Means means, Means also) {
    std::vector<bool> covered(words, false);
    if (words_of_meaning(hits, means, covered) == 0) return kNone;
    words_of_meaning(hits, also, covered);
    return static_cast<std::size_t>(std::count(covered.begin(), covered.end(), false));
  };
  if (left_beside(Means::abuse, Means::filler) <= kWordsBesideAbuse) return Tone::abuse;
  if (left_beside(Means::thanks, Means::greeting) == 0) return Tone::thanks;
  if (left_beside(Means::greeting, Means::thanks) == 0) return Tone::greeting;
  return Tone::plain;
}

}  // namespace

AnswerBook::AnswerBook(const Understanding& understanding, const LanguagePacks& packs) {
  for (std::size_t i = 0; i < understanding.answers.size(); ++i)
    add_answer(i, understanding.answers[i], packs);
  add_list("greeting", packs, {Means::greeting});
  add_list("thanks", packs, {Means::thanks});
  add_list("abuse", packs, {Means::abuse});
  add_list("filler", packs, {Means::filler});
  add_list("polite", packs, {Means::filler});
  x_phrases.finish();
}

void AnswerBook::add_list(std::string_view list, const LanguagePacks& packs, Meaning meaning) {
  for (const LanguagePack& pack : packs.all()) {
    const auto words = pack.words.find(list);
    if (words == pack.words.end()) continue;
    for (const std::string& phrase : words->second) x_phrases.add(phrase, meaning);
  }
}

void AnswerBook::add_answer(std::size_t index, const CommonAnswer& answer,
                            const LanguagePacks& packs) {
  for (const auto& [language, wordings] : answer.words.all()) {
    for (const Message& wording : wordings)
      x_phrases.add(folded(wording.pattern()), meaning_of(index, Beside::nothing));
  }
  for (const AskedBy& row : kAskedBy) {
    if (row.about == answer.about) add_list(row.list, packs, meaning_of(index, row.beside));
  }
}

Heeded AnswerBook::heed(std::string_view text) const {
  const Folded plain = fold(text);
  const std::vector<Word> words = words_of(plain.text);
  const std::vector<Hit> hits = x_phrases.find(plain.text, words);
  Heeded heeded;
  heeded.tone = tone_of(hits, words.size());
  std::vector<Hit> asking;
  for (const Hit& hit : hits) {
    if (hit.meaning->means == Means::answer) asking.push_back(hit);
  }
  for (const Hit& hit : longest_of(std::move(asking))) {
    heeded.cues.push_back({hit.meaning->a, static_cast<Beside>(hit.meaning->b), hit.size() == 1,
                           plain.origin[words[hit.first].begin],
                           plain.origin[words[hit.last - 1].end]});
  }
  return heeded;
}

}  // namespace anteroom::turn
