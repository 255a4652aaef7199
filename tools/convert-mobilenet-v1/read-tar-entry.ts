import { gunzipSync } from 'node:zlib';

const blockBytes = 512;

/**
 * Returns the content of a file in a `.tar.gz`.
 * @throws {Error} if the archive has no such file
 */
export function readTarEntry(archive: Uint8Array, name: string): Uint8Array {
  const tar = gunzipSync(archive);
  let at = 0;
  while (at + blockBytes <= tar.length) {
    const header = tar.subarray(at, at + blockBytes);
    const size = Number.parseInt(textOf(header.subarray(124, 136)).trim() || '0', 8);
    const begin = at + blockBytes;
    // The beginning of a path of more than 100 bytes is in the prefix field.
    const [path, prefix] = [textOf(header.subarray(0, 100)), textOf(header.subarray(345, 500))];
    if (name === (prefix === '' ? path : `${prefix}/${path}`)) return tar.subarray(begin, begin + size);
    at = begin + Math.ceil(size / blockBytes) * blockBytes;
  }
  throw new Error(`the archive has no ${name}`);
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}
