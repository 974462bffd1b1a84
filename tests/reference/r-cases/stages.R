# Three stages with strata at the first two, and pairs of units whose joint probability is known.
set.seed(20261123)
drawn <- expand.grid(pupil = 1:3, class = 1:2, track = c("arts", "trades"), school = 1:7)
pupils <- data.frame(region = c("coast", "coast", "coast", "inland", "inland", "inland", "inland")[drawn$school], drawn[4:1],
  schools_there = c(12, 20)[1 + (drawn$school > 3)], classes_there = 3 + drawn$school %% 4, pupils_there = 8 + (drawn$school * drawn$class) %% 5, weight = round(runif(nrow(drawn), 5, 40), 1))
pupils <- pupils[!(pupils$school == 2 & pupils$track == "arts" & pupils$class == 2) & runif(nrow(pupils)) > 0.15, ]
pupils$class <- paste0(substr(pupils$track, 1, 1), pupils$class)
pupils$marks <- round(10 + rnorm(7)[pupils$school] + rnorm(nrow(pupils), 0, 2), 2)
pupils$hours <- 1 + rpois(nrow(pupils), 4)
pupils$language <- sample(c("first", "second"), nrow(pupils), TRUE, c(0.7, 0.3))
keep("pupils", pupils)

three <- function(weights = NULL, single_unit = "remove") design("pupils", c("school", "class", "pupil"), c("region", "track", "track"), weights, c("schools_there", "classes_there", "pupils_there"), single_unit = single_unit)
case("three-stages-mean", "mean", "Three stages, strata at the first two, weights from population sizes", three(), "svymean(~marks + hours, d, deff = TRUE)", "mean", c("marks", "hours"), options = list(deff = TRUE), answer = plain)
case("three-stages-total", "total", "Three stages with weights of their own", three("weight"), "svytotal(~hours, d)", "total", "hours", answer = plain)
case("three-stages-average", "lonely", "Classes of one pupil each, with no other to stand for them: a total without an error", three("weight", "average"), "svytotal(~hours, d)", "total", "hours", answer = plain)
case("three-stages-by", "domain", "Domains of three stages", three("weight", "certainty"), "svyby(~marks, ~language, d, svymean)", "mean", "marks", "language", answer = by)
case("three-stages-ratio", "subset", "A ratio in a subpopulation of three stages", three("weight"), 'd <- subset(d, language == "second"); svyratio(~marks, ~hours, d)', "ratio", c("marks", "hours"), "language == 'second'", list(numerator = "marks", denominator = "hours"), plain)

chances <- employers$chance
joint <- outer(chances, chances) * (1 - outer(1 - chances, 1 - chances) / sum(chances * (1 - chances)))
diag(joint) <- chances
keep("employers_joint", setNames(as.data.frame(format(joint, digits = 17, trim = TRUE)), paste0("j", seq_along(chances))))
pairs_known <- function(by, more = "") design("employers", fpc = "chance", pps = paste0(by, ", joint probabilities in data/employers_joint.csv"), pps_r = paste0("ppsmat(as.matrix(employers_joint))", more))
horvitz <- pairs_known("Horvitz-Thompson")
yates <- pairs_known("Yates-Grundy", ', variance = "YG"')
case("horvitz-thompson-total", "pps", "Joint probabilities, Horvitz and Thompson", horvitz, "svytotal(~hired + people, d)", "total", c("hired", "people"), answer = plain)
case("horvitz-thompson-mean", "pps", "Joint probabilities, Horvitz and Thompson, a mean", horvitz, "svymean(~hired, d)", "mean", "hired", answer = plain)
case("yates-grundy-total", "pps", "Joint probabilities, Yates and Grundy", yates, "svytotal(~hired, d)", "total", "hired", answer = plain)
case("yates-grundy-ratio", "pps", "Joint probabilities, Yates and Grundy, a ratio", yates, "svyratio(~hired, ~people, d)", "ratio", c("hired", "people"), options = list(numerator = "hired", denominator = "people"), answer = plain)
