import type { OutputOf } from '../../../protocol/output.ts';
import { backticked, element } from '../../dom/element.ts';
import { copyButton } from '../copy-button.ts';
import { stateOf } from '../layer-blocks.ts';
import { layerStateLabel } from '../layer-state-label.ts';
import { modelHead } from '../show-model.ts';
import type { ShowContext, ShownOutput } from '../shown-output.ts';
import { type FreezeBlock, freezeBlocks } from './freeze-blocks.ts';
import { transferViewWords } from './transfer-view-words.ts';

type Part = OutputOf<'layers'>;

/** The view of a block of layers, with the button that moves the boundary between frozen and trainable layers to it. */
interface Stratum {
  readonly node: HTMLElement;
  show(block: FreezeBlock, isEnabled: boolean): void;
}

/**
 * Creates the panel of a model's layers, from input to output, drawn as layers of ice: frozen ones solid, trainable ones
 * melted. Each block has a button that freezes all blocks up to it, or unfreezes all from it on. A later output updates the
 * panel in place, so that the focus stays.
 */
export function showLayers(first: Part, context: ShowContext): ShownOutput {
  const { words, announce, onFreeze } = context;
  const viewWords = transferViewWords[words.language];
  const head = element('div', {});
  const sentence = element('p', { class: 'layers-sentence' });
  const status = element('p', { class: 'layers-status' });
  const compiled = element('p', { class: 'layers-compiled' });
  const code = element('div', { class: 'layers-code', hidden: true });
  let part = first;
  let blocks = freezeBlocks(part.layers);
  /** Whether a press of a button waits for its result. */
  let isPending = false;

  function press(index: number): void {
    const block = blocks[index];
    if (block === undefined) return;
    const isFrozen = stateOf(block.layers) === 'frozen';
    isPending = onFreeze(part.id, isFrozen ? block.from : block.to);
    status.textContent = isPending ? viewWords.waiting : viewWords.lost;
    announce(status.textContent);
  }

  const strata = blocks.map((_, index) => createStratum(context, () => press(index)));
  const list = element(
    'ol',
    { class: 'layer-strata', 'aria-label': viewWords.layersOf(part.name) },
    ...strata.map(({ node }) => node),
  );

  function show(): void {
    head.replaceChildren(modelHead(part, words));
    blocks.forEach((block, index) => {
      strata[index]?.show(block, !part.isDisposed);
    });
    const frozen = blocks.filter(({ layers }) => stateOf(layers) === 'frozen').length;
    sentence.textContent = viewWords.layersSentence(blocks.length, words.format.count(frozen));
    status.textContent = part.isDisposed ? viewWords.gone : '';
    compiled.replaceChildren(...backticked(viewWords.compiled[part.compiled]));
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
      if (isPending)
        announce(
          [status, sentence, compiled]
            .map(({ textContent }) => textContent)
            .join(' ')
            .trim(),
        );
      isPending = false;
      return true;
    },
  };
}

function createStratum({ words }: ShowContext, onPress: () => void): Stratum {
  const viewWords = transferViewWords[words.language];
  const text = element('div', { class: 'stratum-text' });
  const button = element('button', { type: 'button', class: 'output-button' });
  const node = element('li', { class: 'stratum' }, text, button);
  button.addEventListener('click', onPress);
  return {
    node,
    show({ name, layers }, isEnabled) {
      const state = stateOf(layers);
      const isFrozen = state === 'frozen';
      const parameters = layers.reduce((sum, layer) => sum + (layer.parameters ?? 0), 0);
      const facts = [
        viewWords.output(layers.at(-1)?.outputShape ?? ''),
        viewWords.parameters(parameters),
        ...(layers.length > 1 ? [words.output.layers(layers.length)] : []),
      ];
      node.dataset['state'] = state;
      text.replaceChildren(
        element('code', {}, name),
        ' ',
        layerStateLabel(state, words),
        element('span', { class: 'stratum-facts' }, facts.join(' · ')),
      );
      const action = isFrozen ? viewWords.unfreezeFrom : viewWords.freezeTo;
      button.textContent = action;
      // Screen reader users may not know beside which block the button is.
      button.setAttribute('aria-label', `${action}: ${name}`);
      button.disabled = !isEnabled;
    },
  };
}

/** Shows the line of TypeScript that does the same as the last press of a button. */
function showCode(node: HTMLElement, line: string | null, context: ShowContext): void {
  const viewWords = transferViewWords[context.words.language];
  node.hidden = line === null;
  if (line === null || node.dataset['line'] === line) return;
  node.dataset['line'] = line;
  node.replaceChildren(
    element('p', {}, viewWords.sameInCode),
    element('pre', { tabindex: '0' }, element('code', {}, line)),
    copyButton(() => line, viewWords.copyCode, viewWords.copiedCode, context),
  );
}
