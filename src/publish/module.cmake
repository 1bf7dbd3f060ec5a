# The public names that may leave the desk, built into the program.
sitrep_embed(sitrep_publish sitrep_public_outlets ${CMAKE_SOURCE_DIR}/data/lexicon/outlets.tsv)
sitrep_embed(sitrep_publish sitrep_public_areas ${CMAKE_SOURCE_DIR}/data/lexicon/areas.tsv)
sitrep_embed(sitrep_publish sitrep_public_actors ${CMAKE_SOURCE_DIR}/data/lexicon/actors.tsv)
