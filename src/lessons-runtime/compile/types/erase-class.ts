import type { Edits } from '../source/edits.ts';
import { findText, skipTrivia } from '../source/scan-text.ts';
import { type Class, endOf, type Node, startOf } from '../source/syntax.ts';

type Member = Extract<
  Node,
  { type: 'ClassMethod' | 'ClassPrivateMethod' | 'ClassProperty' | 'ClassPrivateProperty' }
>;

const MODIFIERS = new Set(['public', 'private', 'protected', 'readonly', 'override', 'abstract', 'declare']);

/** Blanks `abstract` before a class and its `implements` clause. Type parameters and arguments are erased as nodes. */
export function eraseClassHead(source: string, node: Class, edits: Edits): void {
  if ('abstract' in node && node.abstract) edits.blank(startOf(node), startOf(node) + 'abstract'.length);
  const last = node.implements?.at(-1);
  if (!last) return;
  const before = node.superTypeArguments ?? node.superClass ?? node.typeParameters ?? node.id;
  const from = before ? endOf(before) : findText(source, startOf(node), 'class') + 'class'.length;
  edits.blank(findText(source, from, 'implements'), endOf(last));
}

/** Blanks a member's modifiers that JavaScript does not have, and the `?` or `!` after its name. */
export function eraseClassMember(source: string, member: Member, edits: Edits): void {
  eraseModifiers(source, member, edits);
  const isDefinite = 'definite' in member && member.definite === true;
  const isOptional = 'optional' in member && member.optional === true;
  if (!isDefinite && !isOptional) return;
  const isComputed = 'computed' in member && member.computed === true;
  const keyEnd = isComputed ? findText(source, endOf(member.key), ']') + 1 : endOf(member.key);
  const mark = skipTrivia(source, keyEnd);
  edits.blank(mark, mark + 1);
}

function eraseModifiers(source: string, member: Member, edits: Edits): void {
  const keyStart = startOf(member.key);
  let at = startOf(member);
  let leadsWithBlank = false;
  for (;;) {
    const word = /^[a-z]+/.exec(source.slice(at, keyStart))?.[0];
    if (word === undefined) break;
    if (MODIFIERS.has(word)) {
      edits.blank(at, at + word.length);
      leadsWithBlank ||= at === startOf(member);
    }
    at = skipTrivia(source, at + word.length);
  }
  // Without the modifier, `[name]` and `*name` would be parsed as part of a member above that has no semicolon.
  if (leadsWithBlank && /^(?:[[*]|in\b|instanceof\b)/.test(source.slice(at))) edits.put(startOf(member), ';');
}
