# Rscript comparison.R FOLDER [strata]: reads wave-1.csv and wave-2.csv, weighs them to the counts below by R's own calibrate, and
# writes r.csv with every comparison that compareTables makes. Needs R's survey package, nothing else.
suppressMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
stratified <- "strata" %in% commandArgs(trailingOnly = TRUE)
margins <- read.csv(file.path(folder, "margins.csv"), colClasses = c("character", "character", "numeric"))
weighed <- function(wave) {
  data <- read.csv(file.path(folder, sprintf("wave-%d.csv", wave)), colClasses = c(place = "character"))
  data$place <- factor(data$place)
  data$group <- factor(data$group)
  data$joint <- factor(paste(data$citizenship, data$sex))
  counts <- function(margin) with(margins[margins$margin == margin, ], setNames(count, cell))
  places <- counts("place")[levels(data$place)]
  joints <- counts("joint")[levels(data$joint)]
  totals <- c(sum(places), places[-1], joints[-1] * sum(places) / sum(joints))
  names(totals) <- c("(Intercept)", paste0("place", levels(data$place)[-1]), paste0("joint", levels(data$joint)[-1]))
  d <- if (stratified) svydesign(ids = ~1, strata = ~place, weights = ~base, data = data) else svydesign(ids = ~1, weights = ~base, data = data)
  calibrate(d, ~ place + joint, totals, calfun = "raking", epsilon = 1e-12, maxit = 500)
}
waves <- list(weighed(1), weighed(2))
measures <- list(mean = c("score", "one"), share = c("satisfied", "one"), totals = c("cost", "income"))
lines <- list()
say <- function(...) lines[[length(lines) + 1]] <<- data.frame(..., stringsAsFactors = FALSE)

# Totals of two overlapping domains at once: the difference of their ratios by the delta method of svycontrast.
against <- function(d, over, under, inside, others) {
  known <- !is.na(d$variables[[over]]) & !is.na(d$variables[[under]])
  y <- ifelse(known, d$variables[[over]], 0); x <- ifelse(known, d$variables[[under]], 0)
  d <- update(d, ya = y * inside, xa = x * inside, yb = y * others, xb = x * others)
  s <- svycontrast(svytotal(~ya + xa + yb + xb, d), quote(ya / xa - yb / xb))
  c(as.numeric(coef(s)), as.numeric(SE(s)))
}
# Covariances of the ratios of domains, given as a list of who is in each.
together <- function(d, over, under, domains) {
  known <- !is.na(d$variables[[over]]) & !is.na(d$variables[[under]])
  for (k in seq_along(domains)) {
    inside <- known & domains[[k]]
    d$variables[[paste0("y", k)]] <- ifelse(inside, d$variables[[over]], 0)
    d$variables[[paste0("x", k)]] <- ifelse(inside, d$variables[[under]], 0)
  }
  names <- c(paste0("y", seq_along(domains)), paste0("x", seq_along(domains)))
  ratios <- lapply(seq_along(domains), function(k) parse(text = sprintf("y%d / x%d", k, k))[[1]])
  vcov(svycontrast(svytotal(reformulate(names), d), ratios))
}
# Medians: errors are Woodruff's; they hang together as the shares at or below them do.
median_in <- function(d, inside) {
  d <- subset(d, inside & !is.na(d$variables$income))
  d$variables$income[is.na(d$variables$income)] <- 0 # without weight, but not for svyquantile
  q <- svyquantile(~income, d, 0.5, ci = TRUE, interval.type = "mean", qrule = "math")
  list(value = as.numeric(coef(q)), se = as.numeric(SE(q)))
}
medians_against <- function(d, inside, others) {
  own <- median_in(d, inside); theirs <- median_in(d, others)
  income <- d$variables$income; known <- !is.na(income)
  d <- update(d, ya = ifelse(known & inside & income <= own$value, 1, 0), xa = as.numeric(known & inside),
    yb = ifelse(known & others & income <= theirs$value, 1, 0), xb = as.numeric(known & others))
  v <- vcov(svycontrast(svytotal(~ya + xa + yb + xb, d), list(quote(ya / xa), quote(yb / xb))))
  c(own$value - theirs$value, sqrt(own$se^2 + theirs$se^2 - 2 * cov2cor(v)[1, 2] * own$se * theirs$se))
}
# Priorities: of two needs the mean importance times the share for whom it is not met; all are in need of the first, women of the second.
parts <- c("m", "a", "u", "c")
needs_of <- function(d, inside, name) {
  v <- d$variables; score <- 10 * v$score; women <- v$sex == "female"
  needed <- list(rep(TRUE, nrow(v)), women)
  for (need in 1:2) {
    known <- inside & !is.na(score) & (!needed[[need]] | !is.na(v$satisfied))
    d$variables[[paste0(name, "m", need)]] <- ifelse(known, score, 0)
    d$variables[[paste0(name, "a", need)]] <- as.numeric(known)
    d$variables[[paste0(name, "u", need)]] <- ifelse(known & needed[[need]], 1 - v$satisfied, 0)
    d$variables[[paste0(name, "c", need)]] <- as.numeric(known & needed[[need]])
  }
  d
}
priority_text <- function(name, needs) paste0("(", paste(sprintf("(%1$sm%2$d / %1$sa%2$d) * (%1$su%2$d / %1$sc%2$d)", name, needs), collapse = " + "), ") / ", length(needs))
priority <- function(d, groups, needs, texts) {
  for (name in names(groups)) d <- needs_of(d, groups[[name]], name)
  names <- as.vector(outer(names(groups), as.vector(outer(parts, needs, paste0)), paste0))
  s <- svycontrast(svytotal(reformulate(names), d), parse(text = texts)[[1]])
  c(as.numeric(coef(s)), as.numeric(SE(s)))
}
priorities_against <- function(d, inside, others)
  priority(d, list(p = inside, q = others), 1:2, paste(priority_text("p", 1:2), "-", priority_text("q", 1:2)))
