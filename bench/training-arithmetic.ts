import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { compileAssembly } from '../src/lessons-runtime/training/build/compile-assembly.ts';
import { loadBuilds } from '../src/lessons-runtime/training/load-builds.ts';

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
 * Returns the floating-point operations of all convolutions in one training step of a published network, with all layers
 * trainable: the forward pass and the gradients of inputs and filters. The first layer needs no gradient of its input.
 * @param site the built site's folder
 * @param folder the network's folder, below `models/`
 * @param pixels the side of the input images
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
  // The layers are in the order of the data flow, and every convolution has padding `same`.
  for (const { class_name: kind, config } of modelTopology.config.layers) {
    if (kind !== 'Conv2D' && kind !== 'DepthwiseConv2D') continue;
    const [height = 1, width = 1] = config.kernel_size ?? [];
    size = Math.ceil(size / (config.strides?.[0] ?? 1));
    const outputs = kind === 'Conv2D' ? (config.filters ?? 0) : channels;
    const inputsPerOutput = height * width * (kind === 'Conv2D' ? channels : 1);
    operations += 2 * products * batch * size * size * outputs * inputsPerOutput;
    channels = outputs;
    products = 3;
  }
  return operations;
}

/** Twelve independent sums, which keep the multiply-add units of a core busy. */
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

/** Speeds of one core in this browser, in GFLOP/s. */
export interface Speeds {
  /** The speed of fused multiply-adds in SIMD. */
  readonly peak: number;
  /** The speeds of a 1 × 1 convolution: forward, gradient of the input, gradient of the filter. */
  readonly products: readonly number[];
}

/** Measures speeds in a page. Returns the best of many short runs, because other processes may disturb some of them. */
export async function measureSpeeds(page: Page): Promise<Speeds> {
  const [fused] = loadBuilds();
  const peak = await compileAssembly(new Map([['index.ts', peakSource]]), ['--enable', 'relaxed-simd']);
  if (fused === undefined) throw new Error('no build of the training kernels');
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
      // A layer in the middle of EfficientNet-Lite0 for 16 images of 64 pixels: 4 × 4 positions, 480 channels to 112.
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
