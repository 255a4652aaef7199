import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import { chartLimits } from '../../protocol/chart-limits.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { transferWords } from '../transfer-words.ts';

/** More strategies or splits could not be told apart in one view. */
const maxStrategies = 8;
const maxSplits = 40;

export interface SplitsOptions {
  /** How many splits there will be. Default: as many as there are results. At most 40. */
  readonly splits?: number;
  /** The title of the view. Calls with different titles in a run show different views. */
  readonly title?: string;
}

/**
 * Creates the function `showSplits`, which compares strategies by their accuracies on the same splits of the data. Called again
 * in the same run, it updates its view, so that the view grows while the splits are computed.
 *
 * Its argument: the accuracies of each strategy by name, from 0 to 1, in the order of the splits. A strategy may have fewer
 * results than the others.
 * @throws {ArgumentError} from that function, if the accuracies are not lists of numbers from 0 to 1, or too many
 */
export function createShowSplits(deps: {
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
}): (accuracies: Readonly<Record<string, readonly number[]>>, options?: SplitsOptions) => void {
  const words = transferWords[deps.language];
  return (accuracies, options) => {
    const { splits = 0, title } = Object(options) as SplitsOptions;
    const strategies = Object.entries<readonly unknown[]>(Object(accuracies));
    const count = Math.max(
      splits,
      ...strategies.map(([, values]) => (isAccuracies(values) ? values.length : 0)),
    );
    const areValid =
      strategies.length > 0 &&
      strategies.length <= maxStrategies &&
      strategies.every(([, values]) => isAccuracies(values)) &&
      Number.isInteger(count) &&
      count <= maxSplits;
    if (!areValid) throw new ArgumentError(words.splits(maxStrategies, maxSplits));
    const name = String(title ?? words.splitsTitle).slice(0, chartLimits.text);
    const x = Array.from({ length: count }, (_, split) => split);
    const series = strategies.map(([strategy, values]) => ({
      name: strategy.slice(0, chartLimits.text),
      values: x.map((split) => Number(values[split] ?? Number.NaN)),
    }));
    deps.capture.show({
      kind: 'chart',
      id: `splits/${name}`,
      call: { path: 'splits', surface: { name, tab: 'Visor' }, data: { x, series } },
    });
  };
}

function isAccuracies(values: unknown): values is readonly number[] {
  return (
    Array.isArray(values) &&
    values.every((value) => typeof value === 'number' && (Number.isNaN(value) || (value >= 0 && value <= 1)))
  );
}
