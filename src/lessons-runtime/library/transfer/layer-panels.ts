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
  /** The page may hold a panel long after the lesson let its model go. */
  readonly model: WeakRef<LayersModel>;
  shown: Part;
  /** The code of what was pressed last. */
  line: string | null;
}

/** So many panels are kept in step; the oldest goes first. */
const panelLimit = 50;

interface LayerPanels {
  show(model: LayersModel): void;
  /** What a learner pressed on the page. */
  freeze(message: FreezeMessage): void;
  /** After a run: draws anew what its code changed. */
  follow(): void;
}

/** Panels of models' layers, which show what is frozen and let the page freeze. */
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

  function follow(): void {
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
      const kept = panels.filter((panel) => panel.cell !== cell || panel.run === run);
      const id = `layers-${kept.filter((panel) => panel.cell === cell).length + 1}`;
      const shown = layersPart(model, id, null, nameOf);
      panels = [...kept, { cell, run, model: new WeakRef(model), shown, line: null }].slice(-panelLimit);
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
      // Other panels may show the same model, or one that it is part of.
      follow();
    },
    follow,
  };
}

function liveModel({ model }: Panel): LayersModel | null {
  const live = model.deref() ?? null;
  try {
    for (const weight of live?.weights ?? []) weight.read();
    return live;
  } catch {
    // Reading a weight that was freed throws.
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

/** Whether the last `compile` found the weights to train that there are now. */
function compiledState(model: LayersModel): Part['compiled'] {
  const compiled = compiledWeights(model);
  if (compiled === null) return 'never';
  const now = new Set(model.trainableWeights);
  return compiled.length === now.size && compiled.every((weight) => now.has(weight)) ? 'fits' : 'stale';
}
