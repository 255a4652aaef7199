import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { createChartFigure } from '../chart/chart-figure.ts';
import { scrollBox } from '../dom/data-table.ts';
import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { comparedCurves } from './compared-curves.ts';
import { confusionChart } from './confusion.ts';
import { settingNames } from './fact-names.ts';
import { curveNames, factText, finalValue, metricText, runFacts } from './run-facts.ts';
import { runLogWords } from './run-log-words.ts';

/** Creates the comparison of several runs: a chart of their curves for each metric, and a table of their settings and results. */
export function compareRuns(runs: readonly LoggedRun[], words: PanelWords): HTMLElement {
  const logWords = runLogWords[words.language];
  const numbers = words.format.list(runs.map(({ number }) => String(number)));
  const charts = comparedCurves(runs, logWords.epoch).map(
    ({ call, styles }, index) =>
      createChartFigure({ kind: 'chart', id: `compared-${index}`, call }, words.language, styles).node,
  );
  const confusions = runs.flatMap((run) => {
    const call = confusionChart(run, logWords);
    if (call === null) return [];
    return [createChartFigure({ kind: 'chart', id: `confusion-${run.number}`, call }, words.language).node];
  });
  const differing = settingNames.filter((name) => new Set(runs.map((run) => runFacts(run)[name])).size > 1);
  const settings = settingNames.map((name) => {
    const isDifferent = differing.includes(name);
    const mark = isDifferent
      ? [' ', element('span', { class: 'run-differs' }, `≠ ${logWords.different}`)]
      : [];
    return element(
      'tr',
      { 'data-differs': isDifferent },
      element('th', { scope: 'row' }, logWords.facts[name], ...mark),
      ...runs.map((run) => element('td', {}, factText(run, name, words))),
    );
  });
  const results = curveNames(runs).map((name) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, logWords.final(name)),
      ...runs.map((run) => element('td', {}, metricText(name, finalValue(run, name), words))),
    ),
  );
  const columns = [logWords.value, ...runs.map(({ number }) => String(number))];
  const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)));
  const table = element(
    'table',
    {},
    element('thead', {}, head),
    element('tbody', {}, ...settings, ...results),
  );
  const title = logWords.compared(numbers);
  return element(
    'section',
    { 'aria-label': title, 'data-compared': true },
    element('h3', { tabindex: '-1' }, title),
    ...(charts.length === 0 ? [] : [element('p', {}, logWords.lines)]),
    ...charts,
    ...confusions,
    ...(differing.length === 0 ? [element('p', {}, logWords.equalSettings)] : []),
    scrollBox(table, title),
  );
}
