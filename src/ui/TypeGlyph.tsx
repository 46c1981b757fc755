import { glyphs, toFamily } from '../table/column';

export function TypeGlyph(props: { type: string }) {
  const family = () => toFamily(props.type);
  return (
    <span class={`type-glyph type-${family()}`} aria-hidden="true" title={props.type}>
      {glyphs[family()]}
    </span>
  );
}
