# Each migration of the library is embedded, so that one executable is enough; the tests draw random accounts.
file(GLOB store_migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/store/sqlite/migrations/*.sql)
foreach(migration ${store_migrations})
  get_filename_component(migration_name ${migration} NAME)
  string(SUBSTRING ${migration_name} 0 4 migration_number)
  sitrep_embed(sitrep_store sitrep_store_migration_${migration_number} ${migration})
endforeach()
find_package(rapidcheck REQUIRED)
list(APPEND arg_LIBRARIES rapidcheck)
