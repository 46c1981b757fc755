import { describe, expect, it } from 'vitest';
import { toUnified } from '../../../src/steps/shape/unify';

describe('one type for several', () => {
  it('leaves a single type as it is', () => {
    expect(toUnified(['DATE', 'DATE'])).toEqual({});
  });

  it('holds every digit of whole numbers and decimals', () => {
    expect(toUnified(['INTEGER', 'TINYINT'])).toEqual({ type: 'BIGINT' });
    expect(toUnified(['BIGINT', 'UBIGINT'])).toEqual({ type: 'HUGEINT' });
    expect(toUnified(['BIGINT', 'DECIMAL(18,2)'])).toEqual({ type: 'DECIMAL(21,2)' });
    expect(toUnified(['DECIMAL(38,2)', 'DECIMAL(38,10)'])).toEqual({ type: 'VARCHAR', note: 'unified-text' });
    expect(toUnified(['HUGEINT', 'INTEGER'])).toEqual({ type: 'VARCHAR', note: 'unified-text' });
  });

  it('says where a floating number may lose digits', () => {
    expect(toUnified(['INTEGER', 'DOUBLE'])).toEqual({ type: 'DOUBLE' });
    expect(toUnified(['BIGINT', 'DOUBLE'])).toEqual({ type: 'DOUBLE', note: 'unified-float' });
  });

  it('is text where nothing else holds both', () => {
    expect(toUnified(['DATE', 'TIMESTAMP'])).toEqual({ type: 'TIMESTAMP' });
    expect(toUnified(['DATE', 'INTEGER'])).toEqual({ type: 'VARCHAR', note: 'unified-text' });
    expect(toUnified(['BOOLEAN', 'INTEGER'])).toEqual({ type: 'VARCHAR', note: 'unified-text' });
  });
});
