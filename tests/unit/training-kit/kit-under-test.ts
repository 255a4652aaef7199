import { createKeptFiles, type KeptFiles } from '../../../src/lessons-runtime/progress/kept-files.ts';
import type { Output } from '../../../src/lessons-runtime/protocol/output.ts';
import type { OutputCapture } from '../../../src/lessons-runtime/worker/capture-output.ts';
import type { HostRequests } from '../../../src/lessons-runtime/worker/host-requests.ts';
import type { TensorFlow } from '../../../src/lessons-runtime/worker/tensorflow.ts';
import {
  createTrainingKit,
  type TrainingKit,
} from '../../../src/lessons-runtime/worker/training-kit/training-kit.ts';
import { createMemoryShelf } from '../../support/memory-shelf.ts';

/** The kit as a worker has it, less the page: what it keeps lies in memory. */
export function createKitUnderTest(
  tf: TensorFlow,
  keptFiles: KeptFiles = createKeptFiles(createMemoryShelf()),
): { readonly kit: TrainingKit; readonly shown: Output[]; readonly keptFiles: KeptFiles } {
  const shown: Output[] = [];
  const requests: Pick<HostRequests, 'kept' | 'keep' | 'keptNames'> = {
    kept: keptFiles.read,
    keep: async (drawer, key, bytes) => {
      const written = await keptFiles.write(drawer, key, bytes);
      if (written !== 'kept') throw new Error(written);
    },
    keptNames: keptFiles.names,
  };
  const capture: Pick<OutputCapture, 'show'> = { show: (part) => void shown.push(part) };
  const kit = createTrainingKit({
    tf,
    requests: requests as HostRequests,
    capture: capture as OutputCapture,
    post: () => {},
    trace: () => [],
    nameOf: () => null,
    isStopped: () => false,
    language: () => 'en',
    run: () => ({ cell: 'a', run: 1 }),
  });
  return { kit, shown, keptFiles };
}
