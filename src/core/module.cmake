# Countries as event tables code them, built into the program.
sitrep_embed(sitrep_core sitrep_core_countries ${CMAKE_SOURCE_DIR}/data/lexicon/countries.tsv)
