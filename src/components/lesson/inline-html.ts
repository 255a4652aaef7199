import { markdownToHtml } from 'satteri';

/** A sentence of Markdown as HTML for a place within a line. */
export function inlineHtml(markdown: string): string {
  return markdownToHtml(markdown)
    .html.trim()
    .replace(/^<p>|<\/p>$/g, '');
}

/** The same sentence without its marks, for where there can be no HTML: an option of a select, a label. */
export function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}
