/** A picture with one channel, or a feature map: values row by row. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly values: readonly number[];
}

/** A 3×3 kernel: nine weights, row by row; the sum of the products is divided by `divisor`. */
export interface Kernel {
  readonly weights: readonly number[];
  readonly divisor: number;
}

/** How a kernel moves over a picture, as in Keras. */
export interface Movement {
  readonly stride: 1 | 2;
  /** `same` surrounds the picture with zeros; `valid` does not leave the picture. */
  readonly padding: 'valid' | 'same';
}

/** The side of a kernel. */
export const kernelSide = 3;

/** The kernels that a learner can choose. */
export const kernels = {
  'vertical-edges': { weights: [-1, 0, 1, -2, 0, 2, -1, 0, 1], divisor: 1 },
  'horizontal-edges': { weights: [-1, -2, -1, 0, 0, 0, 1, 2, 1], divisor: 1 },
  blur: { weights: [1, 1, 1, 1, 1, 1, 1, 1, 1], divisor: 9 },
  sharpen: { weights: [0, -1, 0, -1, 5, -1, 0, -1, 0], divisor: 1 },
} as const satisfies Readonly<Record<string, Kernel>>;

export type KernelName = keyof typeof kernels;
export const kernelNames = Object.keys(kernels) as readonly KernelName[];

/** The calculation of one value of a feature map. */
export interface Step {
  /** Where the window is in the picture; negative in the zeros around it. */
  readonly left: number;
  readonly top: number;
  /** The nine values below the kernel, 0 outside the picture. */
  readonly pixels: readonly number[];
  readonly products: readonly number[];
  /** The sum of the products. */
  readonly sum: number;
  /** The sum divided by the kernel's divisor. */
  readonly result: number;
}

/** Returns the size of the feature map in one direction. @param side the size of the picture in that direction */
export function mapSide(side: number, { stride, padding }: Movement): number {
  return padding === 'same' ? Math.ceil(side / stride) : Math.floor((side - kernelSide) / stride) + 1;
}

/** Returns how many zeros precede the picture; if their number is odd, one more follows it, as in Keras. */
function zerosBefore(side: number, movement: Movement): number {
  if (movement.padding === 'valid') return 0;
  const needed = (mapSide(side, movement) - 1) * movement.stride + kernelSide - side;
  return Math.floor(Math.max(0, needed) / 2);
}

/**
 * Calculates one value of a feature map.
 * @param column and `row` of the value in the feature map, from 0
 */
export function stepAt(picture: Grid, kernel: Kernel, movement: Movement, column: number, row: number): Step {
  const left = column * movement.stride - zerosBefore(picture.width, movement);
  const top = row * movement.stride - zerosBefore(picture.height, movement);
  const pixels = Array.from({ length: kernelSide ** 2 }, (_, at) =>
    valueAt(picture, left + (at % kernelSide), top + Math.floor(at / kernelSide)),
  );
  // `+ 0` turns -0 into 0, which would be shown with its sign.
  const products = pixels.map((pixel, at) => pixel * (kernel.weights[at] ?? 0) + 0);
  const sum = products.reduce((total, product) => total + product, 0);
  return { left, top, pixels, products, sum, result: sum / kernel.divisor };
}

/** Calculates the whole feature map. */
export function convolve(picture: Grid, kernel: Kernel, movement: Movement): Grid {
  const width = mapSide(picture.width, movement);
  const height = mapSide(picture.height, movement);
  const values = Array.from(
    { length: width * height },
    (_, at) => stepAt(picture, kernel, movement, at % width, Math.floor(at / width)).result,
  );
  return { width, height, values };
}

/**
 * Returns the grey of a value of a feature map, from 0 (black) to 255. With a kernel that has negative weights 0 is middle grey,
 * and the largest of the absolute values is black or white.
 * @param largest the largest absolute value of the feature map
 */
export function greyOf(value: number, { weights }: Kernel, largest: number): number {
  const isSigned = weights.some((weight) => weight < 0);
  const grey = isSigned ? 128 + (largest === 0 ? 0 : (value / largest) * 127) : value;
  return Math.round(Math.min(255, Math.max(0, grey)));
}

/** Returns the grey levels of a picture from its RGBA pixels, as televisions weigh the colours (ITU-R BT.601). */
export function greyLevels(pixels: ArrayLike<number>, width: number, height: number): Grid {
  const values = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = [pixels[at * 4], pixels[at * 4 + 1], pixels[at * 4 + 2]];
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  });
  return { width, height, values };
}

function valueAt({ width, height, values }: Grid, column: number, row: number): number {
  if (column < 0 || row < 0 || column >= width || row >= height) return 0;
  return values[row * width + column] ?? 0;
}
