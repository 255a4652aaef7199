import { beforeEach, expect, it, vi } from 'vitest';
import { noLive } from '../../../../src/lessons-runtime/panel/output/live/no-live.ts';
import { createOutputList } from '../../../../src/lessons-runtime/panel/output/output-list.ts';
import { panelWordsIn } from '../../../../src/lessons-runtime/panel/words/panel-words.ts';
import type { Output } from '../../../../src/lessons-runtime/protocol/output.ts';
import { asElement, StandInElement, standInDocument } from '../../../support/stand-in-dom.ts';

beforeEach(() => void vi.stubGlobal('document', standInDocument()));

const note: Output = { kind: 'note', level: 'info', text: 'six' };

function createList() {
  const container = new StandInElement('div');
  const list = createOutputList(asElement(container), 'a', panelWordsIn('en'), {
    announce() {},
    goToCode() {},
    onFreeze: () => false,
    live: noLive,
    onOcclude: () => false,
  });
  return { container, list };
}

it('keeps its height while a run shows nothing, until the run ends', () => {
  const { container, list } = createList();
  list.show(1, [note], false);
  container.offsetHeight = 250;
  list.show(2, [], true);
  expect(container.style.minHeight).toBe('250px');
  list.show(2, [], false);
  expect(container.style.minHeight).toBe('');
});

it('gives up the height of the previous run with the first output', () => {
  const { container, list } = createList();
  list.show(1, [note], false);
  container.offsetHeight = 250;
  list.show(2, [], true);
  list.show(2, [note], true);
  expect(container.style.minHeight).toBe('');
});
