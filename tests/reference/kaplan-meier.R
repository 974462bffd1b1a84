# Recreates kaplan-meier/data and kaplan-meier/cases beside this file: `Rscript tests/reference/kaplan-meier.R`.
# Needs R's survey package, nothing else. Every case is one curve of R's svykm, with its errors, bands and quantiles.
suppressMessages(library(survey))
suppressMessages(library(survival))
invisible(Sys.setlocale("LC_COLLATE", "C"))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE, digits = 15, warn = 1)
file_argument <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
given <- commandArgs(trailingOnly = TRUE) # another folder to write to
here <- if (length(given)) given[1] else file.path(if (length(file_argument)) dirname(normalizePath(file_argument)) else getwd(), "kaplan-meier")
for (folder in c("data", "cases")) {
  dir.create(file.path(here, folder), showWarnings = FALSE, recursive = TRUE)
  unlink(file.path(here, folder, "*"))
}

## ------------------------------------------------------------------ data of our own making
# People met at venues (PSUs) in districts (strata): weeks from arrival to a first visit to a doctor.
set.seed(20261122)
venues <- data.frame(district = rep(c("harbour", "lakes", "plains"), c(6, 5, 4)), venue = 201:215)
size <- c(14, 18, 12, 16, 10, 13, 17, 11, 15, 12, 19, 13, 16, 10, 14)
met <- venues[rep(seq_along(size), size), ]
n <- nrow(met)
pace <- rep(exp(rnorm(length(size), 0, 0.4)), size)
arrivals <- data.frame(district = met$district, venue = met$venue,
  venues_in_district = c(harbour = 30, lakes = 18, plains = 9)[met$district],
  people_at_venue = rep(size * 8, size),
  weight = round(20 + 70 * runif(n), 2), sex = sample(c("female", "male"), n, TRUE))
wait <- rexp(n, pace / 12)
seen <- runif(n, 2, 30)
arrivals$weeks <- pmin(ceiling(wait), ceiling(seen)) # many ties
arrivals$doctor <- as.integer(ceiling(wait) <= ceiling(seen))
arrivals$days <- round(7 * pmin(wait, seen), 3) # hardly any
arrivals$saw <- as.integer(wait <= seen)
arrivals$origin <- sample(c("blr", "ind", "ukr"), n, TRUE, c(0.3, 0.15, 0.55))
arrivals$never <- ifelse(arrivals$origin == "ind", 0L, arrivals$doctor) # nobody of one origin
arrivals$weight[c(5, 60)] <- 0
arrivals$weeks[c(9, 31, 77)] <- NA
path <- file.path(here, "data", "arrivals.csv")
write.csv(arrivals, path, row.names = FALSE, na = "", quote = FALSE)
arrivals <- read.csv(path, stringsAsFactors = TRUE, na.strings = "")
half <- as.svrepdesign(svydesign(ids = ~venue, strata = ~district, weights = ~weight, data = arrivals), type = "JKn")
replicates <- weights(half, "analysis")
path <- file.path(here, "data", "arrivals_jackknife.csv")
write.csv(setNames(as.data.frame(replicates), paste0("r", seq_len(ncol(replicates)))), path, row.names = FALSE, quote = FALSE)

## ------------------------------------------------------------------ writing JSON (base R only)
text <- function(x) paste0('"', gsub('"', '\\\\"', gsub("\n", "\\\\n", gsub("\\\\", "\\\\\\\\", x))), '"')
number <- function(x) if (is.na(x) && !is.nan(x)) "null" else if (is.nan(x)) '"NaN"' else if (is.infinite(x)) text(if (x > 0) "Inf" else "-Inf") else sprintf("%.17g", x)
json <- function(x, indent = "") {
  deeper <- paste0(indent, " ")
  if (is.null(x)) return("null")
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{\n", paste0(deeper, text(names(x)), ": ", vapply(x, json, "", indent = deeper), collapse = ",\n"), "\n", indent, "}"))
  if (is.list(x)) return(if (length(x)) paste0("[", paste(vapply(x, json, "", indent = deeper), collapse = ", "), "]") else "[]")
  one <- function(v) if (is.character(v)) text(v) else if (is.logical(v)) tolower(as.character(v)) else number(v)
  if (inherits(x, "AsIs") || length(x) != 1) paste0("[", paste(vapply(as.list(unclass(x)), one, ""), collapse = ", "), "]") else one(x)
}
versions <- list(r = as.character(getRversion()), survey = as.character(packageVersion("survey")))

## ------------------------------------------------------------------ designs
design <- function(ids = NULL, strata = NULL, fpc = NULL) {
  formula <- function(names) if (is.null(names)) "~1" else paste0("~", paste(names, collapse = "+"))
  arguments <- c(paste("ids =", formula(ids)), if (!is.null(strata)) paste("strata =", formula(strata)), "weights = ~weight",
    if (!is.null(fpc)) paste("fpc =", formula(fpc)), "data = arrivals")
  list(r = sprintf("d <- svydesign(%s)", paste(arguments, collapse = ", ")), meta = list(type = "linearized", ids = I(as.character(ids)),
    strata = I(as.character(strata)), weights = "weight", fpc = I(as.character(fpc)), nest = FALSE, single_unit = "fail"))
}
arrivals$person <- seq_len(n)
full <- design("venue", "district")
sized <- design("venue", "district", "venues_in_district")
plain <- design()

