import { type CompileResult, compileCell } from '../compile/compile-cell.ts';
import { parseCell } from '../compile/parse-cell.ts';
import { lineStarts, type Position, positionAt } from '../compile/source/lines.ts';
import { findNode, type Node, startOf } from '../compile/source/syntax.ts';
import { optionKeys } from './option-keys.ts';

/** An error that can be found without running the code, at a place in the learner's source. */
export type StaticError =
  /** A name that no cell declares and that is no global. */
  | { readonly kind: 'unknown-name'; readonly name: string; readonly place: Position }
  /** An option that a function of TensorFlow.js does not have. */
  | {
      readonly kind: 'unknown-option';
      readonly name: string;
      /** The name of the function. */
      readonly call: string;
      /** The options that the function has. */
      readonly known: readonly string[];
      readonly place: Position;
    };

/** Names that are defined in every cell besides those of JavaScript. */
const builtins = ['tf', 'display', 'console', 'fetch'];

/** A cell that compiled. */
export type Compiled = Extract<CompileResult, { ok: true }>;

/**
 * Returns the first unknown name, else the first unknown option, else `null`.
 *
 * @param source the source of `compiled`
 * @param declared the names that other cells declare
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
    const node = findNode(parsed.program, (each) => each.type === 'Identifier' && each.name === unknown);
    return { kind: 'unknown-name', name: unknown, place: placeOf(source, node ?? parsed.program) };
  }
  return unknownOption(source, parsed.program);
}

/** Returns the names that a cell declares at its top level; none if it does not compile. */
export function declaredBy(source: string): readonly string[] {
  const compiled = compileCell(source, { name: 'other', run: 1 });
  return compiled.ok ? compiled.declares.map(({ name }) => name) : [];
}

function unknownOption(source: string, program: Node): StaticError | null {
  let found: StaticError | null = null;
  findNode(program, (node) => {
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

/** Returns the name of a called method. A function that is called by plain name is the learner's own, whatever its name. */
function calledName(callee: Node): string | null {
  if (callee.type !== 'MemberExpression' || callee.computed) return null;
  return callee.property.type === 'Identifier' ? callee.property.name : null;
}

function placeOf(source: string, node: Node): Position {
  return positionAt(lineStarts(source), startOf(node));
}
