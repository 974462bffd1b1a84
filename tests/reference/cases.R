# Recreates data/ and cases/ beside this file: `Rscript tests/reference/cases.R`. Needs R's survey package, nothing else.
# Every case is one call of R and R's answer; R analyses exactly the CSV files (they are written first and read back).
suppressMessages(library(survey))
invisible(Sys.setlocale("LC_COLLATE", "C"))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
options(survey.adjust.domain.lonely = FALSE, digits = 15, warn = 1)
file_argument <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
given <- commandArgs(trailingOnly = TRUE) # another folder to write to
here <- if (length(given)) given[1] else if (length(file_argument)) dirname(normalizePath(file_argument)) else getwd()
for (folder in c("data", "cases")) {
  dir.create(file.path(here, folder), showWarnings = FALSE)
  unlink(file.path(here, folder, "*"))
}

## ------------------------------------------------------------------ data of our own making
keep <- function(name, frame) {
  path <- file.path(here, "data", paste0(name, ".csv"))
  write.csv(frame, path, row.names = FALSE, na = "", quote = FALSE)
  assign(name, read.csv(path, stringsAsFactors = TRUE, na.strings = ""), envir = globalenv())
}

# Respondents met at venues (the PSUs) in four districts (the strata).
set.seed(20261121)
venues <- data.frame(district = rep(c("harbour", "lakes", "old-town", "plains"), c(5, 4, 6, 3)), venue = 101:118)
size <- c(7, 9, 6, 8, 5, 6, 8, 7, 6, 4, 9, 7, 5, 8, 6, 7, 6, 8)
n <- sum(size)
met <- venues[rep(seq_along(size), size), ]
climate <- rep(rnorm(length(size), 0, 1), size)
places <- data.frame(
  district = met$district, venue = met$venue, here = met$venue %% 10,
  venues_in_district = c(harbour = 40, lakes = 25, `old-town` = 60, plains = 12)[met$district],
  share_of_venues = c(harbour = 0.125, lakes = 0.16, `old-town` = 0.1, plains = 0.25)[met$district],
  weight = round(40 + 60 * runif(n) + 30 * (met$district == "plains"), 2),
  citizenship = sample(c("blr", "ind", "ukr"), n, TRUE, c(0.3, 0.15, 0.55)),
  sex = sample(c("female", "male"), n, TRUE),
  age = sample(c("18-29", "30-44", "45+"), n, TRUE)
)
places$satisfaction <- pmin(10, pmax(0, round(6 + climate + rnorm(n, 0, 2))))
places$satisfaction[runif(n) < 0.12] <- NA
places$employed <- as.integer(runif(n) < 0.55 + 0.1 * climate)
places$lonely <- as.integer(runif(n) < 0.06)
places$household <- 1 + rpois(n, 1.4)
places$working <- pmin(places$household, rpois(n, 1.1))
places$rooms <- 1 + rpois(n, 1.2)
places$rooms[runif(n) < 0.08] <- NA
keep("places", places)

# One stratum with a single PSU.
set.seed(7)
single <- data.frame(region = rep(c("a", "b", "c"), c(8, 4, 6)), unit = c(1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6, 7, 7))
single$weight <- round(1 + 3 * runif(18), 2)
single$score <- round(rnorm(18, 5, 2) + (single$region == "b"), 1)
single$persons <- 1 + rpois(18, 2)
single$group <- sample(c("u", "v"), 18, TRUE)
keep("single", single)

# A simple random sample from a register of 900, equal weights following from the size.
set.seed(11)
register <- data.frame(N = 900, visits = rpois(60, 3), waiting = round(rexp(60, 1 / 12), 1), content = as.integer(runif(60) < 0.7))
keep("register", register)

