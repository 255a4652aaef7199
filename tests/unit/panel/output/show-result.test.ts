import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showEmbeddings } from '../../../../src/lessons-runtime/panel/output/examples/show-embeddings.ts';
import { showOcclusion } from '../../../../src/lessons-runtime/panel/output/examples/show-occlusion.ts';
import { showPredictions } from '../../../../src/lessons-runtime/panel/output/examples/show-predictions.ts';
import { showRecord } from '../../../../src/lessons-runtime/panel/output/show-record.ts';
import { showTable } from '../../../../src/lessons-runtime/panel/output/show-table.ts';
import { showTensor } from '../../../../src/lessons-runtime/panel/output/show-tensor.ts';
import { showTree } from '../../../../src/lessons-runtime/panel/output/show-tree.ts';
import { showValue } from '../../../../src/lessons-runtime/panel/output/show-value.ts';
import { showReport } from '../../../../src/lessons-runtime/panel/output/transfer/show-report.ts';
import type { OcclusionState } from '../../../../src/lessons-runtime/protocol/example-parts.ts';
import type { OutputOf } from '../../../../src/lessons-runtime/protocol/output.ts';
import { showContext } from '../../../support/show-context.ts';
import { type StandInElement, standIn, useStandInDocument } from '../../../support/stand-in-document.ts';

beforeEach(() => {
  useStandInDocument();
  return () => void vi.unstubAllGlobals();
});

const spanish = showContext('es');
const english = showContext('en');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const spoken = (node: object): string => plain(standIn(node).spokenText);
const texts = (nodes: readonly StandInElement[]): readonly string[] =>
  nodes.map(({ textContent }) => plain(textContent));
const picture = () => ({ width: 2, height: 2, pixels: new ArrayBuffer(16) });

const table = (
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): OutputOf<'table'> => ({
  kind: 'table',
  columns: [...columns],
  rows: rows.map((row) => [...row]),
  numeric: columns.map((_, index) => typeof rows[0]?.[index] === 'number'),
  omitted: 0,
});

describe('a table', () => {
  it('has the numbers of the language, shares in percent, and the full numbers as titles', () => {
    const part = table(
      ['step', 'loss', 'val_acc'],
      [
        ['a', 0.828362882137, 0.828362882137],
        ['b', 1234567, 1],
      ],
    );
    const cells = standIn(showTable(part, spanish)).byTag('td');
    expect(texts(cells)).toEqual(['a', '0,8284', '82,8 %', 'b', '1.234.567', '100 %']);
    expect(cells.map((cell) => cell.getAttribute('title'))).toEqual([
      null,
      '0.828362882137',
      '0.828362882137',
      null,
      '1234567',
      '1',
    ]);
    expect(texts(standIn(showTable(part, english)).byTag('td'))).toContain('82.8%');
  });

  it('copies the full numbers', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const part = table(['p'], [[0.00067869], [0.5]]);
    standIn(showTable(part, spanish)).byTag('button')[0]?.dispatch('click');
    expect(writeText).toHaveBeenCalledWith('p\r\n0.00067869\r\n0.5\r\n');
  });
});

describe('a single record', () => {
  it('is a list of names and large values, with the full numbers as titles', () => {
    const node = standIn(
      showRecord(
        table(['accuracy', 'seconds', 'backend'], [[0.828362882137, 12.3456, 'wasm']]),
        spanish.words,
      ),
    );
    expect(spoken(node)).toBe('accuracy 82,8 % seconds 12,35 backend wasm');
    expect(node.byTag('dd').map((value) => value.getAttribute('title'))).toEqual([
      '0.828362882137',
      '12.3456',
      null,
    ]);
  });
});

describe('a value', () => {
  it('that is a number is large, with all of its digits as the title', () => {
    const node = standIn(showValue({ type: 'number', text: '0.828362882137' }, spanish.words));
    expect([node.textContent, node.getAttribute('title')]).toEqual(['0,8284', '0.828362882137']);
    expect(node.classes).toContain('value-alone');
  });

  it.each(['NaN', 'Infinity', '5n'])('that is %s is written as in code', (text) => {
    expect(standIn(showValue({ type: 'number', text }, spanish.words)).textContent).toBe(text);
  });
});

it('a value with entries is a tree, written as in code', () => {
  const list = {
    type: 'object',
    text: 'Array(1)',
    entries: [['0', { type: 'number', text: '0.828' }]],
  } as const;
  expect(standIn(showTree(list, spanish.words)).textContent).toBe('Array(1) [0.828]0: 0.828');
});

