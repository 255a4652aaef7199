import type { LayersModel } from '@tensorflow/tfjs';
import { modelPart } from '../../kernel/inspect/model.ts';
import type { KernelPort } from '../../kernel/kernel-port.ts';
import { compiledWeights } from '../../kernel/network/inner-model.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { FreezeMessage } from '../../protocol/host-to-worker.ts';
import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import { requireModel } from '../require-model.ts';
import { freezeLine, freezeUpTo, leafCount } from './freeze-boundary.ts';

type Part = OutputOf<'layers'>;

interface Panel {
  readonly cell: string;
  readonly run: number;
  /** Weak, because the page may show a panel long after the lesson has dropped its model. */
  readonly model: WeakRef<LayersModel>;
  shown: Part;
  /** The code for the learner's last click. */
  line: string | null;
}

/** The most panels that are updated; the oldest are dropped first. */
const maxPanels = 50;

interface LayerPanels {
  /** @throws {ArgumentError} if `model` is not a model */
  show(model: LayersModel): void;
  /** Freezes layers as the learner clicked on the page, and updates the panels. */
  freeze(message: FreezeMessage): void;
  /** Updates the panels whose models have changed, after a run for example. */
  update(): void;
}

/** Creates the panels that show the layers of models, and let learners freeze them on the page. */
export function createLayerPanels(deps: {
  readonly capture: OutputCapture;
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly post: KernelPort['post'];
  readonly language: Language;
  readonly nameOf: (value: object) => string | null;
}): LayerPanels {
  const { capture, post, nameOf } = deps;
  let panels: readonly Panel[] = [];

  function redraw(panel: Panel, part: Part): void {
    if (JSON.stringify(part) === JSON.stringify(panel.shown)) return;
    panel.shown = part;
    post({ type: 'redrawn', cell: panel.cell, run: panel.run, part });
  }

  function update(): void {
    for (const panel of panels) {
      const model = liveModel(panel);
      const { shown, line } = panel;
      redraw(
        panel,
        model === null ? { ...shown, isDisposed: true } : layersPart(model, shown.id, line, nameOf),
      );
    }
  }

  return {
    show(model) {
      requireModel(model, deps.language);
      const { cell, run } = deps.run();
      const current = panels.filter((panel) => panel.cell !== cell || panel.run === run);
      const id = `layers-${current.filter((panel) => panel.cell === cell).length + 1}`;
      const shown = layersPart(model, id, null, nameOf);
      panels = [...current, { cell, run, model: new WeakRef(model), shown, line: null }].slice(-maxPanels);
      capture.show(shown);
    },
    freeze({ run, panel: id, layers }) {
      const panel = panels.find((each) => each.run === run && each.shown.id === id);
      if (panel === undefined) return;
      const model = liveModel(panel);
      if (model !== null) {
        const frozen = Math.max(0, Math.min(leafCount(model), Math.floor(layers)));
        panel.line = freezeLine(model, frozen, nameOf);
        freezeUpTo(model, frozen);
      }
      // Other panels may show the same model, or one that contains it.
      update();
    },
    update,
  };
}

/** Returns a panel's model; `null` if it was garbage-collected or disposed of. */
function liveModel({ model }: Panel): LayersModel | null {
  const live = model.deref() ?? null;
  try {
    for (const weight of live?.weights ?? []) weight.read();
    return live;
  } catch {
    // Reading a disposed weight throws.
    return null;
  }
}

function layersPart(
  model: LayersModel,
  id: string,
  line: string | null,
  nameOf: (value: object) => string | null,
): Part {
  const name = nameOf(model) ?? model.name;
  return {
    ...modelPart(model),
    name,
    kind: 'layers',
    id,
    line,
    compiled: compiledState(model),
    isDisposed: false,
  };
}

/** Compares the weights that the last `compile` collected with those that are trainable now. */
function compiledState(model: LayersModel): Part['compiled'] {
  const compiled = compiledWeights(model);
  if (compiled === null) return 'never';
  const trainable = new Set(model.trainableWeights);
  const isSame = compiled.length === trainable.size && compiled.every((weight) => trainable.has(weight));
  return isSame ? 'fits' : 'stale';
}
