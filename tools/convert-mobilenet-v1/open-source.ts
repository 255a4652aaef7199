import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import { mobileNetV1Layers } from './architecture.ts';
import { collectWeights } from './collect-weights.ts';
import { readGraph } from './read-graph.ts';
import { readTarEntry } from './read-tar-entry.ts';

export const graphSource = {
  package: 'nudity',
  version: '0.2.3',
  file: 'nudity-0.2.3/nudity/files/retrained_graph.pb',
  sha256: '3b90af536f810f5f75e9f6d431bc2e8a3c4fc2ff4f693aa0dd4ae429816f8735',
} as const;

/**
 * Reads the weights from the package's source archive, or from the `.pb` file extracted from it.
 * @throws {Error} if the sha256 of the graph is not that of `graphSource`
 */
export function openSource(path: string): NamedWeight[] {
  return collectWeights(mobileNetV1Layers(), readGraph(readGraphFile(path)));
}

/** Returns the bytes of the graph. @throws {Error} if its sha256 is not that of `graphSource` */
export function readGraphFile(path: string): Uint8Array {
  const file = readFileSync(path);
  const graph = path.endsWith('.tar.gz') ? readTarEntry(file, graphSource.file) : file;
  const found = createHash('sha256').update(graph).digest('hex');
  if (found !== graphSource.sha256)
    throw new Error(`${path}: the graph's sha256 is ${found}, not ${graphSource.sha256}`);
  return graph;
}