describe('a tensor', () => {
  const tensor: OutputOf<'tensor'> = {
    kind: 'tensor',
    shape: [2, 2, 3],
    dtype: 'float32',
    preview: '[[1, 1, 1]]',
    range: null,
  };

  it('that is shown as a picture has its values folded', () => {
    const pictures = { ...picture(), count: 1, total: 1, values: '0..1' } as const;
    const node = standIn(showTensor({ ...tensor, pictures }, spanish.words));
    const [folded] = node.byTag('details');
    expect(folded?.byTag('pre')).toHaveLength(1);
    expect(folded?.byTag('summary')[0]?.textContent).toBe('Valores del tensor [2, 2, 3]');
    expect(spoken(node)).toContain('El tensor como imagen');
  });

  it('that is no picture has its values in view', () => {
    const node = standIn(showTensor(tensor, spanish.words));
    expect([node.byTag('details').length, node.byTag('pre').length]).toEqual([0, 1]);
  });
});

describe('predictions', () => {
  const part: OutputOf<'predictions'> = {
    kind: 'predictions',
    items: [
      {
        guesses: [
          { id: 'n02123045', label: 'gato atigrado', probability: 0.8312, index: 281 },
          { id: 'n02123159', label: 'gato tigre', probability: 0.00001, index: 282 },
        ],
        picture: picture(),
      },
    ],
    omitted: 0,
  };

  it('say the name and the share of each class, and have a text for the picture', () => {
    const node = standIn(showPredictions(part, spanish).node);
    const [card] = node.byTag('figure');
    expect(plain(card?.getAttribute('aria-label') ?? '')).toBe('Lo más probable: gato atigrado, 83,1 %');
    expect(card?.byTag('li').map(spoken)).toEqual(['gato atigrado 83,1 %', 'gato tigre < 0,1 %']);
    expect(card?.byTag('canvas')[0]?.getAttribute('aria-label')).toBe('La imagen que recibió la red');
  });

  it('draw bars from 0 to 100 %', () => {
    const bars = standIn(showPredictions(part, spanish).node).byClass('share-bar');
    expect(bars.map(({ children }) => children[0]?.style['width'])).toEqual(['83.12%', '0.001%']);
  });

  it('have the wnid only in the details', () => {
    const node = standIn(showPredictions(part, english).node);
    const [details] = node.byTag('details');
    expect(details?.textContent).toContain('n02123045');
    expect(node.textContent.split('n02123045')).toHaveLength(2);
  });

  it('need no picture, and count those that are omitted', () => {
    const items = part.items.map((item) => ({ ...item, picture: null }));
    const node = standIn(showPredictions({ ...part, items, omitted: 3 }, english).node);
    expect(node.byTag('canvas')).toEqual([]);
    expect(node.textContent).toContain('… and 3 more pictures');
  });
});

describe('the occlusion map of a card', () => {
  const asked: string[] = [];
  const announced: string[] = [];
  const part = (occlusion?: OcclusionState): OutputOf<'predictions'> => ({
    kind: 'predictions',
    items: [
      {
        guesses: [{ id: 'n1', label: 'gato', probability: 0.83, index: 1 }],
        picture: picture(),
        card: 'card-1',
        ...(occlusion && { occlusion }),
      },
    ],
    omitted: 0,
  });
  const shown = (drops = [[0.4, 0]]): OcclusionState => ({ phase: 'shown', probability: 0.83, drops });
  function open(isAlive = true, first = part()) {
    asked.length = 0;
    announced.length = 0;
    const view = showPredictions(first, {
      ...showContext('es', announced),
      onOcclude(card) {
        asked.push(card);
        return isAlive;
      },
    });
    const node = standIn(view.node);
    const [button] = node.byTag('button');
    return { view, node, button, veils: () => node.byTag('canvas').length - 1 };
  }

  it('is asked for by a button, shows its progress, and is drawn over the picture', () => {
    const { view, node, button, veils } = open();
    expect(button?.textContent).toBe('¿En qué se ha fijado?');
    button?.dispatch('click');
    button?.dispatch('click');
    expect(asked).toEqual(['card-1']);
    expect(spoken(node)).toContain('Tapando la foto por partes');
    view.update?.(part({ phase: 'working', loaded: 16, total: 64 }));
    expect(Reflect.get(node.byTag('progress')[0] ?? {}, 'value')).toBe(0.25);
    expect(veils()).toBe(0);
    view.update?.(part(shown()));
    expect(veils()).toBe(1);
    expect(spoken(node)).toContain('gato: 83 % con la imagen entera. Al tapar a la izquierda baja 40 puntos');
    expect(announced.map(plain).at(-1)).toContain('baja 40 puntos');
    button?.dispatch('click');
    expect([asked.length, button?.textContent]).toEqual([1, '¿En qué se ha fijado?']);
  });

  it.each([
    ['gone', 'Ejecuta otra vez la celda y vuelve a preguntar.'],
    ['interrupted', 'porque has ejecutado otra celda'],
    ['failed', 'no se ha podido calcular'],
  ] as const)('says why there is none: %s', (phase, text) => {
    const { view, node, button } = open();
    button?.dispatch('click');
    view.update?.(part({ phase }));
    expect(spoken(node)).toContain(text);
    expect(announced.at(-1)).toContain(text);
    button?.dispatch('click');
    expect(asked).toHaveLength(2);
  });

  it('says to run the cell again if its worker has ended', () => {
    const { node, button } = open(false);
    button?.dispatch('click');
    expect(spoken(node)).toContain('La red o la foto ya no están en memoria. Ejecuta otra vez la celda');
  });

  it('of an earlier visit is shown without an announcement', () => {
    const { veils } = open(false, part(shown()));
    expect([veils(), announced]).toEqual([1, []]);
  });

  it('is not offered without a card', () => {
    const [item] = part().items;
    const items = item === undefined ? [] : [{ guesses: item.guesses, picture: item.picture }];
    expect(open(true, { ...part(), items }).button).toBeUndefined();
  });
});

