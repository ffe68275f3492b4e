# ducha_layer(<target> [RECURSE] [EXCEPT <file>...] [SOURCES <file>...] [USES <target>...] [PRIVATELY <target>...])
#
# A library of every .cc in the present folder (RECURSE: and below it), without EXCEPT, with the generated
# SOURCES. USES are the layers whose headers its own headers include; PRIVATELY is what only its .cc files
# know. A folder that holds headers alone becomes an interface.

function(ducha_layer target)
  cmake_parse_arguments(PARSE_ARGV 1 layer "RECURSE" "" "EXCEPT;SOURCES;USES;PRIVATELY")
  if(layer_RECURSE)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cc")
  else()
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cc")
  endif()
  list(TRANSFORM layer_EXCEPT PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  list(REMOVE_ITEM sources ${layer_EXCEPT})
  list(APPEND sources ${layer_SOURCES})

  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} PUBLIC ${layer_USES} PRIVATE ${layer_PRIVATELY} ducha_warnings)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} INTERFACE ${layer_USES})
  endif()
endfunction()
