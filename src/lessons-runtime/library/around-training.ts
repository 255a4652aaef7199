import { type KernelExtension, stackHere } from '../kernel/training/around-fit.ts';
import type { TrainingDataCheck } from './checks/training-data-check.ts';
import type { TrainingLog } from './log/training-log.ts';
import type { TrainingRecovery } from './log/training-recovery.ts';
import type { TrainingWatch } from './watched-training.ts';

/** Creates the library's training wrappers, each under its name in the kernel's list `aroundTraining`. */
export function createAroundTraining(parts: {
  readonly log: Pick<TrainingLog, 'train'>;
  readonly recovery: TrainingRecovery;
  readonly dataCheck: TrainingDataCheck;
  readonly watch: TrainingWatch;
}): KernelExtension['around'] {
  const { log, recovery, dataCheck, watch } = parts;
  return {
    async log({ model, options }, proceed) {
      return await log.train(model, (given) => proceed({ options: given }), options);
    },

    async recovery({ model, options }, proceed) {
      const history = await proceed({ options: (await recovery.begin(model, options)) ?? options });
      recovery.end();
      return history;
    },

    async dataCheck({ method, model, data, options }, proceed) {
      const [first, second] = data;
      if (method === 'fitDataset') return await proceed({ data: [dataCheck.wrapDataset(model, first)] });
      if (method === 'fit') await dataCheck.checkAll(model, first, second, options);
      else await dataCheck.checkBatch(model, first, second);
      return await proceed();
    },

    async watch({ method, model, data: [xs, ys], options: given, compileStack }, proceed) {
      if (compileStack === null) return await proceed();
      const { options, end } = await watch.begin({
        model,
        data: method === 'fit' && ys !== undefined ? { xs, ys } : null,
        options: Object(given),
        fitStack: stackHere(),
        compileStack,
      });
      const result = await proceed({ options });
      await end();
      return result;
    },
  };
}
