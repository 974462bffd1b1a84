# An indicator of every type in domains, computed anew from raw answers: `Rscript lattice.R ANSWERS CHILDREN OUT`.
# ANSWERS: CSV, one line per respondent; an empty field was asked and not answered. CHILDREN: CSV of respondent (from 1),
# age, school. OUT: CSV of measure, domain ("" the country, "sex=female", "region=north;sex=female"), value, error, low,
# high (95 %), n. Needs R's survey package only. The rules are written here from docs/methods/indicators.md.
suppressMessages({ library(survey); library(survival) })
options(digits = 15, warn = 1, survey.lonely.psu = "adjust")
given <- commandArgs(trailingOnly = TRUE)
people <- read.csv(given[1], stringsAsFactors = FALSE, na.strings = "")
children <- read.csv(given[2], stringsAsFactors = FALSE, na.strings = "")
yes <- function(x) as.numeric(x == "yes")

## ------------------------------------------------------------------ numbers per person
scale01 <- function(x) (x - 1) / 4
index <- function(items, fewest) { # mean of those answered, on 0 to 100
  scores <- sapply(people[items], scale01)
  ifelse(rowSums(!is.na(scores)) >= fewest, 100 * rowMeans(scores, na.rm = TRUE), NA)
}
three <- function(...) { # rules that hold, known from two known ones on
  rules <- cbind(...)
  ifelse(rowSums(!is.na(rules)) >= 2, rowSums(rules, na.rm = TRUE), NA)
}
d <- people
d$working <- yes(d$works)
d$balance <- c(good = 100, neither = 0, poor = -100)[d$rated]
d$easy <- index(c("speaks", "reads", "writes"), 2)
d$easy_spoken <- index(c("speaks", "reads"), 2)
d$troubles <- three(d$works == "no", d$rated == "poor", d$life <= 4)
# services: mean over those used of the mean of their ratings
of_service <- function(s) ifelse(d[[paste0("used", s)]] == 1, rowMeans(sapply(d[paste0("rate", s, c("a", "b"))], scale01), na.rm = TRUE), NA)
services <- cbind(of_service(1), of_service(2))
d$services <- 100 * rowMeans(services, na.rm = TRUE)
# unemployment: searching among those who work or search
force <- ifelse(d$works == "yes", 1, ifelse(d$searches == "yes", 1, 0))
d$jobless <- ifelse(force == 1, as.numeric(d$works == "no"), NA)
# both numbers of the ratio of totals
both <- !is.na(d$pay) & !is.na(d$hours)
d$pay[!both] <- NA
d$hours[!both] <- NA
# children of school age whose school is known, by respondent
pupils <- children[children$age == "7-16" & !is.na(children$school), ]
count <- function(rows) tabulate(rows$respondent, nrow(d))
d$pupils <- ifelse(count(pupils) > 0, count(pupils), NA)
d$at_school <- ifelse(count(pupils) > 0, count(pupils[pupils$school == "yes", ]), NA)
# the module: one over the chance of its draw
d$factor <- ifelse(d$drawn == 1, 1 / d$chance, 0)
d$told <- ifelse(d$drawn == 1 & !is.na(d$knows), yes(d$knows), NA)

## ------------------------------------------------------------------ the sample
drawn <- svydesign(ids = ~1, strata = ~stratum, weights = ~base, data = d)
sexes <- c(female = 5200, male = 4800)
places <- c(a = 2500, b = 1500, c = 2000, d = 1000, e = 1800, f = 1200)
population <- c(`(Intercept)` = 10000, sexmale = sexes[["male"]], setNames(places[-1], paste0("place", names(places)[-1])))
sample <- calibrate(drawn, ~ sex + place, population, calfun = "raking", epsilon = 1e-13, maxit = 500)
freedom <- degf(sample)

domains <- list(list(name = "", rows = rep(TRUE, nrow(d))))
add <- function(name, rows) domains[[length(domains) + 1]] <<- list(name = name, rows = !is.na(rows) & rows)
for (r in c("north", "south")) add(paste0("region=", r), d$region == r)
for (s in c("female", "male")) add(paste0("sex=", s), d$sex == s)
for (g in c("work", "family", "studies")) add(paste0("ground=", g), d$ground == g)
for (r in c("north", "south")) for (s in c("female", "male")) add(paste0("region=", r, ";sex=", s), d$region == r & d$sex == s)

## ------------------------------------------------------------------ figures
found <- list()
tell <- function(measure, domain, value, error, low, high, n)
  found[[length(found) + 1]] <<- data.frame(measure, domain, value = as.numeric(value), error = as.numeric(error), low = as.numeric(low), high = as.numeric(high), n)
by_t <- function(value, error, df = freedom) value + c(-1, 1) * qt(0.975, df) * error
by_logit <- function(value, error, df = freedom)
  plogis(qlogis(value) + c(-1, 1) * qt(0.975, df) * error / (value * (1 - value)))
