#include "bot/talk.h"

#include "bot/turn_record.h"

namespace anteroom::bot {
namespace {
constexpr const char* kCase = "case";
}

Talk::Talk(std::shared_ptr<const turn::Practice> practice, Channel channel, std::string language)
    : x_practice(std::move(practice)),
      x_store(*store::open_store("memory:")),
      x_channel(channel),
      x_language(std::move(language)) {}

Result<turn::Turn> Talk::take(Body body, Moment at) {
  auto before = load_case(*x_store, kCase);
  if (!before) return tl::make_unexpected(before.error());
  if (before->version == 0) before->language = x_language;
  x_last.id = "in-" + std::to_string(++x_taken);
  x_last.at = at;
  x_last.conversation = "talk";
  x_last.channel = x_channel;
  x_last.body = std::move(body);
  if (auto* text = std::get_if<Text>(&x_last.body))
    *text = turn::kept_text(text->text, x_practice->profile.bounds);
  turn::Turn turn = turn::take_turn(*x_practice, *before, x_last);
  const store::CommitResult result =
      store::commit_now(*x_store, record_turn(*before, turn, x_last, {}));
  if (result.outcome != store::Outcome::committed) return tl::make_unexpected(result.error);
  return turn;
}

}  // namespace anteroom::bot
