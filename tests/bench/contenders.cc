#include <filesystem>
#include <fstream>

#include "tests/bench/measures.h"

namespace anteroom::bench {
namespace {

// One visitor's manners and one address's share are not what is measured.
std::vector<std::string> anteroom_command(const Programs& programs, const std::string& database) {
  auto command = testing::serve_command(programs.anteroom, programs.practice, "sqlite:" + database);
  for (const char* limit :
       {"connections=20000", "chats=20000", "connections_per_address=20000",
        "frames_per_second=1000000", "frame_burst=1000000", "address_frames_per_second=1000000",
        "address_frame_burst=1000000", "connects_per_second=1000000", "connect_burst=1000000",
        "requests_per_second=1000000", "request_burst=1000000", "conversations_per_second=1000000",
        "conversation_burst=1000000"}) {
    command.insert(command.end(), {"--limit", limit});
  }
  return command;
}

std::string words_file(const Programs& programs) { return programs.folder + "/walk.json"; }

}  // namespace

Result<std::shared_ptr<ServerProcess>> start_server(Kind kind, const Programs& programs) {
  static int number = 0;
  const std::string name = programs.folder + "/server" + std::to_string(++number);
  std::vector<std::string> command;
  switch (kind) {
    case Kind::echo:
      command = {programs.echo};
      break;
    case Kind::anteroom:
      command = anteroom_command(programs, name + ".db");
      break;
    case Kind::peer:
      command = {"node", programs.peer, name + ".db", words_file(programs)};
  }
  auto started = ServerProcess::start(std::move(command), name + ".log");
  if (!started) return tl::make_unexpected(started.error());
  return std::shared_ptr<ServerProcess>(std::move(*started));
}

Result<std::vector<Contender>> start_contenders(const Programs& programs) {
  const auto anteroom = start_server(Kind::anteroom, programs);
  if (!anteroom) return tl::make_unexpected(anteroom.error());
  const auto buttons = learn_button_walk((*anteroom)->port());
  if (!buttons) return tl::make_unexpected(buttons.error());
  const auto texts = learn_text_walk((*anteroom)->port());
  if (!texts) return tl::make_unexpected(texts.error());
  const auto echo = start_server(Kind::echo, programs);
  if (!echo) return tl::make_unexpected(echo.error());
  std::vector<Contender> contenders;
  contenders.push_back({"bare Beast echo", Kind::echo, echo_walk(buttons->answer_bytes), *echo});
  contenders.push_back({"Anteroom, buttons", Kind::anteroom, *buttons, *anteroom});
  contenders.push_back({"Anteroom, free text", Kind::anteroom, *texts, *anteroom});
  if (programs.peer.empty()) return contenders;
  std::ofstream(words_file(programs)) << buttons->record;
  const auto peer = start_server(Kind::peer, programs);
  if (!peer) return tl::make_unexpected(peer.error());
  contenders.push_back({"Node ws + better-sqlite3, buttons", Kind::peer, *buttons, *peer});
  return contenders;
}

}  // namespace anteroom::bench
