import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { type Block, type Inline, parseMarkdown } from './parse-markdown.ts';

/** Creates the view of `display.markdown`. Headings become bold text, because they are not part of the page's outline. */
export function showMarkdown({ text }: OutputOf<'markdown'>): HTMLElement {
  return element('div', { class: 'markdown' }, ...parseMarkdown(text).map(blockNode));
}

function blockNode(block: Block): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, ...block.inner.map(inlineNode));
    case 'heading':
      return element('p', {}, element('strong', {}, ...block.inner.map(inlineNode)));
    case 'code':
      return element('pre', { tabindex: '0' }, block.text);
    case 'ordered':
    case 'unordered': {
      const items = block.items.map((item) => element('li', {}, ...item.map(inlineNode)));
      return element(block.kind === 'ordered' ? 'ol' : 'ul', {}, ...items);
    }
  }
}

function inlineNode(piece: Inline): Node | string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return element('code', {}, piece.text);
    case 'strong':
    case 'em':
      return element(piece.kind, {}, ...piece.inner.map(inlineNode));
  }
}
