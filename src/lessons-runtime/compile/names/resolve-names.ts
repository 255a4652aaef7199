import type {
  Class,
  ClassPrivateMethod,
  Function as FunctionNode,
  Identifier,
  Node,
  Program,
  Statement,
  ThisExpression,
  VariableDeclaration,
} from '../source/syntax.ts';
import { endOf, forEachChild, isParenthesized, withoutTypes } from '../source/syntax.ts';
import { declaredNames, lexicalNames, patternNames, varNames } from './bound-names.ts';
import type { AssignedValue, NameUse, Reference, Resolution, SharedVariables } from './name-reference.ts';
import { hasTopLevelThis, isLocal, reachesTop, type Scope } from './scope.ts';

type Pattern = { readonly use: 'declare' | 'write' | 'bind'; readonly value?: AssignedValue | undefined };

/** Finds the names of a cell that no inner scope binds, by the scoping rules of JavaScript. */
export function resolveNames(program: Program): Resolution {
  const references: Reference[] = [];
  const sharedVariables: SharedVariables[] = [];
  const topLevelThis: ThisExpression[] = [];
  const localNames = new Set<string>();

  function enter(
    parent: Scope | undefined,
    names: readonly string[],
    { holdsVars = false, bindsThis = false } = {},
  ): Scope {
    for (const name of names) localNames.add(name);
    return { parent, names: new Set(names), holdsVars, bindsThis };
  }

  function refer(
    node: Identifier,
    use: NameUse,
    scope: Scope | undefined,
    { shorthand = false, value, calleeEnd }: Partial<Omit<Reference, 'node' | 'use' | 'immediate'>> = {},
  ): void {
    if (isLocal(node.name, scope)) return;
    references.push({ node, use, shorthand, immediate: reachesTop(scope), value, calleeEnd });
  }

  function visitAll(nodes: readonly (Node | null | undefined)[], scope: Scope | undefined): void {
    for (const node of nodes) if (node) visit(node, scope);
  }

  function visitStatements(statements: readonly Statement[], scope: Scope | undefined): void {
    for (const statement of statements) {
      if (statement.type === 'VariableDeclaration') visitVariables(statement, scope, 'list');
      else visit(statement, scope);
    }
  }

  function visitVariables(
    node: VariableDeclaration,
    scope: Scope | undefined,
    place: SharedVariables['place'],
  ): void {
    if (node.declare) return;
    const shared = node.kind === 'var' ? reachesTop(scope) : scope === undefined;
    if (shared) sharedVariables.push({ node, place });
    for (const declarator of node.declarations) {
      const { id, init } = declarator;
      const value = init && id.type === 'Identifier' ? { node: init, end: endOf(declarator) } : undefined;
      visitPattern(id, scope, { use: shared ? 'declare' : 'bind', value });
      if (init) visit(init, scope);
    }
  }

  function visitPattern(
    pattern: Node,
    scope: Scope | undefined,
    { use, value }: Pattern,
    shorthand = false,
  ): void {
    switch (pattern.type) {
      case 'Identifier':
        if (use !== 'bind') refer(pattern, use, scope, { shorthand, value });
        return;
      case 'AssignmentPattern': {
        const fallback = { node: pattern.right, end: endOf(pattern) };
        visitPattern(pattern.left, scope, { use, value: fallback }, shorthand);
        visit(pattern.right, scope);
        return;
      }
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element) visitPattern(element, scope, { use });
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') {
            visitPattern(property.argument, scope, { use });
          } else {
            if (property.computed) visit(property.key, scope);
            visitPattern(property.value, scope, { use }, property.shorthand);
          }
        }
        return;
      case 'RestElement':
        visitPattern(pattern.argument, scope, { use });
        return;
      default: {
        const target = withoutTypes(pattern);
        if (target.type === 'Identifier') visitPattern(target, scope, { use });
        else visit(target, scope);
      }
    }
  }

  function visitFunction(node: FunctionNode | ClassPrivateMethod, outer: Scope | undefined) {
    const isArrow = node.type === 'ArrowFunctionExpression';
    const ownName = node.type === 'FunctionExpression' && node.id ? enter(outer, [node.id.name]) : outer;
    const params = node.params.filter((param) => param.type !== 'TSParameterProperty');
    const names = params.flatMap((param) => patternNames(param));
    const scope = enter(ownName, isArrow ? names : [...names, 'arguments'], {
      holdsVars: true,
      bindsThis: !isArrow,
    });
    for (const param of params) visitPattern(param, scope, { use: 'bind' });
    if (node.body.type === 'BlockStatement') {
      const { body } = node.body;
      visitStatements(body, enter(scope, [...lexicalNames(body), ...varNames(body)]));
    } else {
      visit(node.body, scope);
    }
  }

  function visitClass(node: Class, outer: Scope | undefined): void {
    if ('declare' in node && node.declare) return;
    const scope = enter(outer, node.id ? [node.id.name] : []);
    if (node.superClass) visit(node.superClass, scope);
    for (const member of node.body.body) {
      if ('computed' in member && member.computed && !isTypeOnlyMember(member)) visit(member.key, scope);
      switch (member.type) {
        case 'ClassMethod':
        case 'ClassPrivateMethod':
          visitFunction(member, scope);
          break;
        case 'ClassProperty':
        case 'ClassPrivateProperty':
          if (member.value && !isTypeOnlyMember(member)) {
            visit(member.value, enter(scope, [], { holdsVars: true, bindsThis: true }));
          }
          break;
        case 'StaticBlock': {
          const names = [...lexicalNames(member.body), ...varNames(member.body)];
          visitStatements(member.body, enter(scope, names, { holdsVars: true, bindsThis: true }));
          break;
        }
        default:
      }
    }
  }

  function visitLoopHead(head: Node | null | undefined, scope: Scope, place: 'for-init' | 'for-each'): void {
    if (!head) return;
    if (head.type === 'VariableDeclaration') visitVariables(head, scope, place);
    else if (place === 'for-each') visitPattern(head, scope, { use: 'write' });
    else visit(head, scope);
  }

  function visitCallee(callee: Node, typeArguments: Node | null | undefined, scope: Scope | undefined): void {
    const target = withoutTypes(callee);
    const calleeEnd = isParenthesized(callee) ? undefined : endOf(typeArguments ?? callee);
    if (target.type === 'Identifier') refer(target, 'call', scope, { calleeEnd });
    else visit(target, scope);
  }

  function visit(node: Node, scope: Scope | undefined): void {
    switch (node.type) {
      case 'Identifier':
        refer(node, 'read', scope);
        break;
      case 'ThisExpression':
        if (hasTopLevelThis(scope)) topLevelThis.push(node);
        return;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        visitAll([node.object, node.computed ? node.property : null], scope);
        break;
      case 'CallExpression':
      case 'OptionalCallExpression':
        visitCallee(node.callee, node.typeArguments, scope);
        visitAll(node.arguments, scope);
        break;
      case 'TaggedTemplateExpression':
        visitCallee(node.tag, null, scope);
        visit(node.quasi, scope);
        break;
      case 'UnaryExpression': {
        const target = withoutTypes(node.argument);
        if (node.operator === 'typeof' && target.type === 'Identifier') refer(target, 'typeof', scope);
        else visit(target, scope);
        break;
      }
      case 'AssignmentExpression': {
        const isPlain = node.left.type === 'Identifier' && !isParenthesized(node.left);
        const value = isPlain && /^(\|\||&&|\?\?)?=$/.test(node.operator);
        visitPattern(node.left, scope, {
          use: 'write',
          value: value ? { node: node.right, end: endOf(node) } : undefined,
        });
        visit(node.right, scope);
        break;
      }
      case 'UpdateExpression':
        visitPattern(node.argument, scope, { use: 'write' });
        break;
      case 'ObjectProperty':
        if (node.computed) visit(node.key, scope);
        if (node.shorthand && node.value.type === 'Identifier')
          refer(node.value, 'read', scope, { shorthand: true });
        else visit(node.value, scope);
        break;
      case 'ObjectMethod':
        if (node.computed) visit(node.key, scope);
        visitFunction(node, scope);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        visitFunction(node, scope);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        visitClass(node, scope);
        break;
      case 'VariableDeclaration':
        visitVariables(node, scope, 'body');
        break;
      case 'BlockStatement':
        visitStatements(node.body, enter(scope, lexicalNames(node.body)));
        break;
      case 'ForStatement': {
        const inner = enter(scope, headNames(node.init));
        visitLoopHead(node.init, inner, 'for-init');
        visitAll([node.test, node.update, node.body], inner);
        break;
      }
      case 'ForInStatement':
      case 'ForOfStatement': {
        const inner = enter(scope, headNames(node.left));
        visitLoopHead(node.left, inner, 'for-each');
        visitAll([node.right, node.body], inner);
        break;
      }
      case 'SwitchStatement': {
        visit(node.discriminant, scope);
        const inner = enter(scope, lexicalNames(node.cases.flatMap((clause) => clause.consequent)));
        for (const clause of node.cases) {
          if (clause.test) visit(clause.test, inner);
          visitStatements(clause.consequent, inner);
        }
        return;
      }
      case 'CatchClause': {
        const inner = enter(scope, node.param ? patternNames(node.param) : []);
        if (node.param) visitPattern(node.param, inner, { use: 'bind' });
        visit(node.body, inner);
        break;
      }
      case 'LabeledStatement':
        visit(node.body, scope);
        break;
      case 'ExportNamedDeclaration':
        if (node.declaration) visitStatements([node.declaration], scope);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'PrivateName':
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return;
      default: {
        const inner = withoutTypes(node);
        if (inner !== node) visit(inner, scope);
        else if (!node.type.startsWith('TS')) forEachChild(node, (child) => visit(child, scope));
      }
    }
  }

  visitStatements(program.body, undefined);
  return { references, sharedVariables, topLevelThis, localNames };
}

function headNames(head: Node | null | undefined): readonly string[] {
  return head?.type === 'VariableDeclaration' && head.kind !== 'var' ? declaredNames(head) : [];
}

function isTypeOnlyMember(member: Node): boolean {
  return (
    member.type === 'TSDeclareMethod' ||
    ('declare' in member && member.declare === true) ||
    ('abstract' in member && member.abstract === true)
  );
}
