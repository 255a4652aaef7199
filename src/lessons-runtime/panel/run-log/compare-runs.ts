import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { createChartFigure } from '../chart/chart-figure.ts';
import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { comparedCurves } from './compared-curves.ts';
import { confusionChart } from './confusion.ts';
import { settingNames } from './fact-names.ts';
import { curveNames, factText, finalValue, runFacts } from './run-facts.ts';
import { runLogWords } from './run-log-words.ts';

/** Several runs beside each other: their curves in one chart for each metric, and their settings, differences marked. */
export function compareRuns(runs: readonly LoggedRun[], words: PanelWords): HTMLElement {
  const say = runLogWords[words.language];
  const numbers = words.format.list(runs.map(({ number }) => String(number)));
  const charts = comparedCurves(runs, say.epoch).map(
    (call, place) => createChartFigure({ kind: 'chart', id: `compared-${place}`, call }, words.language).node,
  );
  const confusions = runs.flatMap((run) => {
    const call = confusionChart(run, say);
    if (call === null) return [];
    return [createChartFigure({ kind: 'chart', id: `confusion-${run.number}`, call }, words.language).node];
  });
  const differing = settingNames.filter((name) => new Set(runs.map((run) => runFacts(run)[name])).size > 1);
  const settings = settingNames.map((name) => {
    const isDifferent = differing.includes(name);
    const mark = isDifferent ? [' ', element('span', { class: 'run-differs' }, `≠ ${say.different}`)] : [];
    return element(
      'tr',
      { 'data-differs': isDifferent },
      element('th', { scope: 'row' }, say.facts[name], ...mark),
      ...runs.map((run) => element('td', {}, factText(run, name, words))),
    );
  });
  const results = curveNames(runs).map((name) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, say.final(name)),
      ...runs.map((run) => {
        const value = finalValue(run, name);
        return element('td', {}, value === null ? '–' : words.format.number(value));
      }),
    ),
  );
  const columns = [say.value, ...runs.map(({ number }) => String(number))];
  const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)));
  const table = element(
    'table',
    {},
    element('thead', {}, head),
    element('tbody', {}, ...settings, ...results),
  );
  const title = say.compared(numbers);
  return element(
    'section',
    { 'aria-label': title, 'data-compared': true },
    element('h4', {}, title),
    ...charts,
    ...confusions,
    ...(differing.length === 0 ? [element('p', {}, say.equalSettings)] : []),
    element('div', { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': title }, table),
  );
}
