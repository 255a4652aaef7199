import type { ValueNode } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { numberText } from './number-text.ts';
import type { ViewWords } from './shown-output.ts';

/** Longer texts are folded to their first characters. */
const textLimit = 400;
const foldedText = 200;

/**
 * Creates the view of a value without entries: a number is large and rounded, with all of its digits as the title; other values
 * are written as in code.
 */
export function showValue(value: ValueNode, words: ViewWords): HTMLElement {
  if (value.type === 'number' && Number.isFinite(Number(value.text))) {
    const text = numberText(Number(value.text), 'number', words.format);
    const title = text !== value.text && value.text;
    return element('div', { class: 'value-tree value-alone value-number', title }, text);
  }
  return element('div', { class: 'value-tree' }, valueLeaf(value, [], words));
}

/** Creates the leaf of a tree. @param label what precedes the value */
export function valueLeaf(
  { type, text }: ValueNode,
  label: readonly (Node | string)[],
  words: ViewWords,
): HTMLElement {
  const shown = (content: string) => element('span', { class: `value-${type}` }, content);
  if (text.length > textLimit) {
    const summary = element('summary', {}, ...label, shown(`${text.slice(0, foldedText)}…`));
    return element('details', {}, summary, element('div', { class: 'value-entries' }, shown(text)));
  }
  const hint =
    type === 'promise' ? [' ', element('span', { class: 'value-omitted' }, words.output.promise)] : [];
  return element('div', {}, ...label, shown(text), ...hint);
}
