import { describe, expect, it } from 'vitest';
import { escapeTooltip, patchSpec } from '../../../../src/lessons-runtime/panel/chart/patch-spec.ts';

describe('patchSpec', () => {
  it('escapes field names, but not in the data', () => {
    const data = { values: [{ field: 'a.b' }] };
    const encoding = { y: { field: "lr=0.1 [it's]" }, tooltip: [{ field: 'a\\b' }] };
    expect(patchSpec({ data, encoding })).toMatchObject({
      data,
      encoding: { y: { field: "lr=0\\.1 \\[it\\'s\\]" }, tooltip: [{ field: 'a\\\\b' }] },
    });
  });

  it('replaces the default colours of tfjs-vis, and no others, by the page’s colour', () => {
    const patchColour = (value: string) => patchSpec({ encoding: { color: { value } } })['encoding'];
    expect(patchColour('#4C78A0')).toEqual({ color: { value: 'var(--water-1)' } });
    expect(patchColour('#001B44')).toEqual({ color: { value: 'var(--water-1)' } });
    expect(patchColour('#123456')).toEqual({ color: { value: '#123456' } });
  });

  it('draws lines over their own x values', () => {
    const values = [
      { x: 0, a: 1 },
      { x: 1, a: 2 },
    ];
    expect(patchSpec({ data: { values }, layer: [] }, { x: [0.1, 0.5] })['data']).toEqual({
      values: [
        { x: 0.1, a: 1 },
        { x: 0.5, a: 2 },
      ],
    });
  });

  const line = (name: string) => ({
    mark: { type: 'line' },
    encoding: {
      y: { field: name, type: 'quantitative', title: 'y', scale: undefined },
      color: {
        field: `${name}-name`,
        type: 'nominal',
        legend: { values: ['a', 'b'] },
        scale: { range: undefined },
      },
    },
  });
  const rule = { mark: 'rule', encoding: { color: { value: 'grey' } } };

  it.each([
    [600, 4],
    [350, 2],
    [160, 1],
  ])('gives each line the colour and dash of its position among the series, also in the legend (%i px)', (width, columns) => {
    const [, second, third] = patchSpec({ width, layer: [line('a'), line('b'), rule] })['layer'] as readonly [
      unknown,
      { encoding: Record<string, Record<string, unknown>> },
      unknown,
    ];
    const { color, strokeDash } = second.encoding;
    expect(color).toMatchObject({ field: 'b-name', scale: { domain: ['a', 'b'] } });
    expect(strokeDash).toMatchObject({ field: 'b-name', scale: { domain: ['a', 'b'] } });
    expect(strokeDash?.['scale']).toHaveProperty(
      'range',
      expect.arrayContaining([
        [1, 0],
        [6, 3],
      ]),
    );
    // Vega merges equal legends into one.
    expect(strokeDash?.['legend']).toEqual(color?.['legend']);
    expect(color?.['legend']).toMatchObject({ values: ['a', 'b'], symbolType: 'stroke' });
    expect(color?.['legend']).toMatchObject({ orient: 'top', columns });
    expect(third).toEqual(rule);
  });

  it('gives lines the styles of their chart, and labels at different points', () => {
    const values = [1, 2, 3, 4].map((x) => ({ x, a: x, b: x }));
    const styles = [
      { colour: 'red', dash: [1, 0], label: '7' },
      { colour: 'red', dash: [6, 4], label: '7' },
    ];
    const spec = { width: 600, data: { values }, layer: [line('a'), line('b'), rule] };
    const layer = patchSpec(spec, { x: [1, 2, 3, 4], styles })['layer'] as Record<string, unknown>[];
    expect(layer.slice(0, 2)).toMatchObject([
      {
        transform: [{ filter: { field: 'x', equal: 4 } }],
        mark: { type: 'text' },
        encoding: { y: { field: 'a' }, text: { value: '7' }, color: { value: 'red' } },
      },
      { transform: [{ filter: { field: 'x', equal: 2 } }], encoding: { y: { field: 'b' } } },
    ]);
    expect(layer[3]).toMatchObject({
      encoding: {
        color: { scale: { range: ['red', 'red'] } },
        strokeDash: {
          scale: {
            range: [
              [1, 0],
              [6, 4],
            ],
          },
        },
      },
    });
  });

  it.each([
    [15, true],
    [16, false],
  ])('marks each of %i points of a line: %s', (count, isMarked) => {
    const values = Array.from({ length: count }, (_, x) => ({ x, a: x }));
    const [part] = patchSpec({ width: 600, data: { values }, layer: [line('a')] })['layer'] as object[];
    expect(part).toHaveProperty('mark.type', 'line');
    expect(Object(part).mark.point !== undefined).toBe(isMarked);
  });

  it('does not change the points if their number differs from that of the x values', () => {
    const data = { values: [{ x: 0 }, { x: 1 }] };
    expect(patchSpec({ data, layer: [] }, { x: [5] })['data']).toEqual(data);
    expect(patchSpec({ data }, { x: [5, 6] })['data']).toEqual(data);
  });

  it.each([
    [['a', 'b'], 400, 0],
    [['a long name of a class', 'another long name'], 200, -35],
    [['cat@tfidx@0', 'dog@tfidx@1'], 100, 0],
  ])('writes %j below an axis of %i px at %i degrees', (names, width, labelAngle) => {
    const patched = patchSpec({
      width,
      data: { values: names.map((index) => ({ index })) },
      encoding: { x: { field: 'index', type: 'ordinal', axis: { title: 't' } } },
    });
    expect(patched['encoding']).toMatchObject({ x: { axis: { title: 't', labelAngle } } });
  });
});

describe('escapeTooltip', () => {
  it('escapes markup', () => {
    const escaped = escapeTooltip({ sanitize: (value: unknown) => String(value).replace('@tfidx@1', '') });
    const { sanitize } = escaped as { sanitize: (value: unknown) => string };
    expect(sanitize('<img src=x onerror="a">@tfidx@1')).toBe('&lt;img src=x onerror=&quot;a&quot;&gt;');
    expect(escapeTooltip(undefined)).toBeUndefined();
  });
});
