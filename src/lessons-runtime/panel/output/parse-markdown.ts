/** A part of a line: text or code, or emphasis that contains further parts. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly inner: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly inner: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'ordered' | 'unordered'; readonly items: readonly (readonly Inline[])[] };

const fence = /^\s*```/;
const heading = /^#{1,6}\s+(.*)$/;
const bullet = /^\s*[-*+]\s+(.*)$/;
const numbered = /^\s*\d{1,9}[.)]\s+(.*)$/;

/** Code comes first because other marks have no effect in it. A mark beside a space is text: `2 * 3 * 4`. */
const marks = /`([^`]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])([^*]+)(?<=\S)\*/;
/** Longer lines, which nobody writes by hand, are not parsed, because parsing could take long. */
const lineLimit = 5000;

/**
 * Parses a small, safe subset of Markdown: paragraphs, headings, bold, emphasis, code, fenced code and flat lists. Everything
 * else is text.
 */
export function parseMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', inner: parseInline(paragraph.join(' ')) });
    paragraph = [];
  };

  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (fence.test(line)) {
      endParagraph();
      const end = lines.findIndex((other, index) => index > at && fence.test(other));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last;
      continue;
    }
    const title = heading.exec(line)?.[1];
    const item = bullet.exec(line)?.[1] ?? numbered.exec(line)?.[1];
    if (line.trim() === '') endParagraph();
    else if (title !== undefined) {
      endParagraph();
      blocks.push({ kind: 'heading', inner: parseInline(title) });
    } else if (item !== undefined) {
      endParagraph();
      addItem(blocks, bullet.test(line) ? 'unordered' : 'ordered', parseInline(item));
    } else paragraph.push(line.trim());
  }
  endParagraph();
  return blocks;
}

function addItem(blocks: Block[], kind: 'ordered' | 'unordered', item: readonly Inline[]): void {
  const last = blocks.at(-1);
  const items = last !== undefined && last.kind === kind ? last.items : [];
  if (items.length > 0) blocks.pop();
  blocks.push({ kind, items: [...items, item] });
}

function parseInline(text: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let rest = text;
  for (let found = nextMark(rest); found !== null; found = nextMark(rest)) {
    const [match, code, strong, em] = found;
    if (found.index > 0) pieces.push({ kind: 'text', text: rest.slice(0, found.index) });
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (strong !== undefined) pieces.push({ kind: 'strong', inner: parseInline(strong) });
    else pieces.push({ kind: 'em', inner: parseInline(em ?? '') });
    rest = rest.slice(found.index + match.length);
  }
  if (rest !== '') pieces.push({ kind: 'text', text: rest });
  return pieces;
}

function nextMark(text: string): RegExpExecArray | null {
  return text.length > lineLimit ? null : marks.exec(text);
}
