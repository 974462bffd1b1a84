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
# Covariances of the ratios of all places.
together <- function(d, over, under) {
  known <- !is.na(d$variables[[over]]) & !is.na(d$variables[[under]])
  places <- levels(d$variables$place)
  for (k in seq_along(places)) {
    inside <- known & d$variables$place == places[k]
    d$variables[[paste0("y", k)]] <- ifelse(inside, d$variables[[over]], 0)
    d$variables[[paste0("x", k)]] <- ifelse(inside, d$variables[[under]], 0)
  }
  names <- c(paste0("y", seq_along(places)), paste0("x", seq_along(places)))
  ratios <- lapply(seq_along(places), function(k) parse(text = sprintf("y%d / x%d", k, k))[[1]])
  vcov(svycontrast(svytotal(reformulate(names), d), ratios))
}
# The same figure among people of the same citizenship and sex.
alike <- function(d, over, under, inside) {
  data <- d$variables; data$inside <- as.numeric(inside); data$w <- weights(d) * data[[under]]; data$y <- data[[over]] / data[[under]]
  as.numeric(coef(lm(y ~ inside + citizenship + sex, data = data[!is.na(data$y), ], weights = w))["inside"])
}
two_sided <- function(difference, se, df) 2 * pt(-abs(difference / se), df)

d <- waves[[2]]; df <- degf(d)
for (m in names(measures)) {
  over <- measures[[m]][1]; under <- measures[[m]][2]
  x <- ifelse(is.na(d$variables[[over]]), 0, d$variables[[under]]) * weights(d)
  for (level in c("place", "group")) {
    of <- d$variables[[level]]
    found <- list()
    for (one in levels(of)) {
      inside <- of == one
      adjusted <- alike(d, over, under, inside)
      found[[length(found) + 1]] <- list("rest", one, against(d, over, under, inside, !inside), adjusted)
      found[[length(found) + 1]] <- list("country", one, against(d, over, under, inside, rep(TRUE, length(of))), adjusted * (1 - sum(x[inside]) / sum(x)))
      if (level == "place") {
        own <- d$variables$group[match(one, of)]
        found[[length(found) + 1]] <- list("group", one, against(d, over, under, inside, d$variables$group == own), NA)
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
  v <- cov2cor(together(d, over, under))
  places <- levels(d$variables$place)
  for (i in 1:(nrow(v) - 1)) for (j in (i + 1):nrow(v))
    say(measure = m, kind = "correlation", crossing = places[i], domain = places[j], difference = v[i, j], se = NA, p = NA, adjusted = NA, alike = NA)
}
# Two samples drawn independently of each other: variances and degrees of freedom add.
change <- do.call(rbind, lapply(names(measures), function(m) {
  figures <- lapply(waves, function(d) svyratio(as.formula(paste0("~", measures[[m]][1])), as.formula(paste0("~", measures[[m]][2])), d, na.rm = TRUE))
  data.frame(measure = m, difference = as.numeric(coef(figures[[2]])) - as.numeric(coef(figures[[1]])), se = sqrt(as.numeric(SE(figures[[1]]))^2 + as.numeric(SE(figures[[2]]))^2))
}))
# The change among people of the same citizenship and sex: both waves in one regression.
both <- do.call(rbind, lapply(1:2, function(wave) transform(waves[[wave]]$variables, now = wave - 1, weight = weights(waves[[wave]]))))
change$alike <- vapply(measures, function(of) {
  data <- transform(both, y = both[[of[1]]] / both[[of[2]]], w = weight * both[[of[2]]])
  as.numeric(coef(lm(y ~ now + citizenship + sex, data = data[!is.na(data$y), ], weights = w))["now"])
}, 0)
p <- two_sided(change$difference, change$se, degf(waves[[1]]) + degf(waves[[2]]))
fdr <- p.adjust(p, "BH")
for (i in seq_len(nrow(change))) say(measure = change$measure[i], kind = "change", crossing = "", domain = "", difference = change$difference[i], se = change$se[i], p = p[i], adjusted = fdr[i], alike = change$alike[i])

out <- do.call(rbind, lines)
for (column in c("difference", "se", "p", "adjusted", "alike")) out[[column]] <- ifelse(is.na(out[[column]]), "", sprintf("%.17g", out[[column]]))
write.csv(out, file.path(folder, "r.csv"), row.names = FALSE, quote = FALSE)
