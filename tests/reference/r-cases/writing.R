# Cases as JSON, base R only; and what of R's answers is kept.
text <- function(x) paste0('"', gsub('"', '\\\\"', gsub("\n", "\\\\n", gsub("\\\\", "\\\\\\\\", x))), '"')
number <- function(x) {
  if (is.na(x) && !is.nan(x)) "null" else if (is.nan(x)) '"NaN"' else if (is.infinite(x)) text(if (x > 0) "Inf" else "-Inf") else sprintf("%.17g", x)
}
json <- function(x, indent = "") {
  deeper <- paste0(indent, " ")
  if (is.null(x)) return("null")
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{\n", paste0(deeper, text(names(x)), ": ", vapply(x, json, "", indent = deeper), collapse = ",\n"), "\n", indent, "}"))
  if (is.list(x)) return(if (length(x)) paste0("[", paste(vapply(x, json, "", indent = deeper), collapse = ", "), "]") else "[]")
  one <- function(v) if (is.character(v)) text(v) else if (is.logical(v)) tolower(as.character(v)) else number(v)
  if (inherits(x, "AsIs") || length(x) != 1) paste0("[", paste(vapply(as.list(unclass(x)), one, ""), collapse = ", "), "]") else one(x)
}
versions <- list(r = as.character(getRversion()), survey = as.character(packageVersion("survey")))

design <- function(data, ids = NULL, strata = NULL, weights = NULL, fpc = NULL, nest = FALSE, single_unit = "fail", pps = NULL, pps_r = NULL, adjust_domain_lonely = FALSE) {
  formula <- function(names) if (is.null(names)) "~1" else paste0("~", paste(names, collapse = "+"))
  arguments <- c(paste("ids =", formula(ids)), if (!is.null(strata)) paste("strata =", formula(strata)),
    if (!is.null(weights)) paste("weights =", formula(weights)), if (!is.null(fpc)) paste("fpc =", formula(fpc)),
    if (nest) "nest = TRUE", if (!is.null(pps_r)) paste("pps =", pps_r), paste("data =", data))
  r <- sprintf("svydesign(%s)", paste(arguments, collapse = ", "))
  list(data = data, r = sprintf('options(survey.lonely.psu = "%s", survey.adjust.domain.lonely = %s)\nd <- %s', single_unit, adjust_domain_lonely, r),
    meta = list(type = "linearized", ids = I(as.character(ids)), strata = I(as.character(strata)), weights = weights, fpc = I(as.character(fpc)),
      nest = nest, single_unit = single_unit, adjust_domain_lonely = adjust_domain_lonely, pps = pps, r_design = r))
}
# Replicates that R makes, kept as a file and read back, as somebody else's replicate weights would be.
replicated <- function(name, from, type, combined = FALSE, mse = FALSE, ...) {
  eval(parse(text = from$r))
  made <- as.svrepdesign(d, type = type, compress = FALSE, ...)
  columns <- as.data.frame(unclass(weights(made, if (combined) "analysis" else "replication")))
  names(columns) <- paste0("r", seq_len(ncol(columns)))
  path <- file.path(here, "data", paste0(name, ".csv"))
  write.csv(format(columns, digits = 17, trim = TRUE), path, row.names = FALSE, quote = FALSE)
  assign(name, read.csv(path), envir = globalenv())
  kind <- if (grepl("boot", type)) "bootstrap" else type
  rho <- if (type == "Fay") made$rho
  given <- if (type == "BRR") "" else if (type == "Fay") sprintf("rho = %.15g, ", rho) else sprintf("scale = %.17g, rscales = c(%s), ", made$scale, paste(sprintf("%.17g", made$rscales), collapse = ", "))
  base <- from$meta$weights
  r <- sprintf('svrepdesign(data = %s, weights = ~%s, repweights = as.matrix(%s), type = "%s", %scombined.weights = %s, mse = %s)', from$data, base, name, kind, given, combined, mse)
  list(data = from$data, r = paste("d <-", r), meta = list(type = "replicate", replicate_type = kind, weights = base, replicate_weights_file = paste0("data/", name, ".csv"),
    combined_weights = combined, mse = mse, scale = made$scale, rscales = I(made$rscales), rho = rho, r_design = r))
}
table_only <- function(data) list(data = data, r = NULL, meta = NULL)

