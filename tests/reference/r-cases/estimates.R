# Means, totals, ratios and proportions of everyone, subsets and domains.
full <- design("places", "venue", "district", "weight")
sized <- design("places", "venue", "district", "weight", "venues_in_district")
fraction <- design("places", "venue", "district", "weight", "share_of_venues")
nested <- design("places", "here", "district", "weight", nest = TRUE)
elements <- design("places", NULL, "district", "weight")
weighted <- design("places", weights = "weight")
simple <- design("register", fpc = "N")


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


case("total-categories", "total", "Totals of categories", full, "svytotal(~factor(age), d)", "total", "age", answer = plain)
case("subset-two-levels", "subset", "A subpopulation by either of two conditions", full, 'd <- subset(d, sex == "male" | age == "45+"); svytotal(~household, d)', "total", "household", "sex == 'male' | age == '45+'", answer = plain)
case("subset-all-but", "subset", "All but one level, as a ratio", sized, 'd <- subset(d, citizenship != "ukr"); svyratio(~working, ~household, d)', "ratio", c("working", "household"), "citizenship != 'ukr'", list(numerator = "working", denominator = "household"), plain)

stages <- design("schools", c("municipality", "school"), fpc = c("municipalities", "schools_there"))
case("two-stages-mean", "mean", "Two stages, each with its population size; weights follow", stages, "svymean(~mood + pupils, d, deff = TRUE)", "mean", c("mood", "pupils"), options = list(deff = TRUE), answer = plain)
case("two-stages-total", "total", "Totals of two stages", stages, "svytotal(~pupils, d)", "total", "pupils", answer = plain)
case("two-stages-subset", "subset", "A domain of two stages", stages, "d <- subset(d, mood > 5); svymean(~pupils, d)", "mean", "pupils", "mood > 5", answer = plain)

brewer <- design("employers", fpc = "chance", pps = "Brewer approximation", pps_r = '"brewer"')
square_sum <- format(employers$mean_square[1], digits = 17)
hartley <- design("employers", fpc = "chance", pps = paste("Hartley-Rao with sum(p^2)/n =", square_sum), pps_r = sprintf("HR(%s)", square_sum))
case("brewer-total", "pps", "Unequal probabilities without replacement: Brewer", brewer, "svytotal(~hired, d)", "total", "hired", answer = plain)
case("brewer-ratio", "pps", "Brewer, a ratio", brewer, "svyratio(~hired, ~people, d)", "ratio", c("hired", "people"), options = list(numerator = "hired", denominator = "people"), answer = plain)
case("hartley-rao-total", "pps", "The approximation of Hartley and Rao", hartley, "svytotal(~hired, d)", "total", "hired", answer = plain)

for (policy in c("adjust", "average")) {
  lonely <- design("single", "unit", "region", "weight", single_unit = policy, adjust_domain_lonely = TRUE)
  case(paste0("single-psu-in-domain-", policy), "lonely", paste("A domain that meets one PSU of a stratum, adjusted for by", policy), lonely, 'd <- subset(d, group == "u"); svymean(~score, d)', "mean", "score", "group == 'u'", answer = plain)
}
