# Makes cohort.csv and expected.csv with base R and MASS: the values that CohortTable must find.
#   Rscript make.R
suppressMessages(library(MASS))
set.seed(7)
n <- 200
d <- data.frame(case = sprintf("P%03d", 1:n))
d$Set <- ifelse(seq_len(n) %in% sample(n, 40), "test", "training")
d$Ki67 <- ifelse(seq_len(n) %in% sample(n, 133), "high", "low")
high <- d$Ki67 == "high"
d$Age <- round(rnorm(n, 52, 10) - 3 * high, 1)
d$Size <- round(exp(rnorm(n, 3, 0.5) + 0.2 * high), 2)
d$Stiffness <- round(rnorm(n, 20, ifelse(high, 6, 3)), 3)
d$Menopause <- sample(c("post", "pre"), n, TRUE, c(0.6, 0.4))
d$Histology <- ifelse(high, sample(c("ductal", "lobular", "mucinous", "other"), n, TRUE, c(.8, .12, .03, .05)),
                            sample(c("ductal", "lobular", "mucinous", "other"), n, TRUE, c(.65, .2, .1, .05)))
d$ER <- sample(c("negative", "positive"), n, TRUE, c(0.3, 0.7))
d$Age[c(5, 77)] <- NA
d$ER[c(1, 9, 50, 120)] <- NA
write.csv(d, "cohort.csv", row.names = FALSE, na = "", quote = FALSE)

out <- list()
put <- function(set, column, what, value)
  out[[length(out) + 1]] <<- data.frame(set, column, what, value = sprintf("%.17g", value))
levene <- function(x, g) anova(lm(abs(x - ave(x, g, FUN = median)) ~ g))$`Pr(>F)`[1]
share <- function(a, b, levels) {
  p <- table(factor(a, levels)) / length(a); q <- table(factor(b, levels)) / length(b)
  p <- p[-1]; q <- q[-1]
  s <- function(p) diag(as.numeric(p), length(p)) - as.numeric(p) %*% t(as.numeric(p))
  sqrt(t(p - q) %*% ginv((s(p) + s(q)) / 2) %*% (p - q))
}
compare <- function(set, x, g, name) {
  keep <- !is.na(x); x <- x[keep]; g <- factor(g[keep])
  a <- x[g == levels(g)[1]]; b <- x[g == levels(g)[2]]
  if (is.numeric(x)) {
    for (one in levels(g)) {
      v <- x[g == one]
      put(set, name, paste0("mean ", one), mean(v)); put(set, name, paste0("sd ", one), sd(v))
      q <- quantile(v, c(.25, .5, .75))
      put(set, name, paste0("q1 ", one), q[1]); put(set, name, paste0("median ", one), q[2])
      put(set, name, paste0("q3 ", one), q[3])
    }
    normal <- shapiro.test(a)$p.value >= .05 && shapiro.test(b)$p.value >= .05
    put(set, name, "welch", t.test(a, b)$p.value)
    put(set, name, "mannwhitney", suppressWarnings(wilcox.test(a, b)$p.value))
    gate <- if (!normal) suppressWarnings(wilcox.test(a, b)$p.value)
            else t.test(a, b, var.equal = levene(x, g) >= .05)$p.value
    put(set, name, "gate", gate)
    put(set, name, "smd", abs(mean(a) - mean(b)) / sqrt((var(a) + var(b)) / 2))
  } else {
    t <- table(g, x)
    for (one in levels(g)) for (l in colnames(t)) put(set, name, paste0("n ", one, " ", l), t[one, l])
    put(set, name, "chisq", suppressWarnings(chisq.test(t)$p.value))
    put(set, name, "fisher", fisher.test(t)$p.value)
    put(set, name, "smd", share(a, b, sort(unique(x))))
  }
}
columns <- c("Age", "Size", "Stiffness", "Menopause", "Histology", "ER")
for (set in c("all", "training", "test")) {
  rows <- if (set == "all") rep(TRUE, n) else d$Set == set
  for (column in columns) compare(set, d[rows, column], d$Ki67[rows], column)
}
for (column in columns) compare("between", d[[column]], d$Set, column)
# Three groups: by Histology without the rare ones.
e <- d[d$Histology != "other", ]
put("three", "Size", "kruskal", kruskal.test(e$Size, factor(e$Histology))$p.value)
put("three", "Stiffness", "anova", anova(lm(Stiffness ~ factor(Histology), e))$`Pr(>F)`[1])
put("three", "Stiffness", "welch", oneway.test(Stiffness ~ factor(Histology), e)$p.value)
put("three", "Menopause", "chisq", suppressWarnings(chisq.test(table(e$Histology, e$Menopause), correct = FALSE)$p.value))
write.csv(do.call(rbind, out), "expected.csv", row.names = FALSE, quote = FALSE)
cat(R.version.string, "\n")
