import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZipEntry } from '../../../tools/convert-efficientnet-lite0/read-zip-entry.ts';

const content = Buffer.from('weights '.repeat(100));

describe('readZipEntry', () => {
  it.each([
    ['stored', 0],
    ['deflated', 8],
  ])('reads a %s entry', (_, method) => {
    const archive = zip([
      { name: 'readme.txt', data: Buffer.from('hello'), method: 0 },
      { name: 'model/weights.pth', data: content, method },
    ]);
    expect(Buffer.from(readZipEntry(archive, (name) => name.endsWith('.pth')))).toEqual(content);
  });

  it('throws if no entry matches, if the compression is unknown, and if the bytes are not an archive', () => {
    expect(() => readZipEntry(zip([{ name: 'a', data: content, method: 0 }]), () => false)).toThrow(
      'none of the 1 entries matches',
    );
    expect(() => readZipEntry(zip([{ name: 'a', data: content, method: 12 }]), () => true)).toThrow(
      'a is compressed by method 12',
    );
    expect(() => readZipEntry(content, () => true)).toThrow('not a zip archive');
  });
});

interface Entry {
  readonly name: string;
  readonly data: Buffer;
  readonly method: number;
}

function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, method } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : data;
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(method, 4);
    header.writeUInt32LE(crc32(data), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), header, place, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06'), end]);
}
