// The transcript of a conversation as the panel shows it, made from the log of turns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bot/turn/practice.h"
#include "channels/web/frames.h"
#include "store/store.h"

namespace anteroom::bot {

// The entries with a seq above `seen`, oldest first; the last one has its choices if its question
// is still open.
Result<std::vector<web::Entry>> read_history(store::Store& store, const turn::Practice& practice,
                                             const Case& state, std::uint64_t seen);

// The entries of one turn's replies.
std::vector<web::Entry> entries_of(const Case& state, const std::vector<Reply>& replies, Moment at);

std::string practice_phone(const turn::Practice& practice, std::string_view language);

// A practice's text that is said outside of a turn: {practice} and {practice_phone} are filled in.
std::string practice_text(const turn::Practice& practice, const LocalText& text,
                          std::string_view language);

}  // namespace anteroom::bot
