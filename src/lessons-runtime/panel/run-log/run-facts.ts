import type { LoggedRun } from '../../progress/record/runs-store.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { FactName } from './fact-names.ts';
import { runLogWords } from './run-log-words.ts';

type Fact = string | number | null;

/** Everything that is known of a run but its curves, as plain values. */
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

/** A fact as a page says it. */
export function factText(run: LoggedRun, name: FactName, words: PanelWords): string {
  const say = runLogWords[words.language];
  switch (name) {
    case 'time':
      return words.format.date(run.at, 'medium');
    case 'outcome':
      return say.outcomes[run.outcome];
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

/** `10 epochs`, or `7 of 10 epochs` of a training that ended early. */
export function epochsText({ epoch, epochs }: LoggedRun, { language }: PanelWords): string {
  return runLogWords[language].epochs(epoch.at(-1) ?? 0, epochs);
}

/** The last value of a curve; `null` where the run has no such curve, or ended no epoch. */
export function finalValue({ curves }: LoggedRun, name: string): number | null {
  return curves.find((curve) => curve.name === name)?.values.at(-1) ?? null;
}

/** The names of all curves of these runs, in the order in which they come. */
export function curveNames(runs: readonly LoggedRun[]): readonly string[] {
  return [...new Set(runs.flatMap(({ curves }) => curves.map(({ name }) => name)))];
}
