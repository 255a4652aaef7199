import { describe, expect, it } from 'vitest';
import {
  movedRows,
  movedSentence,
} from '../../../../../src/lessons-runtime/panel/output/transfer/show-moved.ts';
import { panelWordsIn } from '../../../../../src/lessons-runtime/panel/words/panel-words.ts';
import type { OutputOf } from '../../../../../src/lessons-runtime/protocol/output.ts';

type Row = OutputOf<'moved'>['layers'][number];
const frozen = (name: string): Row => ({ name, trainable: false, parameters: 2, change: 0 });
const trained = (name: string, change: number): Row => ({ name, trainable: true, parameters: 2, change });
const sentence = (layers: readonly Row[], language: 'es' | 'en' = 'en') =>
  movedSentence({ kind: 'moved', name: 'm', layers: [...layers] }, panelWordsIn(language));

describe('movedRows', () => {
  it('merges a long sequence of frozen layers into one row', () => {
    const layers = [...['a', 'b', 'c', 'd'].map(frozen), trained('e', 0.5), frozen('f'), trained('g', 0)];
    const rows = movedRows(layers, panelWordsIn('en'));
    expect(rows.map(({ name }) => name)).toEqual(['a … d (4 layers)', 'e', 'f', 'g']);
    expect(rows[0]).toMatchObject({ parameters: 8, change: 0, trainable: false });
  });

  it('does not merge a frozen layer that moved', () => {
    const layers = [...['a', 'b', 'c', 'd'].map(frozen), { ...frozen('norm'), change: 0.1 }];
    expect(movedRows(layers, panelWordsIn('en')).map(({ name }) => name)).toEqual([
      'a … d (4 layers)',
      'norm',
    ]);
  });
});

describe('movedSentence', () => {
  it('counts the layers and names the one that moved most', () => {
    expect(sentence([frozen('a'), trained('b', 0.25), trained('c', 1.5)])).toBe(
      'Layers that moved: 2 of 3. The most, c: 1.5. Frozen, and exactly at 0: 1.',
    );
    expect(sentence([frozen('a'), trained('b', 0.25)], 'es')).toBe(
      'Capas que se movieron: 1 de 2. Congeladas y exactamente en 0: 1.',
    );
  });

  it('writes small changes without an exponent', () => {
    expect(sentence([trained('b', 4e-5), trained('c', 5.32e-5)], 'es')).toContain('c: 0,0000532.');
  });

  it('states that no layer moved', () => {
    expect(sentence([frozen('a'), trained('b', 0)])).toBe(
      'No layer moved: the weights are exactly what they were.',
    );
  });
});
