import { createRoot, createSignal } from 'solid-js';

/** Whether the person's device puts its own colours on pages, or asks for more contrast: then colours alone say too little. */
export const isForced = createRoot(() => {
  const wishes = ['(forced-colors: active)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
  const look = () => wishes.some(({ matches }) => matches);
  const [forced, setForced] = createSignal(look());
  for (const wish of wishes) wish.addEventListener('change', () => setForced(look()));
  return forced;
});
