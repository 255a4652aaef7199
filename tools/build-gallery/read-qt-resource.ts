import { inflateSync } from 'node:zlib';

const flagCompressed = 1;
const flagDirectory = 2;

interface Sections {
  readonly tree: number;
  readonly data: number;
  readonly names: number;
  readonly nodeSize: number;
}

interface Node {
  readonly flags: number;
  readonly name: string;
  readonly offset: number;
}

/**
 * Reads a file from a compiled Qt resource bundle (`.rcc`).
 *
 * @param bundle Bytes of the bundle, format version 1 to 3.
 * @param path   Path inside it, with or without a leading slash.
 * @returns The file's bytes, decompressed.
 * @throws Error if the bytes are not such a bundle, the path does not exist, or the file is compressed with zstd.
 * Source: `QResourceRoot` in Qt 5's `qresource.cpp`.
 */
export function readQtResource(bundle: Buffer, path: string): Buffer {
  const sections = readSections(bundle);
  let node = readNode(bundle, sections, 0);
  for (const part of path.split('/').filter((name) => name !== '')) {
    const child = children(bundle, sections, node).find((candidate) => candidate.name === part);
    if (child === undefined) throw new Error(`the bundle has no "${path}": "${part}" does not exist`);
    node = child;
  }
  if (node.flags & flagDirectory) throw new Error(`"${path}" is a folder of the bundle, not a file`);
  if (node.flags & ~(flagCompressed | flagDirectory))
    throw new Error(`"${path}" has unknown flags ${node.flags}`);
  const start = sections.data + bundle.readUInt32BE(node.offset + 10);
  const bytes = bundle.subarray(start + 4, start + 4 + bundle.readUInt32BE(start));
  // qCompress writes the decompressed length, four bytes, before the zlib stream.
  return node.flags & flagCompressed ? inflateSync(bytes.subarray(4)) : bytes;
}

function readSections(bundle: Buffer): Sections {
  if (bundle.length < 20 || bundle.toString('latin1', 0, 4) !== 'qres')
    throw new Error('not a Qt resource bundle');
  const version = bundle.readUInt32BE(4);
  if (version < 1 || version > 3)
    throw new Error(`Qt resource bundle of version ${version}: expected 1 to 3`);
  return {
    tree: bundle.readUInt32BE(8),
    data: bundle.readUInt32BE(12),
    names: bundle.readUInt32BE(16),
    nodeSize: version === 1 ? 14 : 22,
  };
}

function readNode(bundle: Buffer, { tree, names, nodeSize }: Sections, index: number): Node {
  const offset = tree + index * nodeSize;
  const at = names + bundle.readUInt32BE(offset);
  const flags = bundle.readUInt16BE(offset + 4);
  if (index === 0) return { flags, name: '', offset };
  // Two bytes of length in UTF-16 units, four of hash, then the name in big-endian UTF-16.
  const name = Buffer.from(bundle.subarray(at + 6, at + 6 + 2 * bundle.readUInt16BE(at)));
  return { flags, name: name.swap16().toString('utf16le'), offset };
}

function children(bundle: Buffer, sections: Sections, node: Node): readonly Node[] {
  if (!(node.flags & flagDirectory)) return [];
  const count = bundle.readUInt32BE(node.offset + 6);
  const first = bundle.readUInt32BE(node.offset + 10);
  return Array.from({ length: count }, (_, i) => readNode(bundle, sections, first + i));
}
