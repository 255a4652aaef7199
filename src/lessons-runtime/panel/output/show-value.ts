import type { ValueNode } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { numberText } from './number-text.ts';
import type { ViewWords } from './shown-output.ts';

/** Longer texts are folded to their first characters. */
const textLimit = 400;
const foldedText = 200;
const previewLimit = 60;

/**
 * Creates the view of a value: a number is large and rounded, with all of its digits as the title; other values are trees as in
 * code. The root is open; other branches are filled when they are opened.
 */
export function showValue(value: ValueNode, words: ViewWords): HTMLElement {
  if (value.type === 'number' && Number.isFinite(Number(value.text))) {
    const text = numberText(Number(value.text), 'number', words.format);
    const title = text !== value.text && value.text;
    return element('div', { class: 'value-tree value-alone value-number', title }, text);
  }
  return element('div', { class: 'value-tree' }, treeNode(value, null, words, true));
}

function treeNode(value: ValueNode, name: string | null, words: ViewWords, isOpen: boolean): HTMLElement {
  const label = name === null ? [] : [element('span', { class: 'value-name' }, name), ': '];
  const { entries = [] } = value;
  if (entries.length === 0) return leaf(value, label, words);
  const text = element('span', { class: `value-${value.type}` }, value.text);
  const preview = element('span', { class: 'value-preview' }, ` ${previewOf(value)}`);
  const inner = element('div', { class: 'value-entries' });
  const node = element('details', { open: isOpen }, element('summary', {}, ...label, text, preview), inner);
  const fill = (): void => inner.append(...children(value, words));
  if (isOpen) fill();
  else node.addEventListener('toggle', fill, { once: true });
  return node;
}

function children({ entries = [], omitted = 0 }: ValueNode, words: ViewWords): readonly HTMLElement[] {
  const nodes = entries.map(([key, entry]) => treeNode(entry, key, words, false));
  if (omitted === 0) return nodes;
  const more = words.output.omitted(words.format.count(omitted));
  return [...nodes, element('div', { class: 'value-omitted' }, more)];
}

function leaf({ type, text }: ValueNode, label: readonly (Node | string)[], words: ViewWords): HTMLElement {
  const shown = (content: string) => element('span', { class: `value-${type}` }, content);
  if (text.length > textLimit) {
    const summary = element('summary', {}, ...label, shown(`${text.slice(0, foldedText)}…`));
    return element('details', {}, summary, element('div', { class: 'value-entries' }, shown(text)));
  }
  const hint =
    type === 'promise' ? [' ', element('span', { class: 'value-omitted' }, words.output.promise)] : [];
  return element('div', {}, ...label, shown(text), ...hint);
}

/** Returns the first entries of a folded branch, as many as fit in a line. */
function previewOf({ text, entries = [], omitted = 0 }: ValueNode): string {
  const isList = /^(Array|Set|\w+Array)\(/.test(text);
  const items: string[] = [];
  let length = 0;
  for (const [key, entry] of entries) {
    const item = (isList ? '' : `${key}: `) + entry.text;
    length += item.length + 2;
    if (length > previewLimit) break;
    items.push(item);
  }
  if (items.length < entries.length || omitted > 0) items.push('…');
  return isList ? `[${items.join(', ')}]` : `{${items.join(', ')}}`;
}
