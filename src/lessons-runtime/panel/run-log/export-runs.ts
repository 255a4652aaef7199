import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { tableCsv } from '../dom/table-csv.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { confusionLine } from './confusion.ts';
import type { FactName } from './fact-names.ts';
import { curveNames, factText, finalValue, runFacts } from './run-facts.ts';
import { type RunLogWords, runLogWords } from './run-log-words.ts';

/** Runs as CSV: a row each, values in full and times in UTC, with the last value of every curve. */
export function runsCsv(runs: readonly LoggedRun[], words: PanelWords): string {
  const say = runLogWords[words.language];
  const curves = curveNames(runs);
  const columns = [say.run, ...Object.values(say.facts), ...curves.map(say.final), say.confusion, say.note];
  const rows = runs.map((run) => {
    const facts = runFacts(run);
    return [
      run.number,
      ...factNames(say.facts).map((name) => facts[name]),
      ...curves.map((name) => finalValue(run, name)),
      confusionLine(run),
      run.note,
    ];
  });
  return tableCsv({ columns, rows });
}

/** Runs as Markdown, to be handed in: a section each with its conclusion, its facts and its last values. */
export function runsMarkdown(title: string, runs: readonly LoggedRun[], words: PanelWords): string {
  const say = runLogWords[words.language];
  const sections = runs.map((run) => {
    const facts = factNames(say.facts).map(
      (name) => `- ${say.facts[name]}: ${plain(factText(run, name, words))}`,
    );
    const values = curveNames([run]).map((name) => {
      const value = finalValue(run, name);
      return `- ${say.final(plain(name))}: ${value === null ? '–' : words.format.number(value)}`;
    });
    const note = run.note.trim() === '' ? [] : [`**${say.note}:** ${plain(run.note.trim())}`];
    const heading = `## ${run.number} · ${plain(run.cell)}`;
    return [heading, ...note, [...facts, ...values].join('\n'), ...confusionSection(run, say)].join('\n\n');
  });
  return `${[`# ${plain(title)}`, ...sections].join('\n\n')}\n`;
}

/** The confusion matrix under a name of its own, as a table; nothing where the run has none. */
function confusionSection({ confusion }: LoggedRun, say: RunLogWords): readonly string[] {
  if (confusion === undefined) return [];
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => plain(String(cell))).join(' | ')} |`;
  const rows = [
    row([say.actual, ...confusion.labels]),
    `|${' --- |'.repeat(confusion.labels.length + 1)}`,
    ...confusion.values.map((values, label) => row([confusion.labels[label] ?? '', ...values])),
  ];
  return [`**${say.confusion}**`, rows.join('\n')];
}

function factNames(facts: Readonly<Record<FactName, string>>): readonly FactName[] {
  return Object.keys(facts) as FactName[];
}

/** A text that Markdown takes for text. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
