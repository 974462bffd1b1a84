# Variances, quantiles, intervals of proportions, tables, tests, regression, contrasts, change, inequality.
case("variance-one", "variance", "Variance of a variable", full, "svyvar(~household, d)", "variance", "household", answer = plain)
case("variance-missing-removed", "variance", "Variance, missing answers removed", sized, "svyvar(~satisfaction, d, na.rm = TRUE)", "variance", "satisfaction", options = list(na_rm = TRUE), answer = plain)

probabilities <- c(0.1, 0.25, 0.5, 0.75, 0.9)
quantile_case <- function(id, on, variable, interval, rule, p = probabilities)
  case(id, "quantile", paste("Quantiles, rule", rule, "and interval", interval), on,
    sprintf('svyquantile(~%s, d, c(%s), interval.type = "%s", qrule = "%s", na.rm = TRUE)', variable, paste(p, collapse = ", "), interval, rule),
    "quantile", variable, options = list(probs = I(p), interval_type = interval, qrule = rule, na_rm = TRUE), answer = quantiles)
earners <- design("waves", "venue", "district", "weight")
quantile_case("quantile-math-mean", earners, "income", "mean", "math")
quantile_case("quantile-hf7-xlogit", earners, "income", "xlogit", "hf7")
quantile_case("quantile-school-beta", earners, "income", "beta", "school")
quantile_case("quantile-ties-asin", full, "household", "asin", "math")
case("quantile-by", "quantile", "Medians by domain", earners, 'svyby(~income, ~sex, d, svyquantile, quantiles = 0.5, ci = TRUE, vartype = c("se", "ci"), qrule = "math", na.rm = TRUE)', "quantile", "income", "sex",
  list(probs = 0.5, qrule = "math", interval_type = "mean", na_rm = TRUE), lines_of)

for (method in c("likelihood", "asin", "beta", "mean", "logit"))
  case(paste0("proportion-", method, "-lonely"), "ciprop", paste("Interval of a rare share:", method), full, sprintf('svyciprop(~lonely, d, method = "%s")', method), "ciprop", "lonely", options = list(method = method), answer = share, tolerance = if (method == "likelihood") 1e-6 else 1e-8)

case("table-counts", "table", "Weighted table of two variables", full, "svytable(~citizenship + age, d)", "table", c("citizenship", "age"), answer = lines_of)
case("table-per-thousand", "table", "The same, summing to 1000", full, "svytable(~sex + employed, d, Ntotal = 1000)", "table", c("sex", "employed"), options = list(total = 1000), answer = lines_of)
for (statistic in c("F", "Chisq", "Wald", "adjWald"))
  case(paste0("independence-", statistic), "chisq", paste("Independence of two variables:", statistic), full, sprintf('svychisq(~citizenship + employed, d, statistic = "%s")', statistic), statistic, "chisq", c("citizenship", "employed"), answer = test)

case("t-test-one", "ttest", "A mean against zero", full, "svyttest(I(household - 2) ~ 0, d)", "ttest", "household", options = list(outcome = "I(household - 2)"), answer = test)
case("t-test-two", "ttest", "Two groups", full, "svyttest(household ~ sex, d)", "ttest", c("household", "sex"), options = list(outcome = "household", group = "sex"), answer = test)
case("regression-linear", "glm", "Linear regression with a categorical variable", full, "svyglm(household ~ employed + factor(citizenship), d)", "glm", c("household", "employed", "citizenship"), options = list(family = "gaussian"), answer = coefficients_of, tolerance = 1e-7)
case("regression-logistic", "glm", "Logistic regression", sized, "svyglm(employed ~ household + factor(age), d, family = quasibinomial())", "glm", c("employed", "household", "age"), options = list(family = "quasibinomial"), answer = coefficients_of, tolerance = 1e-6)
case("regression-term", "glm", "Wald test of a term", full, "regTermTest(svyglm(household ~ employed + factor(age), d), ~factor(age))", "regTermTest", c("household", "employed", "age"), options = list(term = "age"),
  answer = function(s, d) list(F = as.numeric(s$Ftest), df = as.numeric(s$df), ddf = as.numeric(s$ddf), p_value = as.numeric(s$p)), tolerance = 1e-6)

case("difference-of-domains", "contrast", "Difference of two domains that share PSUs", full, "svycontrast(svyby(~household, ~sex, d, svymean, covmat = TRUE), list(diff = c(`female` = 1, `male` = -1)))", "difference", "household", "sex", list(contrast = c("female", "male"), covariance = TRUE), plain)
case("ratio-of-domains", "contrast", "Ratio of two domains by the delta method", full, "svycontrast(svyby(~employed, ~sex, d, svymean, covmat = TRUE), quote(`female` / `male`))", "contrast", "employed", "sex", list(expression = "female / male"), plain)
panel <- design("waves", "venue", "district", "weight")
case("change-same-units", "change", "Change between waves that met people at the same venues", panel, "svycontrast(svyby(~employed, ~wave, d, svymean, covmat = TRUE), list(change = c(`1` = -1, `2` = 1)))", "change", "employed", "wave", list(waves = "same PSUs", covariance = TRUE), plain)
case("change-by-district", "change", "The same by district", panel, "svycontrast(svyby(~employed, ~wave + sex, d, svymean, covmat = TRUE), list(female = c(`1.female` = -1, `2.female` = 1), male = c(`1.male` = -1, `2.male` = 1)))", "change", "employed", c("wave", "sex"), list(waves = "same PSUs", covariance = TRUE), plain)

# Poverty and inequality, written out: the weighted median and quintiles are the first value whose share exceeds p.
above <- function(x, w, p) { o <- order(x); x[o][which(cumsum(w[o]) / sum(w) > p)[1]] }
inequality <- function(x, w) {
  known <- !is.na(x); x <- x[known]; w <- w[known]; o <- order(x); x <- x[o]; w <- w[o]
  line <- 0.6 * above(x, w, 0.5)
  gini <- 100 * ((2 * sum(w * x * cumsum(w)) - sum(w^2 * x)) / (sum(w) * sum(w * x)) - 1)
  list(weighted_median = above(x, w, 0.5), threshold = line, arpr = 100 * sum(w[x < line]) / sum(w), gini = gini)
}
for (wave in 1:2) case(paste0("inequality-wave-", wave), "inequality", "At-risk-of-poverty rate and Gini coefficient", table_only("waves"), sprintf("inequality(waves$income, waves$%s)", if (wave == 1) "weight" else "household"), "inequality", "income", options = list(weights = if (wave == 1) "weight" else "household"), answer = as_is)
