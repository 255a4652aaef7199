import type { MyDrawings } from '../../datasets/drawings/my-drawings.ts';
import type { LoadIconDataset } from '../../datasets/icons/icon-dataset.ts';
import type { DatasetFiles } from '../../datasets/labelled/dataset-files.ts';
import type { DatasetDeps, LoadDataset } from '../../datasets/labelled/labelled-dataset.ts';
import { CourseError } from '../../protocol/failure.ts';
import type { Advice } from '../../shared/advice.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { AdvisedError } from '../errors/advised-error.ts';
import type { HostRequests } from '../host-requests.ts';
import type { LoadScript } from '../lazy-scripts.ts';
import type { OutputCapture } from '../output/capture-output.ts';
import { createProgressBar } from '../output/progress-bar.ts';
import type { LabelledDataScript } from '../script-interfaces.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** An invalid argument of a data set. */
export class DatasetError extends AdvisedError {
  override readonly name = 'DatasetError';
}

interface KernelDeps {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
  readonly loadScript: LoadScript;
}

/**
 * Creates the data set functions that cells import. Their script is loaded with the first call of any, a manifest with the
 * first call of its function, and the files of a class when the class is first used.
 */
export function createDatasets(deps: KernelDeps) {
  const { tf, requests, language, loadScript } = deps;
  const createError = (problem: Advice): Error => new DatasetError(problem);

  function loader<Load>(
    folder: string,
    create: (script: LabelledDataScript, deps: DatasetDeps) => Load,
  ): () => Promise<Load> {
    return once(async () =>
      create(await loadScript('labelled-data'), {
        tf,
        language,
        files: filesIn(folder, deps),
        createError,
      }),
    );
  }

  const icons = loader('datasets/icons@1/', (script, each) => script.createIconDataset(each));
  const photos = loader('datasets/photos@1/', (script, each) => script.createPhotoDataset(each));
  const drawings = loader('datasets/drawings@1/', (script, each) => script.createDrawingDataset(each));
  const iconDataset = async (...args: Parameters<LoadIconDataset>) => (await icons())(...args);
  const photoDataset: LoadDataset = async (...args) => (await photos())(...args);
  const drawingDataset: LoadDataset = async (...args) => (await drawings())(...args);
  return {
    /** Loads a data set of pictures composed of drawn icons, split by designer. @throws {CourseError} @throws {DatasetError} */
    // The type of the result depends on the options, which a spread of arguments loses.
    iconDataset: iconDataset as LoadIconDataset,
    /** Loads a data set of photos of the sky or of landscapes. @throws {CourseError} @throws {DatasetError} */
    photoDataset,
    /** Loads a data set of drawings of 345 things by many people. @throws {CourseError} @throws {DatasetError} */
    drawingDataset,
    /** Returns the drawings of the page's draw pads, in the form of a part of `drawingDataset`. @throws {DatasetError} */
    async myDrawings(...args: Parameters<MyDrawings>): ReturnType<MyDrawings> {
      const { createMyDrawings } = await loadScript('labelled-data');
      return createMyDrawings({ tf, language, createError, drawings: requests.drawings })(...args);
    },
  };
}

/** Reads the files of a folder of the site, and shows each download in the cell. */
function filesIn(folder: string, { requests, capture, language }: KernelDeps): DatasetFiles {
  async function fetchFile(file: string): Promise<ArrayBuffer> {
    const bar = createProgressBar(capture, { id: folder + file, label: file, unit: 'bytes' });
    try {
      return await requests.file(folder + file, { onProgress: bar.update });
    } finally {
      bar.end();
    }
  }

  async function orCorrupt<T>(file: string, parse: () => T | Promise<T>): Promise<T> {
    try {
      return await parse();
    } catch {
      throw new CourseError({ code: 'file-corrupt', subject: folder + file }, language);
    }
  }

  return {
    async read(file, parse) {
      const bytes = await fetchFile(file);
      return orCorrupt(file, () => parse(bytes));
    },
    decode: (bytes, file) => orCorrupt(file, () => decodePixels(bytes)),
  };
}

/** Decodes an opaque picture without any conversion of its pixels. */
async function decodePixels(bytes: ArrayBuffer): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([bytes]), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
    willReadFrequently: true,
  });
  if (context === null) throw new Error('no 2D canvas in this worker');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}
