import { createServer } from 'node:http';

/**
 * A proxy that stands for the world outside: it lets nothing through and notes who was asked for, workers of workers
 * included, which the page's own events do not show.
 */
export async function createOutside() {
  /** @type {string[]} */
  const asked = [];
  const note = (/** @type {string} */ address = '?') => {
    if (!isBrowsersOwn(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    // The browser may hang up first, which is its right.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { asked, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Chromium asks its makers for updates and accounts whatever its flags say. @param {string} address */
function isBrowsersOwn(address) {
  const host = address.replace(/^https?:\/\//, '').replace(/[:/].*$/s, '');
  return browserHosts.has(host) || host.endsWith('.gvt1.com');
}

const browserHosts = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'edge.microsoft.com',
  'mtalk.google.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
  'www.google.com',
]);
