# Outcome rates, recruitment by respondents, and statistics of pilots, as far as R itself suffices.
aapor <- function(I, P, R, NC, O, UH, UO, e) {
  sampled <- I + P + R + NC + O; unknown <- UH + UO
  list(RR1 = I / (sampled + unknown), RR2 = (I + P) / (sampled + unknown), RR3 = I / (sampled + e * unknown), RR4 = (I + P) / (sampled + e * unknown), RR5 = I / sampled, RR6 = (I + P) / sampled,
    COOP1 = I / (I + P + R + O), COOP2 = (I + P) / (I + P + R + O), COOP3 = I / (I + P + R), COOP4 = (I + P) / (I + P + R),
    REF1 = R / (sampled + unknown), REF2 = R / (sampled + e * unknown), REF3 = R / sampled,
    CON1 = (sampled - NC) / (sampled + unknown), CON2 = (sampled - NC) / (sampled + e * unknown), CON3 = (sampled - NC) / sampled)
}
letters_of <- list(list(I = 412, P = 23, R = 160, NC = 205, O = 9, UH = 120, UO = 44, e = 0.55), list(I = 60, P = 0, R = 4, NC = 0, O = 0, UH = 30, UO = 0, e = 0.2))
for (i in 1:2) case(paste0("outcome-rates-", i), "aapor", "Response, cooperation, refusal and contact rates", list(data = NULL, r = NULL, meta = NULL), sprintf("aapor(%s)", paste(names(letters_of[[i]]), "=", unlist(letters_of[[i]]), collapse = ", ")), "aapor", options = list(counts = letters_of[[i]]))

harmonic <- function(x) length(x) / sum(1 / x)
case("recruited-one", "rds", "Recruitment by respondents, estimator I of two groups", table_only("chains"), "{ r <- chains; i <- r$recruiter > 0; C <- prop.table(table(r$group[r$recruiter[i]], r$group[i]), 1); D <- tapply(r$degree, r$group, harmonic); pa <- unname(D['B'] * C['B', 'A'] / (D['A'] * C['A', 'B'] + D['B'] * C['B', 'A'])); list(P_A = pa, P_B = 1 - pa, C_AB = C['A', 'B'], C_BA = C['B', 'A'], D_A = unname(D['A']), D_B = unname(D['B'])) }", "rds1", "group", options = list(degree = "degree", recruiter = "recruiter"))
case("recruited-two", "rds", "Recruitment by respondents, estimator II", table_only("chains"), "list(estimate = sum(chains$employed / chains$degree) / sum(1 / chains$degree), harmonic_mean_degree = harmonic(chains$degree))", "rds2", "employed", options = list(degree = "degree"))

