import type { ValueNode } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { valueLeaf } from './show-value.ts';
import type { ViewWords } from './shown-output.ts';

const previewLimit = 60;

/** Creates the tree of a value with entries. The root is open; other branches are filled when they are opened. */
export function showTree(value: ValueNode, words: ViewWords): HTMLElement {
  return element('div', { class: 'value-tree' }, treeNode(value, null, words, true));
}

function treeNode(value: ValueNode, name: string | null, words: ViewWords, isOpen: boolean): HTMLElement {
  const label = name === null ? [] : [element('span', { class: 'value-name' }, name), ': '];
  const { entries = [] } = value;
  if (entries.length === 0) return valueLeaf(value, label, words);
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
