# Every figure that the workbook of tcn-integration 0.1.0 can show, computed anew from raw answers:
# `Rscript workbook.R ANSWERS MARGINS OUT GROUPS EVERY`.
# ANSWERS: CSV, one line per respondent, one column per item; options ticked are joined by "|", rows of a matrix are
# item.row. GROUPS: CSV of municipality, group. OUT: CSV of indicator, place ("" the country, a municipality, a group,
# "none" not stated), value, low, high, n, nonresponse. EVERY: 1 for all municipalities, 4 for each fourth.
# Needs R's survey package only.
# The rules are written here from the texts of indicators/1.json and docs/methods/raking.md, not from the program.
suppressMessages(library(survey))
options(digits = 15, warn = 1)
given <- commandArgs(trailingOnly = TRUE)
answers <- read.csv(given[1], colClasses = "character", check.names = FALSE, na.strings = "")
every <- as.integer(given[5])
margins <- read.csv(given[2], colClasses = "character", check.names = FALSE)

## ------------------------------------------------------------------ weights
people <- data.frame(
  municipality = answers$dsg_municipality, citizenship = answers$dsg_citizenship,
  sex = answers$dsg_sex, `residence-ground` = answers$dsg_residence_ground, check.names = FALSE
)
people$sex[people$sex %in% c("other", "refused")] <- NA
people$`residence-ground`[people$`residence-ground` %in% "refused"] <- NA
total <- as.numeric(margins$count[margins$margin == "total"])
targets <- list()
cells <- list()
for (name in setdiff(unique(margins$margin), "total")) {
  rows <- margins[margins$margin == name, ]
  dimensions <- sub("=.*", "", strsplit(rows$cell[1], ";")[[1]])
  count <- as.numeric(rows$count)
  targets[[name]] <- setNames(count / sum(count), gsub("[^;=]+=", "", rows$cell))
  known <- complete.cases(people[dimensions])
  cells[[name]] <- ifelse(known, do.call(paste, c(people[dimensions], sep = ";")), NA)
  stopifnot(all(cells[[name]][known] %in% names(targets[[name]])))
}
# People without a category keep their weight; the others share what is left of the margin.
weights <- rep(total / nrow(people), nrow(people))
for (round in 1:5000) {
  before <- weights
  for (name in names(targets)) {
    cell <- cells[[name]]
    left <- total - sum(weights[is.na(cell)])
    have <- tapply(weights, factor(cell, names(targets[[name]])), sum)
    factors <- targets[[name]] * left / have
    weights <- ifelse(is.na(cell), weights, weights * factors[cell])
  }
  if (max(abs(weights / before - 1)) < 1e-15) break
}
# R's own rake, given what those without a category came to, must find the same weights.
frame <- data.frame(id = seq_len(nrow(people)))
formulas <- list()
populations <- list()
for (name in names(targets)) {
  variable <- make.names(name)
  cell <- ifelse(is.na(cells[[name]]), "none", cells[[name]])
  frame[[variable]] <- factor(cell)
  unknown <- sum(weights[cell == "none"])
  population <- data.frame(names(targets[[name]]), as.numeric(targets[[name]]) * (total - unknown))
  if (unknown > 0) population <- rbind(population, list("none", unknown))
  names(population) <- c(variable, "Freq")
  formulas[[name]] <- as.formula(paste("~", variable))
  populations[[name]] <- population
}
equal <- svydesign(ids = ~1, weights = rep(total / nrow(frame), nrow(frame)), data = frame)
raked <- rake(equal, formulas, populations, control = list(maxit = 5000, epsilon = 1e-13, verbose = FALSE))
stopifnot(max(abs(weights(raked) / weights - 1)) < 1e-6)

