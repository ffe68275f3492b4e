# ducha_embed(<variable> FILE <text file> HEADER <header> SYMBOL <qualified name>)
#
# Compiles a text file into the program. HEADER declares `extern const std::string_view` under the name
# SYMBOL; the generated .cc that defines it is put into <variable>. The file is read when ducha is built,
# so a changed file is a changed program and nothing else.
#
# The same page is the script that writes the .cc:
#   cmake -D FILE=… -D HEADER=… -D SYMBOL=… -D OUTPUT=… -P embed.cmake

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(DUCHA_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

  function(ducha_embed variable)
    cmake_parse_arguments(PARSE_ARGV 1 embed "" "FILE;HEADER;SYMBOL" "")
    cmake_path(ABSOLUTE_PATH embed_FILE)
    cmake_path(GET embed_FILE STEM name)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cc")
    add_custom_command(
      OUTPUT "${output}"
      COMMAND "${CMAKE_COMMAND}" -D "FILE=${embed_FILE}" -D "HEADER=${embed_HEADER}" -D "SYMBOL=${embed_SYMBOL}"
              -D "OUTPUT=${output}" -P "${DUCHA_EMBED_SCRIPT}"
      DEPENDS "${embed_FILE}" "${DUCHA_EMBED_SCRIPT}"
      COMMENT "Embedding ${name}"
      VERBATIM)
    set(${variable} "${output}" PARENT_SCOPE)
  endfunction()
  return()
endif()

file(READ "${FILE}" text)
string(FIND "${text}" ")embedded\"" end_mark)
if(NOT end_mark EQUAL -1)
  message(FATAL_ERROR "${FILE} holds the mark that ends an embedded text")
endif()
string(REGEX MATCH "^(.*)::([^:]+)$" whole "${SYMBOL}")
file(WRITE "${OUTPUT}" "#include \"${HEADER}\"

namespace ${CMAKE_MATCH_1} {

constinit const std::string_view ${CMAKE_MATCH_2} = R\"embedded(${text})embedded\";

}  // namespace ${CMAKE_MATCH_1}
")