## ------------------------------------------------------------------ writing JSON (base R only)
text <- function(x) paste0('"', gsub('"', '\\\\"', gsub("\n", "\\\\n", gsub("\\\\", "\\\\\\\\", x))), '"')
number <- function(x) {
  if (is.na(x) && !is.nan(x)) "null" else if (is.nan(x)) '"NaN"' else if (is.infinite(x)) text(if (x > 0) "Inf" else "-Inf") else sprintf("%.17g", x)
}
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
design <- function(data, ids = NULL, strata = NULL, weights = NULL, fpc = NULL, nest = FALSE, single_unit = "fail") {
  formula <- function(names) if (is.null(names)) "~1" else paste0("~", names)
  arguments <- c(paste("ids =", formula(ids)), if (!is.null(strata)) paste("strata =", formula(strata)),
    if (!is.null(weights)) paste("weights =", formula(weights)), if (!is.null(fpc)) paste("fpc =", formula(fpc)),
    if (nest) "nest = TRUE", paste("data =", data))
  list(data = data, r = sprintf('options(survey.lonely.psu = "%s")\nd <- svydesign(%s)', single_unit, paste(arguments, collapse = ", ")),
    meta = list(type = "linearized", ids = I(as.character(ids)), strata = I(as.character(strata)), weights = weights,
      fpc = I(as.character(fpc)), nest = nest, single_unit = single_unit))
}
full <- design("places", "venue", "district", "weight")
sized <- design("places", "venue", "district", "weight", "venues_in_district")
fraction <- design("places", "venue", "district", "weight", "share_of_venues")
nested <- design("places", "here", "district", "weight", nest = TRUE)
elements <- design("places", NULL, "district", "weight")
weighted <- design("places", weights = "weight")
simple <- design("register", fpc = "N")

## ------------------------------------------------------------------ cases
# Runs the call; `answer` turns R's object `s` into the expected part.
case <- function(id, kind, description, on, call, statistic, variables, domain = NULL, options = list(), answer, tolerance = 1e-8) {
  r <- paste(on$r, call, sep = "\n")
  scope <- new.env(parent = globalenv())
  s <- try(eval(parse(text = r), scope), silent = TRUE)
  expected <- if (inherits(s, "try-error")) list(error = TRUE, r_message = sub("\n$", "", conditionMessage(attr(s, "condition")))) else answer(s, get("d", scope))
  content <- list(id = id, kind = kind, description = description, data = paste0("data/", on$data, ".csv"), design = on$meta,
    call = list(statistic = statistic, variables = I(variables), domain = I(as.character(domain)), options = if (length(options)) options else NULL),
    expected = expected, r_call = r, tolerance = list(estimate_rel = tolerance, se_rel = tolerance, abs = 1e-12), versions = versions)
  connection <- file(file.path(here, "cases", paste0(id, ".json")), "wb")
  writeLines(json(content), connection)
  close(connection)
}
rows <- function(names, estimate, se, limits, deff = NULL)
  lapply(seq_along(names), function(i) c(list(name = names[i], estimate = estimate[i], se = se[i], ci_low = limits[i, 1], ci_high = limits[i, 2]), if (!is.null(deff)) list(deff = deff[i])))
square <- function(v) list(values = lapply(seq_len(nrow(v)), function(i) I(as.vector(v[i, ]))))
plain <- function(s, d) {
  names <- if (inherits(s, "svyratio")) paste(rownames(s$ratio), colnames(s$ratio), sep = "/") else names(coef(s))
  deffs <- tryCatch(suppressWarnings(as.vector(deff(s))), error = function(e) NULL)
  limits <- matrix(confint(s, df = degf(d)), ncol = 2)
  list(rows = rows(names, as.vector(coef(s)), as.vector(SE(s)), limits, if (length(deffs)) deffs), df = degf(d), vcov = square(as.matrix(vcov(s))))
}
by <- function(s, d) {
  deffs <- tryCatch(suppressWarnings(unlist(deff(s))), error = function(e) NULL)
  list(rows = rows(names(coef(s)), as.vector(coef(s)), unlist(SE(s)), matrix(confint(s, df = degf(d)), ncol = 2), deffs), df = degf(d))
}
share <- function(s, d) {
  list(rows = rows(names(coef(s)), as.vector(coef(s)), as.vector(SE(s)), matrix(confint(s), ncol = 2)), df = degf(d))
}

