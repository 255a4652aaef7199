import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCheckpoint } from '../../../tools/convert-efficientnet-lite0/read-checkpoint.ts';

// Written by PyTorch 2.15.0 in the legacy format: kernel = arange(12).reshape(2, 1, 2, 3).permute(3, 0, 1, 2), bias, steps.
const file = readFileSync(new URL('../../fixtures/efficientnet-lite0/tiny-checkpoint.pth', import.meta.url));

describe('readCheckpoint', () => {
  it('reads float tensors and resolves their strides', () => {
    const tensors = readCheckpoint(file);
    expect([...tensors.keys()]).toEqual(['kernel', 'bias']);
    expect(tensors.get('kernel')?.shape).toEqual([3, 2, 1, 2]);
    expect([...(tensors.get('kernel')?.data ?? [])]).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
    expect([...(tensors.get('bias')?.data ?? [])]).toEqual([0.5, -1.25]);
  });

  it('rejects a file that is truncated or has extra bytes', () => {
    expect(() => readCheckpoint(file.subarray(0, file.length - 1))).toThrow('truncated');
    expect(() => readCheckpoint(Buffer.concat([file, Buffer.from([0])]))).toThrow('1 bytes are left');
  });

  it('rejects other formats', () => {
    expect(() => readCheckpoint(Buffer.from('PK\x03\x04'))).toThrow('zip format of PyTorch 1.6');
    expect(() => readCheckpoint(Buffer.from('\x80\x02K\x07.', 'latin1'))).toThrow('magic number is missing');
  });

  it('rejects a checkpoint with a global that is not allowed', () => {
    const hostile = Buffer.from(
      file.toString('latin1').replace('torch\nLongStorage', 'torch\nEvilStorage'),
      'latin1',
    );
    expect(() => readCheckpoint(hostile)).toThrow('the global torch.EvilStorage is not allowed');
  });
});
