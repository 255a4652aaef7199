import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The types of files that static hosts compress: text and wasm, but not weights and photos. */
const compressed = new Set(['.html', '.js', '.css', '.json', '.svg', '.wasm', '.webmanifest']);

export type Encoding = 'br' | 'gzip' | 'identity';

interface Stored {
  readonly body: Buffer;
  readonly type: string;
  readonly encoding: Encoding;
  readonly tag: string;
}

/** A running server of static files. */
export interface FileServer {
  readonly origin: string;
  /** Returns the bytes of response bodies sent since the start. Headers are not counted. */
  readonly sent: () => number;
  close(): Promise<void>;
}

/** Compresses with the highest level, brotli 11 or gzip 9. */
export function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    case 'gzip':
      return promisify(gzip)(body, { level: 9 });
    case 'identity':
      return Promise.resolve(body);
  }
}

/**
 * Serves folders like a good static host: compressed, with an ETag, and cacheable for ten minutes. `astro preview` does not
 * compress or cache, and both sides of a comparison need the same server.
 * @param folders by the URL path under which they are served; the longest matching path applies
 * @param port 0 for any free port
 */
export async function serveFiles(
  folders: Readonly<Record<`/${string}`, string>>,
  port: number,
): Promise<FileServer> {
  const mounts = Object.entries(folders).sort(([a], [b]) => b.length - a.length);
  const stored = new Map<string, Promise<Stored>>();
  let sent = 0;

  function find(path: string, encoding: Encoding): Promise<Stored> {
    const [prefix, folder] = mounts.find(([mount]) => path.startsWith(mount)) ?? ['/', ''];
    const below = normalize(path.slice(prefix.length));
    if (folder === '' || below.startsWith('..')) return Promise.reject(new Error('outside'));
    const file = join(folder, below, path.endsWith('/') ? 'index.html' : '');
    const used = compressed.has(extname(file)) ? encoding : 'identity';
    const key = `${used} ${file}`;
    const known = stored.get(key);
    if (known !== undefined) return known;
    const loading = load(file, used);
    stored.set(key, loading);
    return loading;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const { body, type, encoding, tag } = await find(path, bestEncoding(request.headers['accept-encoding']));
    const headers = { ETag: tag, 'Cache-Control': 'public, max-age=600', Vary: 'Accept-Encoding' };
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end();
      return;
    }
    sent += body.byteLength;
    response.writeHead(200, {
      ...headers,
      'Content-Type': type,
      'Content-Length': body.byteLength,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    });
    response.end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://localhost:${address.port}`,
    sent: () => sent,
    close() {
      server.closeAllConnections();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

async function load(file: string, encoding: Encoding): Promise<Stored> {
  const body = await compress(await readFile(file), encoding);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  return { body, type: types[extname(file)] ?? 'application/octet-stream', encoding, tag };
}

function bestEncoding(accepted: string | string[] | undefined): Encoding {
  const names = String(accepted ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}
