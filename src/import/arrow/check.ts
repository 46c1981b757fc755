import type { Data, DataType, FixedSizeList, Vector } from 'apache-arrow';
import { DataType as Types, makeData } from 'apache-arrow';
import { Problem } from '../../lib/problem';
import { mendText } from './mendText';

/** The engine trusts what a column says of itself; a broken one would make it read what lies beside. */
export function checkData(data: Data): void {
  const { length, nullCount, nullBitmap, children } = data;
  const { type } = data as Data<DataType>;
  check(length >= 0, 'a column of no length');
  check(!(nullCount > 0 && nullBitmap) || nullBitmap.length * 8 >= length, 'a column without its nulls');
  if (Types.isDictionary(type)) checkPlaces(data);
  else if (Types.isStruct(type))
    check(
      children.every((child) => child.length >= length),
      'a struct without its fields',
    );
  else if (Types.isFixedSizeList(type)) {
    check(children[0]!.length >= length * (type as FixedSizeList).listSize, 'a list without its items');
  } else if (Types.isList(type) || Types.isMap(type) || Types.isLargeList(type)) {
    checkOffsets(data, children[0]!.length);
  } else if (Types.isUtf8View(type) || Types.isBinaryView(type)) checkViews(data);
  else if (data.valueOffsets && !Types.isUnion(type)) checkOffsets(data, data.values.length);
  else if (!Types.isNull(type)) checkValues(data);
  children.forEach(checkData);
}

function checkPlaces(data: Data): void {
  const dictionary = data.dictionary as Vector;
  check(data.values.length >= data.length, 'a column without its values');
  for (let row = 0; row < data.length; row++) {
    const place = Number(data.values[row]);
    check((place >= 0 && place < dictionary.length) || !data.getValid(row), 'a value outside the dictionary');
  }
  dictionary.data.forEach(checkData);
}

function checkOffsets({ length, valueOffsets }: Data, end: number): void {
  if (length === 0) return;
  check(valueOffsets.length > length, 'a column without its offsets');
  let last = valueOffsets[0] as number | bigint;
  check(last >= 0, 'values out of order');
  for (let row = 1; row <= length; row++) {
    const offset = valueOffsets[row] as number | bigint;
    check(offset >= last, 'values out of order');
    last = offset;
  }
  check(last <= end, 'a column without its values');
}

/** Short texts lie in the view, long ones in a buffer beside it. */
function checkViews({ length, values, variadicBuffers }: Data): void {
  const bytes = values as Uint8Array;
  check(bytes.length >= length * 16, 'a column without its values');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < length * 16; at += 16) {
    const size = view.getInt32(at, true);
    if (size >= 0 && size <= 12) continue;
    const buffer = variadicBuffers[view.getInt32(at + 8, true)];
    const from = view.getInt32(at + 12, true);
    check(size >= 0 && from >= 0 && from + size <= (buffer?.length ?? -1), 'a column without its values');
  }
}

function checkValues({ type, length, values, stride }: Data): void {
  const needed = Types.isBool(type) ? Math.ceil(length / 8) : length * stride;
  check((values?.length ?? 0) >= needed, 'a column without its values');
}

function check(isRight: boolean, detail: string): void {
  if (!isRight) throw new Problem('arrow-damaged', { params: { detail } });
}

/** The same texts, with what is none replaced and counted. */
export function mendData(data: Data): { data: Data; bad: number } {
  const { type } = data as Data<DataType>;
  if (!Types.isUtf8(type) || data.length === 0) return { data, bad: 0 };
  const offsets = (data.valueOffsets as Int32Array).subarray(0, data.length + 1);
  const mended = mendText({ data: data.values as Uint8Array, offsets });
  if (mended.bad === 0) return { data, bad: 0 };
  const texts = makeData({
    type,
    length: data.length,
    nullCount: data.nullCount,
    nullBitmap: data.nullBitmap,
    valueOffsets: mended.offsets,
    data: mended.data,
  });
  return { data: texts, bad: mended.bad };
}
