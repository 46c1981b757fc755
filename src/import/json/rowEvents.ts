import type { Layout } from './layout';
import { toText } from './text';
import type { JsonHandler } from './tokens';

/** The fields of rows that are no objects in the file. No key there has the bytes of the first. */
export const KEY_FIELD = '\u0000key';
export const VALUE_FIELD = 'value';

/**
 * Lets through what belongs to the rows of a layout, and gives each row the form of an object: what lies around the rows is
 * left out, the places of a tuple become keys, and so do the key and the value of an entry.
 */
export function toRowEvents({ path, rows, form, header }: Layout, out: JsonHandler): JsonHandler {
  if (rows === 'columns') return seek(path, out);
  if (rows === 'entries') return seek(path, splitEntries(form === 'record', out));
  const items = form === 'record' ? fillNulls(out) : form === 'tuple' ? nameTuples(header, out) : wrap(out);
  if (rows === 'sequence') return items;
  return seek(path, rows === 'items' ? unwrap(items) : items);
}

/** What becomes of the events on their way. */
interface Filter {
  begin(isObject: boolean): void;
  end(isObject: boolean): void;
  key: JsonHandler['key'];
  /** Says whether a value that is no container passes. */
  scalar(isNull: boolean): boolean;
  /** Such a value has passed. */
  passed?(): void;
}

function toHandler(filter: Filter, out: JsonHandler): JsonHandler {
  return {
    beginObject: () => filter.begin(true),
    endObject: () => filter.end(true),
    beginArray: () => filter.begin(false),
    endArray: () => filter.end(false),
    key: filter.key,
    string(bytes, from, to, escaped) {
      if (!filter.scalar(false)) return;
      out.string(bytes, from, to, escaped);
      filter.passed?.();
    },
    number(bytes, from, to, whole) {
      if (!filter.scalar(false)) return;
      out.number(bytes, from, to, whole);
      filter.passed?.();
    },
    literal(value) {
      if (!filter.scalar(value === null)) return;
      out.literal(value);
      filter.passed?.();
    },
  };
}

function sendBegin(out: JsonHandler, isObject: boolean): void {
  if (isObject) out.beginObject();
  else out.beginArray();
}

function sendEnd(out: JsonHandler, isObject: boolean): void {
  if (isObject) out.endObject();
  else out.endArray();
}

const encoder = new TextEncoder();

function sendKey(out: JsonHandler, key: Uint8Array): void {
  out.key(key, 0, key.length, false);
}

/** Only the value at the end of a path through objects. */
function seek(path: readonly string[], out: JsonHandler): JsonHandler {
  if (path.length === 0) return out;
  let level = 0;
  /** Objects of the path that are open. */
  let opened = 0;
  /** The next value is where the path goes on. */
  let onPath = true;
  let inside = false;
  return toHandler(
    {
      begin(isObject) {
        if (onPath && opened < path.length) opened += isObject ? 1 : 0;
        else if (onPath) inside = true;
        if (inside) sendBegin(out, isObject);
        onPath = false;
        level++;
      },
      end(isObject) {
        level--;
        if (inside) sendEnd(out, isObject);
        inside &&= level > path.length;
        opened = Math.min(opened, level);
      },
      key(bytes, from, to, escaped) {
        if (inside) out.key(bytes, from, to, escaped);
        else if (level === opened) onPath = toText(bytes, from, to, escaped) === path[opened - 1];
      },
      scalar() {
        const isTarget = onPath && opened === path.length;
        onPath = false;
        return inside || isTarget;
      },
    },
    out,
  );
}

/** The items of the outermost arrays. */
function unwrap(out: JsonHandler): JsonHandler {
  let level = 0;
  return toHandler(
    {
      begin(isObject) {
        if (level++ > 0) sendBegin(out, isObject);
      },
      end(isObject) {
        if (--level > 0) sendEnd(out, isObject);
      },
      key: out.key,
      scalar: () => level > 0,
    },
    out,
  );
}

/** A null among records is a record of nulls. */
function fillNulls(out: JsonHandler): JsonHandler {
  let level = 0;
  return {
    ...out,
    beginObject() {
      level++;
      out.beginObject();
    },
    endObject() {
      level--;
      out.endObject();
    },
    literal(value) {
      if (level > 0) out.literal(value);
      else {
        out.beginObject();
        out.endObject();
      }
    },
  };
}

/** Each value as the one field of an object. */
function wrap(out: JsonHandler): JsonHandler {
  const name = encoder.encode(VALUE_FIELD);
  let level = 0;
  const open = (): void => {
    if (level > 0) return;
    out.beginObject();
    sendKey(out, name);
  };
  const close = (): void => {
    if (level === 0) out.endObject();
  };
  return toHandler(
    {
      begin(isObject) {
        open();
        level++;
        sendBegin(out, isObject);
      },
      end(isObject) {
        level--;
        sendEnd(out, isObject);
        close();
      },
      key: out.key,
      scalar() {
        open();
        return true;
      },
      passed: close,
    },
    out,
  );
}

/** Arrays as objects whose keys are places: `0`, `1`. The first one may be the header, which is no row. */
function nameTuples(header: boolean, out: JsonHandler): JsonHandler {
  const names: Uint8Array[] = [];
  let level = 0;
  let place = 0;
  let inHeader = header;
  const name = (): void => {
    if (level !== 1) return;
    sendKey(out, (names[place] ??= encoder.encode(String(place))));
    place++;
  };
  return toHandler(
    {
      begin(isObject) {
        if (!inHeader) {
          name();
          if (level === 0) out.beginObject();
          else sendBegin(out, isObject);
        }
        if (level++ === 0) place = 0;
      },
      end(isObject) {
        level--;
        if (inHeader) inHeader = level > 0;
        else if (level === 0) out.endObject();
        else sendEnd(out, isObject);
      },
      key: out.key,
      scalar() {
        if (level === 0) {
          out.beginObject();
          out.endObject();
        } else if (!inHeader) name();
        return level > 0 && !inHeader;
      },
    },
    out,
  );
}

/** The members of an object, each with its key: as the fields of its value, or with the value as it is. */
function splitEntries(isRecord: boolean, out: JsonHandler): JsonHandler {
  const [keyName, valueName] = [encoder.encode(KEY_FIELD), encoder.encode(VALUE_FIELD)];
  let level = 0;
  return toHandler(
    {
      begin(isObject) {
        if (level > (isRecord ? 1 : 0)) sendBegin(out, isObject);
        level++;
      },
      end(isObject) {
        level--;
        if (level > (isRecord ? 1 : 0)) sendEnd(out, isObject);
        if (level === 1) out.endObject();
      },
      key(bytes, from, to, escaped) {
        if (level > 1) {
          out.key(bytes, from, to, escaped);
          return;
        }
        out.beginObject();
        sendKey(out, keyName);
        out.string(bytes, from, to, escaped);
        if (!isRecord) sendKey(out, valueName);
      },
      scalar() {
        if (!isRecord || level > 1) return true;
        out.endObject();
        return false;
      },
      passed() {
        if (level === 1) out.endObject();
      },
    },
    out,
  );
}
