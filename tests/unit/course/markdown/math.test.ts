import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { inlineHtml } from '../../../../src/components/lesson/inline-html.ts';
import { markdownFeatures, mathPlugin } from '../../../../src/course/markdown/markdown-features.ts';
import { mathProblem } from '../../../../src/course/markdown/render-math.ts';

const options = { features: markdownFeatures, hastPlugins: [mathPlugin] };

describe('formulas', () => {
  it('become MathML in Markdown', () => {
    const { html } = markdownToHtml(
      'La pérdida $L = \\frac{1}{n}$.\n\n$$\nw \\leftarrow w - \\eta g\n$$',
      options,
    );
    expect(html).toContain('<mfrac><mn>1</mn><mi>n</mi></mfrac>');
    expect(html).toMatch(/<math display="block"/);
  });

  it('become elements in MDX, where braces and components around them keep their meaning', () => {
    const { code } = mdxToJs(
      'Sea $w_{1}$ y <Term id="weights">$w_{2}$</Term>.\n\n$$\n\\sum_{i} x_i\n$$',
      options,
    );
    expect(code.match(/"set:html": "<math/g)).toHaveLength(3);
    expect(code).toContain('<msub>');
    expect(code).not.toContain('$');
  });

  it('are left alone in code, and a dollar sign can be written', () => {
    const { html } = markdownToHtml('`$x$` cuesta \\$5 y \\$6.', options);
    expect(html).toContain('<code>$x$</code> cuesta $5 y $6.');
  });

  it('work in the sentences of quizzes and captions', () => {
    expect(inlineHtml('El error $e^2$')).toMatch(/^El error <math>/);
  });

  it('report mistakes in TeX', () => {
    expect(mathProblem('\\frac{1}')).toMatch(/./);
    expect(mathProblem('\\nonsense{1}')).toMatch(/nonsense/);
    expect(mathProblem('\\frac{1}{2}')).toBeNull();
  });
});
