// The pieces of time_mentions.h: each reads one way of naming a day or span, beginning at a word.
#pragma once

#include <optional>

#include "bot/understanding/time_mentions.h"

namespace anteroom::understanding {

struct TimeText {
  const Heard& heard;
  Date today;
  bool asked;
};

std::optional<TimeMention> named_span_at(const TimeText& text,
                                         std::size_t i);  // "tomorrow", "next week", "asap"
std::optional<TimeMention> weekday_at(const TimeText& text,
                                      std::size_t i);  // "next tuesday", "el martes que viene"
std::optional<TimeMention> counted_at(const TimeText& text,
                                      std::size_t i);  // "in 10 days", "2 weeks from now"
std::optional<TimeMention> numeric_date_at(const TimeText& text,
                                           std::size_t i);  // "3/4", "3/4/26", "2026-03-04"
std::optional<TimeMention> holiday_at(const TimeText& text, std::size_t i);  // "christmas"
std::optional<TimeMention> calendar_date_at(
    const TimeText& text, std::size_t i);  // "march 3 to 10", "15 de marzo", "in may"

}  // namespace anteroom::understanding
