import type { ValueNode } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { PanelWords } from '../words.ts';

/** A value as a tree: branches open on demand, the root is open. */
export function showValue(value: ValueNode, words: PanelWords): HTMLElement {
  return element('div', { class: 'value-tree' }, node(value, null, words, true));
}

function node(value: ValueNode, name: string | null, words: PanelWords, open: boolean): HTMLElement {
  const label = name === null ? [] : [element('span', { class: 'value-name' }, name), ': '];
  const text = element('span', { class: `value-${value.type}` }, value.text);
  if (value.entries === undefined || value.entries.length === 0) return element('div', {}, ...label, text);
  const children = value.entries.map(([key, entry]) => node(entry, key, words, false));
  if (value.omitted !== undefined && value.omitted > 0) {
    children.push(element('div', { class: 'value-omitted' }, words.omitted(value.omitted)));
  }
  return element(
    'details',
    { open },
    element('summary', {}, ...label, text),
    element('div', { class: 'value-entries' }, ...children),
  );
}
