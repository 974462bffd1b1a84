# Data of our own making, from seeds. R analyses exactly the CSV files: they are written first and read back.
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


# A timeline and incomes for places' people: the same venues in two waves.
set.seed(31)
waves <- rbind(transform(places, wave = 1L), transform(places, wave = 2L))
waves$employed <- as.integer(runif(nrow(waves)) < 0.45 + 0.08 * waves$wave + 0.2 * (waves$sex == "male"))
waves$income <- round(exp(rnorm(nrow(waves), 6.8 + 0.05 * waves$wave, 0.5)), 2)
waves$income[runif(nrow(waves)) < 0.05] <- NA
waves$weight <- round(waves$weight * runif(nrow(waves), 0.8, 1.25), 2)
keep("waves", waves)

# Two stages: schools within municipalities, pupils within schools, all numbers known.
set.seed(17)
schools <- do.call(rbind, lapply(1:8, function(m) data.frame(municipality = m, school = 10 * m + rep(1:3, each = 4), municipalities = 30, schools_there = 5 + m)))
schools$mood <- round(5 + rnorm(8)[schools$municipality] + rnorm(nrow(schools)), 2)
schools$pupils <- 10 + rpois(nrow(schools), 8)
keep("schools", schools)

# Employers drawn with probabilities in proportion to size (systematic, without replacement).
set.seed(23)
size <- round(rlnorm(80, 3, 0.8)) + 5
chance <- 12 * size / sum(size)
taken <- findInterval(runif(1) + 0:11, cumsum(chance)) + 1
employers <- data.frame(chance = signif(chance[taken], 12), hired = rpois(12, size[taken] / 6), people = size[taken], mean_square = sum(chance^2) / 12)
keep("employers", employers)

# Two units in each of ten strata, for balanced half-samples.
set.seed(29)
pairs <- data.frame(stratum = rep(1:10, each = 6), unit = rep(1:20, each = 3), weight = round(rep(runif(20, 5, 25), each = 3), 3))
pairs$hours <- round(rnorm(60, 30, 8) + rep(rnorm(20, 0, 3), each = 3), 1)
pairs$tenant <- as.integer(runif(60) < 0.6)
pairs$size <- 1 + rpois(60, 1.5)
pairs$kind <- sample(c("a", "b"), 60, TRUE)
keep("pairs", pairs)

# Answers to five items of a pilot, two groups, three raters of the same interviews.
set.seed(37)
pilot <- local({
  n <- 180
  trait <- rnorm(n)
  item <- function(slope, shift) pmin(5, pmax(1, round(3 + shift + slope * trait + rnorm(n))))
  rating <- function(noise) pmin(4, pmax(1, round(2.5 + trait + noise * rnorm(n))))
  data.frame(i1 = item(1, 0), i2 = item(0.8, 0.3), i3 = item(1.1, -0.2), i4 = item(0.6, 0.5), i5 = item(0.9, 0),
    group = sample(c("ref", "foc"), n, TRUE), r1 = rating(0.5), r2 = rating(0.6), r3 = rating(0.9))
})
for (i in 1:5) pilot[[paste0("b", i)]] <- as.integer(pilot[[paste0("i", i)]] + 0.4 * (i == 2) * (pilot$group == "foc") >= 4)
keep("pilot", pilot)

# People recruited by people.
set.seed(43)
chains <- local({
  n <- 90; group <- character(n); recruiter <- integer(n)
  for (i in 1:n) {
    recruiter[i] <- if (i <= 4) 0L else max(1L, i - sample(2:5, 1))
    group[i] <- if (i <= 4) c("A", "B")[1 + i %% 2] else if (runif(1) < 0.65) group[recruiter[i]] else setdiff(c("A", "B"), group[recruiter[i]])
  }
  data.frame(id = 1:n, recruiter = recruiter, group = group, degree = 1L + rpois(n, ifelse(group == "A", 8, 5)), employed = rbinom(n, 1, 0.4))
})
keep("chains", chains)

# Two samples of one population, one under the other, each with its own weights and venues.
set.seed(47)
samples <- data.frame(sample = rep(c("office", "venue"), c(70, 50)), cluster = c(rep(1:14, each = 5), rep(101:110, each = 5)),
  weight = round(c(runif(70, 20, 40), runif(50, 10, 90)), 2), trust = round(rnorm(120, 5.5, 2), 1), registered = rbinom(120, 1, 0.7))
keep("samples", samples)