# The same figure among people of the same citizenship and sex.
alike <- function(d, over, under, inside) {
  data <- d$variables; data$inside <- as.numeric(inside); data$w <- weights(d) * data[[under]]; data$y <- data[[over]] / data[[under]]
  as.numeric(coef(lm(y ~ inside + citizenship + sex, data = data[!is.na(data$y), ], weights = w))["inside"])
}
two_sided <- function(difference, se, df) 2 * pt(-abs(difference / se), df)

d <- waves[[2]]; df <- degf(d)
compared <- function(m, inside, others) switch(m, median = medians_against(d, inside, others), priority = priorities_against(d, inside, others),
  against(d, measures[[m]][1], measures[[m]][2], inside, others))
for (m in c(names(measures), "median", "priority")) {
  ratio <- m %in% names(measures)
  over <- if (ratio) measures[[m]][1]; under <- if (ratio) measures[[m]][2]
  if (ratio) x <- ifelse(is.na(d$variables[[over]]), 0, d$variables[[under]]) * weights(d)
  for (level in c("place", "group")) {
    of <- d$variables[[level]]
    found <- list()
    for (one in levels(of)) {
      inside <- of == one
      adjusted <- if (ratio) alike(d, over, under, inside) else NA
      found[[length(found) + 1]] <- list("rest", one, compared(m, inside, !inside), adjusted)
      found[[length(found) + 1]] <- list("country", one, compared(m, inside, rep(TRUE, length(of))), if (ratio) adjusted * (1 - sum(x[inside]) / sum(x)) else NA)
      if (level == "place") {
        own <- d$variables$group[match(one, of)]
        found[[length(found) + 1]] <- list("group", one, compared(m, inside, d$variables$group == own), NA)
      }
    }
    for (kind in c("rest", "country", "group")) {
      own <- Filter(function(f) f[[1]] == kind, found)
      if (length(own) == 0) next
      p <- vapply(own, function(f) two_sided(f[[3]][1], f[[3]][2], df), 0)
      holm <- p.adjust(p, "holm")
      for (i in seq_along(own)) say(measure = m, kind = kind, crossing = level, domain = own[[i]][[2]], difference = own[[i]][[3]][1],
        se = own[[i]][[3]][2], p = p[i], adjusted = holm[i], alike = own[[i]][[4]])
    }
  }
  if (!ratio) next
  for (level in c("place", "sex", "citizenship")) {
    of <- factor(d$variables[[level]])
    domains <- c(lapply(levels(of), function(one) of == one), list(rep(TRUE, length(of))))
    names <- c(levels(of), "country")
    v <- cov2cor(together(d, over, under, domains))
    for (i in 1:(nrow(v) - 1)) for (j in (i + 1):nrow(v))
      say(measure = m, kind = paste("correlation", level), crossing = names[i], domain = names[j], difference = v[i, j], se = NA, p = NA, adjusted = NA, alike = NA)
  }
}
# Two samples drawn independently of each other: variances and degrees of freedom add.
change <- do.call(rbind, lapply(names(measures), function(m) {
  figures <- lapply(waves, function(d) svyratio(as.formula(paste0("~", measures[[m]][1])), as.formula(paste0("~", measures[[m]][2])), d, na.rm = TRUE))
  data.frame(measure = m, difference = as.numeric(coef(figures[[2]])) - as.numeric(coef(figures[[1]])), se = sqrt(as.numeric(SE(figures[[1]]))^2 + as.numeric(SE(figures[[2]]))^2))
}))
everybody <- lapply(waves, function(d) rep(TRUE, nrow(d$variables)))
others <- list(median = function(d, all) unlist(median_in(d, all)), priority = function(d, all) priority(d, list(p = all), 1:2, priority_text("p", 1:2)),
  "need-1" = function(d, all) priority(d, list(p = all), 1, priority_text("p", 1)), "need-2" = function(d, all) priority(d, list(p = all), 2, priority_text("p", 2)))
# The change among people of the same citizenship and sex: both waves in one regression.
both <- do.call(rbind, lapply(1:2, function(wave) transform(waves[[wave]]$variables, now = wave - 1, weight = weights(waves[[wave]]))))
change$alike <- vapply(measures, function(of) {
  data <- transform(both, y = both[[of[1]]] / both[[of[2]]], w = weight * both[[of[2]]])
  as.numeric(coef(lm(y ~ now + citizenship + sex, data = data[!is.na(data$y), ], weights = w))["now"])
}, 0)
change <- rbind(change, do.call(rbind, lapply(names(others), function(m) {
  figures <- lapply(1:2, function(wave) others[[m]](waves[[wave]], everybody[[wave]]))
  data.frame(measure = m, difference = figures[[2]][1] - figures[[1]][1], se = sqrt(figures[[1]][2]^2 + figures[[2]][2]^2), alike = NA)
})))
p <- two_sided(change$difference, change$se, degf(waves[[1]]) + degf(waves[[2]]))
fdr <- p.adjust(p, "BH")
for (i in seq_len(nrow(change))) say(measure = change$measure[i], kind = "change", crossing = "", domain = "", difference = change$difference[i], se = change$se[i], p = p[i], adjusted = fdr[i], alike = change$alike[i])

out <- do.call(rbind, lines)
for (column in c("difference", "se", "p", "adjusted", "alike")) out[[column]] <- ifelse(is.na(out[[column]]), "", sprintf("%.17g", out[[column]]))
write.csv(out, file.path(folder, "r.csv"), row.names = FALSE, quote = FALSE)
