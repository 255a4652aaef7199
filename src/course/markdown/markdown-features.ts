import { defineHastPlugin, type Features } from 'satteri';
import { renderMath } from './render-math.ts';

/** The notations that authors have besides those of Markdown: formulas in TeX, `$…$` and `$$…$$`. */
export const markdownFeatures = { math: true } as const satisfies Features;

/** Writes formulas as MathML. The parser has made each one `<code class="language-math">`. */
export const mathPlugin = defineHastPlugin({
  name: 'math',
  element: {
    filter: ['code'],
    visit(node, context) {
      const classes = node.properties['className'];
      if (!Array.isArray(classes) || !classes.includes('language-math')) return;
      const isDisplay = classes.includes('math-display');
      const html = renderMath(context.textContent(node), isDisplay);
      const replaced = isDisplay ? context.parent(node) : node;
      if (replaced.type === 'root') return;
      if (context.sourceFormat === 'markdown') {
        context.replaceNode(replaced, { type: 'raw', value: html });
        return;
      }
      // MDX has no raw HTML; Astro's `set:html` inserts it as it is.
      context.replaceNode(replaced, {
        type: isDisplay ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
        name: 'Fragment',
        attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
        children: [],
      });
    },
  },
});
