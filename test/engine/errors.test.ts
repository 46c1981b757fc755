import { describe, expect, test } from 'vitest';
import { isBroken, toQueryProblem } from '../../src/engine/errors';
import { fromWire, toWire } from '../../src/engine/transfer';
import { createAbort, isAbort, Problem } from '../../src/lib/problem';

const duck = (fields: object) => new Error(JSON.stringify(fields));

describe('errors of the engine', () => {
  test('keep their place, counted in characters of what the person wrote', () => {
    const sql = "select '北京' fro x";
    const position = new TextEncoder().encode("DESCRIBE select '北京' fro ").length;
    const problem = toQueryProblem(
      duck({ exception_type: 'Binder', exception_message: 'no such thing', position: String(position) }),
      { sql, before: 9 },
    );
    expect([problem.code, problem.sql, problem.position]).toEqual(['sql-name', sql, sql.indexOf('x')]);
  });

  test('of the parser, which counts characters itself, keep their place too', () => {
    const sql = "select '北京🫖' fro x y";
    const position = [..."DESCRIBE select '北京🫖' fro x "].length;
    const problem = toQueryProblem(
      duck({ exception_type: 'Parser', exception_message: 'syntax error', position: String(position) }),
      { sql, before: 9 },
    );
    expect([problem.code, problem.position]).toEqual(['sql-syntax', sql.indexOf('y')]);
  });

  test('that hold themselves once more as text are unwrapped', () => {
    const inner = JSON.stringify({ exception_type: 'Parser', exception_message: 'near "x"' });
    expect(toQueryProblem(duck({ exception_type: 'Parser', exception_message: inner })).params.detail).toBe(
      'near "x"',
    );
  });

  test('for want of an extension name it', () => {
    const message =
      'Scalar Function with name "json_extract" is not in the catalog, but it exists in the json extension.';
    const problem = toQueryProblem(duck({ exception_type: 'Catalog', exception_message: message }));
    expect([problem.code, problem.params.extension]).toEqual(['sql-needs-extension', 'json']);
  });

  test('for want of a table propose none of the engine’s own', () => {
    const missing = {
      exception_type: 'Catalog',
      error_subtype: 'MISSING_ENTRY',
      type: 'Table',
      name: 'orders',
      exception_message: 'Table with name orders does not exist!\nDid you mean "sqlite_master"?',
    };
    expect(toQueryProblem(duck(missing)).params.detail).toBe('Table with name orders does not exist!');
  });

  test('that are not its own mean that it broke', () => {
    expect(isBroken(new Error('memory access out of bounds'))).toBe(true);
    expect(isBroken(duck({ exception_type: 'Out of Memory', exception_message: 'x' }))).toBe(false);
  });
});

describe('over the wire', () => {
  test('a problem arrives whole', () => {
    const sent = new Problem('sql-name', { params: { detail: 'x' }, sql: 'select x', position: 7 });
    const arrived = fromWire(structuredClone(toWire(sent)));
    expect(arrived).toEqual(sent);
    expect(arrived).toBeInstanceOf(Problem);
  });

  test('an abort stays an abort', () => {
    expect(isAbort(fromWire(structuredClone(toWire(createAbort()))))).toBe(true);
  });
});
