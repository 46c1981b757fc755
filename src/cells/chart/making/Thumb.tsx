import { createEffect, onCleanup } from 'solid-js';
import type { Picture } from '../../../charts/spec/picture';
import { isDark } from '../../../ui/dark';

/** A picture drawn small; the button that it is on says what it is. */
export function Thumb(props: { picture: Picture }) {
  let stage!: HTMLSpanElement;
  createEffect(() => {
    const picture = props.picture;
    const dark = isDark();
    let isGone = false;
    onCleanup(() => (isGone = true));
    void import('../../../charts/render/render').then(({ render }) => {
      if (!isGone) stage.replaceChildren(render(picture, { document, dark }).svg);
    });
  });
  return <span class="making-thumb-stage" aria-hidden="true" ref={stage} />;
}
