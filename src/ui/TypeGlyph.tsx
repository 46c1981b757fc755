import type { Family } from '../table/column';
import { toFamily } from '../table/column';

const GLYPHS: Record<Family, string> = { number: '12', text: 'ab', date: '▦', flag: '◐', nested: '{}' };

export function TypeGlyph(props: { type: string }) {
  const family = () => toFamily(props.type);
  return (
    <span class={`type-glyph type-${family()}`} aria-hidden="true" title={props.type}>
      {GLYPHS[family()]}
    </span>
  );
}
