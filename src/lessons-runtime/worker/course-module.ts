import type { Tensor3D } from '@tensorflow/tfjs';
import { createDecodePredictions } from '../models/decode-predictions.ts';
import { createEfficientNetLite0 } from '../models/efficient-net-lite0.ts';
import { createPreprocessInput } from '../models/preprocess-input.ts';
import type { Language } from '../shared/language.ts';
import type { DownloadProgress } from './download-progress.ts';
import type { HostRequests } from './host-requests.ts';
import type { TensorFlow } from './tensorflow.ts';

/** A photo as the learner chose it or as the gallery has it, before any network looked at it. */
export interface Photo {
  readonly name: string;
  readonly bitmap: ImageBitmap;
}

export interface LoadImageOptions {
  /** `[height, width]` in pixels, as in Keras; the photo's own size where it is left out. */
  readonly targetSize?: readonly [number, number];
  /** As in Keras: crops to the target's shape first, instead of squeezing. Default false. */
  readonly keepAspectRatio?: boolean;
}

/** What `import … from 'deshielo'` gives a cell: Keras's steps from a photo to a prediction, under Keras's names. */
export function createCourseModule(deps: {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly language: Language;
  readonly downloads: DownloadProgress;
}) {
  const { tf, requests, language, downloads } = deps;

  return {
    efficientNetLite0: createEfficientNetLite0({
      tf,
      fetchFile: (path, options) => downloads.file(path, options),
      baseUrl: 'models/efficientnet-lite0@1/',
    }),
    preprocessInput: createPreprocessInput(tf),
    decodePredictions: createDecodePredictions({ language, loadLabels: () => labels(requests) }),

    /** The photo chosen in the page's picker. @throws {CourseError} where none is chosen yet */
    chosenPhoto: (): Promise<Photo> => requests.photo({ kind: 'chosen-photo' }),

    /** A photo of the gallery by its name, e.g. `'panda'`. @throws {CourseError} where the gallery has none of that name */
    galleryPhoto: (id: string): Promise<Photo> => requests.photo({ kind: 'gallery-photo', id: String(id) }),

    /** A photo's pixels, resized: Keras's `load_img`. RGBA, 8 bits a channel. */
    async loadImage(photo: Photo, options: LoadImageOptions = {}): Promise<ImageData> {
      return resized(photo.bitmap, options);
    },

    /** Keras's `img_to_array`: float32 `[height, width, 3]`, 0 to 255. */
    imgToArray(image: ImageData): Tensor3D {
      return tf.tidy(() => tf.browser.fromPixels(image, 3).toFloat());
    },
  };
}

let labelsFile: Promise<unknown> | null = null;

async function labels(requests: HostRequests): Promise<unknown> {
  labelsFile ??= requests
    .file('models/efficientnet-lite0@1/labels.json')
    .then((bytes): unknown => JSON.parse(new TextDecoder().decode(bytes)))
    .catch((error: unknown) => {
      labelsFile = null;
      throw error;
    });
  return labelsFile;
}

function resized(bitmap: ImageBitmap, options: LoadImageOptions): ImageData {
  const [height, width] = options.targetSize ?? [bitmap.height, bitmap.width];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas in this worker');
  context.imageSmoothingQuality = 'high';
  const scale = Math.min(bitmap.width / width, bitmap.height / height);
  const source = options.keepAspectRatio
    ? { width: width * scale, height: height * scale }
    : { width: bitmap.width, height: bitmap.height };
  const left = (bitmap.width - source.width) / 2;
  const top = (bitmap.height - source.height) / 2;
  context.drawImage(bitmap, left, top, source.width, source.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
