import { expect, it } from 'vitest';
import { errorOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const lesson = useTestLesson({ timeout: 30_000 });
const strokes = ['0,0 255,255', '255,0 0,255'];

it('a cell gets the drawings of the page, without a download', async () => {
  lesson.open({
    drawings: async () => [
      { name: 'butterfly', title: 'butterfly', drawings: [{ id: '1', strokes }] },
      { name: 'bee', title: 'bee', drawings: [{ id: '2', strokes }] },
    ],
  });
  const state = await lesson.run(`import { myDrawings } from 'deshielo';
const { xs, ys, labels, ids, classNames } = await myDrawings(['bee', 'butterfly'], { imageSize: 28 });
JSON.stringify([xs.shape, ys.arraySync(), labels, ids, classNames])`);
  expect(valuesOf(state).map((value) => JSON.parse(JSON.parse(value)))).toEqual([
    [
      [2, 28, 28, 3],
      [
        [1, 0],
        [0, 1],
      ],
      [0, 1],
      ['bee-2', 'butterfly-1'],
      ['bee', 'butterfly'],
    ],
  ]);
});

it('a cell on a page without a pad gets an error with its place and advice, in the page’s language', async () => {
  lesson.open({ language: 'es' });
  const error = errorOf(await lesson.run("import { myDrawings } from 'deshielo';\nawait myDrawings();"));
  expect(error).toMatchObject({
    what: 'En esta página no hay ningún sitio donde dibujar.',
    advice:
      'Usa myDrawings() en una lección que tenga un recuadro para dibujar, o prueba con drawingDataset.',
  });
});
