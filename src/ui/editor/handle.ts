/** What can be done with an editor from outside, whether Monaco is there yet or not. Places are offsets in UTF-16 units. */
export interface EditorHandle {
  focus: () => void;
  /** The text that is selected; empty where none is. */
  readSelection: () => string;
  findSelection: () => { from: number; to: number };
  replace: (from: number, to: number, text: string) => void;
  select: (from: number, to: number) => void;
}

/** A stretch that is underlined, and what is wrong with it. */
export interface Marker {
  from: number;
  to: number;
  words: string;
}
