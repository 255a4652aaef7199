import type { LayersModel } from '@tensorflow/tfjs';
import { measuredLayers } from '../../kernel/inspect/model.ts';
import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { OutputOf } from '../../protocol/output.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import { transferWords } from '../transfer-words.ts';
import type { WeightSnapshots } from './weight-snapshots.ts';

/** A layer with weights, and how far its last training moved them: ‖w − w₀‖ / ‖w₀‖. */
interface LayerChange {
  readonly layer: string;
  readonly change: number;
}

/**
 * Makes the function that shows how far each layer moved since the model's last training began.
 * @throws {ArgumentError} from that function, where the model was not trained yet, or is none
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
