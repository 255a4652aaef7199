import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { mathProblem } from '../markdown/render-math.ts';
import { type MeasuredAttributes, measuredAttributes } from '../measurements/measured-text.ts';
import { figureDiagnostics } from './figure-diagnostics.ts';
import type { TextPart, TextParts } from './text-parts.ts';

/** The components that a lesson's text may use, each with its attributes. */
export const componentAttributes = {
  Answer: [],
  Cell: ['id'],
  ConvolutionStepper: ['kernel', 'photo'],
  DrawPad: ['names'],
  Exercise: ['id'],
  FeaturePath: [],
  Figure: ['src', 'alt', 'caption'],
  FirstSteps: [],
  Measured: measuredAttributes,
  NetworkFigure: ['model', 'state', 'classes'],
  NeuronFigure: [],
  Note: [],
  OverfittingFigure: [],
  PhotoClasses: ['names'],
  PhotoPicker: [],
  Question: [],
  Quiz: ['id'],
  Review: [],
  RunLog: [],
  SplitFigure: [],
  Term: ['id'],
  TransferMap: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type ComponentName = keyof typeof componentAttributes;

/** The folder that a component's `id` refers to. */
const folders = { Cell: 'cells', Exercise: 'exercises', Quiz: 'quizzes' } as const;

/** The ids that exist, by the component that refers to them. */
interface KnownIds extends Readonly<Record<keyof typeof folders, readonly string[]>> {
  /** Ids of the glossary; `null` if it cannot be read. */
  readonly Term: readonly string[] | null;
  /** Classes of the drawings; `null` if their manifest cannot be read. */
  readonly DrawPad: readonly string[] | null;
  /** Formats the figure that `<Measured>` shows. @throws if its attributes name none */
  readonly measured: (attributes: MeasuredAttributes) => string;
  /** The lesson's pictures, by their paths within its folder. */
  readonly Figure: readonly string[];
}

/** The parsed text of a lesson in one language. */
interface ParsedText {
  readonly file: string;
  readonly content: TextParts;
}

/** Checks the components of a text, and that it has no JavaScript outside them. */
export function textDiagnostics(
  { parts, scripts, images, formulas }: TextParts,
  file: string,
  known: KnownIds,
): readonly Diagnostic[] {
  return [
    ...scripts.map(({ code, line }) => ({
      file,
      line,
      expected: 'prose and components',
      found: `{${code.slice(0, 40)}}`,
      fix: 'Write a brace as \\{, or code between backticks; code that runs belongs in a cell.',
    })),
    ...formulas.flatMap(({ tex, line }) => {
      const problem = mathProblem(tex);
      if (problem === null) return [];
      const fix = `Correct it: ${problem}. A dollar sign that begins no formula is written as \\$.`;
      return [{ file, line, expected: 'a formula in TeX', found: `$${tex.slice(0, 60)}$`, fix }];
    }),
    ...images.map(({ source, line }) => ({
      file,
      line,
      expected: '<Figure src="…" alt="…" />',
      found: source.slice(0, 60),
      fix: 'Put the picture into images/ of the lesson, and write <Figure>.',
    })),
    ...parts.flatMap((part, place) => partDiagnostics(part, file, known, parts.slice(0, place))),
  ];
}

/** Reports the first component of a translation that differs from the original. */
export function differenceDiagnostics(original: ParsedText, translation: ParsedText): readonly Diagnostic[] {
  const [originals, translations] = [original.content.parts, translation.content.parts];
  const place = [...originals, ...translations].findIndex(
    (_, at) => tagOf(originals[at]) !== tagOf(translations[at]),
  );
  if (place === -1) return [];
  const [wanted, found] = [originals[place], translations[place]];
  const expected =
    wanted === undefined
      ? `nothing more, as in ${original.file}`
      : `${tagOf(wanted)}, as in line ${wanted.line} of ${original.file}`;
  const fix = 'Make them equal: both languages have the same components in the same order.';
  return [{ file: translation.file, line: found?.line, expected, found: tagOf(found), fix }];
}

function tagOf(part: TextPart | undefined): string {
  if (part === undefined) return 'nothing more';
  const id = part.attributes.get('id');
  if (id !== undefined && id !== null) return `<${part.name} id="${id}">`;
  const same = ['model', 'state', 'kernel'].flatMap((name) => {
    const value = part.attributes.get(name);
    return value === undefined ? [] : [` ${name}="${value}"`];
  });
  if (same.length > 0) return `<${part.name}${same.join('')}>`;
  const names = part.name === 'DrawPad' ? part.expressions.get('names') : undefined;
  return names === undefined ? `<${part.name}>` : `<${part.name} names={${names}}>`;
}

function partDiagnostics(
  part: TextPart,
  file: string,
  known: KnownIds,
  before: readonly TextPart[],
): readonly Diagnostic[] {
  const { name, attributes, line } = part;
  const names = Object.keys(componentAttributes);
  if (!isComponent(name)) {
    const intended = names.find((each) => each.toLowerCase() === name.toLowerCase());
    // HTML elements are allowed, but not a component's name in lower case, which would be an unknown element.
    if (intended === undefined && /^[a-z]/.test(name)) return [];
    const fix = intended === undefined ? 'Correct its name, or remove it.' : `Write <${intended}>.`;
    return [{ file, line, expected: `one of ${names.join(', ')}`, found: `<${name}>`, fix }];
  }
  const allowed: readonly string[] = componentAttributes[name];
  const field = `<${name}>`;
  const unknown = [...attributes.keys()]
    .filter((attribute) => !allowed.includes(attribute))
    .map((attribute) => ({
      file,
      line,
      field,
      expected: allowed.length === 0 ? 'no attribute' : `only ${allowed.join(', ')}`,
      found: attribute,
      fix: 'Correct its name, or remove it.',
    }));
  return [
    ...unknown,
    ...idDiagnostics(part, name, file, known, before),
    ...figureDiagnostics(part, file, known.Figure),
    ...(name === 'DrawPad' ? classDiagnostics(part, file, known.DrawPad, before) : []),
    ...(name === 'Measured' && unknown.length === 0 ? measuredDiagnostics(part, file, known) : []),
  ];
}

function measuredDiagnostics(
  { attributes, line }: TextPart,
  file: string,
  known: KnownIds,
): readonly Diagnostic[] {
  try {
    known.measured(Object.fromEntries(attributes));
    return [];
  } catch (error) {
    return [
      {
        file,
        line,
        field: '<Measured>',
        expected: 'a row of src/content/measurements.json',
        found: error instanceof Error ? error.message : String(error),
        fix: 'Correct the attributes, or measure what is missing with tools/measure-course.',
      },
    ];
  }
}

function idDiagnostics(
  { attributes, line }: TextPart,
  name: ComponentName,
  file: string,
  known: KnownIds,
  before: readonly TextPart[],
): readonly Diagnostic[] {
  if (name !== 'Term' && !(name in folders)) return [];
  const ids = known[name as 'Term' | keyof typeof folders];
  const id = attributes.get('id');
  const place = { file, line, field: `<${name}>` };
  if (id === undefined || id === null || id === '') {
    const found = id === undefined ? 'none' : 'one that is not text';
    return [{ ...place, expected: 'id="…"', found, fix: 'Write the id of what it shows.' }];
  }
  if (ids !== null && !ids.includes(id)) {
    const where = name === 'Term' ? 'src/content/glossary.yaml' : `${folders[name as 'Cell']}/`;
    return [
      {
        ...place,
        expected: `an id from ${where}: ${ids.join(', ') || 'none yet'}`,
        found: id,
        fix: 'Correct the id, or write what it refers to.',
      },
    ];
  }
  const isDuplicate = before.some((part) => part.name === name && part.attributes.get('id') === id);
  if (!isDuplicate || name === 'Term') return [];
  return [{ ...place, expected: 'each id once in a text', found: `${id} again`, fix: 'Remove one of them.' }];
}

/** The most classes of a draw pad. */
const mostClasses = 10;

/** Checks the classes of a draw pad. */
function classDiagnostics(
  { attributes, expressions, line }: TextPart,
  file: string,
  known: readonly string[] | null,
  before: readonly TextPart[],
): readonly Diagnostic[] {
  const place = { file, line, field: '<DrawPad>' };
  const code = expressions.get('names');
  const names = readTexts(code ?? '');
  if (names === null || names.length === 0 || names.length > mostClasses)
    return [
      {
        ...place,
        expected: `names={['butterfly', 'bee']}: from 1 to ${mostClasses} classes of the drawings`,
        found: code === undefined ? (attributes.get('names') ?? 'none') : `names={${code.slice(0, 80)}}`,
        fix: 'Write the list of names, each between quotation marks.',
      },
    ];
  const earlier = before
    .filter((part) => part.name === 'DrawPad')
    .flatMap((part) => readTexts(part.expressions.get('names') ?? '') ?? []);
  return names.flatMap((name, at) => {
    if (names.indexOf(name) < at || earlier.includes(name))
      return [
        {
          ...place,
          expected: 'each class once in a text',
          found: `${name} again`,
          fix: 'Remove one of them.',
        },
      ];
    if (known === null || known.includes(name)) return [];
    const similar = known.filter((each) => each.slice(0, 2) === name.slice(0, 2).toLowerCase()).slice(0, 5);
    return [
      {
        ...place,
        expected: `names of classes from public/datasets/drawings@1/drawings.json${similar.length > 0 ? `, such as ${similar.join(', ')}` : ''}`,
        found: name,
        fix: 'Correct the name: it is the English one, in lower case, with hyphens.',
      },
    ];
  });
}

/** Reads the code of a list of texts such as `['butterfly', 'bee']`. Returns `null` for other code. */
function readTexts(code: string): readonly string[] | null {
  const text = /'[^'\\]*'|"[^"\\]*"/g;
  if (!/^\s*\[\s*(?:(?:'[^'\\]*'|"[^"\\]*")\s*(?:,\s*|(?=\])))*\]\s*$/.test(code)) return null;
  return [...code.matchAll(text)].map(([quoted]) => quoted.slice(1, -1));
}

function isComponent(name: string): name is ComponentName {
  return name in componentAttributes;
}
