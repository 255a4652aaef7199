import { describe, expect, it } from 'vitest';
import { runsCsv, runsMarkdown } from '../../../../src/lessons-runtime/panel/run-log/export-runs.ts';
import { panelWordsIn } from '../../../../src/lessons-runtime/panel/words/panel-words.ts';
import { createRun } from '../../../support/logged-runs.ts';

const good = {
  ...createRun({
    model: 'Último bloque',
    note: 'better, "much"\n| than 1 <b>',
    confusion: {
      labels: ['cat', 'd|g'],
      values: [
        [3, 1],
        [0, 0],
      ],
    },
  }),
  number: 7,
};
const bare = {
  ...createRun({
    outcome: 'failed',
    epoch: [],
    curves: [],
    learningRate: null,
    firstTrained: null,
    cell: 'a_b',
  }),
  number: 3,
};

describe('runsCsv', () => {
  it('writes a row for each run with unrounded numbers and the last value of each curve', () => {
    const [head, first, second, end] = runsCsv([good, bare], panelWordsIn('en')).split('\r\n');
    expect(head?.replace('\uFEFF', '').split(',')).toEqual([
      'No.',
      'When',
      'Cell',
      'Model',
      'Outcome',
      'Seed',
      'Backend',
      'Optimizer',
      'Learning rate',
      'Loss',
      'Batch',
      'Examples',
      'Epochs',
      'Trained parameters',
      'Frozen parameters',
      'First trained layer',
      'Duration',
      'final loss',
      'final acc',
      'final val_loss',
      'final val_acc',
      'Confusion matrix',
      'Conclusion',
    ]);
    expect(first).toBe(
      '7,2026-03-04T10:30:00.000Z,train-head,Último bloque,done,42,wasm,Adam,0.001,categoricalCrossentropy,32,120,2,2562,3400000,head,2.5,0.4,0.8,0.6,0.75,"cat: 3 cat, 1 d|g; d|g: –","better, ""much""\n| than 1 <b>"',
    );
    expect(second).toBe(
      '3,2026-03-04T10:30:00.000Z,a_b,,failed,42,wasm,Adam,,categoricalCrossentropy,32,120,2,2562,3400000,,2.5,,,,,,',
    );
    expect(end).toBe('');
  });
});

describe('runsMarkdown', () => {
  it('writes a section for each run in the page’s language, and escapes texts', () => {
    const text = runsMarkdown('Lección *3*', [good, bare], panelWordsIn('es'));
    expect(text).toMatch(/^# Lección \\\*3\\\*\n\n## 7 · train-head\n\n\*\*Conclusión:\*\* /);
    expect(text).toContain('better, "much" \\| than 1 \\<b\\>');
    expect(text).toContain('- Modelo: Último bloque\n');
    expect(text).toContain(
      '**Matriz de confusión**\n\n| Real ↓ · predicción → | cat | d\\|g |\n| --- | --- | --- |\n| cat | 3 | 1 |\n| d\\|g | 0 | 0 |\n\n## 3',
    );
    expect(text).toContain('- Tasa de aprendizaje: 0,001\n');
    expect(text).toContain('- Parámetros congelados: 3.400.000\n');
    expect(text).toContain('- val\\_acc al final: 75\u00a0%\n');
    expect(text).toContain('## 3 · a\\_b\n\n- Momento: ');
    expect(text).toContain('- Resultado: con error\n');
    expect(text).toContain('- Épocas: 0 de 2 épocas\n');
    expect(text).toContain('- Primera capa entrenada: –');
  });
});
