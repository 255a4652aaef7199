import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellNames } from '../../src/lessons-runtime/compile/cell-names.ts';
import { createCellGraph } from '../../src/lessons-runtime/host/cells/cell-graph.ts';

const root = 'src/content/lessons';
const lessons = readdirSync(root).sort();

/** Returns the graph of a lesson’s cells, in the order of its text, with those of its exercises. */
function readGraph(lesson: string) {
  const text = readFileSync(`${root}/${lesson}/en.mdx`, 'utf8');
  const cells = [...text.matchAll(/<(Cell|Exercise) id="([^"]+)"/g)].map(([, kind, id]) => {
    const isExercise = kind === 'Exercise';
    const file = isExercise ? `exercises/${id}/starter.ts` : `cells/${id}.ts`;
    const names = cellNames(readFileSync(`${root}/${lesson}/${file}`, 'utf8'));
    if (names === null) throw new Error(`${file} has a syntax error`);
    return { id: isExercise ? `exercise-${id}` : String(id), isExercise, names };
  });
  return { cells, graph: createCellGraph(cells) };
}

describe('the cells of a lesson', () => {
  it.each(lessons)('need only earlier cells in %s', (lesson) => {
    const { cells, graph } = readGraph(lesson);
    const order = cells.map(({ id }) => id);
    const late = order.flatMap((id, place) =>
      graph.needs(id).flatMap((need) => (order.indexOf(need) > place ? [`${id} needs ${need}`] : [])),
    );
    expect(late).toEqual([]);
  });

  it('include a training between a model and its report', () => {
    const { graph } = readGraph('03-transfer');
    expect(graph.needs('report')).toEqual(['problem-y', 'new-head', 'train-head']);
    expect(graph.missing('new-head', (cell) => cell === 'problem-y')).toEqual(['base-model', 'freeze']);
    expect(graph.bases('new-head')).toEqual(['problem-y', 'base-model', 'freeze']);
  });

  it('that use the chosen photo are the steps of lesson 1', () => {
    const { cells, graph } = readGraph('01-pretrained');
    const first = cells.filter(({ names }) => names.inputs.includes('photo')).map(({ id }) => id);
    expect([...first, ...graph.dependents(first)]).toEqual([
      'choose-photo',
      'preprocess',
      'predict',
      'top-k',
    ]);
  });
});
