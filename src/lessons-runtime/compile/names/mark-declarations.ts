import type { Edits } from '../source/edits.ts';
import { endOf, type Program, type Statement } from '../source/syntax.ts';
import { declaredNames } from './bound-names.ts';
import { exported } from './rewrite-declarations.ts';

/**
 * Makes compiled code report its progress: it calls the function `ran` after imports and functions, which come first, with
 * 1, and after each statement that declares names with the statement's number, from 2.
 *
 * @param ran the name of the function in the compiled code
 * @param hasPrelude whether there are imports or functions
 * @returns the number that reports the declaration of each name of the top level; `var`s of inner blocks have none
 */
export function markDeclarations(
  program: Program,
  ran: string,
  hasPrelude: boolean,
  edits: Edits,
): ReadonlyMap<string, number> {
  if (hasPrelude) edits.prepend(`${ran}(1);`);
  const marks = new Map<string, number>();
  let count = 1;
  for (const statement of program.body) {
    const names = namesOf(statement);
    if (names.length === 0) continue;
    count += 1;
    for (const name of names) if (!marks.has(name)) marks.set(name, count);
    edits.trail(endOf(statement), `;${ran}(${count})`);
    edits.terminate(endOf(statement));
  }
  return marks;
}

/** Returns the names that a variable or class declaration binds when it runs. */
function namesOf(statement: Statement): readonly string[] {
  const declaration = exported(statement) ?? statement;
  if (declaration.type === 'VariableDeclaration')
    return declaration.declare ? [] : declaredNames(declaration);
  return declaration.type === 'ClassDeclaration' && declaration.id && !declaration.declare
    ? [declaration.id.name]
    : [];
}
