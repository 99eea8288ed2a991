# glmnet's side of compare_glmnet.py: reads requests "TASK THRESHOLD" from standard input, answers each with the seconds of one
# call and its values as a line of JSON. Arguments: the folder of the data, and names of data sets that may be asked for.
suppressMessages(library(glmnet))
args <- commandArgs(TRUE)
read <- function(name) {
  con <- gzcon(file(file.path(args[1], paste0(name, ".bin")), "rb"), allowNonCompressed = TRUE)
  size <- readBin(con, "integer", 2, endian = "little")
  y <- readBin(con, "double", size[1], endian = "little")
  fold <- readBin(con, "double", size[1], endian = "little")
  x <- matrix(readBin(con, "double", size[1] * size[2], endian = "little"), size[1], size[2])
  close(con)
  list(x = x, y = y, fold = fold)
}
data <- lapply(setNames(args[-1], args[-1]), read)
number <- function(x) paste(formatC(as.numeric(x), digits = 17, format = "g"), collapse = ", ")
input <- file("stdin", "r")
cat('{"version": "glmnet ', as.character(packageVersion("glmnet")), ', ', R.version.string, '"}\n', sep = "")
while (length(line <- readLines(input, n = 1)) > 0) {
  parts <- strsplit(line, " ")[[1]]
  d <- data[[parts[1]]]
  family <- parts[2]
  thresh <- as.numeric(parts[4])
  y <- if (family == "binomial") factor(d$y) else d$y
  if (parts[3] == "path") {
    gc()
    start <- proc.time()
    now <- as.numeric(Sys.time())
    fit <- glmnet(d$x, y, family = family, thresh = thresh, maxit = 1e9)
    seconds <- as.numeric(Sys.time()) - now
    cpu <- sum((proc.time() - start)[1:2])
    values <- fit$dev.ratio
    lambda <- fit$lambda
  } else {
    gc()
    start <- proc.time()
    now <- as.numeric(Sys.time())
    fit <- cv.glmnet(d$x, y, family = family, thresh = thresh, maxit = 1e9, foldid = d$fold, type.measure = "deviance")
    seconds <- as.numeric(Sys.time()) - now
    cpu <- sum((proc.time() - start)[1:2])
    values <- fit$cvm
    lambda <- fit$lambda
  }
  cat('{"seconds": ', number(seconds), ', "cpu": ', number(cpu), ', "lambda": [', number(lambda), '], "values": [', number(values), ']}\n', sep = "")
}
