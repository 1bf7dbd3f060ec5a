# What nearly every file includes is parsed once, and files that include much the same are compiled together: a clean build takes half as long.
# Each file still includes what it uses, and the presets debug and tidy build every file by itself.
option(SITREP_PARSE_ONCE "Precompile what nearly every file includes, and compile some targets' files together" ON)

# sitrep_parse_once(TARGET KIND [HEADERS <header>... LIBRARIES <library>...]): targets of one kind that are compiled with the same options share one
# precompiled header. Options given to the target later than this are not part of what is shared.
function(sitrep_parse_once target kind)
  if(NOT SITREP_PARSE_ONCE)
    return()
  endif()
  cmake_parse_arguments(arg "" "" "HEADERS;LIBRARIES" ${ARGN})
  # g++ 12 cries wolf over std::string where its headers were precompiled.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict>)
  get_target_property(options ${target} COMPILE_OPTIONS)
  string(MD5 key "${options}")
  string(SUBSTRING ${key} 0 6 key)
  set(parsed parsed_for_${kind}_${key})
  if(NOT TARGET ${parsed})
    set(nothing ${CMAKE_BINARY_DIR}/parsed/${parsed}.cpp)
    file(CONFIGURE OUTPUT ${nothing} CONTENT "// Holds a precompiled header: cmake/parse_once.cmake.\n")
    add_library(${parsed} OBJECT ${nothing})
    target_include_directories(${parsed} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${parsed} PRIVATE fmt::fmt tl::expected ${arg_LIBRARIES})
    target_compile_options(${parsed} PRIVATE ${options})
    list(TRANSFORM arg_HEADERS REPLACE "^(.+)$" "<\\1>")
    target_precompile_headers(${parsed} PRIVATE <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
      <utility> <vector> <fmt/format.h> ${arg_HEADERS})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${parsed})
endfunction()

# sitrep_compile_together(TARGET [FILES_MAX]): for targets whose files include far more than they hold. Two files of such a target must not give
# different things one name, not even in their unnamed namespaces.
function(sitrep_compile_together target)
  set(files_max 8)
  if(ARGC GREATER 1)
    set(files_max ${ARGV1})
  endif()
  if(SITREP_PARSE_ONCE)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${files_max})
  endif()
endfunction()
