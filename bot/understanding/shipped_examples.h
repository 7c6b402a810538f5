// The labelled texts that are built into the program (examples/), which every practice learns from
// beside its own.
#pragma once

#include <string_view>
#include <vector>

#include "bot/understanding/classifier/corpus.h"

namespace anteroom::understanding {

const std::vector<std::string>& shipped_languages();  // that have examples
// Of topics; and of emergencies, labelled by their group or as "none". Empty for another language.
const std::vector<classifier::Example>& topic_examples(std::string_view language);
const std::vector<classifier::Example>& red_flag_examples(std::string_view language);

}  // namespace anteroom::understanding
