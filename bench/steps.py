"""The same cleaning as bench/steps.mjs in pandas, on the same rows; prints the seconds of each as JSON."""

import json
import sys
import time

import pandas as pd

file, repeats = sys.argv[1], int(sys.argv[2])
table = pd.read_csv(file, usecols=["id1", "id3", "id4", "id6", "v1", "v3"])
table.loc[table["id6"] % 10 == 0, "v3"] = None
days = pd.to_datetime("2020-01-01") + pd.to_timedelta(table["id6"] % 1500, unit="D")
table["written"] = days.dt.strftime("%Y-%m-%d").where(table["id4"] % 2 == 0, days.dt.strftime("%d/%m/%Y"))
del days


def dedupe():
    return table.drop_duplicates(subset=["id3", "v1"], keep="first")


def fill():
    filled = table.copy(deep=False)
    filled["v3"] = table["v3"].fillna(table.groupby("id1")["v3"].transform("median"))
    return filled


def dates():
    read = table.copy(deep=False)
    read["written"] = pd.to_datetime(table["written"], dayfirst=True)
    return read


def check(name, result):
    if name == "dedupe":
        return len(result)
    if name == "fill":
        return int(result["v3"].isna().sum())
    return int(result["written"].isna().sum())


found = {"version": pd.__version__}
for name, work in (("dedupe", dedupe), ("fill", fill), ("dates", dates)):
    times = []
    for _ in range(repeats + 1):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
        check_value = check(name, result)
        del result
    found[name] = {"seconds": times[1:], "check": check_value}
print(json.dumps(found))
