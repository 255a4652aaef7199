import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { valueKind, valueText } from '../chart/value-kinds.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { FactName } from './fact-names.ts';
import { runLogWords } from './run-log-words.ts';

type Fact = string | number | null;

/** Returns the facts about a run as plain values: times in ISO 8601, durations in seconds. */
export function runFacts(run: LoggedRun): Readonly<Record<FactName, Fact>> {
  return {
    time: new Date(run.at).toISOString(),
    cell: run.cell,
    model: run.model ?? null,
    outcome: run.outcome,
    seed: run.seed,
    backend: run.backend,
    optimizer: run.optimizer,
    learningRate: run.learningRate,
    loss: run.loss,
    batchSize: run.batchSize,
    samples: run.samples,
    epochs: run.epochs,
    trained: run.parameters.trained,
    frozen: run.parameters.frozen,
    firstTrained: run.firstTrained,
    duration: run.milliseconds / 1000,
  };
}

/** Formats a fact about a run for the page. */
export function factText(run: LoggedRun, name: FactName, words: PanelWords): string {
  const logWords = runLogWords[words.language];
  switch (name) {
    case 'time':
      return words.format.date(run.at, 'medium');
    case 'outcome':
      return logWords.outcomes[run.outcome];
    case 'duration':
      return words.format.duration(run.milliseconds / 1000);
    case 'epochs':
      return epochsText(run, words);
    case 'seed':
      return String(run.seed);
    default: {
      const fact = runFacts(run)[name];
      return typeof fact === 'number' ? words.format.number(fact) : (fact ?? '–');
    }
  }
}

/** Formats the epochs of a run: `10 epochs`, or `7 of 10 epochs` if it ended early. */
export function epochsText({ epoch, epochs }: LoggedRun, { language }: PanelWords): string {
  return runLogWords[language].epochs(epoch.at(-1) ?? 0, epochs);
}

/** Returns the last value of a curve; `null` if the run has no such curve or completed no epoch. */
export function finalValue({ curves }: LoggedRun, name: string): number | null {
  return curves.find((curve) => curve.name === name)?.values.at(-1) ?? null;
}

/** Formats a value of a metric: accuracies as percentages. @param value `null` if there is none */
export function metricText(name: string, value: number | null, { format }: PanelWords): string {
  return value === null ? '–' : valueText(valueKind([name], [value]), value, format);
}

/** Returns the names of all curves of several runs, in the order of their first appearance. */
export function curveNames(runs: readonly LoggedRun[]): readonly string[] {
  return [...new Set(runs.flatMap(({ curves }) => curves.map(({ name }) => name)))];
}
