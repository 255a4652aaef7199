const slices = 8;

/** Eight tables of 256 entries. Table k, at index 256 × k, has the CRC of each byte followed by k zero bytes. */
const tables = new Uint32Array(256 * slices);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  tables[byte] = value;
}
for (let index = 256; index < tables.length; index += 1) {
  const previous = entry(index - 256);
  tables[index] = (previous >>> 8) ^ entry(previous & 0xff);
}

function entry(index: number): number {
  return tables[index] ?? 0;
}

/**
 * Computes the CRC-32 of zip, gzip and PNG (reflected, polynomial 0x04C11DB7). It detects damaged transfers, and unlike
 * `crypto.subtle` is available on insecure origins, too. Eight bytes a step (“slicing by 8”) are about ten times as fast as
 * one.
 * @returns an unsigned 32-bit integer
 */
export function crc32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = bytes.length - (bytes.length % slices);
  let value = 0xffffffff;
  for (let at = 0; at < tail; at += slices) {
    const low = view.getUint32(at, true) ^ value;
    const high = view.getUint32(at + 4, true);
    value =
      entry(0x700 + (low & 0xff)) ^
      entry(0x600 + ((low >>> 8) & 0xff)) ^
      entry(0x500 + ((low >>> 16) & 0xff)) ^
      entry(0x400 + (low >>> 24)) ^
      entry(0x300 + (high & 0xff)) ^
      entry(0x200 + ((high >>> 8) & 0xff)) ^
      entry(0x100 + ((high >>> 16) & 0xff)) ^
      entry(high >>> 24);
  }
  for (let at = tail; at < bytes.length; at += 1) {
    value = (value >>> 8) ^ entry((value ^ (bytes[at] ?? 0)) & 0xff);
  }
  return (value ^ 0xffffffff) >>> 0;
}