describe('an occlusion map', () => {
  const part: OutputOf<'occlusion'> = {
    kind: 'occlusion',
    label: 'gato',
    probability: 0.83,
    picture: picture(),
    drops: [
      [0, 0.1, 0],
      [0, 0.2, 0.456],
      [0, 0, -0.1],
    ],
  };

  it('says where covering the picture lowers the probability most', () => {
    const node = standIn(showOcclusion(part, spanish.words));
    expect(spoken(node)).toContain(
      'gato: 83 % con la imagen entera. Al tapar a la derecha baja 45,6 puntos, más que en ninguna otra parte.',
    );
    expect(texts(node.byTag('td'))).toContain('-10');
  });

  it('says that no part matters if the probability falls nowhere', () => {
    const node = showOcclusion({ ...part, drops: [[0, -0.1]] }, english.words);
    expect(spoken(node)).toContain('Covering a single part lowers the probability nowhere.');
  });
});

describe('a report', () => {
  const part: OutputOf<'report'> = {
    kind: 'report',
    total: 8,
    right: 5,
    classNames: ['mariposa', 'abeja'],
    matrix: [
      [3, 1],
      [2, 2],
    ],
    examples: [
      { label: 1, predicted: 0, picture: picture() },
      { label: 1, predicted: 0, picture: picture() },
      { label: 0, predicted: 0, picture: null },
    ],
    worst: [
      {
        name: 'm31',
        label: 'abeja',
        predicted: 'mariposa',
        probability: 0.91,
        loss: 2.4079,
        copies: 4,
        picture: picture(),
      },
    ],
  };

  it('says the accuracy and, for each cell of the matrix, its count and share', () => {
    const node = standIn(showReport(part, spanish));
    expect(spoken(node)).toContain('62,5 % exactitud · 5 de 8 ejemplos bien clasificados');
    expect(texts(node.byClass('confusion-cell'))).toEqual([
      'Es mariposa y dice mariposa: 3 75 %',
      'Es mariposa y dice abeja: 1 25 %',
      'Es abeja y dice mariposa: 2 50 %',
      'Es abeja y dice abeja: 2 50 %',
    ]);
    expect(texts(node.byTag('th'))).toEqual(['dice mariposa', 'dice abeja', 'mariposa', 'abeja']);
  });

  it('shows the pictures of the most frequent mistake, and those of a cell that is chosen', () => {
    const announced: string[] = [];
    const node = standIn(showReport(part, showContext('en', announced)));
    const [examples] = node.byClass('confusion-examples');
    const pressed = () => node.byClass('confusion-cell').map((cell) => cell.getAttribute('aria-pressed'));
    expect(pressed()).toEqual(['false', 'false', 'true', 'false']);
    expect(examples?.byTag('canvas').map((canvas) => canvas.getAttribute('aria-label'))).toEqual([
      'Example: abeja',
      'Example: abeja',
    ]);
    expect(announced).toEqual([]);
    node.byClass('confusion-cell')[0]?.dispatch('click');
    expect(pressed()).toEqual(['true', 'false', 'false', 'false']);
    expect(announced).toEqual([
      'Is mariposa, says mariposa: 3 examples, 75% of its class. These examples are not pictures.',
    ]);
  });

  it('titles the worst examples by their classes, once for each picture', () => {
    const [example] = standIn(showReport(part, spanish)).byClass('mistakes')[0]?.byTag('li') ?? [];
    expect(example === undefined ? '' : spoken(example)).toBe(
      'Ejemplo: abeja abeja ✗ dice mariposa (91 %) pérdida 2,41 4 variantes de la misma imagen',
    );
    expect(example?.textContent).not.toContain('m31');
  });

  it('has no matrix for many classes', () => {
    const node = standIn(showReport({ ...part, classNames: [], matrix: [], examples: [] }, spanish));
    expect(node.byTag('table')).toEqual([]);
  });
});

