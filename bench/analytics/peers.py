"""Times scikit-learn and statsmodels on the columns that Quire's were timed on: peers.py FOLDER REPEATS, with one thread."""

import json
import os
import sys
import time
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
warnings.filterwarnings("ignore")

import numpy
import sklearn
import statsmodels
from sklearn.cluster import KMeans
from sklearn.ensemble import HistGradientBoostingClassifier, IsolationForest, RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

folder, repeats = sys.argv[1], int(sys.argv[2])

# one series takes it as long as Quire takes for all
SERIES = 3


def read(name):
    with open(f"{folder}/{name}.json") as file:
        width = json.load(file)["width"]
    return numpy.ascontiguousarray(numpy.fromfile(f"{folder}/{name}.f64").reshape(width, -1).T)


def kmeans(table):
    return KMeans(5, n_init=1, init="k-means++", random_state=1).fit(table).inertia_


def linear(table):
    return LinearRegression().fit(table[:, :-1], table[:, -1]).coef_[0]


def logistic(table):
    return LogisticRegression(penalty="none").fit(table[:, :-1], table[:, -1]).coef_[0][0]


def forest(table):
    model = RandomForestClassifier(n_estimators=100, n_jobs=1, oob_score=True, random_state=1)
    return model.fit(table[:, :-1], table[:, -1]).oob_score_


def boosting(table):
    model = HistGradientBoostingClassifier(max_iter=100, early_stopping=False)
    model.fit(table[:, :-1], table[:, -1])
    chances = model.predict_proba(table[:, :-1])[:, 1]
    truth = table[:, -1]
    return -numpy.mean(numpy.log(numpy.where(truth == 1, chances, 1 - chances)))


def isolation(table):
    return -IsolationForest(n_estimators=100, n_jobs=1, random_state=1).fit(table).score_samples(table).mean()


def ets(table):
    """Every admissible model of a few series, as the automatic choice tries them."""
    done = 0
    for series in table.T[:SERIES]:
        for error in ("add", "mul"):
            for trend, damped in ((None, False), ("add", False), ("add", True)):
                for season in (None, "add", "mul"):
                    if error == "add" and season == "mul":
                        continue
                    model = ETSModel(series, error=error, trend=trend, damped_trend=damped, seasonal=season, seasonal_periods=12)
                    model.fit(disp=False, maxiter=1000)
        done += 1
    return done


def find_best(table):
    return KMeans(5, n_init=10, init="k-means++", random_state=1).fit(table).inertia_


found = {"version": f"scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}", "series": SERIES}
for work in (kmeans, linear, logistic, forest, boosting, isolation, ets):
    table = read(work.__name__)
    times, check = [], None
    for _ in range(1 if work in (forest, ets) else repeats):
        start = time.perf_counter()
        check = work(table)
        times.append(time.perf_counter() - start)
    if work is kmeans:
        check = find_best(table)
    found[work.__name__] = {"seconds": times, "check": float(check)}
print(json.dumps(found))
