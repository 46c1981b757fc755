import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { immutable, securityHeaders } from './headers.mjs';

/**
 * Serves a folder of finished files on this machine only.
 * @param {{root: string, port?: number, headers?: boolean, base?: string}} options `headers`: send the security headers, as
 * a host that is set up well does. `base`: the path under which the folder appears, `/some/where/`.
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function serve({ root, port = 4173, headers = true, base = '/' }) {
  const server = createServer((request, response) => {
    answer(request, response, { root: path.resolve(root), headers, base }).catch((error) => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
      console.error(error);
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{root: string, headers: boolean, base: string}} options
 */
async function answer(request, response, { root, headers, base }) {
  if (headers) for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const method = request.method ?? 'GET';
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, { Allow: 'GET, HEAD' });
  const name = findName(request.url ?? '/', base);
  if (name === undefined) return refuse(response, 404);
  const found = await findFile(path.join(root, name), request);
  if (!found) return refuse(response, 404);

  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  response.setHeader('Content-Type', types[path.extname(name).toLowerCase()] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', isHashed(name) ? immutable : 'no-cache');
  response.setHeader('ETag', etag);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Vary', 'Accept-Encoding');
  if (found.encoding) response.setHeader('Content-Encoding', found.encoding);
  if (request.headers['if-none-match']?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag)) {
    response.writeHead(304).end();
    return;
  }

  const range = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const part = range ? findRange(request.headers.range, found.size) : undefined;
  if (part === 'outside') return refuse(response, 416, { 'Content-Range': `bytes */${found.size}` });
  const { start, end } = part ?? { start: 0, end: found.size - 1 };
  if (part) response.setHeader('Content-Range', `bytes ${start}-${end}/${found.size}`);
  response.writeHead(part ? 206 : 200, { 'Content-Length': end - start + 1 });
  if (method === 'HEAD' || found.size === 0) response.end();
  // A reader that goes away early is no fault of ours.
  else pipeline(createReadStream(found.file, { start, end }), response, () => {});
}

/**
 * The file that a URL asks for, relative to the root; undefined for whatever is not to be served.
 * @param {string} url
 * @param {string} base
 */
function findName(url, base) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return undefined;
  }
  if (!name.startsWith(base) || name.includes('\0') || name.includes('\\')) return undefined;
  name = name.slice(base.length);
  if (name.split('/').some((part) => part.startsWith('.'))) return undefined;
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

/**
 * @param {string} file
 * @param {import('node:http').IncomingMessage} request
 */
async function findFile(file, request) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  // On one's own machine unpacking costs more than the bytes that it saves.
  const packed = isLocal(request.headers.host)
    ? []
    : encodings.filter(({ encoding }) => accepted.includes(encoding));
  for (const { encoding, suffix } of [...packed, { encoding: undefined, suffix: '' }]) {
    const found = await findStat(file + suffix);
    if (found?.isFile()) return { file: file + suffix, size: found.size, mtimeMs: found.mtimeMs, encoding };
  }
  return undefined;
}

/** @param {string} file */
async function findStat(file) {
  try {
    return await stat(file);
  } catch {
    return undefined;
  }
}

/**
 * Several ranges at once are answered with the whole file, as the standard allows.
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{start: number, end: number} | 'outside' | undefined}
 */
function findRange(header, size) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (!from && !to) return undefined;
  const start = from ? Number(from) : Math.max(0, size - Number(to));
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  if (from && to && Number(to) < start) return undefined;
  return start < size && start <= end ? { start, end } : 'outside';
}

/** @param {string} name */
function isHashed(name) {
  return /^assets\/.+-[\w-]{8}\.\w+$/.test(name);
}

/** @param {string | undefined} host */
function isLocal(host) {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} [headers]
 */
function refuse(response, status, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store', ...headers });
  response.end(`${status}\n`);
}

/**
 * Listens on the first free port from the one given, or on any for 0.
 * @param {import('node:http').Server} server
 * @param {number} port
 */
async function listen(server, port) {
  for (let at = port; at < port + 100; at++) {
    if ((await isFree(at)) && (await tryListen(server, at))) {
      return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
    }
  }
  throw new Error(`no free port from ${port} to ${port + 99}: give another with --port`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function tryListen(server, port) {
  return new Promise((done, fail) => {
    server.once('error', (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EADDRINUSE' || code === 'EACCES') done(false);
      else fail(error);
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      done(true);
    });
  });
}

/**
 * Whether nobody answers at `localhost` by its other address, `::1`, which browsers try first.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  if (port === 0) return Promise.resolve(true);
  return new Promise((done) => {
    const socket = connect({ port, host: '::1' });
    socket.once('connect', () => {
      socket.destroy();
      done(false);
    });
    socket.once('error', () => done(true));
  });
}

const encodings = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
];

/** @type {Record<string, string>} */
const types = {
  '.arrow': 'application/vnd.apache.arrow.file',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};
