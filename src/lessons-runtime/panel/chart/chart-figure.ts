import type { ChartCall } from '../../protocol/chart-call.ts';
import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import { PartFailure } from '../../shared/load-part.ts';
import { createThrottle } from '../../shared/throttle.ts';
import { dataTable } from '../dom/data-table.ts';
import { element } from '../dom/element.ts';
import { fileName, saveFile } from '../dom/save-file.ts';
import { tableCsv } from '../dom/table-csv.ts';
import type { ShownOutput } from '../output/shown-output.ts';
import { createChartDrawing } from './chart-drawing.ts';
import { chartImage } from './chart-image.ts';
import { chartNote } from './chart-note.ts';
import { chartSentence } from './chart-sentence.ts';
import { chartTable, isDrawnCall } from './chart-table.ts';
import { type ChartWords, chartWordsIn } from './chart-words.ts';
import type { LineStyle } from './line-settings.ts';
import { createSplitsDrawing } from './splits/splits-drawing.ts';
import type { ChartTable } from './table-data.ts';
import { valueText } from './value-kinds.ts';
import { createVisorBar } from './visor-bar.ts';

/** The number of rows shown in the page. A saved file contains all. */
const maxShownRows = 200;
/** A table with at most this many rows is open, until it grows or the user closes it. */
const maxOpenRows = 10;
const tableMilliseconds = 1000;

/** The calls that tfjs-vis draws as a table. They are text already, and contain controls. */
const tablePaths: ReadonlySet<ChartCall['path']> = new Set([
  'render.table',
  'show.layer',
  'show.modelSummary',
  'show.perClassAccuracy',
]);

/**
 * Creates the figure of a call of tfjs-vis, or of a comparison by splits: the drawing (by tfjs-vis itself, loaded with the
 * first chart), a sentence and a table with the same content, and buttons that save drawing and table. A later call on the
 * same surface updates the figure.
 * @param styles of the lines of a line chart; by default their positions determine them
 */
export function createChartFigure(
  part: OutputOf<'chart'>,
  language: Language,
  styles?: readonly LineStyle[],
): ShownOutput {
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
  return part.call.path === 'refused' ? showRefused(part.call, words) : showFigure(part, language, styles);
}

/** Returns the message of tfjs-vis in parentheses; nothing for a failed download, which `mountPart` explains. */
function errorDetail(error: unknown): string {
  return error instanceof Error && !(error instanceof PartFailure) ? ` (${error.message})` : '';
}

function showRefused(call: ChartCall, words: ChartWords): ShownOutput {
  return { node: element('p', { class: 'chart-failed' }, chartSentence(call, words)) };
}

function showFigure(
  part: OutputOf<'chart'>,
  language: Language,
  styles: readonly LineStyle[] | undefined,
): ShownOutput {
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

  const drawing = createChartDrawing(area, node, styles, {
    onDrawn() {
      failure.hidden = true;
      saveImage.hidden = area.querySelector('svg') === null || tablePaths.has(call.path);
    },
    onFailed(error) {
      area.replaceChildren();
      failure.hidden = false;
      failure.textContent = words.failed + errorDetail(error);
      details.hidden = false;
    },
  });
  const splits =
    part.call.path === 'splits'
      ? createSplitsDrawing(area, words, () => {
          saveImage.hidden = false;
        })
      : null;
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
    const isTable = tablePaths.has(call.path);
    node.dataset['chart'] = call.path;
    showSurface(caption, area, call);
    area.setAttribute('role', rows !== null && !isTable && splits === null ? 'img' : 'group');
    area.setAttribute('aria-label', chartSentence(call, words));
    if (isTable) area.setAttribute('tabindex', '0');
    note.textContent = chartNote(call, words);
    details.hidden = rows === null || isTable;
    tools.hidden = rows === null;
    if (rows === null) return;
    if (!userToggled) details.open = splits === null && rows.rows.length <= maxOpenRows;
    table.push(rows);
    if (call.path === 'splits') splits?.draw(call);
    if (isDrawnCall(call)) drawing.draw(call);
  }

  saveImage.hidden = true;
  show(call);
  return {
    node,
    update(next) {
      if (next.kind !== 'chart' || next.id !== part.id) return false;
      if (next.call.path === 'visor' || next.call.path === 'refused') return false;
      if ((next.call.path === 'splits') !== (splits !== null)) return false;
      show(next.call);
      return true;
    },
  };
}

/** Shows the surface's name and tab above the drawing, and applies the size that the cell gave it. */
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
  const rows = table.rows.slice(0, maxShownRows);
  const numeric = table.columns.map((_, index) => rows.every((row) => typeof row[index] !== 'string'));
  const cells = rows.map((row) =>
    row.map((cell, index) =>
      typeof cell === 'number'
        ? valueText(table.kinds?.[index] ?? 'number', cell, words.format)
        : (cell ?? ''),
    ),
  );
  const shown = dataTable({ columns: table.columns, rows: cells, numeric }, `${words.data}: ${nameOf(call)}`);
  const { count } = words.format;
  const note =
    rows.length < table.rows.length
      ? [element('p', { class: 'chart-note' }, words.firstRows(count(rows.length), count(table.rows.length)))]
      : [];
  const [summary] = details.children;
  details.replaceChildren(...(summary === undefined ? [] : [summary]), shown, ...note);
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
