import { type CellNames, type InputKind, inputKinds } from '../lesson/cell-names.ts';
import { findDeclarations } from './names/declarations.ts';
import { resolveNames } from './names/resolve-names.ts';
import { outsideNames } from './names/rewrite-names.ts';
import { parseCell } from './parse-cell.ts';
import { forEachChild, type Node, withoutTypes } from './source/syntax.ts';

/** The functions of the module `deshielo` that read something of the page. */
const readers: Readonly<Record<InputKind, string>> = {
  photo: 'chosenPhoto',
  classes: 'myClasses',
  drawings: 'myDrawings',
};

/** Methods that change their object in any case: those of models, layers and arrays. */
const changing: ReadonlySet<string> = new Set([
  'compile',
  'fit',
  'fitDataset',
  'trainOnBatch',
  'setWeights',
  'loadWeights',
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
]);

/** Methods that change their object if their result is not used. Otherwise they may be those of tensors: `x.add(1)`. */
const changingAlone: ReadonlySet<string> = new Set([
  'add',
  'set',
  'delete',
  'clear',
  'sort',
  'reverse',
  'fill',
]);

/**
 * Returns the names that a cell shares with other cells; `null` if its code has a syntax error.
 *
 * What a cell changes in place is found by its form only: assignments to members, also of the variable of a loop over the value
 * (`for (const layer of base.layers) layer.trainable = false`), and methods that are known to change their object. A value that
 * is changed within a function of another cell is not found.
 */
export function cellNames(source: string): CellNames | null {
  const parsed = parseCell(source);
  if (!parsed.ok) return null;
  const { program } = parsed;
  const declarations = findDeclarations(program);
  const resolution = resolveNames(program);
  const uses = outsideNames(resolution, new Set(declarations.keys()));
  const shared = new Set<Node>(resolution.references.map(({ node }) => node));
  const usesNow = new Set<string>();
  const changes = new Set<string>();
  /** The names that local variables are parts of: `layer` of `base` in a loop over `base.layers`. */
  const origins = new Map<string, string>();

  /** Returns the name of the value that an expression is a part of. */
  function originOf(expression: Node): string | null {
    const node = withoutTypes(expression);
    switch (node.type) {
      case 'Identifier':
        return shared.has(node) ? node.name : (origins.get(node.name) ?? null);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return originOf(node.object);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return originOf(node.callee);
      case 'AwaitExpression':
        return originOf(node.argument);
      default:
        return null;
    }
  }

  function change(target: Node): void {
    const origin = originOf(target);
    if (origin !== null && !declarations.has(origin)) changes.add(origin);
  }

  function setOrigin(variable: Node | null | undefined, value: Node): void {
    const origin = originOf(value);
    if (variable?.type === 'Identifier' && origin !== null) origins.set(variable.name, origin);
  }

  /** @param isAlone whether the node is a statement, possibly awaited, so that its value is not used */
  function visit(node: Node, isAlone = false): void {
    switch (node.type) {
      case 'Identifier':
        if (shared.has(node)) usesNow.add(node.name);
        return;
      case 'ExpressionStatement':
        visit(node.expression, true);
        return;
      case 'AwaitExpression':
        visit(node.argument, isAlone);
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
        return;
      case 'AssignmentExpression':
        change(node.left);
        break;
      case 'UpdateExpression':
        change(node.argument);
        break;
      case 'UnaryExpression':
        if (node.operator === 'delete') change(node.argument);
        break;
      case 'ForOfStatement':
        setOrigin(
          node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left,
          node.right,
        );
        break;
      case 'CallExpression':
      case 'OptionalCallExpression':
        visitCall(node, isAlone);
        return;
      default:
    }
    forEachChild(node, (child) => visit(child));
  }

  /** A function among the arguments, or one that is called at once, is taken to run now: `tf.tidy(() => model.predict(x))`. */
  function visitCall(
    node: Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' }>,
    isAlone: boolean,
  ) {
    const callee = withoutTypes(node.callee);
    const object =
      callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression' ? callee.object : null;
    if (object !== null && 'property' in callee && callee.property.type === 'Identifier') {
      const { name } = callee.property;
      if (changing.has(name) || (isAlone && changingAlone.has(name))) change(object);
    }
    for (const part of [callee, ...node.arguments]) {
      if (part.type !== 'ArrowFunctionExpression' && part.type !== 'FunctionExpression') visit(part);
      else {
        if (object !== null) setOrigin(part.params[0], object);
        visit(part.body, part.body.type !== 'BlockStatement');
      }
    }
  }

  for (const statement of program.body) visit(statement);
  // Assignments by destructuring: `[a, b] = [b, a]`.
  for (const { node, use, immediate } of resolution.references)
    if (use === 'write' && immediate && !declarations.has(node.name)) changes.add(node.name);

  const named = (isImport: boolean) =>
    [...declarations].flatMap(([name, kind]) => ((kind === 'import') === isImport ? [name] : []));
  const imports = named(true);
  return {
    declares: named(false),
    imports,
    uses,
    usesNow: uses.filter((name) => usesNow.has(name)),
    changes: [...changes],
    inputs: inputKinds.filter((kind) => imports.includes(readers[kind]) || uses.includes(readers[kind])),
  };
}
