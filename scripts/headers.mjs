const directives = [
  "default-src 'none'",
  "script-src 'self' blob: 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
];

/** The content security policy: nothing may be asked of, or sent to, any other origin. */
export const policy = directives.join('; ');

const denied = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const allowed = ['clipboard-write', 'fullscreen'];

/** @type {Record<string, string>} */
export const securityHeaders = {
  // A `<meta>` tag may not carry frame-ancestors, so only the header does.
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    ...denied.map((name) => `${name}=()`),
    ...allowed.map((name) => `${name}=(self)`),
  ].join(', '),
};

export const immutable = 'public, max-age=31536000, immutable';

/** The headers as Netlify and Cloudflare Pages read them from a file. */
export function toHeadersFile() {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  return `/*\n${lines.join('\n')}\n/assets/*\n  Cache-Control: ${immutable}\n`;
}
