import * as Comlink from 'comlink';
import type { ProblemCode, ProblemParams } from '../lib/problem';
import { createAbort, isAbort, Problem } from '../lib/problem';

/** Comlink sends only the message, name and stack of an error: this puts the rest of a problem on the wire too. */

interface Thrown {
  value: unknown;
}

interface WireError {
  kind: 'problem' | 'abort' | 'error';
  message: string;
  code?: ProblemCode;
  params?: ProblemParams;
  sql?: string | undefined;
  position?: number | undefined;
}

export function installThrowHandler(): void {
  const standard = Comlink.transferHandlers.get('throw')!;
  Comlink.transferHandlers.set('throw', {
    canHandle: standard.canHandle,
    serialize: (thrown) => [toWire((thrown as Thrown).value), []],
    deserialize(wire) {
      throw fromWire(wire as WireError);
    },
  });
}

export function toWire(error: unknown): WireError {
  const message = error instanceof Error ? error.message : String(error);
  if (isAbort(error)) return { kind: 'abort', message };
  if (!(error instanceof Problem)) return { kind: 'error', message };
  const { code, params, sql, position } = error;
  return { kind: 'problem', message, code, params, sql, position };
}

export function fromWire({ kind, message, code, params, sql, position }: WireError): Error {
  switch (kind) {
    case 'abort':
      return createAbort();
    case 'problem':
      return new Problem(code!, {
        ...(params && { params }),
        ...(sql !== undefined && { sql }),
        ...(position !== undefined && { position }),
      });
    case 'error':
      return new Error(message);
  }
}
