import { describe, expect, it } from 'vitest';
import {
  compileAssembly,
  compileBuilds,
} from '../../../src/lessons-runtime/training/build/compile-assembly.ts';

describe('compileAssembly', () => {
  it('throws with the compiler’s message and the file if the source does not compile', async () => {
    const sources = new Map([['index.ts', 'export function twice(x: i32): i32 { return y * 2; }']]);
    await expect(compileAssembly(sources, [])).rejects.toThrow(/Cannot find name 'y'[\s\S]*index\.ts/);
  });
});

describe('compileBuilds', () => {
  it('returns two builds that have the same exports and import only the memory', async () => {
    const modules = (await compileBuilds()).map((binary) => new WebAssembly.Module(binary));
    const [fused, plain] = modules.map((module) =>
      WebAssembly.Module.exports(module).map(({ name }) => name),
    );
    expect(fused).toEqual(plain);
    expect(fused).toContain('convolveFilterGradient');
    for (const module of modules) {
      expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
    }
  }, 60_000);
});
