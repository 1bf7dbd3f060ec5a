# The contract and the built web desk are embedded, so that one executable is enough; without web/ the server says that its pages are missing.
sitrep_embed(sitrep_serve sitrep_serve_openapi ${CMAKE_SOURCE_DIR}/src/serve/openapi.json)
if(COMMAND sitrep_embed_web)
  sitrep_embed_web(sitrep_serve)
else()
  set(no_web_files ${CMAKE_CURRENT_BINARY_DIR}/embed/no_web_files.S)
  file(CONFIGURE OUTPUT ${no_web_files} CONTENT
".section .rodata
.global sitrep_web_files
.balign 16
sitrep_web_files:
.quad 0, 0, 0
.section .note.GNU-stack,\"\",@progbits
")
  target_sources(sitrep_serve PRIVATE ${no_web_files})
endif()
# The tests ask the server as a browser does, and send it archives.
list(APPEND arg_LIBRARIES CURL::libcurl LibArchive::LibArchive)
