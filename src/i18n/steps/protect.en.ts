import type { StepWords } from './told';

export const protect = {} satisfies Record<string, StepWords>;
