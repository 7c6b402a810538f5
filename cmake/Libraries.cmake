# The libraries we stand on, each under the name that rooms use to link it. docs/design.md says why each is here.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(spdlog 1.10 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(date 3.0 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Catch2 2.13 REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)

find_library(JEMALLOC_LIBRARY jemalloc REQUIRED)

# libphonenumber ships neither a CMake config nor a .pc file.
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
add_library(anteroom_phonenumber INTERFACE)
target_include_directories(anteroom_phonenumber SYSTEM INTERFACE ${PHONENUMBER_INCLUDE_DIR})
target_link_libraries(anteroom_phonenumber INTERFACE ${PHONENUMBER_LIBRARY})
