import type { LayersModel, Tensor3D } from '@tensorflow/tfjs';
import type { CatsAndDogs } from '../../models/cats-and-dogs.ts';
import type { DecodePredictions } from '../../models/decode-predictions.ts';
import { createDrawingNet, type DrawingNetOptions, drawingNetFolders } from '../../models/drawing-net.ts';
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
import { CourseError, type FailureCode, isCourseError } from '../../protocol/failure.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import type { HostRequests } from '../host-requests.ts';
import type { LoadScript } from '../lazy-scripts.ts';
import type { OutputCapture } from '../output/capture-output.ts';
import { createProgressBar } from '../output/progress-bar.ts';
import type { PredictionCards, PredictionViews } from '../predictions/prediction-views.ts';
import type { PredictionSource } from '../predictions/watch-predictions.ts';
import { type LibraryFunctions, libraryFunctions } from '../script-interfaces.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { createWatchTasks } from '../training/watch-tasks.ts';
import { createDatasets } from './datasets.ts';
import type { Photo } from './photo.ts';
import { type ResizeOptions, resizePhoto } from './resize-photo.ts';

const efficientNetFolder = 'models/efficientnet-lite0@1/';

/** Creates the module `deshielo` for cells: the steps from a photo to a prediction, under Keras's names. */
export function createCourseModule<Functions extends LibraryFunctions>(deps: {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
  readonly library: () => Promise<Functions>;
  readonly loadScript: LoadScript;
  /** Receives how to show a result of `decodePredictions`. */
  readonly views: PredictionViews;
  /** Receives the pictures for which the page can ask for an occlusion map. */
  readonly cards: PredictionCards;
  /** Returns the cell of the current or the last run. */
  readonly cell: () => string;
  /** Returns what a prediction was computed from. */
  readonly sourceOf: (prediction: object) => PredictionSource | undefined;
}) {
  const { tf, requests, capture, language, library, loadScript, sourceOf } = deps;
  const modelDeps = (baseUrl: string): PretrainedModelDeps => ({
    tf,
    baseUrl,
    fetchFile: (path, { onProgress }) =>
      requests.file(path, { onProgress: ({ loaded }) => onProgress(loaded) }),
  });
  const loadEfficientNetLite0 = createEfficientNetLite0(modelDeps(efficientNetFolder));
  const loadMobileNet = createMobileNet(modelDeps('models/mobilenet-v1@1/'));
  const loadDrawingNet = createDrawingNet((folder) => modelDeps(`models/${folder}/`));
  const loadIconNet = createIconNet(modelDeps('models/icon-net@2/'));
  const preprocessInput = createPreprocessInput(tf, efficientNetLite0Normalization);
  /**
   * Returns a function that loads the labels of a network when it is first called.
   * @param otherCounts the numbers of classes that the network has with other weights
   */
  const decoderOf = <Key extends 'wnid' | 'name'>(
    folder: string,
    key: Key,
    otherCounts: readonly number[] = [],
  ) =>
    once(async () => {
      const bytes = await requests.file(`${folder}labels.json`);
      const script = await loadScript('predictions');
      const labels: unknown = JSON.parse(new TextDecoder().decode(bytes));
      const decode = script.createDecodePredictions({ key, labels, language, otherCounts });
      return async (...args: Parameters<typeof decode>) =>
        script.addPredictionViews(deps, sourceOf(args[0]), await decode(...args));
    });
  // Both networks for ImageNet have the same classes in the same order.
  const imageNetDecoder = decoderOf(efficientNetFolder, 'wnid');
  const drawingDecoders = {
    'quickdraw-345': decoderOf(`models/${drawingNetFolders['quickdraw-345']}/`, 'name', [341]),
    'quickdraw-341': decoderOf(`models/${drawingNetFolders['quickdraw-341']}/`, 'name'),
  };

  /** Loads a network and shows a progress bar of its download in the cell. */
  async function loadWithProgress<Weights extends string>(
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
    /** Loads EfficientNet-Lite0 and shows a progress bar of its download. @throws {CourseError} */
    efficientNetLite0: Object.assign(
      (options: EfficientNetLite0Options = {}) =>
        loadWithProgress(
          loadEfficientNetLite0,
          { id: 'efficientnet-lite0', label: 'EfficientNet-Lite0' },
          options,
        ),
      { preprocessInput },
    ),

    /** Loads MobileNet V1 and shows a progress bar of its download. @throws {CourseError} */
    mobileNet: Object.assign(
      (options: MobileNetOptions = {}) =>
        loadWithProgress(loadMobileNet, { id: 'mobilenet-v1', label: 'MobileNet' }, options),
      { preprocessInput: createPreprocessInput(tf, mobileNetNormalization) },
    ),

    /** Loads the network trained on drawn icons and shows a progress bar of its download. @throws {CourseError} */
    iconNet: (options: IconNetOptions = {}) =>
      loadWithProgress(loadIconNet, { id: 'icon-net', label: 'IconNet' }, options),

    /** Loads the network trained on drawings and shows a progress bar of its download. @throws {CourseError} */
    drawingNet: Object.assign(
      (options: DrawingNetOptions = {}) =>
        loadWithProgress(loadDrawingNet, { id: 'drawing-net', label: 'DrawingNet' }, options),
      {
        /** Keras's `decode_predictions` for the 345 or 341 classes of drawings, with their names in the page's language. */
        async decodePredictions(
          ...args: Parameters<DecodePredictions<'name'>>
        ): ReturnType<DecodePredictions<'name'>> {
          const weights = args[0].shape.at(-1) === 341 ? 'quickdraw-341' : 'quickdraw-345';
          return (await drawingDecoders[weights]())(...args);
        },
      },
    ),

    /** The function `efficientNetLite0.preprocessInput`. `mobileNet` has its own. */
    preprocessInput,

    /** Keras's `decode_predictions`, with the classes' names in the page's language. */
    async decodePredictions(...args: Parameters<DecodePredictions>): ReturnType<DecodePredictions> {
      return (await imageNetDecoder())(...args);
    },

    /** Sums the probabilities of ImageNet's cats and of its dogs and normalizes both: [batch, 1000] → [batch, 2]. */
    catsAndDogs: Object.assign(
      async (...args: Parameters<CatsAndDogs>) => {
        const script = await loadScript('predictions');
        return script.createCatsAndDogs(tf)(...args);
      },
      /** The classes in the order of the result. */
      { classNames: ['cat', 'dog'] as const },
    ),

    /** Returns the photo chosen in the page's picker. @throws {CourseError} `no-photo` if none is chosen */
    chosenPhoto: (): Promise<Photo> => requests.photo({ kind: 'chosen-photo' }),

    /** Returns a photo of the gallery by its id, e.g. `'panda'`. @throws {CourseError} `photo-unknown` */
    galleryPhoto: (id: string): Promise<Photo> => requests.photo({ kind: 'gallery-photo', id: String(id) }),

    /** Returns a photo's pixels, resized, like Keras's `load_img`. RGBA, 8 bits a channel. */
    async loadImage(photo: Photo, options: ResizeOptions = {}): Promise<ImageData> {
      return resizePhoto(photo.bitmap, options);
    },

    ...createDatasets(deps),

    /** Returns a picture as a float32 tensor `[height, width, 3]` with values from 0 to 255, like Keras's `img_to_array`. */
    imgToArray(image: ImageData): Tensor3D {
      return tf.tidy(() => tf.browser.fromPixels(image, 3).toFloat());
    },

    /** Returns a callback for `fit` that measures the accuracy on several tasks before the training and after each epoch. */
    watchTasks: createWatchTasks(tf, library),

    ...lazyMethods(library, libraryFunctions),
  };
}

type Lazy<Function> = Function extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Awaited<Result>>
  : never;

/** Returns asynchronous versions of the methods of an object that is loaded when the first of them is called. */
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

const failureCodes = {
  missing: 'file-missing',
  network: 'network',
  truncated: 'file-corrupt',
  corrupt: 'file-corrupt',
} as const satisfies Record<ModelFileError['kind'], FailureCode>;

/** Converts a `ModelFileError` to a `CourseError`; if the page reported a failure, returns that. */
function asCourseError(error: unknown, language: Language): unknown {
  if (!(error instanceof ModelFileError)) return error;
  if (isCourseError(error.cause)) return error.cause;
  return new CourseError({ code: failureCodes[error.kind], subject: error.file }, language);
}
