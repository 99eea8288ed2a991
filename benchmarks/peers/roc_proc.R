# pROC's side of compare_roc.py: reads a file of scores, repeats each call, prints median seconds and values as JSON.
suppressMessages(library(pROC))
args <- commandArgs(TRUE)
d <- read.csv(args[1])
rounds <- as.integer(args[2])
timed <- function(f) {
  f(); f()
  times <- numeric(rounds)
  for (i in seq_len(rounds)) {
    inner <- max(1, as.integer(20000 / nrow(d)))
    start <- as.numeric(Sys.time())
    for (k in seq_len(inner)) f()
    times[i] <- (as.numeric(Sys.time()) - start) / inner
  }
  median(times)
}
a <- function() roc(d$y, d$first, levels = c(0, 1), direction = "<", algorithm = 2)
b <- function() roc(d$y, d$second, levels = c(0, 1), direction = "<", algorithm = 2)
ra <- a(); rb <- b()
ci <- ci.auc(ra, method = "delong")
te <- roc.test(ra, rb, method = "delong", paired = TRUE)
number <- function(x) formatC(as.numeric(x), digits = 17, format = "g")
t_auc <- timed(function() auc(a()))
t_ci <- timed(function() ci.auc(a(), method = "delong"))
t_test <- timed(function() roc.test(a(), b(), method = "delong", paired = TRUE))
cat('{"auc": ', number(ra$auc), ', "lower": ', number(ci[1]), ', "upper": ', number(ci[3]), ', "z": ', number(te$statistic),
    ', "p": ', number(te$p.value), ', "seconds": {"auc": ', number(t_auc), ', "ci": ', number(t_ci), ', "test": ', number(t_test),
    '}, "version": "pROC ', as.character(packageVersion("pROC")), ', ', R.version.string, '"}\n', sep = "")
