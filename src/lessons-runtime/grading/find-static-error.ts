import { type CompileResult, compileCell, type Position } from '../compile/compile-cell.ts';
import { parseCell } from '../compile/parse-cell.ts';
import { lineStarts, positionAt } from '../compile/source/lines.ts';
import { forEachChild, type Node, startOf } from '../compile/source/syntax.ts';
import { optionKeys } from './option-keys.ts';

/** What can be told wrong without running anything. */
export type StaticError =
  | { readonly kind: 'unknown-name'; readonly name: string; readonly place: Position }
  | {
      readonly kind: 'unknown-option';
      readonly name: string;
      /** Of which function. */
      readonly call: string;
      readonly known: readonly string[];
      readonly place: Position;
    };

/** Names that every cell has besides the language's own. */
const builtins = ['tf', 'display', 'console', 'fetch'];

/** Code that could be read. */
export type Compiled = Extract<CompileResult, { ok: true }>;

/**
 * A name that nobody declares, or an option that a function of TensorFlow.js does not have; `null` where there is neither.
 *
 * @param source what was compiled
 * @param declared names that other cells declare
 */
export function findStaticError(
  source: string,
  compiled: Compiled,
  declared: ReadonlySet<string>,
): StaticError | null {
  const parsed = parseCell(source);
  if (!parsed.ok) return null;
  const unknown = compiled.references.find(
    (name) => !declared.has(name) && !builtins.includes(name) && !(name in globalThis),
  );
  if (unknown !== undefined) {
    const node = find(parsed.program, (each) => each.type === 'Identifier' && each.name === unknown);
    return { kind: 'unknown-name', name: unknown, place: placeOf(source, node ?? parsed.program) };
  }
  return unknownOption(source, parsed.program);
}

/** Names that a cell declares for those after it; none where it cannot be compiled. */
export function declaredBy(source: string): readonly string[] {
  const compiled = compileCell(source, { name: 'other', run: 1 });
  return compiled.ok ? compiled.declares.map(({ name }) => name) : [];
}

function unknownOption(source: string, program: Node): StaticError | null {
  let found: StaticError | null = null;
  find(program, (node) => {
    if (node.type !== 'CallExpression') return false;
    const call = calledName(node.callee);
    const known = call === null ? undefined : optionKeys[call];
    if (call === null || known === undefined) return false;
    const options = node.arguments.find((argument) => argument.type === 'ObjectExpression');
    for (const property of options?.properties ?? []) {
      if (property.type === 'SpreadElement' || property.computed || property.key.type !== 'Identifier')
        continue;
      const { name } = property.key;
      if (known.includes(name)) continue;
      found = { kind: 'unknown-option', name, call, known, place: placeOf(source, property) };
      return true;
    }
    return false;
  });
  return found;
}

/** Of a method: a function that stands alone is the learner's own, whatever its name. */
function calledName(callee: Node): string | null {
  if (callee.type !== 'MemberExpression' || callee.computed) return null;
  return callee.property.type === 'Identifier' ? callee.property.name : null;
}

/** The first node, in the order of the text, of which `isIt` says so. */
function find(node: Node, isIt: (node: Node) => boolean): Node | null {
  if (isIt(node)) return node;
  let found: Node | null = null;
  forEachChild(node, (child) => {
    found ??= find(child, isIt);
  });
  return found;
}

function placeOf(source: string, node: Node): Position {
  return positionAt(lineStarts(source), startOf(node));
}
