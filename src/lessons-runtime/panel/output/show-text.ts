import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import type { ShownOutput, ViewWords } from './shown-output.ts';

/** A text with more lines is folded to its first and last lines. */
const unfoldedLines = 40;
const firstLines = 30;
const lastLines = 10;
/** Longer lines are cut while the text is folded. */
const lineLimit = 1000;
/** A horizontal rule as in `model.summary()`: such a text is a table, whose lines must not be wrapped. */
const ruledLine = /^[_=]{40,}$/m;

/**
 * Creates the view of what a cell printed at one level. Warnings and errors have a heading, so that they do not depend on
 * colour. A long text is folded.
 */
export function showText(part: OutputOf<'text'>, words: ViewWords): ShownOutput {
  const { level } = part;
  const head = element('pre', { class: `text-${level}` });
  const tail = element('pre', { class: `text-${level}` });
  const between = element('p', { class: 'text-between' });
  const button = element('button', { type: 'button', class: 'output-button' });
  const foot = element('p', { class: 'table-foot' }, button);
  const node = element('div', { class: 'text-body' });
  if (level === 'warn' || level === 'error') {
    node.append(element('p', { class: `text-level level-${level}` }, words.output.level[level]));
  }
  node.append(head);

  let text = '';
  const lines: string[] = [];
  let isUnfolded = false;

  button.addEventListener('click', () => {
    isUnfolded = !isUnfolded;
    draw();
  });

  function setText(next: string): void {
    const [first = '', ...more] = next.slice(text.length).split('\n');
    text = next;
    lines.push((lines.pop() ?? '') + first, ...more);
  }

  function draw(): void {
    const count = words.format.count(lines.length);
    const isLong = lines.length > unfoldedLines || lines.some((line) => line.length > lineLimit);
    const isFolded = isLong && !isUnfolded;
    button.textContent = isFolded ? words.output.allLines(count) : words.output.fewerLines;
    if (!isFolded) {
      head.textContent = text;
      tail.remove();
      between.remove();
    } else {
      const hidden = lines.length - firstLines - lastLines;
      head.textContent = cut(hidden > 0 ? lines.slice(0, firstLines) : lines);
      between.textContent = words.output.linesBetween(words.format.count(hidden));
      tail.textContent = cut(lines.slice(-lastLines));
      if (hidden > 0) head.after(between, tail);
    }
    if (isLong) node.append(foot);
    const isRuled = ruledLine.test(text);
    head.classList.toggle('text-whole', isLong && isUnfolded);
    for (const part of [head, tail]) {
      part.classList.toggle('text-ruled', isRuled);
      if (isRuled || (part === head && isLong && isUnfolded)) part.tabIndex = 0;
      else part.removeAttribute('tabindex');
    }
  }

  setText(part.text);
  draw();
  return {
    node,
    update(next) {
      if (next.kind !== 'text' || next.level !== level || !next.text.startsWith(text)) return false;
      if (!isUnfolded && lines.length <= unfoldedLines) {
        setText(next.text);
        draw();
        return true;
      }
      const added = next.text.slice(text.length);
      setText(next.text);
      if (isUnfolded) head.append(added);
      else draw();
      return true;
    },
  };
}

function cut(lines: readonly string[]): string {
  return lines.map((line) => (line.length > lineLimit ? `${line.slice(0, lineLimit)}…` : line)).join('\n');
}
