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

/** A name in a check, or the code of an expression that is not a name. */
interface NameInCheck {
  readonly name: string;
  readonly line: number;
}

/** What can be read from a check without running it. */
export interface ReadCheck {
  /** Whether it calls `check.define`. */
  readonly isDefined: boolean;
  /** Cells of the lesson that run before the learner's code. */
  readonly needs: readonly NameInCheck[];
  /** Messages that it gives. */
  readonly messages: readonly NameInCheck[];
  /** Expressions used as names whose value cannot be determined without running them. */
  readonly unreadable: readonly NameInCheck[];
}

/**
 * Reads the cells and messages that a check names.
 * @param source the text of a `check.ts`; if it does not parse, the result is that of an empty file
 */
export function readCheck(source: string): ReadCheck {
  const parsed = parseCell(source);
  if (!parsed.ok) return { isDefined: false, needs: [], messages: [], unreadable: [] };
  const nodes = descendants(parsed.program);
  const starts = lineStarts(source);
  const unreadable: NameInCheck[] = [];
  const constants = new Map(
    nodes.flatMap((node) =>
      node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init
        ? [[node.id.name, node.init] as const]
        : [],
    ),
  );

  /** Returns the strings that an expression can evaluate to. @param followed constants on the way, so that a cycle ends */
  function textsOf(expression: Node, followed: readonly string[] = []): readonly NameInCheck[] {
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
      const value = constants.get(node.name);
      if (value !== undefined) return textsOf(value, [...followed, node.name]);
    }
    unreadable.push({ name: source.slice(startOf(node), endOf(node)), line });
    return [];
  }

  const callsOf = (method: string) =>
    nodes.flatMap((node) => (node.type === 'CallExpression' && isCheck(node.callee, method) ? [node] : []));
  const definitions = callsOf('define').flatMap(({ arguments: [definition] }) =>
    definition?.type === 'ObjectExpression' ? definition.properties : [],
  );
  const needs = definitions.flatMap((property) => {
    if (property.type !== 'ObjectProperty' || !isNamed(property.key, 'needs')) return [];
    const value = withoutTypes(property.value);
    const items = value.type === 'ArrayExpression' ? value.elements : [value];
    return items.flatMap((item) => (item === null ? [] : textsOf(item)));
  });
  const messages = [...callsOf('wrong'), ...callsOf('correct')].flatMap(({ arguments: [name] }) =>
    name === undefined ? [] : textsOf(name),
  );
  return { isDefined: callsOf('define').length > 0, needs, messages, unreadable };
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
