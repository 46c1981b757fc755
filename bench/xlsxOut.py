"""The workbook of bench/xlsxOut.mjs written by pandas with openpyxl, from the same rows; prints the seconds of each as JSON."""

import io
import json
import sys
import time

import numpy as np
import pandas as pd

rows, sheets, repeats = (int(given) for given in sys.argv[1:])
i = pd.Series(np.arange(rows, dtype="int64"))
start = pd.Timestamp("2024-01-01")
table = pd.DataFrame(
    {
        "id": 1_000_000 + i,
        "code": "C-" + (i % 5000).astype(str).str.zfill(6),
        "customer": "Customer " + (i * 7919 % 20000).astype(str),
        "city": np.array(["北京", "上海", "广州", "Paris", "Berlin"])[i % 5],
        "status": np.array(["open", "paid", "sent"])[i % 3],
        "quantity": i * 37 % 1000,
        "price": i * 7919 % 100000 / 100,
        "amount": i * 104729 % 10000019 / 97,
        "ordered": (start + pd.to_timedelta(i % 365, unit="D")).dt.date,
        "shipped": start + pd.to_timedelta(i * 61, unit="s"),
        "paid": i % 2 == 0,
        "note": ("note number " + i.astype(str) + " with some text").where(i % 3 > 0),
    }
)
parts = np.array_split(table, sheets)
seconds = []
for _ in range(repeats):
    begun = time.perf_counter()
    with pd.ExcelWriter(io.BytesIO(), engine="openpyxl") as writer:
        for at, part in enumerate(parts):
            part.to_excel(writer, sheet_name=f"xlsx_{at}", index=False)
    seconds.append(time.perf_counter() - begun)
print(json.dumps({"version": pd.__version__, "seconds": seconds}))