case("mean-strata-psus", "mean", "Means under strata and PSUs, with design effects", full, "svymean(~employed + household, d, deff = TRUE)", "mean", c("employed", "household"), options = list(deff = TRUE), answer = plain)
case("mean-sizes", "mean", "Population sizes of the first stage narrow the error", sized, "svymean(~employed + household, d, deff = TRUE)", "mean", c("employed", "household"), options = list(deff = TRUE), answer = plain)
case("mean-fractions", "mean", "The same correction given as sampling fractions", fraction, "svymean(~employed + household, d)", "mean", c("employed", "household"), answer = plain)
case("mean-nested-codes", "mean", "PSU codes that start again in every stratum", nested, "svymean(~household, d)", "mean", "household", answer = plain)
case("mean-strata-only", "mean", "Strata without clusters", elements, "svymean(~household, d, deff = TRUE)", "mean", "household", options = list(deff = TRUE), answer = plain)
case("mean-weights-only", "mean", "Weights only", weighted, "svymean(~household, d, deff = TRUE)", "mean", "household", options = list(deff = TRUE), answer = plain)
case("mean-simple", "mean", "A simple random sample: weights from the population size, design effect 1", simple, "svymean(~visits + waiting, d, deff = TRUE)", "mean", c("visits", "waiting"), options = list(deff = TRUE), answer = plain)
case("mean-replacement-effect", "mean", "Design effect against sampling with replacement", full, 'svymean(~household, d, deff = "replace")', "mean", "household", options = list(deff = "with replacement SRS (deff = 'replace')"), answer = plain)
case("mean-missing-removed", "mean", "Missing answers removed", full, "svymean(~satisfaction, d, na.rm = TRUE, deff = TRUE)", "mean", "satisfaction", options = list(na_rm = TRUE, deff = TRUE), answer = plain)
case("mean-missing-kept", "mean", "Missing answers kept: no estimate", full, "svymean(~satisfaction, d)", "mean", "satisfaction", answer = plain)
case("mean-listwise", "mean", "Two variables in one call: respondents who miss either are left out", full, "svymean(~satisfaction + rooms, d, na.rm = TRUE)", "mean", c("satisfaction", "rooms"), options = list(na_rm = TRUE), answer = plain)
case("total-strata-psus", "total", "Totals under strata and PSUs, with design effects", full, "svytotal(~working + household, d, deff = TRUE)", "total", c("working", "household"), options = list(deff = TRUE), answer = plain)
case("total-sizes", "total", "Totals with population sizes", sized, "svytotal(~working, d)", "total", "working", answer = plain)
case("total-missing-removed", "total", "A total speaks for those who answered", full, "svytotal(~rooms, d, na.rm = TRUE)", "total", "rooms", options = list(na_rm = TRUE), answer = plain)
case("total-simple", "total", "Total of a simple random sample", simple, "svytotal(~visits, d, deff = TRUE)", "total", "visits", options = list(deff = TRUE), answer = plain)
case("ratio-strata-psus", "ratio", "Working household members per household member", full, "svyratio(~working, ~household, d, deff = TRUE)", "ratio", c("working", "household"), options = list(numerator = "working", denominator = "household"), answer = plain)
case("ratio-missing-removed", "ratio", "Persons per room, rooms missing for some", full, "svyratio(~household, ~rooms, d, na.rm = TRUE)", "ratio", c("household", "rooms"), options = list(numerator = "household", denominator = "rooms", na_rm = TRUE), answer = plain)
case("ratio-by-citizenship", "domain", "Ratios by domain", full, "svyby(~working, ~citizenship, denominator = ~household, d, svyratio)", "ratio", c("working", "household"), "citizenship", list(numerator = "working", denominator = "household"), by)
case("proportion-levels", "proportion", "Shares of all categories and their covariances", full, "svymean(~factor(citizenship), d, deff = TRUE)", "proportions", "citizenship", options = list(deff = TRUE), answer = plain)
case("proportion-logit", "ciprop", "Logit interval of a share", full, 'svyciprop(~employed, d, method = "logit")', "ciprop", "employed", options = list(method = "logit"), answer = share)
case("proportion-logit-rare", "ciprop", "Logit interval of a rare share", sized, 'svyciprop(~lonely, d, method = "xlogit")', "ciprop", "lonely", options = list(method = "xlogit"), answer = share)
case("proportion-logit-simple", "ciprop", "Logit interval in a simple random sample", simple, 'svyciprop(~content, d, method = "xlogit")', "ciprop", "content", options = list(method = "xlogit"), answer = share)
case("by-district", "domain", "Means by stratum", full, "svyby(~employed + household, ~district, d, svymean, deff = TRUE)", "mean", c("employed", "household"), "district", list(deff = TRUE), by)
case("by-citizenship", "domain", "Means by a domain that cuts across strata and PSUs", full, "svyby(~household, ~citizenship, d, svymean, deff = TRUE)", "mean", "household", "citizenship", list(deff = TRUE), by)
case("by-two", "domain", "Means by two crossed domains", sized, "svyby(~household, ~citizenship + sex, d, svymean)", "mean", "household", c("citizenship", "sex"), answer = by)
case("by-missing-removed", "domain", "Means by domain, missing answers removed", full, "svyby(~satisfaction, ~citizenship, d, svymean, na.rm = TRUE)", "mean", "satisfaction", "citizenship", list(na_rm = TRUE), by)
case("by-total", "domain", "Totals by domain", sized, "svyby(~household, ~age, d, svytotal)", "total", "household", "age", answer = by)
case("subset-women", "subset", "A subpopulation keeps the PSUs of the whole sample; its degrees of freedom are its own", full, 'd <- subset(d, sex == "female" & citizenship == "ind"); svymean(~household, d, deff = TRUE)', "mean", "household", "sex == 'female' & citizenship == 'ind'", list(deff = TRUE), plain)
for (policy in c("fail", "remove", "certainty", "adjust", "average")) {
  lonely <- design("single", "unit", "region", "weight", single_unit = policy)
  case(paste0("single-psu-", policy, "-mean"), "lonely", paste("A stratum with one PSU, policy", policy), lonely, "svymean(~score + persons, d)", "mean", c("score", "persons"), answer = plain)
  case(paste0("single-psu-", policy, "-by"), "lonely", paste("A stratum with one PSU by domain, policy", policy), lonely, "svyby(~score, ~group, d, svymean)", "mean", "score", "group", answer = by)
}
# "adjust" centres a total at zero in survey 4.1 and at the mean of all PSUs from 4.2 on: ours is the former, so no total here.
for (policy in c("remove", "average")) {
  lonely <- design("single", "unit", "region", "weight", single_unit = policy)
  case(paste0("single-psu-", policy, "-total"), "lonely", paste("Total with a single-PSU stratum, policy", policy), lonely, "svytotal(~persons, d)", "total", "persons", answer = plain)
}

