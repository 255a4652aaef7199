import type { LayersModel } from '@tensorflow/tfjs';

/** Returns whether no weight of a model was disposed of: reading a disposed one throws. */
export function isAlive(model: LayersModel): boolean {
  try {
    for (const weight of model.weights) weight.read();
    return true;
  } catch {
    return false;
  }
}
