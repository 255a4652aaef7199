import {
  endOf,
  forEachChild,
  lineStarts,
  type Node,
  parseCell,
  positionAt,
  startOf,
  withoutTypes,
} from '../../lessons-runtime/build.ts';

/** A name that stands in a check, or the code of which nobody can tell which names it gives. */
interface Named {
  readonly name: string;
  readonly line: number;
}

/** What a check says of itself, without running it. */
export interface ReadCheck {
  /** Whether it calls `check.define`. */
  readonly isDefined: boolean;
  /** Cells of the lesson that run before. */
  readonly needs: readonly Named[];
  /** Messages that it gives. */
  readonly messages: readonly Named[];
  /** Code in the place of a name that is none written out. */
  readonly unreadable: readonly Named[];
}

/** @param source a check that compiles */
export function readCheck(source: string): ReadCheck {
  const parsed = parseCell(source);
  if (!parsed.ok) return { isDefined: false, needs: [], messages: [], unreadable: [] };
  const nodes = descendants(parsed.program);
  const starts = lineStarts(source);
  const unreadable: Named[] = [];
  const constants = new Map(
    nodes.flatMap((node) =>
      node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init
        ? [[node.id.name, node.init] as const]
        : [],
    ),
  );

  /** The texts that an expression can be: one, or one of several. */
  function textsOf(expression: Node, followed: readonly string[] = []): readonly Named[] {
    const node = withoutTypes(expression);
    const line = positionAt(starts, startOf(node)).line;
    if (node.type === 'StringLiteral') return [{ name: node.value, line }];
    if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
      return [{ name: node.quasis[0]?.value.cooked ?? '', line }];
    }
    if (node.type === 'ConditionalExpression') {
      return [...textsOf(node.consequent, followed), ...textsOf(node.alternate, followed)];
    }
    if (node.type === 'Identifier' && !followed.includes(node.name)) {
      const meant = constants.get(node.name);
      if (meant !== undefined) return textsOf(meant, [...followed, node.name]);
    }
    unreadable.push({ name: source.slice(startOf(node), endOf(node)), line });
    return [];
  }

  const called = (method: string) =>
    nodes.flatMap((node) => (node.type === 'CallExpression' && isCheck(node.callee, method) ? [node] : []));
  const definitions = called('define').flatMap(({ arguments: [definition] }) =>
    definition?.type === 'ObjectExpression' ? definition.properties : [],
  );
  const needs = definitions.flatMap((property) => {
    if (property.type !== 'ObjectProperty' || !isNamed(property.key, 'needs')) return [];
    const value = withoutTypes(property.value);
    const items = value.type === 'ArrayExpression' ? value.elements : [value];
    return items.flatMap((item) => (item === null ? [] : textsOf(item)));
  });
  const messages = [...called('wrong'), ...called('correct')].flatMap(({ arguments: [name] }) =>
    name === undefined ? [] : textsOf(name),
  );
  return { isDefined: called('define').length > 0, needs, messages, unreadable };
}

function isCheck(callee: Node, method: string): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'check' &&
    isNamed(callee.property, method)
  );
}

function isNamed(key: Node, name: string): boolean {
  return key.type === 'Identifier' && key.name === name;
}

function descendants(node: Node): readonly Node[] {
  const found: Node[] = [node];
  forEachChild(node, (child) => found.push(...descendants(child)));
  return found;
}
