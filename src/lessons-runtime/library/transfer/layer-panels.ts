import type { LayersModel } from '@tensorflow/tfjs';
import { modelPart } from '../../kernel/inspect/model.ts';
import type { KernelPort } from '../../kernel/kernel-port.ts';
import { compiledWeights, innerModel } from '../../kernel/network/inner-model.ts';
import { isAlive } from '../../kernel/network/is-alive.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
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
  /** How a new state is sent: to the output of the cell, or as a report about the lesson's models. */
  readonly type: 'redrawn' | 'network';
}

/** The most panels that are updated; the oldest are dropped first. */
const maxPanels = 50;
/** The most models of the lesson that are reported at a time. */
const maxReports = 30;

interface LayerPanels {
  /** @throws {ArgumentError} if `model` is not a model */
  show(model: LayersModel): void;
  /** Freezes layers as the learner clicked on the page, and updates the panels. */
  freeze(message: FreezeMessage): void;
  /** Reports the model that is about to be trained, also if it has not changed. */
  reportTraining(model: LayersModel): void;
  /** Updates the panels whose models have changed and reports the lesson's models, after a run for example. */
  update(): void;
}

/**
 * Creates the panels that show the layers of models, and let learners freeze them on the page. It also reports the models of the
 * lesson to the page, whose figures show them.
 */
export function createLayerPanels(deps: {
  readonly tf: TensorFlow;
  readonly capture: OutputCapture;
  readonly run: () => { readonly cell: string; readonly run: number };
  readonly post: KernelPort['post'];
  readonly language: Language;
  readonly nameOf: (value: object) => string | null;
  readonly held: () => Iterable<readonly [name: string, value: unknown]>;
}): LayerPanels {
  const { capture, post, nameOf } = deps;
  let panels: readonly Panel[] = [];
  let reports: readonly Panel[] = [];
  let reportCount = 0;

  function redraw(panel: Panel, part: Part): void {
    if (JSON.stringify(part) === JSON.stringify(panel.shown)) return;
    panel.shown = part;
    const { type, cell, run } = panel;
    post(type === 'network' ? { type, run, part } : { type, cell, run, part });
  }

  function update(): void {
    for (const panel of [...panels, ...reports]) {
      const model = liveModel(panel);
      const { shown, line } = panel;
      redraw(
        panel,
        model === null ? { ...shown, isDisposed: true } : layersPart(model, shown.id, line, nameOf),
      );
    }
    reports = reports.filter(({ shown }) => !shown.isDisposed);
    for (const model of lessonModels()) if (reportOf(model) === undefined) report(model);
  }

  /** Returns the models among the lesson's values; a `tf.sequential` without layers is not one yet. */
  function lessonModels(): readonly LayersModel[] {
    return [...deps.held()].flatMap(([, value]) => {
      try {
        return value instanceof deps.tf.LayersModel && value.layers.length > 0 && isAlive(value) ? value : [];
      } catch {
        // A learner's object can throw when it is read.
        return [];
      }
    });
  }

  function reportOf(model: LayersModel): Panel | undefined {
    return reports.find((each) => each.model.deref() === model);
  }

  /** Returns the lesson's `tf.sequential` of which a model is the inner one; otherwise the model itself. */
  function lessonModel(model: LayersModel): LayersModel {
    return lessonModels().find((each) => innerModel(each) === model) ?? model;
  }

  /** Reports a model to the page. It must not make a run fail, whatever the layers are that a learner has written. */
  function report(model: LayersModel): void {
    try {
      sendReport(model);
    } catch {
      // A layer that cannot describe itself is shown where the learner uses it.
    }
  }

  function sendReport(model: LayersModel): void {
    const panel = reportOf(model);
    if (panel === undefined && reports.length >= maxReports) return;
    const { cell, run } = deps.run();
    const id = panel?.shown.id ?? `network-${++reportCount}`;
    const part = layersPart(model, id, panel?.line ?? null, nameOf);
    if (panel === undefined)
      reports = [
        ...reports,
        { type: 'network', cell, run, model: new WeakRef(model), shown: part, line: null },
      ];
    else panel.shown = part;
    post({ type: 'network', run: panel?.run ?? run, part });
  }

  return {
    reportTraining: (model) => report(lessonModel(model)),
    show(model) {
      requireModel(model, deps.language);
      const { cell, run } = deps.run();
      const current = panels.filter((panel) => panel.cell !== cell || panel.run === run);
      const id = `layers-${current.filter((panel) => panel.cell === cell).length + 1}`;
      const shown = layersPart(model, id, null, nameOf);
      const panel: Panel = { type: 'redrawn', cell, run, model: new WeakRef(model), shown, line: null };
      panels = [...current, panel].slice(-maxPanels);
      capture.show(shown);
    },
    freeze({ run, panel: id, layers }) {
      const panel = [...panels, ...reports].find((each) => each.run === run && each.shown.id === id);
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
  return live !== null && isAlive(live) ? live : null;
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
