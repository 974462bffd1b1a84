# Post-stratification, raking, calibration, trimming: weights row by row, and errors that know of the totals.
frame <- function(...) { columns <- list(...); sprintf("data.frame(%s)", paste(names(columns), "=", vapply(columns, function(v) sprintf("c(%s)", paste(if (is.character(v)) paste0('"', v, '"') else v, collapse = ", ")), ""), collapse = ", ")) }
sexes <- frame(sex = c("female", "male"), Freq = c(5400, 4600))
ages <- frame(age = c("18-29", "30-44", "45+"), Freq = c(3500, 4000, 2500))
citizens <- frame(citizenship = c("blr", "ind", "ukr"), Freq = c(3000, 1500, 5500))
citizens_by_sex <- frame(citizenship = rep(c("blr", "ind", "ukr"), 2), sex = rep(c("female", "male"), each = 3), Freq = c(1500, 500, 3400, 1500, 1000, 2100))
raked <- function(formulas, frames) sprintf("d <- rake(d, list(%s), list(%s), control = list(maxit = 500, epsilon = 1e-12))\nsvymean(~household, d)", paste(formulas, collapse = ", "), paste(frames, collapse = ", "))
rake_case <- function(id, description, on, formulas, frames)
  case(id, "rake", description, on, raked(formulas, frames), "mean", "household", options = list(weighting = "rake"), answer = weighted_by, tolerance = 1e-6)
rake_case("rake-three-margins", "Raking to three margins", full, c("~citizenship", "~sex", "~age"), c(citizens, sexes, ages))
rake_case("rake-joint", "Raking to a joint margin of citizenship and sex, and to age", full, c("~citizenship + sex", "~age"), c(citizens_by_sex, ages))
rake_case("rake-one-margin", "One margin: post-stratification", weighted, "~citizenship", citizens)
case("poststratify-mean", "poststratify", "Post-stratification by sex", full, sprintf("d <- postStratify(d, ~sex, %s)\nsvymean(~household + employed, d)", sexes), "mean", c("household", "employed"), options = list(weighting = "postStratify"), answer = weighted_by)
case("poststratify-crossed", "poststratify", "Post-stratification by citizenship and sex", sized, sprintf("d <- postStratify(d, ~citizenship + sex, %s)\nsvytotal(~household, d)", citizens_by_sex), "total", "household", options = list(weighting = "postStratify"), answer = weighted_by)
case("poststratify-absent", "poststratify", "A category of the population that nobody has", full, sprintf("d <- postStratify(d, ~sex, %s)\nsvymean(~household, d)", frame(sex = c("female", "male", "other"), Freq = c(5400, 4500, 100))), "mean", "household", options = list(weighting = "postStratify"), answer = weighted_by)
totals <- "c(`(Intercept)` = 10000, sexmale = 4600, household = 24500)"
for (distance in c("linear", "raking", "logit"))
  case(paste0("calibrate-", distance), "calibrate", paste("Calibration to counts and a total, distance", distance), full,
    sprintf("d <- calibrate(d, ~sex + household, %s, calfun = '%s'%s)\nsvymean(~employed, d)", totals, distance, if (distance == "linear") "" else sprintf("%s, epsilon = 1e-12, maxit = 200", if (distance == "logit") ", bounds = c(0.5, 2.5)" else "")),
    "mean", "employed", options = list(weighting = "calibrate"), answer = weighted_by, tolerance = 1e-6)
case("calibrate-impossible", "calibrate", "Bounds too narrow for the totals", full, sprintf("d <- calibrate(d, ~sex + household, %s, calfun = 'logit', bounds = c(0.999, 1.001))\nsvymean(~employed, d)", totals), "mean", "employed", options = list(weighting = "calibrate"), answer = weighted_by)
case("trim-once", "trim", "Weights above a bound, the excess spread over the others", full, "d <- trimWeights(d, upper = 100)\nsvymean(~household, d)", "mean", "household", options = list(weighting = "trim", upper = 100, strict = FALSE), answer = weighted_by)
case("trim-strict", "trim", "Trimmed again until all are inside", full, "d <- trimWeights(d, upper = 95, lower = 45, strict = TRUE)\nsvymean(~household, d)", "mean", "household", options = list(weighting = "trim", upper = 95, lower = 45, strict = TRUE), answer = weighted_by)
kish_of <- function(x) list(n = length(x), sum_w = sum(x), sum_w2 = sum(x^2), kish_deff = length(x) * sum(x^2) / sum(x)^2, n_eff = sum(x)^2 / sum(x^2))
case("kish-places", "kish", "What unequal weights cost", table_only("places"), "kish_of(places$weight)", "kish", "weight")
case("kish-samples", "kish", "The same of two samples together", table_only("samples"), "kish_of(samples$weight)", "kish", "weight")

# Two samples joined: each scaled to the population, times its share; a mean is the shares' mean of means.
joined <- function(d, variable, population, share = NULL) {
  parts <- split(seq_len(nrow(d)), d$sample)
  effective <- vapply(parts, function(i) sum(d$weight[i])^2 / sum(d$weight[i]^2), 0)
  lambda <- if (is.null(share)) effective / sum(effective) else share
  weight <- numeric(nrow(d))
  for (k in seq_along(parts)) weight[parts[[k]]] <- lambda[k] * population * d$weight[parts[[k]]] / sum(d$weight[parts[[k]]])
  design <- svydesign(ids = ~interaction(sample, cluster), strata = ~sample, weights = weight, data = d)
  estimate <- svymean(as.formula(paste0("~", variable)), design)
  list(rows = list(list(name = variable, estimate = as.numeric(coef(estimate)), se = as.numeric(SE(estimate)))), shares = as.list(setNames(lambda, names(parts))), sum_weights = sum(weight))
}
two <- list(data = "samples", r = NULL, meta = list(type = "linearized", ids = I("cluster"), strata = I("sample"), weights = "weight", fpc = I(character()), nest = TRUE, single_unit = "fail"))
case("composite-effective", "composite", "Two samples joined by effective sizes", two, 'joined(samples, "trust", 8000)', "mean", "trust", options = list(sample = "sample", population = 8000))
case("composite-given-shares", "composite", "Two samples joined with shares given", two, 'joined(samples, "registered", 8000, c(0.75, 0.25))', "mean", "registered", options = list(sample = "sample", population = 8000, shares = I(c(0.75, 0.25))))
