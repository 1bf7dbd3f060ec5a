# sitrep_embed(TARGET SYMBOL FILE): the file's bytes in the executable, as
#   extern "C" const char SYMBOL[]; extern "C" const char SYMBOL_end[];
function(sitrep_embed target symbol file)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/embed/${symbol}.S)
  file(CONFIGURE OUTPUT ${assembly} CONTENT
".section .rodata
.global ${symbol}
.global ${symbol}_end
.balign 16
${symbol}:
.incbin \"${file}\"
${symbol}_end:
.byte 0
.section .note.GNU-stack,\"\",@progbits
")
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${assembly})
endfunction()
