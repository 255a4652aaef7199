import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const config = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.checks.json',
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  },
);
const globals = ['tools/check-types/check-globals.d.ts', 'tools/check-types/course-module.d.ts'];
/** The path of an exercise's check that does not exist. */
const file = resolve('src/content/lessons/06-audio/exercises/one/check.ts');
let earlier: ts.Program | undefined;

/** Returns the type errors that `npm run check` reports for a check, without their positions. */
function typeErrors(source: string): readonly string[] {
  const options = config?.options ?? {};
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file, ...globals.map((name) => resolve(name))], options, host, earlier);
  earlier = program;
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const validCheck = `import { iconNet } from 'deshielo';

check.define({
  needs: ['base'],
  given: () => ({ classes: check.random.whole(3, 6) }),
  models: ['model'],
  values: ['total'],
  calls: () => ({ scale: [[check.tensor(check.random.list(4, 0, 255), [4])]] }),
  batches: () => ({ model: [check.random.tensor([4, 8], -1, 1), check.tensor([1, 0, 0, 1], [4, 1])] }),
  seconds: 60,
  async grade({ given, models, values, calls, batches }) {
    const { network, compiled, batch } = models.model;
    const loss = await check.model.loss(network, ...batches.model, 'meanSquaredError');
    if (!check.close(batch.loss, loss)) return check.wrong('other', { expected: loss, found: batch.loss });
    const published = await iconNet({ weights: 'icons' });
    const changed = await check.model.changed(network, published);
    const [{ args, value, leaked }] = calls.scale;
    if (values.total !== given.classes + 1) return check.wrong('total', { expected: given.classes, found: values.total });
    return check.all([
      () => (leaked === 0 && check.close(value, args[0].tensor.values, 1e-3) ? null : check.wrong('leaks')),
      async () => (changed.length === 0 && compiled.loss ? null : check.wrong('other', { found: tf.memory() })),
    ]);
  },
});`;

describe('the types of a check', () => {
  it('accept a valid check', () => {
    expect(typeErrors(validCheck)).toEqual([]);
  });

  it.each([
    ['an unknown field', 'seconds: 60', 'second: 60', /'second' does not exist in type 'Definition/],
    [
      'cells that are not a list',
      "needs: ['base']",
      "needs: 'base'",
      /'string' is not assignable to type 'readonly string\[\]'/,
    ],
    ['a model that it does not declare', 'models.model', 'models.modle', /Property 'modle' does not exist/],
    [
      'a value that it does not declare',
      'values.total !==',
      'values.totla !==',
      /Property 'totla' does not exist/,
    ],
    [
      'an unknown property of `given`',
      'given.classes + 1',
      'given.clases + 1',
      /Property 'clases' does not exist/,
    ],
    ['a call that it does not declare', 'calls.scale', 'calls.scales', /Property 'scales' does not exist/],
    [
      'a batch that it does not declare',
      '...batches.model',
      '...batches.head',
      /Property 'head' does not exist/,
    ],
    [
      'an unknown function of `check.model`',
      'check.model.changed',
      'check.model.change',
      /Property 'change' does not exist/,
    ],
    [
      'a promise that it does not await',
      'await check.model.changed',
      'check.model.changed',
      /Property 'length' does not exist on type 'Promise/,
    ],
    [
      'a result that is not a verdict',
      'return check.all([',
      'return ([',
      /missing the following properties from type .*: verdict, message, expected, found/,
    ],
    [
      'a message that is not a text',
      "check.wrong('leaks')",
      'check.wrong(7)',
      /'number' is not assignable to parameter of type 'string'/,
    ],
    ['an undeclared name', 'tf.memory()', 'tfjs.memory()', /Cannot find name 'tfjs'/],
    [
      'an import that the course does not export',
      'import { iconNet }',
      'import { iconsNet as iconNet }',
      /no exported member 'iconsNet'|has no exported member named 'iconsNet'/,
    ],
  ])('reject a check with %s', (_, found, replacement, message) => {
    expect(validCheck.split(found).length, found).toBe(2);
    expect(typeErrors(validCheck.replace(found, replacement)).join('\n')).toMatch(message);
  });
});
