# Rscript estimation.R FILE ROWS: the tasks of the bench with R's survey package; FILE holds columns of doubles, one
# after the other: muni, cit, sex, age, stratum, psu, w, b1 to b40, x1 to x5, l1 to l15 (NaN: missing), then four
# margins (60, 8, 2, 6 counts), then the 200 bootstrap factors of each row.
# Prints "task seconds" with CPU seconds.
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust")
args <- commandArgs(TRUE)
rows <- as.numeric(args[2])
file <- file(args[1], "rb")
take <- function(n) readBin(file, "double", n)
complete <- c(paste0("b", 1:40), paste0("x", 1:5))
gaps <- paste0("l", 1:15)
data <- as.data.frame(lapply(setNames(nm = c("muni", "cit", "sex", "age", "stratum", "psu", "w", complete, gaps)),
                             function(name) take(rows)))
for (name in gaps) data[[name]][is.nan(data[[name]])] <- NA
margins <- lapply(c(muni = 60, cit = 8, sex = 2, age = 6), take)
factors <- matrix(take(rows * 200), rows)
close(file)
timed <- function(task, work) {
  time <- system.time(value <- work)
  cat(task, sum(time[c(1, 2, 4, 5)]), "\n")
  invisible(value)
}
terms <- function(names) as.formula(paste("~", paste(names, collapse = "+")))

design <- timed("design", svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = data))
timed("byMunicipality", {
  svyby(terms(complete), ~muni, design, svymean)
  for (name in gaps) svyby(terms(name), ~muni, design, svymean, na.rm = TRUE)
})
timed("overall", {
  svymean(terms(complete), design)
  for (name in gaps) svymean(terms(name), design, na.rm = TRUE)
})
tables <- lapply(names(margins), function(name)
  setNames(data.frame(seq_along(margins[[name]]), margins[[name]]), c(name, "Freq")))
raked <- timed("rake", rake(design, lapply(names(margins), terms), tables, control = list(maxit = 100, epsilon = 1e-9)))
timed("afterRake", {
  svymean(terms(complete), raked)
  for (name in gaps) svymean(terms(name), raked, na.rm = TRUE)
})
for (name in names(margins)) design$variables[[name]] <- factor(design$variables[[name]])
population <- c(sum(margins$sex), unlist(lapply(margins, function(counts) counts[-1])))
names(population) <- colnames(model.matrix(~ muni + cit + sex + age, design$variables))
timed("calibrate", calibrate(design, ~ muni + cit + sex + age, population, calfun = "raking", epsilon = 1e-10, maxit = 100))
timed("bootstrap", {
  replicated <- svrepdesign(variables = data[, c(complete, gaps)], repweights = factors, weights = data$w,
                            type = "bootstrap", scale = 1 / 199, rscales = rep(1, 200), combined.weights = FALSE,
                            mse = FALSE, degf = 1000)
  svymean(terms(complete), replicated)
  for (name in gaps) svymean(terms(name), replicated, na.rm = TRUE)
})