## ------------------------------------------------------------------ cases
levels_asked <- c(0.9, 0.75, 0.5, 0.25, 0.02)
keep_case <- function(id, description, on, variables, domain, options, expected, r, note = NULL) {
  content <- list(id = id, kind = "kaplan-meier", description = description, data = "data/arrivals.csv", design = on$meta,
    call = list(statistic = "kaplan-meier", variables = I(variables), domain = I(as.character(domain)), options = options), expected = expected,
    r_call = r, tolerance = list(estimate_rel = 1e-9, se_rel = 1e-9, abs = 1e-12), note = note, versions = versions)
  connection <- file(file.path(here, "cases", paste0(id, ".json")), "wb")
  writeLines(json(content), connection)
  close(connection)
}
finite <- function(x) if (is.finite(x)) x else NA_real_
times_of <- function(s, level) {
  q <- quantile(s, levels_asked, ci = !is.null(s$varlog), level = level)
  lapply(seq_along(levels_asked), function(i) c(list(survival = levels_asked[i], time = finite(q[[i]])),
    if (!is.null(s$varlog)) list(ci_low = finite(attr(q, "ci")[i, 1]), ci_high = finite(attr(q, "ci")[i, 2]))))
}
curve <- function(id, description, on, variables, at, domain = NULL, subset = NULL, level = 0.95) {
  call <- sprintf("%ss <- svykm(Surv(%s, %s) ~ 1, d, se = TRUE)", if (is.null(subset)) "" else sprintf("d <- subset(d, %s)\n", subset), variables[1], variables[2])
  r <- paste(on$r, call, sep = "\n")
  scope <- new.env(parent = globalenv())
  eval(parse(text = r), scope)
  s <- get("s", scope)
  limits <- confint(s, parm = at, level = level)
  rows <- lapply(seq_along(at), function(i) {
    k <- max(which(s$time <= at[i]))
    list(name = as.character(at[i]), estimate = s$surv[k], se_log = sqrt(s$varlog[k]), ci_low = limits[i, 1], ci_high = limits[i, 2])
  })
  keep_case(id, description, on, variables, domain, list(at = I(at), levels = I(levels_asked), level = level), list(rows = rows, quantiles = times_of(s, level)), r)
}
curve("weeks-overall", "Weeks to a first doctor: strata and PSUs, many ties, some times missing, some weights zero", full, c("weeks", "doctor"), c(1, 4, 8, 12, 20, 26))
curve("weeks-sizes", "The same with the number of venues in each district", sized, c("weeks", "doctor"), c(1, 4, 8, 12, 20, 26))
curve("weeks-weights-only", "The same with weights alone", plain, c("weeks", "doctor"), c(2, 6, 10))
curve("weeks-80-percent", "Bands of 80 percent", full, c("weeks", "doctor"), c(4, 8), level = 0.8)
curve("days-overall", "Days, hardly any ties", full, c("days", "saw"), c(10, 30, 60, 90, 150))
curve("weeks-women", "A domain across strata and PSUs keeps the PSUs of the whole sample", full, c("weeks", "doctor"), c(2, 6, 12), "sex == 'female'", 'sex == "female"')
curve("weeks-rare-origin", "A small domain, for which some levels are never reached", full, c("weeks", "doctor"), c(2, 6), "origin == 'ind'", 'origin == "ind"')
curve("days-one-district", "A domain that is a stratum", sized, c("days", "saw"), c(20, 50), "district == 'lakes'", 'district == "lakes"')

# Without errors R gives the product limit itself.
r <- paste(full$r, "s <- svykm(Surv(weeks, doctor) ~ 1, d)", sep = "\n")
scope <- new.env(parent = globalenv()); eval(parse(text = r), scope); s <- get("s", scope)
at <- c(1, 4, 8, 12, 20, 26)
keep_case("weeks-product-limit", "The product limit of Kaplan and Meier", full, c("weeks", "doctor"), NULL, list(at = I(at), levels = I(levels_asked), method = "product"),
  list(rows = lapply(at, function(t) list(name = as.character(t), estimate = s$surv[max(which(s$time <= t))])), quantiles = times_of(s, 0.95)), r)

# R has no errors of svykm for replicate weights; they are asked of withReplicates with the same curve.
log_survival <- function(w, data) vapply(c(4, 8, 12), function(t) {
  known <- !is.na(data$weeks); w <- w[known]; x <- data$weeks[known]; e <- data$doctor[known]
  -sum(vapply(sort(unique(x[e == 1 & w > 0 & x <= t])), function(u) sum(w[x == u & e == 1]) / sum(w[x >= u]), 0))
}, 0)
one <- withReplicates(half, log_survival)
meta <- list(type = "replicate", replicate_type = "JKn", weights = "weight", replicate_weights_file = "data/arrivals_jackknife.csv",
  combined_weights = TRUE, mse = FALSE, scale = half$scale, rscales = I(half$rscales))
keep_case("weeks-jackknife", "Errors from replicate weights", list(meta = meta), c("weeks", "doctor"), NULL, list(at = I(c(4, 8, 12)), levels = I(0.5)),
  list(rows = lapply(1:3, function(i) list(name = as.character(c(4, 8, 12)[i]), estimate = exp(as.vector(coef(one))[i]), se_log = as.vector(SE(one))[i]))),
  "withReplicates(as.svrepdesign(d, type = 'JKn'), log survival at 4, 8, 12 weeks)")

# Nobody in the domain has had the event: R's curve has no times, ours says why there is no estimate.
keep_case("weeks-nobody", "A domain in which everybody is censored", full, c("weeks", "never"), "origin == 'ind'", list(at = I(c(4, 8)), levels = I(0.5)),
  list(error = TRUE, r_message = "svykm gives a curve without times"), paste(full$r, "s <- svykm(Surv(weeks, never) ~ 1, subset(d, origin == 'ind'), se = TRUE)", sep = "\n"))
