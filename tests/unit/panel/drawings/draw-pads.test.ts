import { expect, it, vi } from 'vitest';
import type { Drawings } from '../../../../src/lessons-runtime/host/drawings/drawings.ts';
import { mountDrawPads } from '../../../../src/lessons-runtime/panel/drawings/draw-pads.ts';

const pads = vi.hoisted((): Drawings[] => []);
vi.mock('../../../../src/lessons-runtime/panel/drawings/draw-pad.ts', () => ({
  mountDrawPad: (_section: unknown, _classes: unknown, drawings: Drawings) => pads.push(drawings),
}));

const sectionOf = (...names: readonly string[]) =>
  ({
    dataset: {},
    querySelectorAll: () => names.map((name) => ({ value: name, dataset: { title: name.toUpperCase() } })),
  }) as unknown as HTMLElement;

it('mountDrawPads writes into a pad what tells its drawings apart from others', async () => {
  pads.length = 0;
  const section = sectionOf('dog');
  await mountDrawPads([section], 'en');
  const content = () => section.dataset['content'];
  const empty = content();
  await pads[0]?.add('dog', ['0,0 255,255']);
  const drawn = content();
  expect(drawn).not.toBe(empty);
  for (const drawing of pads[0]?.of('dog') ?? []) await pads[0]?.remove(drawing);
  expect(content()).toBe(empty);
  pads.length = 0;
});

it('mountDrawPads gives each pad its own drawings, and returns those of all', async () => {
  const drawnClasses = await mountDrawPads([sectionOf('butterfly', 'bee'), sectionOf('cat')], 'en');
  const [one, other] = pads;
  if (one === undefined || other === undefined) throw new Error('expected two pads');
  await one.add('bee', ['0,0 255,255']);
  await other.add('cat', ['0,255 255,0']);
  for (const drawing of other.of('cat')) await other.remove(drawing);
  expect([one.canUndo, other.canUndo]).toEqual([false, true]);
  await one.undo();
  expect(drawnClasses().map(({ name, title, drawings }) => [name, title, drawings.length])).toEqual([
    ['butterfly', 'BUTTERFLY', 0],
    ['bee', 'BEE', 1],
    ['cat', 'CAT', 0],
  ]);
});