## ------------------------------------------------------------------ indicators
one_to_five <- function(item) suppressWarnings(as.numeric(answers[[item]]))
said <- function(item, code) !is.na(answers[[item]]) & answers[[item]] %in% code
# Share of those who gave one of the answers that count.
share <- function(item, yes, counted) ifelse(said(item, counted), as.numeric(said(item, yes)), NA)
# Mean of the answered items as per cent of the way from 1 to 5, where enough are answered.
percent_of_most <- function(items, at_least) {
  each <- sapply(items, function(item) (one_to_five(item) - 1) / 4 * 100)
  answered <- rowSums(!is.na(each))
  ifelse(answered >= at_least, rowMeans(each, na.rm = TRUE), NA)
}
services <- c("registration", "social", "housing", "school", "health", "culture", "integration")
ticked <- strsplit(answers$mun_services_used, "|", fixed = TRUE)
used_services <- sapply(ticked, function(options) any(services %in% options))
partners <- c("11", "13", "21", "27", "30", "32", "41", "46", "52", "53", "55", "61", "77", "79", "82", "94")
everyone <- rep(TRUE, nrow(answers))
# A search that was asked of those not working counts with them alone: what stays behind hidden questions is no answer.
works <- said("emp_worked", "yes")
unemployed <- said("emp_worked", "no") & said("emp_searched", "yes") & said("emp_available", "yes")
satisfaction <- one_to_five("mun_satisfaction")
life <- suppressWarnings(as.numeric(answers$bel_life_satisfaction))

# kind: "share" has a logit interval, "mean" a t interval. gave: who answered well enough, for item nonresponse.
indicators <- list(
  "mun.01" = list("share", said("dsg_municipality", partners), share("mun_coordinator_known", "yes", c("yes", "no", "dont-know"))),
  "mun.04" = list("mean", used_services, percent_of_most(
    paste0("mun_criteria.", c("sufficiency", "fit", "accessibility", "quality", "inclusiveness")), 3
  )),
  "mun.05" = list("mean", used_services, 100 * (satisfaction > 3) - 100 * (satisfaction < 3)),
  "lng.01" = list("mean", everyone, percent_of_most(c("lng_understand", "lng_speak", "lng_read", "lng_write"), 3)),
  "soc.02" = list("share", everyone, share("soc_help", "yes", c("yes", "no", "dont-know"))),
  "soc.04" = list("share", everyone, share("soc_unfair", "yes", c("yes", "no"))),
  "bel.01" = list("share", everyone, share("bel_community", c("4", "5"), as.character(1:5))),
  "bel.04" = list("mean", everyone, life),
  "emp.02" = list("share", everyone, ifelse(works | unemployed, as.numeric(unemployed), NA)),
  "hou.01" = list("share", said("hou_tenure", c("rent", "municipal")), share("hou_contract", "yes", c("yes", "no")))
)

## ------------------------------------------------------------------ estimates
home <- ifelse(is.na(people$municipality), "none", people$municipality)
groups <- read.csv(given[4], colClasses = "character")
region <- groups$group[match(home, groups$municipality)]
# Errors are of what the margins leave unexplained.
everybody <- raked
figures <- function(id, place) {
  kind <- indicators[[id]][[1]]
  here <- if (place == "") everyone else home == place | (!is.na(region) & region == place)
  belongs <- indicators[[id]][[2]] & here
  y <- ifelse(belongs, indicators[[id]][[3]], NA)
  counted <- !is.na(y)
  gave <- if (id == "emp.02") said("emp_worked", c("yes", "no")) else counted
  nonresponse <- if (any(belongs)) 1 - sum(gave & belongs) / sum(belongs) else 0
  row <- data.frame(indicator = id, place, value = NA, low = NA, high = NA, n = sum(counted), nonresponse)
  # Nobody shows a figure of so few, so none is worked out.
  if (sum(counted) < 20) return(row)
  # Zero outside the domain, so that everyone stays in the design.
  design <- update(everybody, y = ifelse(counted, y, 0), x = as.numeric(counted))
  ratio <- svyratio(~y, ~x, design)
  row$value <- as.numeric(coef(ratio))
  error <- as.numeric(SE(ratio))
  t <- qt(0.975, degf(everybody))
  if (kind == "mean") {
    row$low <- row$value - t * error
    row$high <- row$value + t * error
  } else if (row$value > 0 && row$value < 1) {
    half <- t * error / (row$value * (1 - row$value))
    row$low <- plogis(qlogis(row$value) - half)
    row$high <- plogis(qlogis(row$value) + half)
  } else { # Wilson with the unweighted number where the logit does not exist
    reach <- t^2 / (row$n + t^2)
    row$low <- if (row$value == 0) 0 else 1 - reach
    row$high <- if (row$value == 0) reach else 1
  }
  row
}
homes <- sort(unique(home))
places <- c("", homes[seq(1, length(homes), by = every)], sort(unique(groups$group)))
table <- do.call(rbind, lapply(names(indicators), function(id) do.call(rbind, lapply(places, function(place) figures(id, place)))))
write.csv(table, given[3], row.names = FALSE, na = "", quote = FALSE)
