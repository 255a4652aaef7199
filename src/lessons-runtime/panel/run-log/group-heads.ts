import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { CellGroup, CellRun } from './group-runs.ts';
import { mainCurves } from './main-curves.ts';
import { metricText } from './run-facts.ts';
import { runLogWords } from './run-log-words.ts';

/** The row above a group of trainings, with a button that shows and hides them. */
export interface GroupHead {
  readonly row: HTMLElement;
  /** Shows the text about the group, and whether its trainings are shown. */
  update(text: string, isOpen: boolean): void;
}

/** Creates the row above a group. The roles are explicit because a table with another CSS layout loses its implicit ones. */
export function groupHead(
  kind: 'cell' | 'run',
  columns: number,
  onToggle: () => void,
  link?: HTMLElement,
): GroupHead {
  const button = element('button', { type: 'button', class: 'run-toggle' });
  button.addEventListener('click', onToggle);
  const head = element(
    'th',
    { role: 'rowheader', colspan: String(columns), scope: 'rowgroup' },
    button,
    ...(link === undefined ? [] : [' ', link]),
  );
  return {
    row: element('tr', { role: 'row', class: `run-head run-head-${kind}` }, head),
    update(text, isOpen) {
      if (button.textContent !== text) button.textContent = text;
      button.setAttribute('aria-expanded', String(isOpen));
    },
  };
}

/** Returns the text about a cell: its name and the number of its trainings. */
export function cellText({ cell, runs }: CellGroup, { language }: PanelWords): string {
  const count = runs.reduce((sum, { trainings }) => sum + trainings.length, 0);
  return `${cell} · ${runLogWords[language].trainings(count)}`;
}

/** Returns the text about a folded run: number and duration of its trainings, and the range of their final results. */
export function foldedText({ trainings }: CellRun, words: PanelWords): string {
  const logWords = runLogWords[words.language];
  const numbers = trainings.map(({ number }) => number);
  const seconds = trainings.reduce((sum, { milliseconds }) => sum + milliseconds / 1000, 0);
  return [
    `${Math.min(...numbers)}–${Math.max(...numbers)}`,
    logWords.trainings(trainings.length),
    words.format.duration(seconds),
    ...finalRange(trainings, words),
  ].join(' · ');
}

/** Returns the range of the final accuracies, or else losses; nothing if the trainings have different metrics. */
function finalRange(trainings: CellRun['trainings'], words: PanelWords): readonly string[] {
  const finals = trainings.map((training) => {
    const main = mainCurves(training);
    const curve = main?.validation ?? main?.training;
    return { name: curve?.name, value: curve?.values.at(-1) ?? Number.NaN };
  });
  const name = finals[0]?.name;
  const values = finals.map(({ value }) => value).filter(Number.isFinite);
  if (name === undefined || values.length === 0 || finals.some((final) => final.name !== name)) return [];
  const text = (value: number): string => metricText(name, value, words);
  return [runLogWords[words.language].range(name, text(Math.min(...values)), text(Math.max(...values)))];
}