# Runs the call; `answer` turns R's object `s` into the expected part.
case <- function(id, kind, description, on, call, statistic, variables = character(), domain = NULL, options = list(), answer = as_is, tolerance = 1e-8) {
  r <- paste(c(on$r, call), collapse = "\n")
  scope <- new.env(parent = globalenv())
  s <- try(suppressWarnings(eval(parse(text = r), scope)), silent = TRUE)
  d <- get0("d", scope, inherits = FALSE)
  expected <- if (inherits(s, "try-error")) list(error = TRUE, r_message = sub("\n$", "", conditionMessage(attr(s, "condition")))) else answer(s, d)
  if (is.null(expected$error) && is.null(expected$n)) expected <- c(expected, counted(d, variables))
  content <- list(id = id, kind = kind, description = description, data = if (!is.null(on$data)) paste0("data/", on$data, ".csv"), design = on$meta,
    call = list(statistic = statistic, variables = I(variables), domain = I(as.character(domain)), options = if (length(options)) options else NULL),
    expected = if (is.null(expected$weights)) expected else keep_weights(id, expected),
    r_call = r, tolerance = list(estimate_rel = tolerance, se_rel = tolerance, abs = 1e-12), versions = versions)
  connection <- file(file.path(here, "cases", paste0(id, ".json")), "wb")
  writeLines(json(content), connection)
  close(connection)
}
# Rows of positive weight, complete in the variables, and the sum of weights of complete rows.
counted <- function(d, variables) {
  known <- intersect(variables, names(d$variables))
  if (is.null(d) || length(known) == 0) return(NULL)
  weight <- as.vector(weights(d, "sampling"))
  complete <- complete.cases(d$variables[known])
  list(n = sum(complete & weight > 0), sum_weights = sum(weight[complete]))
}
# Weights row by row go into a file of their own.
keep_weights <- function(id, expected) {
  weight <- as.vector(expected$weights)
  file <- paste0("expected/", id, "-weights.csv")
  connection <- file(file.path(here, file), "wb")
  writeLines(c("row,weight", paste(seq_along(weight), sprintf("%.17g", weight), sep = ",")), connection)
  close(connection)
  expected$weights <- list(weights_file = file, sum = sum(weight), sum_sq = sum(weight^2), min = min(weight), max = max(weight))
  expected
}
as_is <- function(s, d) s
rows <- function(names, estimate, se, limits, deff = NULL)
  lapply(seq_along(names), function(i) c(list(name = names[i], estimate = estimate[i], se = se[i], ci_low = limits[i, 1], ci_high = limits[i, 2]), if (!is.null(deff)) list(deff = deff[i])))
square <- function(v) list(values = lapply(seq_len(nrow(v)), function(i) I(as.vector(v[i, ]))))
plain <- function(s, d) {
  names <- if (inherits(s, "svyratio")) paste(rownames(s$ratio), colnames(s$ratio), sep = "/") else names(coef(s))
  deffs <- tryCatch(suppressWarnings(as.vector(deff(s))), error = function(e) NULL)
  limits <- matrix(confint(s, df = degf(d)), ncol = 2)
  c(list(rows = rows(names, as.vector(coef(s)), as.vector(SE(s)), limits, if (length(deffs)) deffs), df = degf(d)),
    if (length(names) > 1) list(vcov = square(as.matrix(vcov(s)))))
}
by <- function(s, d) {
  deffs <- tryCatch(suppressWarnings(unlist(deff(s))), error = function(e) NULL)
  list(rows = rows(names(coef(s)), as.vector(coef(s)), unlist(SE(s)), matrix(confint(s, df = degf(d)), ncol = 2), deffs), df = degf(d))
}
share <- function(s, d) {
  list(rows = rows(names(coef(s)), as.vector(coef(s)), as.vector(SE(s)), matrix(confint(s), ncol = 2)), df = degf(d))
}


test <- function(s, d) list(statistic = as.numeric(s$statistic), parameter = as.list(s$parameter), p_value = as.numeric(s$p.value),
  estimate = if (!is.null(s$estimate)) as.numeric(s$estimate), conf_int = if (!is.null(s$conf.int)) I(as.numeric(s$conf.int)), df = degf(d))
coefficients_of <- function(s, d) {
  one <- coef(summary(s)); limits <- confint(s); v <- vcov(s); dimnames(v) <- NULL
  list(rows = lapply(seq_len(nrow(one)), function(i) list(name = rownames(one)[i], estimate = one[i, 1], se = one[i, 2], t = one[i, 3], p_value = one[i, 4], ci_low = limits[i, 1], ci_high = limits[i, 2])),
    df_residual = s$df.residual, df = degf(d), n = length(residuals(s)), vcov = square(v))
}
quantiles <- function(s, d) list(rows = unlist(lapply(names(s), function(v) lapply(seq_len(nrow(s[[v]])), function(i)
  list(variable = v, p = as.numeric(rownames(s[[v]])[i]), estimate = s[[v]][i, 1], se = s[[v]][i, 4], ci_low = s[[v]][i, 2], ci_high = s[[v]][i, 3]))), recursive = FALSE), df = degf(d))
lines_of <- function(s, d) { s <- as.data.frame(s); list(table = lapply(seq_len(nrow(s)), function(i) lapply(as.list(s[i, , drop = FALSE]), function(v) if (is.factor(v)) as.character(v) else v))) }
weighted_by <- function(s, d) c(plain(s, d), list(weights = weights(d)))
