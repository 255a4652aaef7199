import type { LayersModel } from '@tensorflow/tfjs';
import { measuredLayers } from '../../kernel/inspect/model.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import { transferWords } from '../transfer-words.ts';
import type { WeightSnapshots } from './weight-snapshots.ts';

interface LayerChange {
  /** The layer's name. */
  readonly layer: string;
  /** The relative change of its weights since its last training began, ‖w − w₀‖ / ‖w₀‖. */
  readonly change: number;
}

/**
 * Creates the function `whatMoved`, which shows and returns how far each layer with weights has changed since the model's last
 * training began.
 * @throws {ArgumentError} from that function, if the model has not been trained, or is not a model
 */
export function createWhatMoved(deps: {
  readonly capture: OutputCapture;
  readonly language: Language;
  readonly snapshots: WeightSnapshots;
  readonly nameOf: (value: object) => string | null;
}): (model: LayersModel) => Promise<readonly LayerChange[]> {
  return async (model) => {
    requireModel(model, deps.language);
    if (!model.weights.some((weight) => deps.snapshots.has(weight)))
      throw new ArgumentError(transferWords[deps.language].notTrained);
    const layers: OutputOf<'moved'>['layers'][number][] = [];
    for (const { layer, row } of measuredLayers(model)) {
      if (layer.weights.length === 0) continue;
      const { name, block, trainable, parameters } = row;
      const change = await deps.snapshots.change(layer.weights);
      layers.push({
        name,
        trainable,
        parameters: parameters ?? 0,
        change,
        ...(block !== undefined && { block }),
      });
    }
    deps.capture.show({ kind: 'moved', name: deps.nameOf(model) ?? model.name, layers });
    return layers.map(({ name, change }) => ({ layer: name, change }));
  };
}