describe('embeddings', () => {
  const point = (name: string, x: number, y: number, nearest: readonly number[], isOwn = false) => ({
    ...{ name, x, y, isOwn },
    group: name === 'dahlia' ? 'plant' : 'animal',
    nearest: nearest.map((index) => ({ index, likeness: 0.625 })),
    picture: picture(),
  });
  const part: OutputOf<'embeddings'> = {
    kind: 'embeddings',
    view: 'map',
    points: [
      point('cat', 0, 0, [1, 2]),
      point('jaguar', 0.5, 0.1, [0, 2]),
      point('dahlia', 1, 1, [1, 0]),
      point('mine', 0.1, 0.9, [0, 1], true),
    ],
  };
  const mapOf = (announced: string[] = []) => {
    const node = standIn(showEmbeddings(part, showContext('en', announced)));
    const points = node.byClass('map-point');
    const key = (name: string): boolean => {
      let isPrevented = false;
      const target = points.find((each) => each.getAttribute('tabindex') === '0');
      target?.dispatch('keydown', { key: name, preventDefault: () => (isPrevented = true) });
      return isPrevented;
    };
    const current = () => points.findIndex((each) => each.getAttribute('tabindex') === '0');
    return { node, points, key, current };
  };

  it('say the name, the group and the neighbours of each point', () => {
    const { points } = mapOf();
    expect(points.map((each) => each.getAttribute('aria-label'))).toEqual([
      'cat, animal. Most alike: jaguar (0.63) and dahlia (0.63)',
      'jaguar, animal. Most alike: cat (0.63) and dahlia (0.63)',
      'dahlia, plant. Most alike: jaguar (0.63) and cat (0.63)',
      'mine, animal, yours. Most alike: cat (0.63) and jaguar (0.63)',
    ]);
  });

  it('are also a table', () => {
    const { node } = mapOf();
    const rows = node.byTag('details')[0]?.byTag('tr') ?? [];
    expect(rows.map(spoken).slice(0, 2)).toEqual([
      'example group most alike',
      'cat animal jaguar (0.63) and dahlia (0.63)',
    ]);
  });

  it('start at the learner’s own point and move by the arrow keys, Home and End', () => {
    const { key, current, node } = mapOf();
    expect(current()).toBe(3);
    expect(node.byClass('map-nearest')[0]?.byTag('li')).toHaveLength(2);
    expect(key('ArrowDown')).toBe(true);
    expect(current()).toBe(0);
    key('ArrowRight');
    expect(current()).toBe(1);
    key('End');
    expect(current()).toBe(3);
    key('Home');
    expect(current()).toBe(0);
    expect(node.byClass('map-nearest')[0]?.textContent).toContain('Most like cat');
  });

  it('zoom by + and −, and show all by 0; other keys stay the browser’s', () => {
    const { key, points } = mapOf();
    const left = () => Number.parseFloat(points[2]?.style['left'] ?? '');
    expect(left()).toBe(100);
    key('+');
    expect(left()).toBeGreaterThan(100);
    key('0');
    expect(left()).toBe(100);
    expect([key('Tab'), key('a')]).toEqual([false, false]);
  });

  it('pin a point, and announce it', () => {
    const announced: string[] = [];
    const { points, node } = mapOf(announced);
    points[2]?.dispatch('click');
    expect(points.map((each) => each.getAttribute('aria-pressed'))).toEqual([
      'false',
      'false',
      'true',
      'false',
    ]);
    points[0]?.dispatch('pointerenter');
    expect(node.byClass('map-nearest')[0]?.textContent).toContain('Most like dahlia');
    points[2]?.dispatch('click');
    expect(announced).toEqual(['Pinned: dahlia.', 'No longer pinned: dahlia.']);
  });

  it('are a list of neighbours with thumbnails', () => {
    const node = standIn(showEmbeddings({ ...part, view: 'rows' }, spanish));
    const [first] = node.byTag('ol');
    expect(first?.getAttribute('aria-label')).toBe('Lo más parecido a cat');
    expect(first === undefined ? '' : spoken(first)).toBe('Lo más parecido a cat jaguar 0,63 dahlia 0,63');
    expect(node.byTag('canvas')).toHaveLength(12);
  });
});
