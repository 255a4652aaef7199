import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endRecordLength = 22;
const longestComment = 0xffff;

/**
 * Reads a file from a zip archive such as a wheel. Source: APPNOTE.TXT 6.3. Entries may be stored or deflated; zip64 is not
 * supported.
 * @param matches returns whether an entry is the wanted one, by its name; the first match is read
 * @throws Error if the bytes are not a zip archive, no entry matches, or its compression method is unknown
 */
export function readZipEntry(archive: Uint8Array, matches: (name: string) => boolean): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error(`zip: no directory entry at byte ${at}`);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    if (matches(name)) return extract(archive, view, at, name);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  throw new Error(`zip: none of the ${count} entries matches`);
}

function findEndRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - endRecordLength - longestComment);
  for (let at = view.byteLength - endRecordLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw new Error('zip: no end-of-directory record: the file is not a zip archive or is truncated');
}

function extract(archive: Uint8Array, view: DataView, at: number, name: string): Uint8Array {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const header = view.getUint32(at + 42, true);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const bytes = archive.subarray(start, start + packed);
  if (method === 0) return bytes;
  if (method === 8) return inflateRawSync(bytes);
  throw new Error(
    `zip: ${name} is compressed by method ${method}; only 0 (stored) and 8 (deflate) are supported`,
  );
}
