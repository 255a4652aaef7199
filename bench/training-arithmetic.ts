import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { compileAssembly } from '../src/lessons-runtime/training/build/compile-assembly.ts';
import { ownBuilds } from '../src/lessons-runtime/training/own-builds.ts';

interface Layer {
  readonly class_name: string;
  readonly config: {
    readonly filters?: number;
    readonly kernel_size?: readonly [number, number];
    readonly strides?: readonly [number, number];
    readonly units?: number;
  };
}

/**
 * Floating-point operations of the convolutions in one step that trains all of a published network: forward, and
 * the gradients of inputs and of filters; the first layer's input needs none.
 * @param folder of the network below the site's `models/`
 */
export async function stepOperations(
  site: string,
  folder: string,
  pixels: number,
  batch: number,
): Promise<number> {
  const text = await readFile(join(site, 'models', folder, 'model.json'), 'utf8');
  const { modelTopology } = JSON.parse(text) as {
    modelTopology: { config: { layers: readonly Layer[] } };
  };
  let size = pixels;
  let channels = 3;
  let operations = 0;
  let products = 2;
  // The blocks of this network follow one another, and every convolution is padded to “same”.
  for (const { class_name: kind, config } of modelTopology.config.layers) {
    if (kind !== 'Conv2D' && kind !== 'DepthwiseConv2D') continue;
    const [height = 1, width = 1] = config.kernel_size ?? [];
    size = Math.ceil(size / (config.strides?.[0] ?? 1));
    const outputs = kind === 'Conv2D' ? (config.filters ?? 0) : channels;
    const seen = height * width * (kind === 'Conv2D' ? channels : 1);
    operations += 2 * products * batch * size * size * outputs * seen;
    channels = outputs;
    products = 3;
  }
  return operations;
}

/** Twelve sums that wait for none of the others: as many multiplications and additions as a core can do. */
const peakSource = `export function spin(turns: i32, factor: f32): f32 {
  const f = f32x4.splat(factor);
  ${names((name) => `let ${name} = f32x4.splat(factor);`)}
  for (let turn = 0; turn < turns; turn++) {
    ${names((name) => `${name} = f32x4.relaxed_madd(${name}, f, f);`)}
  }
  return ${Array.from({ length: 12 }, (_, index) => `f32x4.extract_lane(s${index}, 0)`).join(' + ')};
}`;

function names(line: (name: string) => string): string {
  return Array.from({ length: 12 }, (_, index) => line(`s${index}`)).join('\n');
}

/** Operations per second, in thousand millions, of one core of this browser. */
export interface Speeds {
  /** Of nothing but fused multiplications and additions in SIMD. */
  readonly peak: number;
  /** Of the three products of a 1 × 1 convolution: forward, the input's gradient, the filter's. */
  readonly products: readonly number[];
}

/** Measures in a page: the best of many short turns, because the machine may be busy with others. */
export async function measureSpeeds(page: Page): Promise<Speeds> {
  const [fused] = ownBuilds();
  const peak = await compileAssembly(new Map([['index.ts', peakSource]]), ['--enable', 'relaxed-simd']);
  if (fused === undefined) throw new Error('no build');
  return page.evaluate(
    async ([peakText, kernelText]) => {
      const instantiate = async (text: string) => {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        const memory = new WebAssembly.Memory({ initial: 1024 });
        const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
        return instance.exports as Record<string, (...numbers: number[]) => number>;
      };
      const best = (operations: number, run: () => unknown) => {
        const speeds = Array.from({ length: 200 }, () => {
          const began = performance.now();
          run();
          return operations / (performance.now() - began) / 1e6;
        });
        return Math.max(...speeds);
      };
      const turns = 3_000_000;
      const { spin } = await instantiate(peakText);
      const kernels = await instantiate(kernelText);
      // 16 pictures of 4 × 4, 480 channels to 112: a layer from the middle of EfficientNet-Lite0 at 64 pixels.
      kernels['setGeometry']?.(16, 4, 4, 480, 4, 4, 112, 1, 1, 1, 1, 1, 1, 0, 0);
      const operations = 2 * 16 * 4 * 4 * 480 * 112;
      const repeat = (run: () => unknown) => () => {
        for (let index = 0; index < 10; index += 1) run();
      };
      const [scratch, x, filter, y] = [1 << 20, 16 << 20, 24 << 20, 32 << 20] as const;
      return {
        peak: best(2 * 4 * 12 * turns, () => spin?.(turns, 0.5)),
        products: [
          () => kernels['convolve']?.(x, filter, y, scratch),
          () => kernels['convolveInputGradient']?.(y, filter, x, scratch),
          () => kernels['convolveFilterGradient']?.(x, y, filter, scratch),
        ].map((run) => best(10 * operations, repeat(run))),
      };
    },
    [Buffer.from(peak).toString('base64'), Buffer.from(fused).toString('base64')] as const,
  );
}
