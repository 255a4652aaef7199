import { readFileSync } from 'node:fs';
import { codeToHtml } from 'shiki';
import { describe, expect, it } from 'vitest';
import { shikiTheme } from '../../src/styles/shiki-theme.ts';

async function colourOf(code: string, token: string, lang = 'ts'): Promise<string | undefined> {
  const html = await codeToHtml(code, { lang, theme: shikiTheme });
  const spans = [...html.matchAll(/<span style="color:([^"]+)">([^<]*)<\/span>/g)];
  return spans.find(([, , text]) => text?.trim() === token)?.[1];
}

const sample = `// why
const topK = 5;
const answers: Promise<Answer> = decodePredictions(probabilities, { top: topK, wait: true });
model.name = 'lite';`;

describe('the Shiki theme', () => {
  it.each([
    ['// why', 'comment'],
    ['const', 'keyword'],
    ['5', 'number'],
    ['Answer', 'type'],
    ['decodePredictions', 'function'],
    ['true', 'constant'],
    ["'lite'", 'string'],
    ['name', 'property'],
    ['probabilities', 'variable'],
    ['=', 'punctuation'],
  ])('colours %s as %s', async (token, family) => {
    expect(await colourOf(sample, token)).toBe(`var(--syn-${family})`);
  });

  it.each([
    ['# por qué', 'comment'],
    ['import', 'keyword'],
    ['predict', 'function'],
    ['224', 'number'],
  ])('colours %s as %s in Python', async (token, family) => {
    const code = 'import numpy as np  # por qué\nimg = model.predict(np.zeros((1, 224)))';
    expect(await colourOf(code, token, 'python')).toBe(`var(--syn-${family})`);
  });

  it('uses only custom properties that tokens.css defines', () => {
    const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
    const used = [...JSON.stringify(shikiTheme).matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !css.includes(`${name}:`))).toEqual([]);
  });
});
