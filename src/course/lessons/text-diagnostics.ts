import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { TextPart, TextParts } from './text-parts.ts';

/** What a lesson's text may use, and what each takes. */
export const componentAttributes = {
  Answer: [],
  Cell: ['id'],
  Exercise: ['id'],
  FirstSteps: [],
  Note: [],
  PhotoClasses: ['names'],
  PhotoPicker: [],
  Question: [],
  Quiz: ['id'],
  Review: [],
  RunLog: [],
  Term: ['id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type ComponentName = keyof typeof componentAttributes;

/** The folder in which what a component names lies. */
const folders = { Cell: 'cells', Exercise: 'exercises', Quiz: 'quizzes' } as const;

/** What there is to be named, by the component that names it. */
interface KnownIds extends Readonly<Record<keyof typeof folders, readonly string[]>> {
  /** Ids of the glossary; `null` where it cannot be read. */
  readonly Term: readonly string[] | null;
}

/** What is wrong with the components of a text, and what is in it that is no text. */
export function textDiagnostics(
  { parts, scripts }: TextParts,
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
    ...parts.flatMap((part, place) => partDiagnostics(part, file, known, parts.slice(0, place))),
  ];
}

/** Where the second of two texts does not have the components of the first, in their order. */
export function differenceDiagnostics(
  [there, here]: readonly [TextParts, TextParts],
  [thereFile, file]: readonly [string, string],
): readonly Diagnostic[] {
  const place = [...there.parts, ...here.parts].findIndex(
    (_, at) => tagOf(there.parts[at]) !== tagOf(here.parts[at]),
  );
  if (place === -1) return [];
  const [expected, found] = [there.parts[place], here.parts[place]];
  const from =
    expected === undefined
      ? `nothing more, as ${thereFile}`
      : `${tagOf(expected)}, as line ${expected.line} of ${thereFile}`;
  const fix = 'Make them equal: both languages have the same components in the same order.';
  return [{ file, line: found?.line, expected: from, found: tagOf(found), fix }];
}

function tagOf(part: TextPart | undefined): string {
  if (part === undefined) return 'nothing more';
  const id = part.attributes.get('id');
  return id === undefined || id === null ? `<${part.name}>` : `<${part.name} id="${id}">`;
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
    // HTML is as good as Markdown; a component in small letters would be HTML that shows nothing.
    if (intended === undefined && /^[a-z]/.test(name)) return [];
    const fix = intended === undefined ? 'Correct its name, or take it out.' : `Write <${intended}>.`;
    return [{ file, line, expected: `one of ${names.join(', ')}`, found: `<${name}>`, fix }];
  }
  const taken: readonly string[] = componentAttributes[name];
  const field = `<${name}>`;
  const unknown = [...attributes.keys()]
    .filter((attribute) => !taken.includes(attribute))
    .map((attribute) => ({
      file,
      line,
      field,
      expected: taken.length === 0 ? 'no attribute' : `only ${taken.join(', ')}`,
      found: attribute,
      fix: 'Correct its name, or take it out.',
    }));
  return [...unknown, ...idDiagnostics(part, name, file, known, before)];
}

function idDiagnostics(
  { attributes, line }: TextPart,
  name: ComponentName,
  file: string,
  known: KnownIds,
  before: readonly TextPart[],
): readonly Diagnostic[] {
  if (name !== 'Term' && !(name in folders)) return [];
  const ids = known[name as keyof KnownIds];
  const id = attributes.get('id');
  const place = { file, line, field: `<${name}>` };
  if (id === undefined || id === null || id === '') {
    const found = id === undefined ? 'none' : 'one that is no text';
    return [{ ...place, expected: 'id="…"', found, fix: 'Name what it shows.' }];
  }
  if (ids !== null && !ids.includes(id)) {
    const where = name === 'Term' ? 'src/content/glossary.yaml' : `${folders[name as 'Cell']}/`;
    return [
      {
        ...place,
        expected: `what ${where} has: ${ids.join(', ') || 'nothing yet'}`,
        found: id,
        fix: 'Correct the id, or write it there.',
      },
    ];
  }
  const isDuplicate = before.some((part) => part.name === name && part.attributes.get('id') === id);
  if (!isDuplicate || name === 'Term') return [];
  return [{ ...place, expected: 'each once in a text', found: `${id} again`, fix: 'Take one of them out.' }];
}

function isComponent(name: string): name is ComponentName {
  return name in componentAttributes;
}
