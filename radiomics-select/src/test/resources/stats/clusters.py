"""Makes clusters.json: trees of columns by SciPy, variance inflation factors by statsmodels; names the versions inside.

Input: the training rows of radiomics_X.csv.gz. Run in this folder, with NumPy, SciPy and statsmodels.
"""

import csv
import gzip
import json

import numpy
import scipy
import statsmodels
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from scipy.stats import rankdata
from statsmodels.stats.outliers_influence import variance_inflation_factor

with open("radiomics_split.csv") as file:
    train = {row["id"] for row in csv.DictReader(file) if row["set"] == "train"}
with gzip.open("radiomics_X.csv.gz", "rt") as file:
    rows = [row for row in csv.DictReader(file) if row["id"] in train]


def columns(names):
    return numpy.array([[float(row[name]) for name in names] for row in rows])


def name(k):
    return f"F{k:04d}"


trees = []
names = [name(k) for k in range(1, 151)]
x = columns(names)
for kind, values in (("pearson", x), ("spearman", rankdata(x, axis=0))):
    distance = 1 - numpy.abs(numpy.corrcoef(values, rowvar=False))
    numpy.fill_diagonal(distance, 0)
    for method in ("average", "complete", "single"):
        z = linkage(squareform(distance, checks=False), method)
        cuts = {str(h): [int(c) for c in fcluster(z, h, "distance")] for h in (0.1, 0.3, 0.7)}
        trees.append({"kind": kind, "linkage": method, "z": z.tolist(), "cuts": cuts})

inflation = []
for chosen in (range(1, 22), range(1, 1177, 42), [3, 700, 12, 35, 1001, 36, 37, 38]):
    chosen = [name(k) for k in chosen]
    x = columns(chosen)
    z = (x - x.mean(axis=0)) / x.std(axis=0)  # as scale plays no part, keep the sums of squares well conditioned
    design = numpy.column_stack([numpy.ones(len(z)), z])
    vif = [float(variance_inflation_factor(design, j + 1)) for j in range(len(chosen))]
    kept = list(range(len(chosen)))
    dropped = []
    while True:
        design = numpy.column_stack([numpy.ones(len(z)), z[:, kept]])
        now = [float(variance_inflation_factor(design, j + 1)) for j in range(len(kept))]
        worst = int(numpy.argmax(now))
        if now[worst] <= 10:
            break
        dropped.append({"feature": chosen[kept.pop(worst)], "vif": now[worst]})
    inflation.append({"features": chosen, "vif": vif, "dropped": dropped, "kept": [chosen[j] for j in kept]})

versions = {"numpy": numpy.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__}
with open("clusters.json", "w") as file:
    json.dump({"meta": versions, "features": names, "trees": trees, "variance_inflation": inflation}, file, separators=(",", ":"))
