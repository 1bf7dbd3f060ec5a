# The lexicons are built into the program. Each data/lexicon/NAME.tsv becomes the symbol sitrep_lexicon_NAME.
file(GLOB sitrep_lexicons CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/lexicon/actors.tsv ${CMAKE_SOURCE_DIR}/data/lexicon/english_*.tsv
  ${CMAKE_SOURCE_DIR}/data/lexicon/arabic_*.tsv)
foreach(lexicon ${sitrep_lexicons})
  get_filename_component(lexicon_name ${lexicon} NAME_WE)
  sitrep_embed(sitrep_understand sitrep_lexicon_${lexicon_name} ${lexicon})
endforeach()
foreach(language english arabic)
  sitrep_embed(sitrep_understand sitrep_models_${language} ${CMAKE_SOURCE_DIR}/data/models/${language}.model)
endforeach()
# The property tests use rapidcheck.
find_package(rapidcheck REQUIRED)
list(APPEND arg_LIBRARIES rapidcheck)
