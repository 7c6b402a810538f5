# Called by the build: npm's packages, as package-lock.json says, into node_modules beside it. Several build directories share
# that folder, so one of them installs while the others wait, and nothing is done where the lock file has not changed.
# Needs -DNPM=..., -DWIDGET=(this folder), -DDONE=(a file to touch).
set(STAMP "${WIDGET}/node_modules/.anteroom_installed")
file(SHA256 "${WIDGET}/package-lock.json" WANTED)
file(LOCK "${WIDGET}/.install.lock" GUARD PROCESS TIMEOUT 900)
set(INSTALLED "")
if(EXISTS "${STAMP}")
  file(READ "${STAMP}" INSTALLED)
endif()
if(NOT INSTALLED STREQUAL WANTED)
  execute_process(
    COMMAND "${NPM}" ci --no-audit --no-fund --loglevel=error
    WORKING_DIRECTORY "${WIDGET}"
    COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE "${STAMP}" "${WANTED}")
endif()
file(TOUCH "${DONE}")
