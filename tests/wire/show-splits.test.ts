import { describe, expect, it } from 'vitest';
import { errorOf, partsOf, useTestLesson } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson();

describe('showSplits', () => {
  it('shows one view, which grows with the results', async () => {
    lesson.open({ language: 'es' });
    const { outputs, status } = await lesson.run(`import { showSplits } from 'deshielo';
      const accuracies = { frozen: [0.5], tuned: [] };
      await showSplits(accuracies, { splits: 3 });
      accuracies.tuned.push(0.75);
      await showSplits(accuracies, { splits: 3 });
      await showSplits({ scratch: [0.4, 0.6] }, { title: 'Otra base' });`);
    expect(status).toBe('done');
    expect(partsOf(outputs, 'chart').map(({ call }) => call)).toEqual([
      {
        path: 'splits',
        surface: { name: 'Exactitud en cada reparto', tab: 'Visor' },
        data: {
          x: [0, 1, 2],
          series: [
            { name: 'frozen', values: [0.5, Number.NaN, Number.NaN] },
            { name: 'tuned', values: [0.75, Number.NaN, Number.NaN] },
          ],
        },
      },
      {
        path: 'splits',
        surface: { name: 'Otra base', tab: 'Visor' },
        data: { x: [0, 1], series: [{ name: 'scratch', values: [0.4, 0.6] }] },
      },
    ]);
  });

  it.each([
    '{}',
    '{ a: [70] }',
    '{ a: 0.7 }',
    '{ a: [null] }',
    '{ a: [0.5] }, { splits: 1e9 }',
  ])('refuses %s', async (args) => {
    lesson.open({ language: 'en' });
    const result = await lesson.run(`import { showSplits } from 'deshielo'; await showSplits(${args});`);
    expect(errorOf(result)?.what).toContain('accuracies of each strategy, from 0 to 1');
  });
});
