import type { LayersModel, Tensor3D } from '@tensorflow/tfjs';
import type { CatsAndDogs, createCatsAndDogs } from '../../models/cats-and-dogs.ts';
import type { createDecodePredictions, DecodePredictions } from '../../models/decode-predictions.ts';
import { createEfficientNetLite0, type EfficientNetLite0Options } from '../../models/efficient-net-lite0.ts';
import { createIconNet, type IconNetOptions } from '../../models/icon-net.ts';
import { createMobileNet, type MobileNetOptions } from '../../models/mobile-net.ts';
import { ModelFileError } from '../../models/model-file-error.ts';
import {
  createPreprocessInput,
  efficientNetLite0Normalization,
  mobileNetNormalization,
} from '../../models/preprocess-input.ts';
import type { PretrainedModelDeps, PretrainedModelOptions } from '../../models/pretrained-model.ts';
import { CourseError, isCourseError } from '../../protocol/failure.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import type { HostRequests } from '../host-requests.ts';
import type { LoadScript } from '../lazy-scripts.ts';
import type { OutputCapture } from '../output/capture-output.ts';
import { createProgressBar } from '../output/progress-bar.ts';
import { type LibraryFunctions, libraryFunctions } from '../script-interfaces.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { createWatchTasks } from '../training/watch-tasks.ts';
import { createIconData } from './icon-data.ts';
import type { Photo } from './photo.ts';
import { type ResizeOptions, resizePhoto } from './resize-photo.ts';

const efficientNetFolder = 'models/efficientnet-lite0@1/';

