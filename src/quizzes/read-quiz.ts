import { isCollection, isMap, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import { type Quiz, quizSchema } from './quiz-schema.ts';
import { type Nonsense, nonsenseOf } from './quiz-sense.ts';

/** A quiz's file that cannot be used. Its message has a line for each mistake: where, expected, found, how to mend it. */
export class QuizFileError extends Error {
  override readonly name = 'QuizFileError';
}

type Path = readonly PropertyKey[];

/**
 * Reads a quiz as its author wrote it, in YAML.
 * @param file named in errors
 * @throws {QuizFileError} with every mistake of the file
 */
export function readQuiz(yaml: string, file: string): Quiz {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const at = (offset: number | undefined) =>
    `${file}:${offset === undefined ? 1 : lines.linePos(offset).line}`;
  const root = document.contents;

  if (document.errors.length > 0) {
    throw new QuizFileError(
      document.errors
        .map(
          ({ pos, message }) =>
            `${at(pos[0])}: expected YAML, found: ${message.split(/ at line|\n/)[0]}. Mend it there.`,
        )
        .join('\n'),
    );
  }
  const report = ({ path, expected, found }: Nonsense, fix: string) =>
    `${at(offsetOf(root, path))}: ${namePath(path)}: expected ${expected}; found ${found}. ${fix}`;

  const read = quizSchema.safeParse(document.toJS());
  if (!read.success) {
    throw new QuizFileError(
      read.error.issues
        .flatMap((issue) => {
          if (issue.code === 'unrecognized_keys') {
            return issue.keys.map((key) =>
              report(
                { path: [...keysOf(issue.path), key], expected: issue.message, found: `the field ${key}` },
                'Correct its name, or take it out.',
              ),
            );
          }
          const path = keysOf(issue.path);
          const found = document.getIn(path);
          const isMissing = found === undefined || found === null;
          return report(
            {
              path,
              expected: issue.message,
              found: isMissing ? 'nothing' : brief(document.getIn(path, true)),
            },
            isMissing ? 'Add it.' : 'Change it to that.',
          );
        })
        .join('\n'),
    );
  }

  const nonsense = nonsenseOf(read.data);
  if (nonsense.length > 0) {
    throw new QuizFileError(nonsense.map((each) => report(each, 'Make it so.')).join('\n'));
  }
  return read.data;
}

function keysOf(path: Path): readonly (string | number)[] {
  return path.map((key) => (typeof key === 'symbol' ? String(key) : key));
}

/** `questions[2].options[0].why` */
function namePath(path: Nonsense['path']): string {
  if (path.length === 0) return 'the file';
  return path
    .map((key, place) => (typeof key === 'number' ? `[${key + 1}]` : place === 0 ? key : `.${key}`))
    .join('');
}

/** Where a field begins: its name, where it has one; else where the nearest thing around it begins. */
function offsetOf(root: ParsedNode | null, path: Nonsense['path']): number | undefined {
  let node: Node | null = root;
  let offset = root?.range[0];
  for (const key of path) {
    if (!isCollection(node)) break;
    const pair: { key: unknown; value: unknown } | undefined = isMap(node)
      ? node.items.find((item) => String(item.key) === key)
      : { key: null, value: node.items[Number(key)] };
    if (pair === undefined) break;
    const value = pair.value as Node | null;
    offset = (pair.key as Node | null)?.range?.[0] ?? value?.range?.[0] ?? offset;
    node = value;
  }
  return offset;
}

function brief(found: unknown): string {
  const text = String(found).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text || 'an empty text';
}
