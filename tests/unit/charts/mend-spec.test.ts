import { describe, expect, it } from 'vitest';
import { mendSpec, mendTooltip } from '../../../src/lessons-runtime/panel/chart/mend-spec.ts';

describe('a specification of tfjs-vis', () => {
  it('has fields of any name escaped, but not in its data', () => {
    const data = { values: [{ field: 'a.b' }] };
    const encoding = { y: { field: "lr=0.1 [it's]" }, tooltip: [{ field: 'a\\b' }] };
    expect(mendSpec({ data, encoding })).toMatchObject({
      data,
      encoding: { y: { field: "lr=0\\.1 \\[it\\'s\\]" }, tooltip: [{ field: 'a\\\\b' }] },
    });
  });

  it('has the page’s colour in the place of tfjs-vis’s own, and no other colour changed', () => {
    const mended = (value: string) => mendSpec({ encoding: { color: { value } } })['encoding'];
    expect(mended('#4C78A0')).toEqual({ color: { value: 'var(--water-1)' } });
    expect(mended('#001B44')).toEqual({ color: { value: 'var(--water-1)' } });
    expect(mended('#123456')).toEqual({ color: { value: '#123456' } });
  });

  it('stands its lines over their own x, each with its own dash', () => {
    const layer = [{ mark: { type: 'line' } }, { mark: { type: 'line' } }, { mark: 'rule' }];
    const mended = mendSpec(
      {
        data: {
          values: [
            { x: 0, a: 1 },
            { x: 1, a: 2 },
          ],
        },
        layer,
      },
      [0.1, 0.5],
    );
    expect(mended['data']).toEqual({
      values: [
        { x: 0.1, a: 1 },
        { x: 0.5, a: 2 },
      ],
    });
    expect(mended['layer']).toEqual([
      { mark: { type: 'line', strokeDash: [] } },
      { mark: { type: 'line', strokeDash: [6, 3] } },
      { mark: 'rule' },
    ]);
  });

  it('keeps its points where there is not one place for each', () => {
    const data = { values: [{ x: 0 }, { x: 1 }] };
    expect(mendSpec({ data, layer: [] }, [5])['data']).toEqual(data);
    expect(mendSpec({ data }, [5, 6])['data']).toEqual(data);
  });

  it.each([
    [['a', 'b'], 400, 0],
    [['a long name of a class', 'another long name'], 200, -35],
    [['cat@tfidx@0', 'dog@tfidx@1'], 100, 0],
  ])('writes %j below an axis of %i px at %i degrees', (names, width, labelAngle) => {
    const mended = mendSpec({
      width,
      data: { values: names.map((index) => ({ index })) },
      encoding: { x: { field: 'index', type: 'ordinal', axis: { title: 't' } } },
    });
    expect(mended['encoding']).toMatchObject({ x: { axis: { title: 't', labelAngle } } });
  });

  it('has no markup in its tooltips', () => {
    const mended = mendTooltip({ sanitize: (value: unknown) => String(value).replace('@tfidx@1', '') });
    const { sanitize } = mended as { sanitize: (value: unknown) => string };
    expect(sanitize('<img src=x onerror="a">@tfidx@1')).toBe('&lt;img src=x onerror=&quot;a&quot;&gt;');
    expect(mendTooltip(undefined)).toBeUndefined();
  });
});
