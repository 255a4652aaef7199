import type { LoadIconDataset } from '../../datasets/icons/icon-dataset.ts';
import { CourseError } from '../../protocol/failure.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { AdvisedError } from '../errors/advised-error.ts';
import type { HostRequests } from '../host-requests.ts';
import type { LoadScript } from '../lazy-scripts.ts';
import type { OutputCapture } from '../output/capture-output.ts';
import { createProgressBar } from '../output/progress-bar.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** An invalid argument of a data set. */
export class DatasetError extends AdvisedError {
  override readonly name = 'DatasetError';
}

interface IconDataDeps {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
  readonly loadScript: LoadScript;
}

const folder = 'datasets/icons@1/';

/** Creates `iconDataset`. It loads its script with the first call, and the sheets of a class when the class is first used. */
export function createIconData({
  tf,
  requests,
  capture,
  language,
  loadScript,
}: IconDataDeps): LoadIconDataset {
  async function file(name: string): Promise<ArrayBuffer> {
    const bar = createProgressBar(capture, { id: folder + name, label: name, unit: 'bytes' });
    try {
      return await requests.file(folder + name, { onProgress: bar.update });
    } finally {
      bar.end();
    }
  }

  const loader = once(async () => {
    const script = await loadScript('icon-data');
    return script.createIconDataset({
      tf,
      language,
      createError: (problem) => new DatasetError(problem),
      async readManifest() {
        const text = new TextDecoder().decode(await file('icons.json'));
        return orCorrupt('icons.json', async () => script.parseIconManifest(JSON.parse(text)));
      },
      async readSheet(sheet) {
        const bytes = await file(sheet.file);
        return orCorrupt(sheet.file, () => decodePixels(bytes));
      },
    });
  });

  async function orCorrupt<T>(name: string, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch {
      throw new CourseError({ code: 'file-corrupt', subject: folder + name }, language);
    }
  }

  return async (...args) => (await loader())(...args);
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
