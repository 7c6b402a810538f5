// What a conversation test may expect after a turn. One table: key -> shape, how it is compared.
#pragma once

#include <vector>

#include "base/shape.h"
#include "bot/conversation_test.h"

namespace anteroom::bot {

std::vector<Member> expectation_members();
void compare(const TestTurn& step, const turn::Practice& practice, const turn::Turn& turn,
             std::vector<Mismatch>& mismatches);

// Fields, queues, flows and tiers that a test names must be there.
void check_expectations(const ConversationTest& test, const turn::Practice& practice,
                        Diagnostics& found);

}  // namespace anteroom::bot
