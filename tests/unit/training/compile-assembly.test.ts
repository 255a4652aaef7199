import { describe, expect, it } from 'vitest';
import {
  compileAssembly,
  compileBuilds,
} from '../../../src/lessons-runtime/training/build/compile-assembly.ts';

describe('AssemblyScript', () => {
  it('that does not compile ends the build with the compiler’s words and the place', async () => {
    const sources = new Map([['index.ts', 'export function twice(x: i32): i32 { return y * 2; }']]);
    await expect(compileAssembly(sources, [])).rejects.toThrow(/Cannot find name 'y'[\s\S]*index\.ts/);
  });

  it('of the training kernels gives two builds that share their exports and import only the heap', async () => {
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
