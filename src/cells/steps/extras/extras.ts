import type { Component } from 'solid-js';
import type { ExtraProps } from './extra';
import { FailuresExtra } from './FailuresExtra';
import { JoinExtra } from './JoinExtra';

/** By step: most need nothing but their fields. */
export const extras: Readonly<Record<string, Component<ExtraProps>>> = {
  join: JoinExtra,
  convert: FailuresExtra,
  dates: FailuresExtra,
};
