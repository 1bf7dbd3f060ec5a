# The property tests use rapidcheck.
find_package(rapidcheck REQUIRED)
list(APPEND arg_LIBRARIES rapidcheck)
