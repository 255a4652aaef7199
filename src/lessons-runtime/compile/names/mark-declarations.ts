import type { Edits } from '../source/edits.ts';
import { endOf, type Program, type Statement } from '../source/syntax.ts';
import { declaredNames } from './bound-names.ts';
import { exported } from './rewrite-declarations.ts';

/**
 * Lets compiled code tell how far it came: after each statement that declares names it calls the function `ran` with the
 * statement's number, from 2; after imports and functions, which come first, with 1.
 *
 * @param hasPrelude whether there are imports or functions
 * @returns of the names declared at the top level, the number that is told once they are; `var`s of inner blocks have none
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

/** What a statement declares once it ran. */
function namesOf(statement: Statement): readonly string[] {
  const declaration = exported(statement) ?? statement;
  if (declaration.type === 'VariableDeclaration')
    return declaration.declare ? [] : declaredNames(declaration);
  return declaration.type === 'ClassDeclaration' && declaration.id && !declaration.declare
    ? [declaration.id.name]
    : [];
}
