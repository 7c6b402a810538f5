// What ./dev bench measures, a file each; the program's main puts them in order.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bot/turn/practice.h"
#include "tests/bench/report.h"
#include "tests/bench/server_process.h"
#include "tests/bench/walk.h"

namespace anteroom::bench {

struct Programs {
  std::string anteroom, echo;
  std::string practice;  // a folder
  std::string peer;      // the Node peer's script; empty: not installed
  std::string node_nlp;  // the script that judges npm's node-nlp; empty: not installed
  std::string folder;    // for databases, examples and logs
};

// In the process: no socket.
void measure_pieces(Report& report, const turn::Practice& practice);
void measure_understanding(Report& report, const turn::Practice& practice);
Result<void> measure_held_out_fifth(Report& report, const Programs& programs);
void measure_stores(Report& report, const turn::Practice& practice, const std::string& folder);
void measure_sync(Report& report, const std::string& folder);

enum class Kind : unsigned char { echo, anteroom, peer };

// A server, and what a visitor does with it.
struct Contender {
  std::string name;
  Kind kind;
  Walk walk;
  std::shared_ptr<ServerProcess> server;
};

// Echo, Anteroom with buttons, Anteroom with free text, the peer with buttons; each in its process.
Result<std::vector<Contender>> start_contenders(const Programs& programs);
Result<std::shared_ptr<ServerProcess>> start_server(Kind kind, const Programs& programs);

Result<void> measure_closed_loops(Report& report, const std::vector<Contender>& contenders);
Result<void> measure_paced_load(Report& report, const std::vector<Contender>& contenders);
Result<void> measure_memory(Report& report, const std::vector<Contender>& contenders,
                            const Programs& programs);

}  // namespace anteroom::bench
