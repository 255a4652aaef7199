import { type BaseCallback, standardizeCallbacks } from '@tensorflow/tfjs-layers/dist/base_callbacks';

type Arguments = Parameters<typeof standardizeCallbacks>;

/** What of a fit's options concerns its callbacks. */
export interface CallbackOptions {
  readonly callbacks?: Arguments[0];
  readonly yieldEvery?: Arguments[1];
}

/** tfjs takes a list for what its first is, callbacks or plain objects; here each is taken for what it is. */
export function standardCallbacks({ callbacks = {}, yieldEvery = 'auto' }: CallbackOptions): BaseCallback[] {
  return [callbacks].flat().flatMap((callback) => standardizeCallbacks(callback, yieldEvery));
}
