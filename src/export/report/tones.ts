/**
 * A picture in light and in dark as one: where only colours differ, each is a variable that has both. A page then has the picture
 * once, and the reader's own setting decides.
 */
export function createTones() {
  const names = new Map<string, string>();

  return {
    /** Undefined where more than colours differs. */
    join(light: string, dark: string): string | undefined {
      const [day, night] = [split(light), split(dark)];
      const isSame = day.between.length === night.between.length;
      if (!isSame || day.between.some((text, at) => text !== night.between[at])) return undefined;
      return day.between
        .map((text, at) => text + (at < day.colors.length ? toColor(day.colors[at]!, night.colors[at]!) : ''))
        .join('');
    },

    toCss: (mode: 'light' | 'dark'): string =>
      [...names].map(([pair, name]) => `${name}:${pair.split('|')[mode === 'light' ? 0 : 1]!}`).join(';'),
  };

  function toColor(light: string, dark: string): string {
    if (light === dark) return light;
    const pair = `${light}|${dark}`;
    if (!names.has(pair)) names.set(pair, `--t${names.size}`);
    return `var(${names.get(pair)!})`;
  }
}

/** Of attributes inside tags only: a text that looks like one is a text. */
const COLOR = /(?<=<[^<>]*\s(?:fill|stroke|color|stop-color)=")(#[0-9a-f]{3,8}|rgba?\([\d.,% ]+\))(?=")/gi;

function split(svg: string): { between: string[]; colors: string[] } {
  const parts = svg.split(COLOR);
  return { between: parts.filter((_, at) => at % 2 === 0), colors: parts.filter((_, at) => at % 2 === 1) };
}

/** The ids of a picture made its own, so that several stand on one page. */
export function withOwnIds(svg: string, own: string): string {
  return svg.replace(/<[^<>]*>/g, (tag) =>
    tag
      .replace(/(\sid=")([^"]*)/g, `$1${own}-$2`)
      .replace(/(url\(#)([^)]*)/g, `$1${own}-$2`)
      .replace(/(\s(?:xlink:)?href="#)([^"]*)/g, `$1${own}-$2`),
  );
}
