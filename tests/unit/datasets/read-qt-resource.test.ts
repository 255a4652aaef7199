import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readQtResource } from '../../../tools/build-gallery/read-qt-resource.ts';

/** Writes a version-3 bundle of one folder, `animals`, with the files given. */
function bundleOf(
  files: readonly { readonly name: string; readonly bytes: Buffer; readonly flags: number }[],
): Buffer {
  const names: Buffer[] = [];
  const data: Buffer[] = [];
  const sizeOf = (parts: readonly Buffer[]) => parts.reduce((sum, part) => sum + part.length, 0);
  const addName = (name: string): number => {
    const at = sizeOf(names);
    const head = Buffer.alloc(6);
    head.writeUInt16BE(name.length);
    names.push(head, Buffer.from(name, 'utf16le').swap16());
    return at;
  };
  const node = (name: number, flags: number, a: number, b: number): Buffer => {
    const bytes = Buffer.alloc(22);
    bytes.writeUInt32BE(name);
    bytes.writeUInt16BE(flags, 4);
    bytes.writeUInt32BE(a, 6);
    bytes.writeUInt32BE(b, 10);
    return bytes;
  };
  const nodes = [node(0, 2, 1, 1), node(addName('animals'), 2, files.length, 2)];
  for (const { name, bytes, flags } of files) {
    nodes.push(node(addName(name), flags, 0, sizeOf(data)));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    data.push(length, bytes);
  }
  const header = Buffer.alloc(24);
  header.write('qres', 'latin1');
  const tree = 24 + sizeOf(data) + sizeOf(names);
  for (const [place, value] of [3, tree, 24, 24 + sizeOf(data)].entries())
    header.writeUInt32BE(value, 4 + 4 * place);
  return Buffer.concat([header, ...data, ...names, ...nodes]);
}

const moose = Buffer.from('a moose');
const deflated = Buffer.concat([Buffer.from([0, 0, 0, moose.length]), deflateSync(moose)]);
const bundle = bundleOf([
  { name: 'bear.webp', bytes: Buffer.from('a bear'), flags: 0 },
  { name: 'alce-ñandú.webp', bytes: deflated, flags: 1 },
  { name: 'zstd.webp', bytes: moose, flags: 4 },
]);

describe('readQtResource', () => {
  it('reads a file by its path, with or without a leading slash', () => {
    expect(readQtResource(bundle, 'animals/bear.webp').toString()).toBe('a bear');
    expect(readQtResource(bundle, '/animals/bear.webp').toString()).toBe('a bear');
  });

  it('inflates a compressed file with non-ASCII letters in its name', () => {
    expect(readQtResource(bundle, 'animals/alce-ñandú.webp').toString()).toBe('a moose');
  });

  it('throws with the reason if it cannot read a file', () => {
    expect(() => readQtResource(bundle, 'animals/wolf.webp')).toThrow('has no "animals/wolf.webp"');
    expect(() => readQtResource(bundle, 'animals')).toThrow('"animals" is a folder of the bundle');
    expect(() => readQtResource(bundle, 'animals/zstd.webp')).toThrow('unknown flags 4');
    expect(() => readQtResource(Buffer.from('PK'), 'animals')).toThrow('not a Qt resource bundle');
  });

  it('throws on an unknown format version', () => {
    const later = Buffer.from(bundle);
    later.writeUInt32BE(4, 4);
    expect(() => readQtResource(later, 'animals')).toThrow('version 4');
  });
});
