# How everything is compiled: the language, the warnings, the sanitizers, the cache.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Optimised, with line numbers for a stack trace and nothing more: full debug information doubles the time of
# a build. No NDEBUG: an assertion that stops a wrong entry is worth its nanoseconds.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

# The compilers ducha is kept clean under stop at a warning; a newer one, with warnings nobody has seen yet,
# must not stand between an office and its program. g++ warns falsely under sanitizers.
set(known_compiler OFF)
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
   OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15))
  set(known_compiler ON)
endif()
option(DUCHA_WERROR "treat warnings as errors" ${known_compiler})

# For our own sources only; what Cap'n Proto generates is not ours to tidy.
add_library(ducha_warnings INTERFACE)
target_compile_options(ducha_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(DUCHA_WERROR AND NOT DUCHA_SANITIZE)
  target_compile_options(ducha_warnings INTERFACE -Werror)
endif()

if(DUCHA_SANITIZE STREQUAL "address")
  set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all)
elseif(DUCHA_SANITIZE STREQUAL "thread")
  set(sanitize -fsanitize=thread)
elseif(DUCHA_SANITIZE)
  message(FATAL_ERROR "DUCHA_SANITIZE is address, thread or empty, not '${DUCHA_SANITIZE}'")
endif()
if(DUCHA_SANITIZE)
  add_compile_options(${sanitize} -fno-omit-frame-pointer -O1)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(${sanitize})
endif()
if(DUCHA_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "DUCHA_FUZZ needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
