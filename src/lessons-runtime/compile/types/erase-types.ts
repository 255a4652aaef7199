import { isTypeImport } from '../names/declarations.ts';
import type { Edits } from '../source/edits.ts';
import { findText } from '../source/scan-text.ts';
import { endOf, forEachChild, isParenthesized, type Node, type Program, startOf } from '../source/syntax.ts';
import { isErasableModule } from './erasable-module.ts';
import { eraseClassHead, eraseClassMember } from './erase-class.ts';
import { eraseSignature } from './erase-function.ts';

/**
 * Blanks all types of a cell in place. Inserts semicolons and parentheses where blanking alone would change the meaning:
 * between statements that only a type separated, and after `return` before a line break.
 */
export function eraseTypes(source: string, program: Program, edits: Edits): void {
  eraseChildren(source, program, edits);
}

function eraseChildren(source: string, node: Node, edits: Edits): void {
  const isLoop =
    node.type === 'ForStatement' || node.type === 'ForInStatement' || node.type === 'ForOfStatement';
  forEachChild(node, (child) => {
    erase(source, child, edits);
    const inHead = isLoop && child !== node.body;
    if (
      !inHead &&
      endsBySemicolon(child) &&
      source[endOf(child) - 1] !== ';' &&
      edits.isBlankUpTo(endOf(child))
    ) {
      edits.terminate(endOf(child));
    }
  });
}

function erase(source: string, node: Node, edits: Edits): void {
  if (isTypeOnly(node)) {
    edits.blank(startOf(node), endOf(node), isStatementOrMember(node) ? ';' : undefined);
    return;
  }
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression': {
      const operator = node.type === 'TSAsExpression' ? 'as' : 'satisfies';
      edits.blank(findText(source, endOf(node.expression), operator), endOf(node));
      break;
    }
    case 'TSNonNullExpression':
      edits.blank(endOf(node) - 1, endOf(node));
      break;
    case 'TSTypeAssertion':
      edits.blank(startOf(node), findText(source, endOf(node.typeAnnotation), '>') + 1);
      break;
    case 'Identifier':
      if (node.optional) edits.blank(findText(source, startOf(node), '?'), endOf(node));
      break;
    case 'VariableDeclarator':
      if (node.definite) edits.blank(findText(source, startOf(node.id), '!'), endOf(node.id));
      break;
    case 'ClassDeclaration':
    case 'ClassExpression':
      eraseClassHead(source, node, edits);
      break;
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      eraseClassMember(source, node, edits);
      eraseSignature(source, node, edits);
      break;
    case 'ClassProperty':
    case 'ClassPrivateProperty':
      eraseClassMember(source, node, edits);
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
      eraseSignature(source, node, edits);
      break;
    default:
  }
  eraseChildren(source, node, edits);
  parenthesize(source, node, edits);
}

/** Parenthesizes an operand that began with a type, so that it stays on the line of its `return` and an expression. */
function parenthesize(source: string, node: Node, edits: Edits): void {
  const operand = operandOf(node);
  if (!operand) return;
  const blankEnd = edits.blankFrom(startOf(operand));
  if (blankEnd === undefined || isParenthesized(operand)) return;
  const stop = endOf(node) - (source[endOf(node) - 1] === ';' ? 1 : 0);
  edits.wrap(startOf(operand), stop, '(', ')');
}

function operandOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'YieldExpression':
      return node.argument;
    case 'ExpressionStatement':
      return node.expression;
    case 'ArrowFunctionExpression':
      return node.body;
    default:
      return undefined;
  }
}

/** Whether erasing types removes the node completely. */
function isTypeOnly(node: Node): boolean {
  if ('declare' in node && node.declare === true) return true;
  switch (node.type) {
    case 'ImportDeclaration':
      return isTypeImport(node);
    case 'ExportAllDeclaration':
      return node.exportKind === 'type';
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' || (node.declaration ? isTypeOnly(node.declaration) : false);
    case 'ExportDefaultDeclaration':
      return isTypeOnly(node.declaration);
    case 'TSModuleDeclaration':
      return isErasableModule(node);
    case 'ClassProperty':
    case 'ClassMethod':
      return node.abstract === true;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TSParameterProperty':
    case 'TSEnumDeclaration':
    case 'TSImportEqualsDeclaration':
    case 'TSExportAssignment':
    case 'TSNamespaceExportDeclaration':
      return false;
    default:
      return node.type.startsWith('TS');
  }
}

/** Whether the node can be replaced by a `;`. */
function isStatementOrMember(node: Node): boolean {
  return (
    /Declaration$|^TSDeclare|^TSIndexSignature$|^Class(Private)?(Property|Method)$/.test(node.type) &&
    node.type !== 'TSTypeParameterDeclaration'
  );
}

function endsBySemicolon(node: Node): boolean {
  switch (node.type) {
    case 'ExpressionStatement':
    case 'VariableDeclaration':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ExportDefaultDeclaration':
    case 'ClassProperty':
    case 'ClassPrivateProperty':
      return true;
    default:
      return false;
  }
}
