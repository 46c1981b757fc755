import type { Component } from 'solid-js';
import type { ExtraProps } from './extra';
import { FailuresExtra } from './FailuresExtra';
import { JoinExtra } from './JoinExtra';
import { MaskExtra } from './MaskExtra';
import { MergeExtra } from './MergeExtra';
import { NearExtra } from './NearExtra';
import { RelatedExtra } from './RelatedExtra';
import { RulesExtra } from './RulesExtra';

export interface Extra {
  view: Component<ExtraProps>;
  /** Settings that it sets itself, so that there is no field for them. */
  owns?: readonly string[];
  /** Stands above the fields. */
  isFirst?: boolean;
}

/** By step: most need nothing but their fields. */
export const extras: Readonly<Record<string, Extra>> = {
  join: { view: JoinExtra },
  pivot: { view: RelatedExtra },
  group: { view: RelatedExtra },
  convert: { view: FailuresExtra },
  dates: { view: FailuresExtra },
  merge: { view: MergeExtra, owns: ['groups'] },
  near: { view: NearExtra, owns: ['apart', 'same'] },
  validate: { view: RulesExtra, owns: ['rules'], isFirst: true },
  mask: { view: MaskExtra },
  hash: { view: MaskExtra },
  pseudonym: { view: MaskExtra },
  generalise: { view: MaskExtra },
  shiftDates: { view: MaskExtra },
  noise: { view: MaskExtra },
};
