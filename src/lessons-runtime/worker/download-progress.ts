import { createThrottle } from '../shared/throttle.ts';
import type { HostRequests, RequestOptions } from './host-requests.ts';
import type { OutputCapture } from './capture-output.ts';

const updateMilliseconds = 100;

/** Fetches files of the site and shows, in the cell that asked, how far the download is. */
export interface DownloadProgress {
  file(path: string, options?: RequestOptions): Promise<ArrayBuffer>;
}

/**
 * One bar for all the files of a folder: `models/efficientnet-lite0@1/…` shows as `efficientnet-lite0`.
 * A caller that knows the sum beforehand reports it by `onProgress`; the bar shows what is loaded of all files asked for so far.
 */
export function createDownloadProgress(requests: HostRequests, capture: OutputCapture): DownloadProgress {
  return {
    async file(path, options = {}) {
      const label = path.split('/').at(-2)?.replace(/@\d+$/, '') ?? path;
      const throttle = createThrottle<{ loaded: number; total: number }>(updateMilliseconds, (progress) =>
        capture.show({ kind: 'progress', id: path, label, unit: 'bytes', ...progress }),
      );
      try {
        return await requests.file(path, {
          onProgress(progress) {
            options.onProgress?.(progress);
            if (progress.total > 0) throttle.push(progress);
          },
        });
      } finally {
        throttle.flush();
      }
    },
  };
}
