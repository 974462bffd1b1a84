# Recreates data/, cases/ and expected/ beside this file: `Rscript tests/reference/cases.R`. Needs R's survey package, nothing else.
# Every case is one call of R and R's answer; R analyses exactly the CSV files (they are written first and read back).
suppressMessages(library(survey))
invisible(Sys.setlocale("LC_COLLATE", "C"))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
options(survey.adjust.domain.lonely = FALSE, digits = 15, warn = 1)
file_argument <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
scripts <- if (length(file_argument)) dirname(normalizePath(file_argument)) else getwd()
given <- commandArgs(trailingOnly = TRUE) # another folder to write to
here <- if (length(given)) given[1] else scripts
for (folder in c("data", "cases", "expected")) {
  dir.create(file.path(here, folder), showWarnings = FALSE)
  unlink(file.path(here, folder, "*"))
}

for (part in c("data", "writing", "estimates", "stages", "distributions", "replicates", "weighting", "pilots")) source(file.path(scripts, "r-cases", paste0(part, ".R")), local = FALSE)
cat(length(list.files(file.path(here, "cases"))), "cases written\n")
