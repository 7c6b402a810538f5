// Counts what this test program allocates. In a file of its own, so that the compiler cannot see
// through operator new.
#pragma once

namespace anteroom::flows {

int allocations_so_far();

}  // namespace anteroom::flows