## ------------------------------------------------------------------ raking: the weights are compared
margin <- function(...) { counts <- c(...); lapply(names(counts), function(code) list(code = code, count = unname(counts[code]))) }
margins <- list(citizenship = margin(blr = 3000, ind = 1500, ukr = 5500), sex = margin(female = 5400, male = 4600), age = margin(`18-29` = 3500, `30-44` = 4000, `45+` = 2500))
joint <- list(`citizenship;sex` = margin(`blr;female` = 1500, `blr;male` = 1500, `ind;female` = 500, `ind;male` = 1000, `ukr;female` = 3400, `ukr;male` = 2100), age = margins$age)
frames <- function(list) paste0("list(", paste(vapply(names(list), function(name) {
  dimensions <- strsplit(name, ";")[[1]]
  codes <- do.call(rbind, strsplit(vapply(list[[name]], `[[`, "", "code"), ";"))
  columns <- vapply(seq_along(dimensions), function(i) sprintf("%s = c(%s)", dimensions[i], paste0('"', codes[, i], '"', collapse = ", ")), "")
  sprintf("data.frame(%s, Freq = c(%s))", paste(columns, collapse = ", "), paste(vapply(list[[name]], `[[`, 0, "count"), collapse = ", "))
}, ""), collapse = ", "), ")")
formulas <- function(list) paste0("list(", paste0("~", gsub(";", "+", names(list)), collapse = ", "), ")")
raked <- function(s, d) list(weights = I(as.vector(weights(d))), rows = list(list(name = "household", estimate = unname(coef(s)))))
rake_case <- function(id, description, on, margins) {
  call <- sprintf("d <- rake(d, %s, %s, control = list(maxit = 500, epsilon = 1e-12))\nsvymean(~household, d)", formulas(margins), frames(margins))
  case(id, "rake", description, on, call, "mean", "household", options = list(weighting = "rake", margins = margins), answer = raked, tolerance = 1e-6)
}
rake_case("rake-three-margins", "Raking to three margins", full, margins)
rake_case("rake-joint", "Raking to a joint margin of citizenship and sex, and to age", full, joint)
rake_case("rake-one-margin", "One margin: post-stratification", weighted, margins["citizenship"])
cat(length(list.files(file.path(here, "cases"))), "cases written\n")
