import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

function tokensAfter(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no rule ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = tokensAfter('\n:root');
const dark = tokensAfter(':root[data-theme="dark"]');
const darkBySystem = tokensAfter(':root:not([data-theme="light"])');

/** Returns the relative luminance of a colour. Source: WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: ReadonlyMap<string, string>, front: string, back: string): number {
  const [lighter = 0, darker = 0] = [front, back]
    .map((name) => {
      const colour = theme.get(name);
      if (!/^#[0-9a-f]{6}$/.test(colour ?? ''))
        throw new Error(`${name}: expected a colour, found ${colour}`);
      return luminance(colour ?? '');
    })
    .sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const syntax = [...light.keys()].filter((name) => name.startsWith('--syn-'));
const surfaces = ['--paper', '--paper-raised', '--ice-1', '--ice-2', '--code-bg'];
const bands = ['--stratum-1', '--stratum-2', '--stratum-3'];

const texts: [string, string][] = [
  ...[
    '--ink',
    '--ink-soft',
    '--water-2',
    '--water-3',
    '--thaw-ink',
    '--ok-ink',
    '--warn-ink',
    '--bad-ink',
  ].flatMap((text) => surfaces.map((surface): [string, string] => [text, surface])),
  ...bands.flatMap((band): [string, string][] => [
    ['--ink', band],
    ['--water-2', band],
  ]),
  ['--ink-soft', '--stratum-1'],
  ['--ink', '--ice-3'],
  ...['--thaw', '--ok', '--warn', '--bad'].flatMap((state): [string, string][] => [
    [`${state}-ink`, `${state}-bg`],
    ['--ink', `${state}-bg`],
    ['--ink-soft', `${state}-bg`],
  ]),
  ['--on-water', '--water-2'],
  ['--on-water', '--water-3'],
  ['--deep-ink', '--deep'],
  ['--deep-ink-soft', '--deep'],
  ...[...syntax, '--code-ink'].map((name): [string, string] => [name, '--code-bg']),
];

const shapes: [string, string][] = [
  '--line-strong',
  '--thaw-line',
  '--focus',
  '--ok',
  '--warn',
  '--bad',
].flatMap((shape) => ['--paper', '--paper-raised'].map((surface): [string, string] => [shape, surface]));

describe('the two dark themes', () => {
  it('are equal', () => {
    expect([...darkBySystem]).toEqual([...dark]);
  });

  it('define every colour of the light theme', () => {
    const colours = [...light].filter(([, value]) => /^#|rgb/.test(value)).map(([name]) => name);
    expect(colours.filter((name) => !dark.has(name))).toEqual([]);
  });
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, theme) => {
  it('has a colour for each of the ten syntax tokens', () => {
    expect(syntax).toHaveLength(10);
  });

  it.each(texts)('%s has a contrast of 4.5:1 on %s', (text, surface) => {
    expect(contrast(theme, text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s has a contrast of 3:1 on %s', (shape, surface) => {
    expect(contrast(theme, shape, surface)).toBeGreaterThanOrEqual(3);
  });
});
