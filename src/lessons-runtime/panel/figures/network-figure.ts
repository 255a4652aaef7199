import type { OutputOf } from '../../protocol/output.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { backticked, element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import { transferViewWords } from '../output/transfer/transfer-view-words.ts';
import {
  chooseModel,
  type DrawnBlock,
  type LiveBlock,
  movedBlocks,
  type ReportedModel,
} from './bind-network.ts';
import { networkFigureWords } from './network-figure-words.ts';

/** Freezes the first `layers` layers of a reported model. @returns `false` if its worker no longer exists */
export type Freeze = (run: number, id: string, layers: number) => boolean;

/** A figure of a network that shows a model of the lesson. */
export interface NetworkFigure {
  /** Shows the best of the models; the drawing of the build stays if none is this network. */
  show(models: Iterable<ReportedModel>): void;
  setTraining(isTraining: boolean): void;
  /** Shows how far each block moved. */
  showMoved(moved: OutputOf<'moved'>): void;
}

interface Stratum {
  readonly group: SVGGElement;
  readonly button: HTMLButtonElement;
  readonly drawn: DrawnBlock;
  /** Its name as the build wrote it. */
  readonly name: string;
}

/** @param node the figure's markup, which `network-figure.astro` writes */
export function createNetworkFigure(node: HTMLElement, language: Language, freeze: Freeze): NetworkFigure {
  const words = networkFigureWords[language];
  const viewWords = transferViewWords[language];
  const { count, percent } = formatFor(language);
  const stage = requireElement(node, '[data-network-stage]');
  const live = requireElement(node, '[data-network-live]');
  const backward = requireElement(node, '[data-network-backward]');
  const arrow = requireElement<SVGGElement>(node, '[data-pass-backward]');
  const announce = createAnnouncer(requireElement(node, '[data-network-status]'));
  const sentence = element('p');
  const status = element('p', { hidden: true });
  const moved = element('p', { hidden: true });
  const compiled = element('p');
  const code = element('pre', { hidden: true, tabindex: '0' });

  const strata: readonly Stratum[] = [...node.querySelectorAll<SVGGElement>('[data-stratum]')]
    .map((group, place) => ({ group, place: Number(group.dataset['stratum'] ?? place) }))
    .sort((one, other) => one.place - other.place)
    .map(({ group }, place) => {
      const { layers = '', parameters = '', head, top = '', height = '' } = group.dataset;
      const button = element('button', { type: 'button', class: 'core-button' });
      button.style.top = `${Number(top)}px`;
      button.style.height = `${Number(height)}px`;
      button.addEventListener('click', () => press(place));
      return {
        group,
        button,
        name: group.querySelector('.core-name')?.textContent ?? '',
        drawn: {
          layers: layers === '' ? [] : layers.split(' '),
          parameters: Number(parameters),
          isHead: head !== undefined,
        },
      };
    });

  let shown: ReturnType<typeof chooseModel> = null;
  /** Whether a press of a button waits for its result. */
  let isPending = false;

  function press(place: number): void {
    const block = shown?.blocks[place];
    if (shown === null || block === undefined) return;
    const { run, part } = shown.model;
    isPending = freeze(run, part.id, block.state === 'frozen' ? block.from : block.to);
    status.hidden = false;
    status.textContent = isPending ? viewWords.waiting : viewWords.lost;
    announce(status.textContent);
  }

  function showStratum({ group, button, name: own }: Stratum, block: LiveBlock, place: number): void {
    const name = block.name ?? own;
    group.dataset['state'] = block.state;
    setText(group, '.core-name', name);
    if (block.state !== 'removed') {
      setText(group, '.core-output', sizesOf(block.outputShape));
      setText(group, '.core-parameters', count(block.parameters));
    }
    const action = block.state === 'frozen' ? viewWords.unfreezeFrom : viewWords.freezeTo;
    button.setAttribute('aria-label', `${action}: ${name}`);
    button.title = action;
    button.disabled = block.state === 'removed' || block.state === 'none';
    const row = node.querySelector(`[data-row="${place}"]`);
    const [output, parameters] = row?.querySelectorAll('td') ?? [];
    if (row !== null) setText(row, 'code', name);
    if (output !== undefined)
      output.textContent = block.state === 'removed' ? '' : sizesOf(block.outputShape);
    if (parameters !== undefined) parameters.textContent = count(block.parameters);
    if (row !== null) setText(row, '[data-row-state]', words.states[block.state]);
  }

  /** Draws the backward pass down to the first block that is trained. */
  function showBackward(blocks: readonly LiveBlock[]): void {
    const first = blocks.findIndex(({ state }) => state === 'trainable' || state === 'mixed');
    const stratum = strata[first];
    arrow.setAttribute('visibility', stratum === undefined ? 'hidden' : 'visible');
    backward.toggleAttribute('data-none', stratum === undefined);
    if (stratum === undefined) {
      backward.textContent = words.noBackward;
      return;
    }
    backward.textContent = words.backward(blocks[first]?.name ?? stratum.name);
    const { top = '', height = '' } = stratum.group.dataset;
    const end = Number(top) + Number(height) / 2;
    const [line, head] = arrow.querySelectorAll('path');
    line?.setAttribute('d', (line.getAttribute('d') ?? '').replace(/V.*/, `V${end + 6}`));
    head?.setAttribute(
      'transform',
      (head.getAttribute('transform') ?? '').replace(/ [\d.]+\)$/, ` ${end + 8})`),
    );
  }

  return {
    show(models) {
      const next = chooseModel(
        strata.map(({ drawn }) => drawn),
        models,
      );
      if (next === null) return;
      if (shown === null) {
        // The order of the drawing, from its top.
        stage.append(...strata.map(({ button }) => button).reverse());
        live.append(sentence, status, moved, code, compiled);
      }
      shown = next;
      const { part } = next.model;
      next.blocks.forEach((block, place) => {
        const stratum = strata[place];
        if (stratum !== undefined) showStratum(stratum, block, place);
      });
      showBackward(next.blocks);
      sentence.textContent = words.bound(part.name, count(part.trainableParameters), count(part.parameters));
      compiled.replaceChildren(...backticked(viewWords.compiled[part.compiled]));
      code.hidden = part.line === null;
      code.textContent = part.line;
      if (!isPending) return;
      isPending = false;
      status.hidden = true;
      announce(`${sentence.textContent} ${compiled.textContent}`);
    },
    setTraining(isTraining) {
      if (shown === null || node.hasAttribute('data-training') === isTraining) return;
      node.toggleAttribute('data-training', isTraining);
      status.hidden = !isTraining;
      status.textContent = isTraining ? words.training : '';
      if (!isTraining) return;
      moved.hidden = true;
      for (const { group } of strata) group.style.removeProperty('--melt');
    },
    showMoved(part) {
      const changes = shown === null ? null : movedBlocks(shown.blocks, part);
      if (shown === null || changes === null) return;
      const known = changes.map((change) => (Number.isFinite(change) ? change : 0));
      const largest = Math.max(...known);
      strata.forEach(({ group }, place) => {
        const change = known[place] ?? 0;
        group.style.setProperty('--melt', String(largest === 0 ? 0 : change / largest));
        if (change > 0) setText(group, '.core-parameters', `Δ ${percent(change)}`);
      });
      const most = known.indexOf(largest);
      moved.hidden = largest === 0;
      moved.textContent = words.moved(shown.blocks[most]?.name ?? strata[most]?.name ?? '', percent(largest));
    },
  };
}

function setText(parent: Element, selector: string, text: string): void {
  const found = parent.querySelector(selector);
  if (found !== null && found.textContent !== text) found.textContent = text;
}

/** Converts `[null, 112, 112, 32]` to `112×112×32`. */
function sizesOf(shape: string): string {
  return shape
    .replace(/[[\]]/g, '')
    .split(', ')
    .slice(1)
    .map((size) => (size === 'null' ? '?' : size))
    .join('×');
}