within <- function(domain, variables) {
  rows <- domain$rows & (if (length(variables)) complete.cases(d[variables]) else TRUE)
  own <- subset(sample, rows) # keeps all rows, those outside with weight zero
  own$variables$n_within <- as.numeric(rows)
  for (variable in variables) own$variables[[variable]][is.na(own$variables[[variable]])] <- 0
  own
}
size <- function(own) sum(own$variables$n_within)
for (domain in domains) {
  mean_of <- function(measure, variable, interval = by_t) {
    own <- within(domain, variable)
    m <- svymean(reformulate(variable), own)
    limits <- interval(coef(m), SE(m))
    tell(measure, domain$name, coef(m), SE(m), limits[1], limits[2], size(own))
  }
  ratio_of <- function(measure, over, under, interval = by_t, df = freedom) {
    own <- within(domain, c(over, under))
    r <- svyratio(reformulate(over), reformulate(under), own)
    limits <- interval(coef(r), as.numeric(SE(r)), df)
    tell(measure, domain$name, coef(r), SE(r), limits[1], limits[2], size(own))
  }
  mean_of("emp.01", "working", by_logit)
  mean_of("lif.01", "life")
  mean_of("lng.01", "easy")
  mean_of("lng.01, spoken", "easy_spoken")
  mean_of("mun.04", "services")
  mean_of("mun.05", "balance")
  mean_of("nee.02", "troubles")
  mean_of("emp.02", "jobless", by_logit)
  ratio_of("emp.09", "pay", "hours")
  ratio_of("edu.01", "at_school", "pupils", by_logit)
  # the module: weights times one over the chance, the factor a part of the variable
  d2 <- within(domain, "told")
  d2 <- update(d2, told_factor = told * factor)
  r <- svyratio(~told_factor, ~factor, d2)
  limits <- by_logit(coef(r), as.numeric(SE(r)), sum(d$factor > 0) - length(unique(d$stratum)))
  tell("leg.01", domain$name, coef(r), SE(r), limits[1], limits[2], size(d2))
  # median of an amount, Woodruff's interval
  own <- within(domain, "income")
  q <- svyquantile(~income, own, 0.5, ci = TRUE, interval.type = "mean", qrule = "math")[[1]]
  tell("emp.10", domain$name, q[1, "quantile"], q[1, "se"], q[1, 2], q[1, 3], size(own))
  # half of the people have got there by
  own <- within(domain, c("weeks", "there"))
  curve <- svykm(Surv(weeks, there == "yes") ~ 1, subset(own, n_within == 1))
  reached <- curve$surv <= 0.5
  tell("arr.02", domain$name, if (any(reached)) curve$time[which(reached)[1]] else NA, NA, NA, NA, size(own))
  # importance times unmet share, mean over two needs
  totals <- within(domain, character(0))
  v <- totals$variables
  for (need in 1:2) {
    need_of <- function(name) v[[paste0(name, need)]]
    known <- !is.na(need_of("important")) & !is.na(need_of("needed")) & (need_of("needed") == 0 | !is.na(need_of("met")))
    known <- known & v$n_within == 1
    v[[paste0("n", need)]] <- as.numeric(known)
    v[[paste0("i", need)]] <- ifelse(known, 100 * scale01(need_of("important")), 0)
    v[[paste0("w", need)]] <- ifelse(known & need_of("needed") == 1, 1, 0)
    v[[paste0("u", need)]] <- ifelse(known & need_of("needed") == 1 & need_of("met") == 0, 1, 0)
  }
  totals$variables <- v
  sums <- svytotal(~ n1 + i1 + w1 + u1 + n2 + i2 + w2 + u2, totals)
  priority <- svycontrast(sums, list(both = quote((i1 / n1 * u1 / w1 + i2 / n2 * u2 / w2) / 2), first = quote(i1 / n1 * u1 / w1)))
  limits <- by_t(coef(priority)[1], SE(priority)[1])
  tell("nee.03", domain$name, coef(priority)[1], SE(priority)[1], max(0, limits[1]), min(100, limits[2]), sum(v$n1 | v$n2))
  limits <- by_t(coef(priority)[2], SE(priority)[2])
  # a need alone is told of the country, not of its regions
  if (!grepl("region", domain$name)) tell("nee.03, first", domain$name, coef(priority)[2], SE(priority)[2], max(0, limits[1]), min(100, limits[2]), sum(v$n1))
}
# reach: the best two of four channels in the country, then everywhere
channels <- paste0("channel", 1:4)
pairs <- combn(4, 2)
weights <- weights(sample, "sampling")
reached <- apply(pairs, 2, function(pair) sum(weights * (d[[channels[pair[1]]]] == 1 | d[[channels[pair[2]]]] == 1)))
best <- pairs[, which.max(reached)]
any_of <- as.numeric(d[[channels[best[1]]]] == 1 | d[[channels[best[2]]]] == 1)
sample <- update(sample, any_of = any_of)
d$any_of <- any_of
for (domain in domains) {
  own <- within(domain, "any_of")
  m <- svymean(~any_of, own)
  limits <- by_logit(coef(m), SE(m))
  tell("inf.02", domain$name, coef(m), SE(m), limits[1], limits[2], size(own))
}
write.csv(do.call(rbind, found), given[3], row.names = FALSE, na = "")
