/** A neuron with one weight and one example: the prediction is `weight · input`, the loss its squared error. */
export interface Neuron {
  readonly input: number;
  readonly target: number;
}

/** What one step of gradient descent calculates. */
export interface GradientStep {
  readonly prediction: number;
  readonly error: number;
  readonly loss: number;
  /** The derivative of the loss by the weight. */
  readonly slope: number;
  /** The weight after the step. */
  readonly next: number;
}

/** The example of the figure, whose best weight is 1.5. */
export const neuronExample: Neuron = { input: 2, target: 3 };

/** Weights and learning rates that the figure lets a learner choose. */
export const neuronRange = {
  weight: { min: -1, max: 4, step: 0.1, first: 0 },
  rate: { min: 0.01, max: 0.3, step: 0.01, first: 0.05 },
} as const;

/** Calculates a step of gradient descent. */
export function gradientStep({ input, target }: Neuron, weight: number, rate: number): GradientStep {
  const prediction = weight * input;
  const error = prediction - target;
  const slope = 2 * error * input;
  return { prediction, error, loss: error ** 2, slope, next: weight - rate * slope };
}

/** The plot of the loss over the weight, in the units of its view box. */
export const lossPlot = { width: 360, height: 220, left: 12, right: 348, top: 12, bottom: 196 } as const;

/** Returns the place of a weight in the plot, on the curve of the loss. */
export function plotPoint(neuron: Neuron, weight: number): { readonly x: number; readonly y: number } {
  const { min, max } = neuronRange.weight;
  const highest = Math.max(gradientStep(neuron, min, 0).loss, gradientStep(neuron, max, 0).loss);
  const { left, right, top, bottom } = lossPlot;
  const clamped = Math.max(min, Math.min(max, weight));
  const { loss } = gradientStep(neuron, clamped, 0);
  return {
    x: left + ((clamped - min) / (max - min)) * (right - left),
    y: bottom - (loss / highest) * (bottom - top),
  };
}

/** Returns the curve of the loss as SVG path data. */
export function lossCurve(neuron: Neuron): string {
  const { min, max } = neuronRange.weight;
  const points = Array.from({ length: 41 }, (_, at) => plotPoint(neuron, min + ((max - min) * at) / 40));
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}
