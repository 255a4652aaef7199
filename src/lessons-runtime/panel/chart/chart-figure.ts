import type { ChartCall, DrawnCall } from '../../protocol/chart-call.ts';
import type { Output, OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import { PartFailure } from '../../shared/load-part.ts';
import { createThrottle } from '../../shared/throttle.ts';
import { dataTable } from '../dom/data-table.ts';
import { element } from '../dom/element.ts';
import { fileName, saveFile } from '../dom/save-file.ts';
import { tableCsv } from '../dom/table-csv.ts';
import { createChartDrawing } from './chart-drawing.ts';
import { chartImage } from './chart-image.ts';
import { chartNote } from './chart-note.ts';
import { chartSentence } from './chart-sentence.ts';
import { type ChartTable, chartTable } from './chart-table.ts';
import { type ChartWords, chartWordsIn } from './chart-words.ts';
import { createVisorBar } from './visor-bar.ts';

/** Rows that are put into the page; what is saved has all. */
const shownRows = 200;
/** A short table is open from the start, and shut when it grows, unless the reader has taken it in hand. */
const openRows = 10;
const tableMilliseconds = 1000;

/** What tfjs-vis draws as a table of its own. It is text already, and holds what one can press. */
const tables: ReadonlySet<ChartCall['path']> = new Set([
  'render.table',
  'show.layer',
  'show.modelSummary',
  'show.perClassAccuracy',
]);

export interface ChartFigure {
  readonly node: HTMLElement;
  /** Draws a later call in the place of this one; `false` where it is of another kind. */
  readonly update?: (part: Output) => boolean;
}

/**
 * A chart that the real tfjs-vis draws (it is loaded with the first one), with a sentence and a table that say the same, and
 * both to save. A later call on the same surface is drawn in its place.
 */
export function createChartFigure(part: OutputOf<'chart'>, language: Language): ChartFigure {
  const words = chartWordsIn(language);
  if (part.call.path === 'visor') {
    const bar = createVisorBar(part.call, words);
    return {
      node: bar.node,
      update(next) {
        if (next.kind !== 'chart' || next.call.path !== 'visor') return false;
        bar.update(next.call);
        return true;
      },
    };
  }
  return part.call.path === 'refused' ? showRefused(part.call, words) : showFigure(part, language);
}

/** What tfjs-vis says; of a download there is more to say than here (`mountPart`). */
function whyNotDrawn(error: unknown): string {
  return error instanceof Error && !(error instanceof PartFailure) ? ` (${error.message})` : '';
}

function showRefused(call: ChartCall, words: ChartWords): ChartFigure {
  return { node: element('p', { class: 'chart-failed' }, chartSentence(call, words)) };
}

function showFigure(part: OutputOf<'chart'>, language: Language): ChartFigure {
  const words = chartWordsIn(language);
  const area = element('div', { class: 'chart-area' });
  const failure = element('p', { class: 'chart-failed', hidden: true });
  const note = element('p', { class: 'chart-note' });
  const summary = element('summary', {}, words.data);
  const details = element('details', { class: 'chart-table' }, summary);
  const saveImage = saveButton(words.saveImage);
  const saveTable = saveButton(words.saveTable);
  const tools = element('div', { class: 'chart-tools' }, saveImage, saveTable);
  const caption = element('figcaption', {});
  const node = element('figure', { class: 'chart' }, caption, area, failure, note, details, tools);
  let call = part.call;
  let userToggled = false;
  summary.addEventListener('click', () => {
    userToggled = true;
  });

  const drawing = createChartDrawing(area, node, {
    onDrawn() {
      failure.hidden = true;
      saveImage.hidden = area.querySelector('svg') === null || tables.has(call.path);
    },
    onFailed(error) {
      area.replaceChildren();
      failure.hidden = false;
      failure.textContent = words.failed + whyNotDrawn(error);
      details.hidden = false;
    },
  });
  const table = createThrottle<ChartTable>(tableMilliseconds, (rows) =>
    fillTable(details, rows, call, words),
  );

  saveImage.addEventListener('click', () => void saveAsImage(area, call));
  saveTable.addEventListener('click', () => {
    const rows = chartTable(call, words);
    if (rows === null) return;
    saveFile(new Blob([tableCsv(rows)], { type: 'text/csv' }), fileName(nameOf(call), 'csv'));
  });

  function show(next: ChartCall): void {
    call = next;
    const rows = chartTable(call, words);
    const isDrawn = rows !== null;
    node.dataset['chart'] = call.path;
    showSurface(caption, area, call);
    area.setAttribute('role', isDrawn && !tables.has(call.path) ? 'img' : 'group');
    area.setAttribute('aria-label', chartSentence(call, words));
    if (tables.has(call.path)) area.setAttribute('tabindex', '0');
    note.textContent = chartNote(call, words);
    details.hidden = !isDrawn || tables.has(call.path);
    tools.hidden = !isDrawn;
    if (!isDrawn) return;
    if (!userToggled) details.open = rows.rows.length <= openRows;
    table.push(rows);
    drawing.draw(call as DrawnCall);
  }

  saveImage.hidden = true;
  show(call);
  return {
    node,
    update(next) {
      if (next.kind !== 'chart' || next.id !== part.id) return false;
      if (next.call.path === 'visor' || next.call.path === 'refused') return false;
      show(next.call);
      return true;
    },
  };
}

/** The surface's name and tab above the drawing, and the size that the cell gave it. */
function showSurface(caption: HTMLElement, area: HTMLElement, call: ChartCall): void {
  if (!('surface' in call)) return;
  const { name, tab, styles = {} } = call.surface;
  const ownTab = tab === 'Visor' ? [] : [element('span', { class: 'chart-tab' }, tab), ' '];
  caption.replaceChildren(...ownTab, name);
  const css = { width: 'width', height: 'height', maxWidth: 'max-width', maxHeight: 'max-height' } as const;
  for (const key of ['width', 'height', 'maxWidth', 'maxHeight'] as const) {
    const size = styles[key];
    if (size !== undefined) area.style.setProperty(css[key], typeof size === 'number' ? `${size}px` : size);
  }
}

function fillTable(details: HTMLElement, table: ChartTable, call: ChartCall, words: ChartWords): void {
  const rows = table.rows.slice(0, shownRows);
  const numeric = table.columns.map((_, at) => rows.every((row) => typeof row[at] !== 'string'));
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? words.format.number(cell) : (cell ?? ''))),
  );
  const shown = dataTable({ columns: table.columns, rows: cells, numeric }, `${words.data}: ${nameOf(call)}`);
  const say = (count: number): string => words.format.count(count);
  const left =
    rows.length < table.rows.length
      ? [element('p', { class: 'chart-note' }, words.firstRows(say(rows.length), say(table.rows.length)))]
      : [];
  const [summary] = details.children;
  details.replaceChildren(...(summary === undefined ? [] : [summary]), shown, ...left);
}

function saveButton(label: string): HTMLButtonElement {
  return element('button', { type: 'button', class: 'chart-save' }, label);
}

async function saveAsImage(area: HTMLElement, call: ChartCall): Promise<void> {
  saveFile(await chartImage(area, nameOf(call)), fileName(nameOf(call), 'png'));
}

function nameOf(call: ChartCall): string {
  return 'surface' in call ? call.surface.name : '';
}
