import type { HostRequests } from '../../kernel/host-requests.ts';
import type { Photo } from '../../kernel/modules/photo.ts';

interface LabelledPhotos {
  /** The name of class k at index k, in the order of the page. */
  readonly classNames: readonly string[];
  readonly images: readonly Photo[];
  /** The class of each image, counted from 0. */
  readonly labels: readonly number[];
}

/** Returns the photos that the learner sorted into classes on the page. @throws {CourseError} if there are none */
export async function myClasses(requests: Pick<HostRequests, 'photoClasses'>): Promise<LabelledPhotos> {
  const classes = await requests.photoClasses();
  const images: Photo[] = [];
  const labels: number[] = [];
  for (const [label, { photos }] of classes.entries()) {
    for (const { name, bytes } of photos) {
      images.push({ name, bitmap: await createImageBitmap(new Blob([bytes])) });
      labels.push(label);
    }
  }
  return { classNames: classes.map(({ name }) => name), images, labels };
}
