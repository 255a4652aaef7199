import { markdownToHtml } from 'satteri';
import { markdownFeatures, mathPlugin } from '../../course/markdown/markdown-features.ts';

/** Converts a sentence of Markdown to HTML without a paragraph around it. */
export function inlineHtml(markdown: string): string {
  return markdownToHtml(markdown, { features: markdownFeatures, hastPlugins: [mathPlugin] })
    .html.trim()
    .replace(/^<p>|<\/p>$/g, '');
}

/** Removes the markup from a sentence of Markdown, for places that allow only text, such as an `<option>`. */
export function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}
