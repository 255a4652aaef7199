import type { OutputOf } from '../../../protocol/output.ts';
import { dataTable, scrollBox } from '../../dom/data-table.ts';
import { element } from '../../dom/element.ts';
import type { ShowContext, ViewWords } from '../shown-output.ts';
import { createEmbeddingMap } from './embedding-map.ts';
import { exampleWords } from './example-words.ts';
import { nearestText, neighbourList, thumbnail } from './neighbour-list.ts';

type Part = OutputOf<'embeddings'>;

/** Creates the map of examples, or the list of the neighbours of each, with the same data as a table. */
export function showEmbeddings(part: Part, context: ShowContext): HTMLElement {
  return part.view === 'map' ? showMap(part, context) : showRows(part, context.words);
}

function showMap(part: Part, context: ShowContext): HTMLElement {
  const { words } = context;
  const viewWords = exampleWords[words.language];
  const table = dataTable(
    {
      columns: viewWords.mapColumns,
      rows: part.points.map((point) => [point.name, point.group, nearestText(part.points, point, words)]),
      numeric: [false, false, false],
    },
    viewWords.mapTable,
  );
  return element(
    'div',
    {},
    createEmbeddingMap(part.points, context),
    element('details', { class: 'output-fold' }, element('summary', {}, viewWords.mapTable), table),
  );
}

function showRows({ points }: Part, words: ViewWords): HTMLElement {
  const viewWords = exampleWords[words.language];
  const rows = points.map((point) =>
    element('li', {}, thumbnail(point), neighbourList(points, point, viewWords.nearest(point.name), words)),
  );
  return scrollBox(element('ul', { class: 'neighbour-rows' }, ...rows), viewWords.neighbours);
}
