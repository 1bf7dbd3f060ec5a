# The contract and the built web desk are embedded, so that one executable is enough.
sitrep_embed(sitrep_serve sitrep_serve_openapi ${CMAKE_SOURCE_DIR}/src/serve/openapi.json)
sitrep_embed_web(sitrep_serve)
# The tests ask the server as a browser does, and send it archives.
list(APPEND arg_LIBRARIES CURL::libcurl LibArchive::LibArchive)
# Its inside has members of types of its own file, which compilers warn of in a file that is included.
set_source_files_properties(src/serve/server.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
