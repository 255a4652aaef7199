import { describe, expect, it } from 'vitest';
import {
  gradientStep,
  lossPlot,
  neuronExample,
  plotPoint,
} from '../../../../src/lessons-runtime/panel/figures/neuron.ts';
import { neuronStepTexts } from '../../../../src/lessons-runtime/panel/figures/neuron-step-texts.ts';

describe('gradientStep', () => {
  it('calculates prediction, loss, slope and the next weight', () => {
    expect(gradientStep(neuronExample, 0.5, 0.1)).toEqual({
      prediction: 1,
      error: -2,
      loss: 4,
      slope: -8,
      next: 1.3,
    });
  });

  it('reaches the best weight with small steps, and moves away from it with steps that are too large', () => {
    const weightAfter = (steps: number, rate: number) =>
      Array.from({ length: steps }).reduce<number>(
        (weight) => gradientStep(neuronExample, weight, rate).next,
        0,
      );
    expect(weightAfter(30, 0.1)).toBeCloseTo(1.5, 3);
    expect(Math.abs(weightAfter(10, 0.3) - 1.5)).toBeGreaterThan(1.5);
  });

  it('has a slope that equals the difference quotient of the loss', () => {
    const loss = (weight: number) => gradientStep(neuronExample, weight, 0).loss;
    const quotient = (loss(0.7 + 1e-5) - loss(0.7 - 1e-5)) / 2e-5;
    expect(gradientStep(neuronExample, 0.7, 0).slope).toBeCloseTo(quotient, 5);
  });
});

it('draws the best weight at the bottom of the plot, and keeps every weight inside it', () => {
  expect(plotPoint(neuronExample, 1.5).y).toBe(lossPlot.bottom);
  expect(plotPoint(neuronExample, 99)).toEqual({ x: lossPlot.right, y: lossPlot.top });
});

it('writes each step with the numbers of the language', () => {
  expect(neuronStepTexts('es', 0.5, 0.1)).toEqual([
    'Predice: ŷ = 0,5 · 2 = 1.',
    'Mide la pérdida: (1 − 3)² = 4.',
    'Mira hacia dónde baja: la pendiente es 2 · (−2) · 2 = −8.',
    'Da un paso cuesta abajo: w = 0,5 − 0,1 · (−8) = 1,3.',
  ]);
  expect(neuronStepTexts('en', 0.5, 0.1)[3]).toBe('Take a step downhill: w = 0.5 − 0.1 · (−8) = 1.3.');
});
