import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { tableCsv } from '../dom/table-csv.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { confusionLine } from './confusion.ts';
import { factNames } from './fact-names.ts';
import { curveNames, factText, finalValue, metricText, runFacts } from './run-facts.ts';
import { type RunLogWords, runLogWords } from './run-log-words.ts';

/** Formats runs as CSV: a row for each run, with unrounded values, times in UTC, and the last value of every curve. */
export function runsCsv(runs: readonly LoggedRun[], words: PanelWords): string {
  const logWords = runLogWords[words.language];
  const curves = curveNames(runs);
  const factColumns = factNames.map((name) => logWords.facts[name]);
  const columns = [
    logWords.run,
    ...factColumns,
    ...curves.map(logWords.final),
    logWords.confusion,
    logWords.note,
  ];
  const rows = runs.map((run) => {
    const facts = runFacts(run);
    return [
      run.number,
      ...factNames.map((name) => facts[name]),
      ...curves.map((name) => finalValue(run, name)),
      confusionLine(run),
      run.note,
    ];
  });
  return tableCsv({ columns, rows });
}

/** Formats runs as Markdown, to be handed in: a section for each run with its conclusion, facts and last values. */
export function runsMarkdown(title: string, runs: readonly LoggedRun[], words: PanelWords): string {
  const logWords = runLogWords[words.language];
  const sections = runs.map((run) => {
    const facts = factNames.map((name) => `- ${logWords.facts[name]}: ${plain(factText(run, name, words))}`);
    const values = curveNames([run]).map(
      (name) => `- ${logWords.final(plain(name))}: ${metricText(name, finalValue(run, name), words)}`,
    );
    const note = run.note.trim() === '' ? [] : [`**${logWords.note}:** ${plain(run.note.trim())}`];
    const heading = `## ${run.number} · ${plain(run.cell)}`;
    return [heading, ...note, [...facts, ...values].join('\n'), ...confusionSection(run, logWords)].join(
      '\n\n',
    );
  });
  return `${[`# ${plain(title)}`, ...sections].join('\n\n')}\n`;
}

/** Returns the heading and the table of the confusion matrix; nothing if the run has none. */
function confusionSection({ confusion }: LoggedRun, logWords: RunLogWords): readonly string[] {
  if (confusion === undefined) return [];
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => plain(String(cell))).join(' | ')} |`;
  const rows = [
    row([logWords.actual, ...confusion.labels]),
    `|${' --- |'.repeat(confusion.labels.length + 1)}`,
    ...confusion.values.map((values, label) => row([confusion.labels[label] ?? '', ...values])),
  ];
  return [`**${logWords.confusion}**`, rows.join('\n')];
}

/** Escapes a text for Markdown and joins its lines. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