/** What `import … from 'deshielo'` gives a cell: Keras's steps from a photo to a prediction, under Keras's names. */
export function createCourseModule<Functions extends LibraryFunctions>(deps: {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
  readonly library: () => Promise<Functions>;
  readonly loadScript: LoadScript;
}) {
  const { tf, requests, capture, language, library, loadScript } = deps;
  const filesBelow = (baseUrl: string): PretrainedModelDeps => ({
    tf,
    baseUrl,
    fetchFile: (path, { onProgress }) =>
      requests.file(path, { onProgress: ({ loaded }) => onProgress(loaded) }),
  });
  const loadEfficientNetLite0 = createEfficientNetLite0(filesBelow(efficientNetFolder));
  const loadMobileNet = createMobileNet(filesBelow('models/mobilenet-v1@1/'));
  const loadIconNet = createIconNet(filesBelow('models/icon-net@1/'));
  const preprocessInput = createPreprocessInput(tf, efficientNetLite0Normalization);
  const predictionsScript = async () =>
    (await loadScript('predictions')) as {
      readonly createCatsAndDogs: typeof createCatsAndDogs;
      readonly createDecodePredictions: typeof createDecodePredictions;
    };
  /** The classes of every network for ImageNet. */
  const decoder = once(async () => {
    const bytes = await requests.file(`${efficientNetFolder}labels.json`);
    const script = await predictionsScript();
    return script.createDecodePredictions({ labels: JSON.parse(new TextDecoder().decode(bytes)), language });
  });

  /** A network, with its download shown in the cell. */
  async function shown<Weights extends string>(
    load: (options: PretrainedModelOptions<Weights>) => Promise<LayersModel>,
    name: { readonly id: string; readonly label: string },
    options: PretrainedModelOptions<Weights>,
  ): Promise<LayersModel> {
    const bar = createProgressBar(capture, { ...name, unit: 'bytes' });
    try {
      return await load({
        ...options,
        onProgress(progress) {
          bar.update(progress);
          options.onProgress?.(progress);
        },
      });
    } catch (error) {
      throw asCourseError(error, language);
    } finally {
      bar.end();
    }
  }

  return {
    /** Loads EfficientNet-Lite0, with its download shown in the cell. @throws {CourseError} */
    efficientNetLite0: Object.assign(
      (options: EfficientNetLite0Options = {}) =>
        shown(loadEfficientNetLite0, { id: 'efficientnet-lite0', label: 'EfficientNet-Lite0' }, options),
      { preprocessInput },
    ),

    /** Loads MobileNet V1, with its download shown in the cell. @throws {CourseError} */
    mobileNet: Object.assign(
      (options: MobileNetOptions = {}) =>
        shown(loadMobileNet, { id: 'mobilenet-v1', label: 'MobileNet' }, options),
      { preprocessInput: createPreprocessInput(tf, mobileNetNormalization) },
    ),

    /** Loads the network that was trained on drawn icons, with its download shown in the cell. @throws {CourseError} */
    iconNet: (options: IconNetOptions = {}) =>
      shown(loadIconNet, { id: 'icon-net', label: 'IconNet' }, options),

    /** The same as `efficientNetLite0.preprocessInput`; `mobileNet` has its own. */
    preprocessInput,

    /** Keras's `decode_predictions`, with the classes' names in the page's language. */
    async decodePredictions(...args: Parameters<DecodePredictions>): ReturnType<DecodePredictions> {
      return (await decoder())(...args);
    },

    /** Sums the probabilities of ImageNet’s cats and of its dogs, and normalizes both: [batch, 1000] → [batch, 2]. */
    catsAndDogs: Object.assign(
      async (...args: Parameters<CatsAndDogs>) => (await predictionsScript()).createCatsAndDogs(tf)(...args),
      /** The classes in the order of the result. */
      { classNames: ['cat', 'dog'] as const },
    ),

    /** The photo chosen in the page's picker. @throws {CourseError} where none is chosen yet */
    chosenPhoto: (): Promise<Photo> => requests.photo({ kind: 'chosen-photo' }),

    /** A photo of the gallery by its name, e.g. `'panda'`. @throws {CourseError} where the gallery has none of that name */
    galleryPhoto: (id: string): Promise<Photo> => requests.photo({ kind: 'gallery-photo', id: String(id) }),

    /** A photo's pixels, resized: Keras's `load_img`. RGBA, 8 bits a channel. */
    async loadImage(photo: Photo, options: ResizeOptions = {}): Promise<ImageData> {
      return resizePhoto(photo.bitmap, options);
    },

    /** Pictures composed of drawn icons, split by designer. @throws {CourseError} @throws {DatasetError} */
    iconDataset: createIconData(deps),

    /** Keras's `img_to_array`: float32 `[height, width, 3]`, 0 to 255. */
    imgToArray(image: ImageData): Tensor3D {
      return tf.tidy(() => tf.browser.fromPixels(image, 3).toFloat());
    },

    /** Among the callbacks of `fit`: how well the model does on each task, before the training and after every epoch. */
    watchTasks: createWatchTasks(tf, library),

    ...lazyMethods(library, libraryFunctions),
  };
}

type Lazy<Function> = Function extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Awaited<Result>>
  : never;

/** Functions of an object that is brought in when the first of them is called. */
function lazyMethods<T extends object, Name extends keyof T>(
  load: () => Promise<T>,
  names: readonly Name[],
): { readonly [Each in Name]: Lazy<T[Each]> } {
  const methods = names.map((name) => [
    name,
    async (...args: unknown[]) => {
      const method = (await load())[name] as (...args: unknown[]) => unknown;
      return method(...args);
    },
  ]);
  return Object.fromEntries(methods);
}

/** A model's file trouble as a failure of the course; a failure that the page reported stays what it is. */
function asCourseError(error: unknown, language: Language): unknown {
  if (!(error instanceof ModelFileError)) return error;
  if (isCourseError(error.cause)) return error.cause;
  const code = (
    {
      missing: 'file-missing',
      network: 'network',
      truncated: 'file-corrupt',
      corrupt: 'file-corrupt',
    } as const
  )[error.kind];
  return new CourseError({ code, subject: error.file }, language);
}
