import { markdownToHtml } from 'satteri';

/** A sentence of Markdown as HTML for a place within a line. */
export function inlineHtml(markdown: string): string {
  return markdownToHtml(markdown)
    .html.trim()
    .replace(/^<p>|<\/p>$/g, '');
}
