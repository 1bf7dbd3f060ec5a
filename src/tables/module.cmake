# The names of actors, and those that event tables give them, built into the program.
sitrep_embed(sitrep_tables sitrep_tables_actors ${CMAKE_SOURCE_DIR}/data/lexicon/actors.tsv)
sitrep_embed(sitrep_tables sitrep_tables_names ${CMAKE_SOURCE_DIR}/data/lexicon/table_actors.tsv)
