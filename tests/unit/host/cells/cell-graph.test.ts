import { describe, expect, it } from 'vitest';
import { cellNames } from '../../../../src/lessons-runtime/compile/cell-names.ts';
import { createCellGraph } from '../../../../src/lessons-runtime/host/cells/cell-graph.ts';

const none = { declares: [], imports: [], uses: [], usesNow: [], changes: [], inputs: [] };

/** Creates the graph of cells given by id; those whose id begins with `exercise` are exercises. */
function graphOf(cells: Readonly<Record<string, string>>) {
  return createCellGraph(
    Object.entries(cells).map(([id, source]) => ({
      id,
      names: cellNames(source) ?? none,
      isExercise: id.startsWith('exercise'),
    })),
  );
}

const training = {
  data: "import { iconDataset } from 'deshielo'; const insects = await iconDataset(['bee'])",
  base: "import * as tf from '@tensorflow/tfjs'; const base = tf.sequential()",
  freeze: 'for (const layer of base.layers) layer.trainable = false;',
  head: 'const model = tf.sequential(); model.add(base);',
  layers: 'showLayers(model)',
  train: 'await model.fit(insects.xs, insects.ys)',
  report: 'await accuracyReport(model, insects.xs)',
  more: "const others = await iconDataset(['cat'])",
  later: 'function again() { return model.fit(insects.xs) }',
};

describe('the cells that a cell needs', () => {
  it('are those that declare what it uses and those in between that change it', () => {
    const graph = graphOf(training);
    expect(graph.needs('head')).toEqual(['base', 'freeze']);
    expect(graph.needs('report')).toEqual(['data', 'head', 'train']);
    expect(graph.needs('layers')).toEqual(['head']);
  });

  it('do not include changes that only a function may see later', () => {
    expect(graphOf(training).needs('later')).toEqual(['data', 'head']);
  });

  it('include the import of another cell, on whose results the cell does not depend', () => {
    const graph = graphOf(training);
    expect(graph.needs('more')).toEqual(['data']);
    expect(graph.bases('more')).toEqual([]);
  });

  it('are the nearest before it, and a later one only if there is no other', () => {
    const graph = graphOf({ a: 'const x = 1', b: 'const x = 2', c: 'x; y;', d: 'const x = 3; const y = 4' });
    expect(graph.needs('c')).toEqual(['b', 'd']);
    expect(graph.provider('x', 'c')).toBe('b');
    expect(graph.provider('console', 'c')).toBeNull();
  });

  it('are no exercises, unless an exercise needs them', () => {
    const graph = graphOf({ a: 'const x = 1', 'exercise-x': 'const x = 2', b: 'x', 'exercise-y': 'x' });
    expect(graph.needs('b')).toEqual(['a']);
    expect(graph.needs('exercise-y')).toEqual(['exercise-x']);
    expect(graph.dependents(['a'])).toEqual(['b']);
  });
});

describe('what is missing', () => {
  it('is everything that has not run, in the order in which it has to run', () => {
    const graph = graphOf(training);
    expect(graph.missing('report', () => false)).toEqual(['data', 'base', 'freeze', 'head', 'train']);
    expect(graph.missing('report', (cell) => cell === 'head')).toEqual(['data', 'train']);
    expect(graph.missing('report', () => true)).toEqual([]);
  });

  it('comes to an end if cells need each other', () => {
    const graph = graphOf({ a: 'const x = () => y', b: 'const y = () => x' });
    expect(graph.missing('a', () => false)).toEqual(['b']);
    expect(graph.missing('b', () => false)).toEqual(['a']);
  });
});

describe('dependents', () => {
  it('are the later cells that depend on a cell, directly or not', () => {
    const graph = graphOf(training);
    expect(graph.dependents(['base'])).toEqual(['freeze', 'head', 'layers', 'train', 'report', 'later']);
    expect(graph.dependents(['train'])).toEqual(['report']);
    expect(graph.dependents(['report'])).toEqual([]);
    expect(graph.dependents(['freeze', 'train'])).toEqual(['head', 'layers', 'report', 'later']);
  });
});
