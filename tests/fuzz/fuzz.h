// What the fuzz targets share. Each target is one file with libFuzzer's entrance: it turns the
// bytes into a call of the real thing and says with `expect` what must hold whatever they are. A
// target reads no clock and draws no randomness, so that one input does the same each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Called by libFuzzer once, before the first input, where a target has it.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);

// Called by libFuzzer with each input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace anteroom::fuzz {

// Ends the run, so that libFuzzer keeps the input, with the property that does not hold.
void expect(bool holds, std::string_view property);

std::string_view as_text(const std::uint8_t* data, std::size_t size);

// Takes what stands before the first `mark` off the text, and the mark; all of it where there is
// none.
std::string_view take_until(std::string_view& text, char mark);

// Takes one byte off the text and gives a number below `size` for it; 0 where nothing is left.
std::size_t take_below(std::string_view& text, std::size_t size);

}  // namespace anteroom::fuzz
