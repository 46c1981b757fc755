import { createRoot, createSignal } from 'solid-js';

/** Whether the page is drawn light on dark: as the person chose, or as the device has it. */
export const isDark = createRoot(() => {
  const root = document.documentElement;
  const device = matchMedia('(prefers-color-scheme: dark)');
  const look = () => (root.dataset.theme ? root.dataset.theme === 'dark' : device.matches);
  const [dark, setDark] = createSignal(look());
  device.addEventListener('change', () => setDark(look()));
  new MutationObserver(() => setDark(look())).observe(root, { attributeFilter: ['data-theme'] });
  return dark;
});
