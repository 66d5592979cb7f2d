#!/bin/sh
# Reads 100 000 x 20 numbers with package sheet and with openpyxl, read-only, one
# after the other, and prints the seconds of processor time and the memory of each.
# Needs GNU time, and a python3 that has openpyxl (PYTHON names another).
set -eu
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
export YUNXING_LARGE="$dir/large.xlsx"
go test -c -o "$dir/sheet.test" .
"$dir/sheet.test" -test.run '^$' -test.bench Large -test.benchtime 1x >/dev/null # makes the file
cat >"$dir/read.py" <<'PY'
import sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True)), "cells")
PY
for i in 1 2 3; do
	/usr/bin/time -f "sheet     %U s user, %S s system, %M KB" "$dir/sheet.test" -test.run '^$' -test.bench Large -test.benchtime 1x >/dev/null
	/usr/bin/time -f "openpyxl  %U s user, %S s system, %M KB" "${PYTHON:-python3}" "$dir/read.py" "$YUNXING_LARGE" >/dev/null
done
