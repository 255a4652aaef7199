import type { OutputOf } from '../../../protocol/output.ts';
import { backticked, element } from '../../dom/element.ts';
import { copyButton } from '../copy-button.ts';
import { stateOf } from '../layer-blocks.ts';
import { modelHead } from '../show-model.ts';
import type { ShowContext, ShownOutput } from '../shown-output.ts';
import { type FreezeBlock, freezeBlocks } from './freeze-blocks.ts';
import { transferViewWords } from './transfer-view-words.ts';

type Part = OutputOf<'layers'>;

/** A layer's block as a stratum, and the button that moves the boundary to it. */
interface Stratum {
  readonly node: HTMLElement;
  show(block: FreezeBlock, isEnabled: boolean): void;
}

/**
 * A model's layers as strata of ice, from input to output: the frozen ones solid, the trainable ones thawed. Each has a button
 * that freezes all up to it, or thaws all from it on. A later part redraws in place, so that the focus stays.
 */
export function showLayers(first: Part, context: ShowContext): ShownOutput {
  const { words, announce, onFreeze } = context;
  const say = transferViewWords[words.language];
  const head = element('div', {});
  const sentence = element('p', { class: 'layers-sentence' });
  const status = element('p', { class: 'layers-status' });
  const compiled = element('p', { class: 'layers-compiled' });
  const code = element('div', { class: 'layers-code', hidden: true });
  let part = first;
  let blocks = freezeBlocks(part.layers);
  let isAsked = false;

  function press(index: number): void {
    const block = blocks[index];
    if (block === undefined) return;
    const isFrozen = stateOf(block.layers) === 'frozen';
    isAsked = onFreeze(part.id, isFrozen ? block.from : block.to);
    status.textContent = isAsked ? say.waiting : say.lost;
    announce(status.textContent);
  }

  const strata = blocks.map((_, index) => createStratum(context, () => press(index)));
  const list = element(
    'ol',
    { class: 'layer-strata', 'aria-label': say.layersOf(part.name) },
    ...strata.map(({ node }) => node),
  );

  function show(): void {
    head.replaceChildren(modelHead(part, words));
    blocks.forEach((block, index) => {
      strata[index]?.show(block, !part.isDisposed);
    });
    const frozen = blocks.filter(({ layers }) => stateOf(layers) === 'frozen').length;
    sentence.textContent = say.layersSentence(blocks.length, words.format.count(frozen));
    status.textContent = part.isDisposed ? say.gone : '';
    compiled.replaceChildren(...backticked(say.compiled[part.compiled]));
    compiled.dataset['compiled'] = part.compiled;
    compiled.hidden = part.isDisposed;
    showCode(code, part.line, context);
  }

  show();
  return {
    node: element('div', { class: 'layers-panel' }, head, sentence, list, status, code, compiled),
    update(next) {
      if (next.kind !== 'layers' || next.layers.length !== part.layers.length) return false;
      const nextBlocks = freezeBlocks(next.layers);
      if (nextBlocks.map(({ name }) => name).join() !== blocks.map(({ name }) => name).join()) return false;
      part = next;
      blocks = nextBlocks;
      show();
      if (isAsked)
        announce(
          [status, sentence, compiled]
            .map(({ textContent }) => textContent)
            .join(' ')
            .trim(),
        );
      isAsked = false;
      return true;
    },
  };
}

function createStratum({ words }: ShowContext, onPress: () => void): Stratum {
  const say = transferViewWords[words.language];
  const text = element('div', { class: 'stratum-text' });
  const button = element('button', { type: 'button', class: 'output-button' });
  const node = element('li', { class: 'stratum' }, text, button);
  button.addEventListener('click', onPress);
  return {
    node,
    show({ name, layers }, isEnabled) {
      const state = stateOf(layers);
      const isFrozen = state === 'frozen';
      const { trainable, frozen, partlyFrozen: mixed, noParameters: none } = words.output;
      const parameters = layers.reduce((sum, layer) => sum + (layer.parameters ?? 0), 0);
      const facts = [
        say.output(layers.at(-1)?.outputShape ?? ''),
        say.parameters(parameters),
        ...(layers.length > 1 ? [words.output.layers(layers.length)] : []),
      ];
      node.dataset['state'] = state;
      text.replaceChildren(
        element('code', {}, name),
        ' ',
        element('span', { class: `layer-state layer-${state}` }, { trainable, frozen, mixed, none }[state]),
        element('span', { class: 'stratum-facts' }, facts.join(' · ')),
      );
      const press = isFrozen ? say.thawFrom : say.freezeTo;
      button.textContent = press;
      // Who hears it does not see what it stands beside.
      button.setAttribute('aria-label', `${press}: ${name}`);
      button.disabled = !isEnabled;
    },
  };
}

/** What the last press did, as a learner would write it. */
function showCode(node: HTMLElement, line: string | null, context: ShowContext): void {
  const say = transferViewWords[context.words.language];
  node.hidden = line === null;
  if (line === null || node.dataset['line'] === line) return;
  node.dataset['line'] = line;
  node.replaceChildren(
    element('p', {}, say.sameInCode),
    element('pre', { tabindex: '0' }, element('code', {}, line)),
    copyButton(() => line, say.copyCode, say.copiedCode, context),
  );
}
