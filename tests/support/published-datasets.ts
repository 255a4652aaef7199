import { fileURLToPath } from 'node:url';
import type * as TensorFlow from '@tensorflow/tfjs';
import type { DatasetDeps } from '../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { nodeDatasetFiles } from '../../tools/node-dataset-files.ts';

/** A folder of labelled pictures of the site, as it is in the repository. */
export function datasetFolder(name: string): string {
  return fileURLToPath(new URL(`../../public/datasets/${name}/`, import.meta.url));
}

/**
 * What a data set function needs, with the files of the repository.
 * @param fetched takes the name of each file that is read
 */
export function publishedDataset(
  tf: typeof TensorFlow,
  name: string,
  { language = 'en', fetched = [] }: { readonly language?: Language; readonly fetched?: string[] } = {},
): DatasetDeps {
  const files = nodeDatasetFiles(datasetFolder(name));
  return {
    tf,
    language,
    files: {
      ...files,
      read(file, parse) {
        fetched.push(file);
        return files.read(file, parse);
      },
    },
    createError: ({ what, advice }) => new Error(`${what} ${advice}`),
  };
}
