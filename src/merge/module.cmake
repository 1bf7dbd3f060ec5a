# The learnt weights, and of the register of actors what merging needs of it: name, side and parent. Both are built into the program.
sitrep_embed(sitrep_merge sitrep_merge_model ${CMAKE_SOURCE_DIR}/data/models/merging.model)
set(actor_parents ${CMAKE_CURRENT_BINARY_DIR}/embed/actor_parents.tsv)
add_custom_command(OUTPUT ${actor_parents} DEPENDS ${CMAKE_SOURCE_DIR}/data/lexicon/actors.tsv
  COMMAND cut -f 1,2,4 ${CMAKE_SOURCE_DIR}/data/lexicon/actors.tsv > ${actor_parents} VERBATIM)
sitrep_embed(sitrep_merge sitrep_merge_actor_parents ${actor_parents})
# The property tests use rapidcheck.
find_package(rapidcheck REQUIRED)
list(APPEND arg_LIBRARIES rapidcheck)
