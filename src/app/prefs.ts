import { createEffect, createSignal } from 'solid-js';
import type { Locale } from '../i18n/i18n';
import { findLocale, locale, speak } from '../i18n/i18n';

export type Theme = 'system' | 'light' | 'dark';

const [theme, setTheme] = createSignal<Theme>('system');

export { setTheme, theme };

/** Speaks the language that was chosen on this device, else the one that the browser asks for. */
export function startLocale(): Promise<void> {
  return speak(maybeLocale(localStorage.getItem('locale')) ?? findLocale(navigator.languages));
}

/** The theme that was chosen on this device, else the system's. Call inside a root. */
export function startPrefs(): void {
  setTheme(maybeTheme(localStorage.getItem('theme')) ?? 'system');
  createEffect(() => {
    const root = document.documentElement;
    if (theme() === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme();
  });
  createEffect(() => {
    document.documentElement.lang = locale() === 'zh' ? 'zh-CN' : 'en';
  });
}

export function chooseLocale(next: Locale): void {
  localStorage.setItem('locale', next);
  void speak(next);
}

export function chooseTheme(next: Theme): void {
  setTheme(next);
  localStorage.setItem('theme', next);
}

function maybeLocale(value: string | null): Locale | undefined {
  return value === 'en' || value === 'zh' ? value : undefined;
}

function maybeTheme(value: string | null): Theme | undefined {
  return value === 'system' || value === 'light' || value === 'dark' ? value : undefined;
}
