import { parse } from '@babel/parser';
import ts from 'typescript';
import { compileCell } from '../src/lessons-runtime/compile/compile-cell.ts';
import type { Bench, Measure } from './measure.ts';
import { type Section, times, timing } from './report.ts';
import { interleave } from './statistics.ts';

/** A very long cell: declarations of every type, types, templates, awaits and names of other cells. */
const sixtyLines = [
  "import * as tf from '@tensorflow/tfjs';",
  "import { preprocessInput } from 'deshielo';",
  ...Array.from({ length: 6 }, (_, index) =>
    [
      `interface Example${index} { readonly photo: string; readonly label?: number }`,
      `const examples${index}: Example${index}[] = [{ photo: \`photo-${index}\`, label: ${index} }];`,
      `let total${index} = 0;`,
      `async function load${index}(example: Example${index}, size: number = 224): Promise<number> {`,
      `  const { photo, label = -1 } = example;`,
      `  total${index} += label as number;`,
      `  return photo.length * size + (model?.layers.length ?? 0);`,
      '}',
      `for (const example of examples${index}) console.log(await load${index}(example), total${index});`,
    ].join('\n'),
  ),
  'const shapes = tf.tidy(() => [1, 2].map((side) => tf.zeros<tf.Rank.R2>([side, side]).shape));',
  'class Head<Input extends object> {',
  '  readonly units: number = 5;',
  '}',
].join('\n');

/** The number of compilations per round. An unmeasured round before the first one warms up the engine. */
const perRound = 40;

const compilers = {
  course: () => {
    const result = compileCell(sixtyLines, { name: 'bench', run: 1 });
    if (!result.ok) throw new Error(`the cell does not compile: ${result.problem.code}`);
  },
  parser: () => {
    parse(sixtyLines, { sourceType: 'module', plugins: ['typescript'] });
  },
  typescript: () => {
    ts.transpileModule(sixtyLines, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  },
};
const names = ['course', 'parser', 'typescript'] as const;

/** Measures the time to compile a cell of sixty lines. */
export const compileTime: Measure = {
  name: 'compile-time',
  async run({ rounds }: Bench): Promise<readonly Section[]> {
    const sample = async (name: (typeof names)[number]) =>
      Array.from({ length: perRound }, () => {
        const began = performance.now();
        compilers[name]();
        return performance.now() - began;
      });
    for (const name of names) await sample(name);
    const { course, parser, typescript } = await interleave(names, rounds, sample);
    return [
      {
        title: `Compiling a cell of ${sixtyLines.split('\n').length} lines`,
        about: [
          "In Node, on the same engine as Chromium's. The course's compiler uses Babel's parser, which is therefore the lower bound;",
          '`ts.transpileModule` erases types too, but shares no names between cells. Milliseconds, median (min–max).',
        ].join(' '),
        head: [
          'course',
          'Babel’s parser alone',
          'course ÷ parser',
          'ts.transpileModule',
          'course ÷ TypeScript',
        ],
        rows: [
          [
            timing(course),
            timing(parser),
            times(course, parser),
            timing(typescript),
            times(course, typescript),
          ],
        ],
      },
    ];
  },
};
