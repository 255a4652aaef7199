import { gainText } from '../../src/course/measurements/measured-text.ts';
import {
  compareRows,
  deviationOf,
  findRow,
  type MeasuredRow,
  meanOf,
} from '../../src/course/measurements/measurements.ts';
import { mainCount } from './units.ts';

const markers = { start: '<!-- measurements: start -->', end: '<!-- measurements: end -->' } as const;

/** The columns of the tables: the target, its title, and the base that the course uses for it. */
const columns = [
  ['landscapes', 'water / mountain, photos', 'mobilenet'],
  ['galaxies-nebulae', 'galaxy / nebula, photos', 'mobilenet'],
  ['butterfly-bee-drawn', 'butterfly / bee, drawn', 'drawing-net'],
  ['cat-dog-drawn', 'cat / dog, drawn', 'drawing-net'],
  ['butterfly-bee-icons', 'butterfly / bee, icons', 'icon-net'],
] as const;

/** The rows of the first table; `pair` is the small network trained on two other kinds of thing. */
const rows = [
  ['majority class', 'none', 'majority'],
  ['colour statistics', 'none', 'colour-statistics'],
  ['raw pixels', 'none', 'raw-pixels'],
  ['from scratch', 'none', 'scratch'],
  ['MobileNet as it comes, its nearest classes added up', 'mobilenet', 'as-it-comes'],
  ['EfficientNet-Lite0 as it comes', 'efficientnet-lite0', 'as-it-comes'],
  ['a base with random weights, frozen', 'random', 'frozen'],
  ['a base of two other kinds as it comes', 'pair', 'as-it-comes'],
  ['… frozen', 'pair', 'frozen'],
  ['… everything trained', 'pair', 'everything'],
  ['DrawingNet (341 kinds) or IconNet, frozen', 'world', 'frozen'],
  ['… frozen, as long as fine-tuning takes in all', 'world', 'frozen-longer'],
  ['… last block', 'world', 'last-block'],
  ['… everything', 'world', 'everything'],
  ['… everything at once, rate 0.001', 'world', 'everything-at-once'],
  ['MobileNet, frozen', 'mobilenet', 'frozen'],
  ['… frozen, as long as fine-tuning takes in all', 'mobilenet', 'frozen-longer'],
  ['… last block', 'mobilenet', 'last-block'],
  ['… everything', 'mobilenet', 'everything'],
  ['… everything at once, rate 0.001', 'mobilenet', 'everything-at-once'],
  ['EfficientNet-Lite0, frozen', 'efficientnet-lite0', 'frozen'],
  ['… frozen, as long as fine-tuning takes in all', 'efficientnet-lite0', 'frozen-longer'],
  ['… last block', 'efficientnet-lite0', 'last-block'],
  ['… everything', 'efficientnet-lite0', 'everything'],
  ['… everything at once, rate 0.001', 'efficientnet-lite0', 'everything-at-once'],
] as const;

const counts = [5, 10, 20, 40] as const;
const none = '–';

/** Returns the tables of the README: accuracies, paired differences, and accuracies by number of examples. */
export function readmeTables(measured: readonly MeasuredRow[]): string {
  const shown = columns.filter(([target]) => measured.some((row) => row.target === target));
  const titles = shown.map(([, title]) => title);
  return [
    table(
      ['', ...titles],
      rows.map(([label, base, strategy]) => [
        label,
        ...shown.map(([target]) => recallOf(measured, target, base, strategy)),
      ]),
    ),
    table(
      ['difference in points, ± standard error (splits in which it is better)', ...titles],
      [
        [
          'frozen − from scratch',
          ...shown.map(([target, , base]) => difference(target, base, 'frozen', 'none', 'scratch')),
        ],
        [
          'frozen − random weights, frozen',
          ...shown.map(([target, , base]) => difference(target, base, 'frozen', `random-${base}`, 'frozen')),
        ],
        [
          'everything − frozen as long',
          ...shown.map(([target, , base]) => difference(target, base, 'everything', base, 'frozen-longer')),
        ],
        [
          'everything at once − everything',
          ...shown.map(([target, , base]) =>
            difference(target, base, 'everything-at-once', base, 'everything'),
          ),
        ],
      ],
    ),
    table(
      ['examples of each class', ...titles],
      counts.map((perClass) => [
        String(perClass),
        ...shown.map(([target, , base]) =>
          (
            [
              ['none', 'scratch'],
              [base, 'frozen'],
              [base, 'everything'],
            ] as const
          )
            .map(([from, strategy]) => meanText(measured, target, from, strategy, perClass))
            .join(' / '),
        ),
      ]),
    ),
  ].join('\n\n');

  function difference(
    target: string,
    base: string,
    strategy: string,
    otherBase: string,
    other: string,
  ): string {
    const [row, compared] = [
      rowOf(measured, target, base, strategy, mainCount),
      rowOf(measured, target, otherBase, other, mainCount),
    ];
    if (row === null || compared === null) return none;
    const result = compareRows(row, compared);
    return `${gainText(result, 'en')} (${result.wins} of ${result.splits})`;
  }
}

/** Returns the README with the tables between its markers. @throws if it has no markers */
export function withTables(readme: string, measured: readonly MeasuredRow[]): string {
  const [start, end] = [readme.indexOf(markers.start), readme.indexOf(markers.end)];
  if (start < 0 || end < start) throw new Error('the README has no markers for the measurements');
  return `${readme.slice(0, start)}${markers.start}\n\n${readmeTables(measured)}\n\n${readme.slice(end)}`;
}

/** Finds a row; null if it was not measured. */
function rowOf(
  measured: readonly MeasuredRow[],
  target: string,
  base: string,
  strategy: string,
  perClass: number,
): MeasuredRow | null {
  const aliases: Readonly<Record<string, readonly string[]>> = {
    pair: ['cat-dog', 'butterfly-bee'],
    world: ['drawing-net', 'icon-net'],
    random: ['random-mobilenet', 'random-drawing-net', 'random-icon-net'],
  };
  for (const name of aliases[base] ?? [base]) {
    const strategies = strategy === 'scratch' ? ['scratch-plain', 'scratch-augmented'] : [strategy];
    const exists = measured.some(
      (row) =>
        row.target === target &&
        row.perClass === perClass &&
        row.base === name &&
        strategies.includes(row.strategy),
    );
    if (exists) return findRow(measured, { target, base: name, strategy, perClass });
  }
  return null;
}

function recallOf(measured: readonly MeasuredRow[], target: string, base: string, strategy: string): string {
  const row = rowOf(measured, target, base, strategy, mainCount);
  return row === null ? none : `${meanOf(row.recalls).toFixed(1)} ± ${deviationOf(row.recalls).toFixed(1)}`;
}

function meanText(
  measured: readonly MeasuredRow[],
  target: string,
  base: string,
  strategy: string,
  perClass: number,
): string {
  const row = rowOf(measured, target, base, strategy, perClass);
  return row === null ? none : meanOf(row.recalls).toFixed(1);
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, place) => (place === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...lines.map(line)].join('\n');
}
