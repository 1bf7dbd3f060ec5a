# The gazetteer file: npm packages (exact versions in data/gazetteer/package.json), two Debian data packages and the
# project's own layers, joined at build time by gazetteer_build. See data/gazetteer/README.md.
get_target_property(place_sources sitrep_place SOURCES)
list(FILTER place_sources EXCLUDE REGEX "/place/build/")
set_target_properties(sitrep_place PROPERTIES SOURCES "${place_sources}")

file(GLOB gazetteer_build_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/place/build/*.cpp)
add_executable(gazetteer_build ${gazetteer_build_sources})
target_link_libraries(gazetteer_build PRIVATE sitrep_place nlohmann_json::nlohmann_json fmt::fmt)
sitrep_compile_together(gazetteer_build)

find_program(NPM npm REQUIRED)
find_path(TIMEZONEMAP_DATA cities15000.txt PATHS /usr/share/libtimezonemap/ui REQUIRED)
find_path(CLDR_SUBDIVISIONS ar.xml PATHS /usr/share/unicode/cldr/common/subdivisions REQUIRED)
set(gazetteer_recipe ${CMAKE_SOURCE_DIR}/data/gazetteer)
file(GLOB gazetteer_own CONFIGURE_DEPENDS ${gazetteer_recipe}/*.csv ${gazetteer_recipe}/regions/*.geojson)
set(gazetteer_npm ${CMAKE_BINARY_DIR}/npm)
add_custom_command(OUTPUT ${gazetteer_npm}/installed
  COMMAND ${CMAKE_COMMAND} -E make_directory ${gazetteer_npm}
  COMMAND ${CMAKE_COMMAND} -E copy ${gazetteer_recipe}/package.json ${gazetteer_recipe}/package-lock.json ${gazetteer_npm}
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --silent --prefix ${gazetteer_npm}
  COMMAND ${CMAKE_COMMAND} -E touch ${gazetteer_npm}/installed
  DEPENDS ${gazetteer_recipe}/package.json ${gazetteer_recipe}/package-lock.json
  COMMENT "Fetching place data" VERBATIM)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/gazetteer.blob
  COMMAND gazetteer_build ${gazetteer_npm}/node_modules ${TIMEZONEMAP_DATA} ${CLDR_SUBDIVISIONS} ${gazetteer_recipe} ${CMAKE_BINARY_DIR}/gazetteer.blob
  DEPENDS gazetteer_build ${gazetteer_npm}/installed ${gazetteer_own}
  COMMENT "Building gazetteer.blob" VERBATIM)
add_custom_target(gazetteer ALL DEPENDS ${CMAKE_BINARY_DIR}/gazetteer.blob)
