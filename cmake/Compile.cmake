# How every file is compiled: warnings are errors, sanitizers by preset, compilers cached where ccache is at hand.
set(ANTEROOM_SANITIZE "" CACHE STRING "Sanitizers, as in -fsanitize= (empty: none)")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees overlapping copies in "literal" + std::string (GCC bug 105651) that are none.
  add_compile_options(-Wno-restrict)
endif()
# Asio 1.74's awaitable.hpp uses std::exchange without including it.
add_compile_options("SHELL:-include utility")

if(ANTEROOM_SANITIZE)
  add_compile_options(-O1 -g1 -fsanitize=${ANTEROOM_SANITIZE} -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized)  # false under the sanitizers' instrumentation
  endif()
  if(ANTEROOM_SANITIZE MATCHES "thread")
    add_compile_options(-Wno-tsan)  # Asio uses fences, which ThreadSanitizer does not see
  endif()
  add_link_options(-fsanitize=${ANTEROOM_SANITIZE})
  if(ANTEROOM_SANITIZE MATCHES "undefined")
    # These three double the compile time of template-heavy files, and AddressSanitizer sees what matters of them.
    add_compile_options(-fno-sanitize-recover=all -fno-sanitize=vptr,null,alignment)
  endif()
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
