import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLabels } from '../../../tools/imagenet-labels/parse-labels.ts';

const source = readFileSync(new URL('../../../tools/imagenet-labels/labels.tsv', import.meta.url), 'utf8');
const lines = source.trimEnd().split('\n');

/** Returns the real file with one line replaced; lines are counted from 1. */
function withLine(line: number, text: string): string {
  return lines.with(line - 1, text).join('\n');
}

describe('parseLabels', () => {
  it('reads 1000 classes in the order of the outputs', () => {
    const labels = parseLabels(source);
    expect(labels).toHaveLength(1000);
    expect(labels[0]).toEqual({ wnid: 'n01440764', en: 'tench', es: 'tenca' });
    expect(labels[281]).toEqual({ wnid: 'n02123045', en: 'tabby cat', es: 'gato atigrado' });
    expect(labels[999]).toEqual({ wnid: 'n15075141', en: 'toilet tissue', es: 'papel higiénico' });
  });

  it('has different names for classes with the same name in ImageNet', () => {
    const labels = parseLabels(source);
    expect([labels[134]?.en, labels[517]?.en]).toEqual(['crane (bird)', 'crane (machine)']);
    expect([labels[638]?.en, labels[639]?.en]).toEqual(['maillot', 'one-piece swimsuit']);
    expect([labels[264]?.en, labels[474]?.en]).toEqual(['Cardigan Welsh corgi', 'cardigan']);
    expect([labels[377]?.es, labels[380]?.es]).toEqual(['tití', 'mono tocón']);
  });

  it.each([
    ['a header with other columns', withLine(1, 'id\ten\tes'), 'line 1: expected the header'],
    ['a missing column', withLine(7, 'n01496331\telectric ray'), 'line 7: expected the columns'],
    ['an extra column', withLine(7, 'n01496331\ta\tb\tc'), 'line 7: expected the columns'],
    ['a malformed id', withLine(7, '01496331\telectric ray\traya eléctrica'), 'line 7: "01496331" is not'],
    ['an empty name', withLine(7, 'n01496331\telectric ray\t'), 'line 7: "" is empty'],
    [
      'blanks around a name',
      withLine(7, 'n01496331\telectric ray \traya eléctrica'),
      'line 7: "electric ray "',
    ],
    ['a decomposed accent', withLine(7, `n01496331\tray\t${'eléctrica'.normalize('NFD')}`), 'normal form C'],
    ['two classes in the wrong order', withLine(7, 'n01440764\ta\tb'), 'line 7: n01440764 must come before'],
    [
      'a duplicate English name',
      withLine(7, 'n01496331\tTench\traya eléctrica'),
      'line 7: "tench" (en) is already on line 2',
    ],
    [
      'a duplicate Spanish name',
      withLine(7, 'n01496331\telectric ray\ttenca'),
      'line 7: "tenca" (es) is already on line 2',
    ],
    ['a missing class', lines.slice(0, -1).join('\n'), 'expected 1000 classes, found 999'],
  ])('throws on %s', (_, text, message) => {
    expect(() => parseLabels(text)).toThrow(message);
  });
});
