import type { Component } from 'solid-js';
import type { ExtraProps } from './extra';
import { FailuresExtra } from './FailuresExtra';
import { JoinExtra } from './JoinExtra';
import { MergeExtra } from './MergeExtra';

export interface Extra {
  view: Component<ExtraProps>;
  /** Settings that it sets itself, so that there is no field for them. */
  owns?: readonly string[];
}

/** By step: most need nothing but their fields. */
export const extras: Readonly<Record<string, Extra>> = {
  join: { view: JoinExtra },
  convert: { view: FailuresExtra },
  dates: { view: FailuresExtra },
  merge: { view: MergeExtra, owns: ['groups'] },
};