items <- paste0("i", 1:5)
alpha_of <- function(x) { v <- cov(x); k <- ncol(x); r <- cor(x); list(total = list(list(raw_alpha = k / (k - 1) * (1 - sum(diag(v)) / sum(v)), std.alpha = k / (k - 1) * (1 - k / sum(r)), average_r = mean(r[lower.tri(r)])))) }
case("alpha-five", "psych-alpha", "Cronbach's alpha of five items", table_only("pilot"), "alpha_of(pilot[items])", "alpha", items, options = list(missing = "listwise"))
case("alpha-three", "psych-alpha", "Cronbach's alpha of three items", table_only("pilot"), "alpha_of(pilot[items[1:3]])", "alpha", items[1:3], options = list(missing = "listwise"))
rest_of <- function(x) list(rows = lapply(seq_along(x), function(j) list(name = names(x)[j], estimate = cor(x[[j]], rowSums(x[-j])))), n = nrow(x))
case("item-rest-five", "psych-item", "Correlation of each item with the rest", table_only("pilot"), "rest_of(pilot[items])", "item_rest", items, options = list(missing = "listwise"))
case("item-rest-four", "psych-item", "The same of four items", table_only("pilot"), "rest_of(pilot[items[-2]])", "item_rest", items[-2], options = list(missing = "listwise"))
halves_of <- function(x) { o <- rowSums(x[seq(1, ncol(x), 2)]); e <- rowSums(x[seq(2, ncol(x), 2)]); r <- cor(o, e); list(r_odd_even = r, spearman_brown = 2 * r / (1 + r), guttman_lambda4_odd_even = 4 * cov(o, e) / var(o + e), n = nrow(x)) }
case("split-half-five", "psych-split", "Halves of odd and even items", table_only("pilot"), "halves_of(pilot[items])", "split_half", items, options = list(missing = "listwise"))
case("split-half-four", "psych-split", "Halves of four items", table_only("pilot"), "halves_of(pilot[items[1:4]])", "split_half", items[1:4], options = list(missing = "listwise"))
adequacy_of <- function(x) { r <- cor(x); q <- solve(r); p <- -q / sqrt(outer(diag(q), diag(q))); diag(r) <- 0; diag(p) <- 0; list(overall = sum(r^2) / (sum(r^2) + sum(p^2)), items = as.list(colSums(r^2) / (colSums(r^2) + colSums(p^2)))) }
case("kmo-five", "psych-kmo", "Sampling adequacy", table_only("pilot"), "adequacy_of(pilot[items])", "kmo", items, options = list(missing = "listwise"))
case("kmo-three", "psych-kmo", "Sampling adequacy of three items", table_only("pilot"), "adequacy_of(pilot[items[3:5]])", "kmo", items[3:5], options = list(missing = "listwise"))
sphericity_of <- function(x) { n <- nrow(x); p <- ncol(x); s <- -log(det(cor(x))) * (n - 1 - (2 * p + 5) / 6); list(chisq = s, df = p * (p - 1) / 2, p_value = pchisq(s, p * (p - 1) / 2, lower.tail = FALSE), n = n) }
case("bartlett-five", "psych-bartlett", "Sphericity", table_only("pilot"), "sphericity_of(pilot[items])", "bartlett", items, options = list(missing = "listwise"))
case("bartlett-three", "psych-bartlett", "Sphericity of three items", table_only("pilot"), "sphericity_of(pilot[items[1:3]])", "bartlett", items[1:3], options = list(missing = "listwise"))
agreement <- function(a, b, levels, type) {
  p <- prop.table(table(factor(a, levels), factor(b, levels))); k <- length(levels); apart <- outer(1:k, 1:k, "-")
  w <- switch(type, none = (apart == 0) * 1, linear = 1 - abs(apart) / (k - 1), quadratic = 1 - apart^2 / (k - 1)^2)
  seen <- sum(w * p); chance <- sum(w * outer(rowSums(p), colSums(p)))
  list(kappa = (seen - chance) / (1 - chance), p_o = seen, p_e = chance, n = length(a))
}
for (type in c("none", "linear", "quadratic")) case(paste0("kappa-", type), "psych-kappa", paste("Agreement of two raters, weights", type), table_only("pilot"), sprintf("agreement(pilot$r1, pilot$r2, 1:4, '%s')", type), "kappa", c("r1", "r2"), options = list(weights = type))
intraclass <- function(x) {
  n <- nrow(x); k <- ncol(x); long <- data.frame(y = unlist(x), s = factor(rep(1:n, k)), r = factor(rep(1:k, each = n)))
  m <- summary(aov(y ~ s + r, long))[[1]][["Mean Sq"]]; one <- summary(aov(y ~ s, long))[[1]][["Mean Sq"]]
  b <- m[1]; j <- m[2]; e <- m[3]; w <- one[2]
  value <- c(ICC1 = (b - w) / (b + (k - 1) * w), ICC2 = (b - e) / (b + (k - 1) * e + k * (j - e) / n), ICC3 = (b - e) / (b + (k - 1) * e), ICC1k = (b - w) / b, ICC2k = (b - e) / (b + (j - e) / n), ICC3k = (b - e) / b)
  list(rows = lapply(names(value), function(name) list(name = name, estimate = unname(value[name]))))
}
case("intraclass-three", "psych-icc", "Six intraclass correlations of three raters", table_only("pilot"), "intraclass(pilot[c('r1', 'r2', 'r3')])", "icc", c("r1", "r2", "r3"))
case("intraclass-two", "psych-icc", "Six intraclass correlations of two raters", table_only("pilot"), "intraclass(pilot[c('r2', 'r3')])", "icc", c("r2", "r3"))
binary <- paste0("b", 1:5)
haenszel <- function(y, group, score, correct) {
  t <- table(factor(group, c("ref", "foc")), factor(y, 1:0), score); t <- t[, , apply(t, 3, function(m) sum(m) > 1 && all(rowSums(m) > 0)), drop = FALSE]
  m <- mantelhaen.test(t, correct = correct); a <- as.numeric(m$estimate)
  list(alpha_mh = a, ets_delta = -2.35 * log(a), chisq = as.numeric(m$statistic), p_value = m$p.value, ci_low = m$conf.int[1], ci_high = m$conf.int[2], strata_used = dim(t)[3])
}
for (correct in c(TRUE, FALSE)) case(paste0("mantel-haenszel-", if (correct) "corrected" else "plain"), "psych-dif", "An item that one group answers otherwise at the same score", table_only("pilot"), sprintf("haenszel(pilot$b2, pilot$group, rowSums(pilot[binary]), %s)", correct), "mh_dif", "b2", options = list(group = "group", reference = "ref", matching = "sum of b1..b5", continuity_correction = correct))
logistic <- function(y, group, score) { g <- as.integer(group == "foc"); m <- list(glm(y ~ score, binomial), glm(y ~ score + g, binomial), glm(y ~ score * g, binomial)); l <- vapply(m, function(one) as.numeric(logLik(one)), 0); list(logLik = l, chisq_uniform = 2 * (l[2] - l[1]), chisq_nonuniform = 2 * (l[3] - l[2]), coef_m1 = as.numeric(coef(m[[2]]))) }
case("logistic-dif", "psych-dif", "The same by logistic regression", table_only("pilot"), "logistic(pilot$b2, pilot$group, rowSums(pilot[binary]))", "lr_dif", "b2", options = list(group = "group", matching = "sum of b1..b5"), tolerance = 1e-6)
