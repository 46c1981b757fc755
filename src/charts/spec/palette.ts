/**
 * Colours for groups: told apart by people who see fewer colours as well (after Okabe and Ito), in an order in which neighbours differ
 * in lightness. On dark paper each is lighter.
 */
const groups = {
  quire: {
    light: [
      '#2853c9',
      '#d9730d',
      '#17897a',
      '#a33e88',
      '#8a7a12',
      '#4c9be0',
      '#b3243f',
      '#5c6470',
      '#6f4bd8',
      '#3f8f3a',
    ],
    dark: [
      '#86a8ff',
      '#f0a36b',
      '#4fd0b9',
      '#e394cc',
      '#d6c64f',
      '#9fd0ff',
      '#ff8a99',
      '#aab2bd',
      '#b9a2ff',
      '#8ad17f',
    ],
  },
  warm: {
    light: ['#b3243f', '#d9730d', '#8a7a12', '#8c4a2f', '#a33e88', '#c79a2b', '#6b3a3a', '#5c6470'],
    dark: ['#ff8a99', '#f0a36b', '#d6c64f', '#d99a80', '#e394cc', '#f0cf7a', '#c99b9b', '#aab2bd'],
  },
  cool: {
    light: ['#2853c9', '#17897a', '#6f4bd8', '#4c9be0', '#3f8f3a', '#1d5f85', '#7a86c9', '#5c6470'],
    dark: ['#86a8ff', '#4fd0b9', '#b9a2ff', '#9fd0ff', '#8ad17f', '#73b7da', '#b4bdf0', '#aab2bd'],
  },
  gray: {
    light: ['#2b3038', '#7d848f', '#b4b9c1', '#4f5661', '#979da7', '#d0d3d8'],
    dark: ['#e7e9ec', '#99a1ac', '#5f6772', '#c4c9cf', '#7b838e', '#464d57'],
  },
} as const;

/** From little to much; the middle of those that go both ways is the paper's own. */
const ramps = {
  light: {
    one: ['#eef2fb', '#a9c0f2', '#5f86e0', '#2853c9', '#132a6b'],
    two: ['#b3243f', '#e9a3ae', '#f4f3f0', '#a9c0f2', '#2853c9'],
  },
  dark: {
    one: ['#1d2433', '#2c4378', '#4a6dc4', '#86a8ff', '#dbe5ff'],
    two: ['#ff8a99', '#8d4450', '#262a31', '#3d5391', '#86a8ff'],
  },
} as const;

export function toColors(palette: string, dark: boolean): readonly string[] {
  return (groups[palette as keyof typeof groups] ?? groups.quire)[dark ? 'dark' : 'light'];
}

export function toRamp(dark: boolean, ways: 'one' | 'two' = 'one'): readonly string[] {
  return ramps[dark ? 'dark' : 'light'][ways];
}

/** The greys of a picture, and the colour of what is one group only. */
export function toInks(dark: boolean) {
  return dark
    ? {
        paper: '#1a1d22',
        ink: '#e7e9ec',
        ink2: '#a3abb6',
        ink3: '#8a929e',
        line: '#2a2f37',
        strong: '#3a414c',
        accent: '#86a8ff',
        rest: '#6d7580',
        good: '#5cc994',
        bad: '#ff8a99',
      }
    : {
        paper: '#ffffff',
        ink: '#1c2026',
        ink2: '#555c66',
        ink3: '#6f7681',
        line: '#e4e1da',
        strong: '#cfcac0',
        accent: '#2853c9',
        rest: '#a4a9b1',
        good: '#17734a',
        bad: '#b3243f',
      };
}
