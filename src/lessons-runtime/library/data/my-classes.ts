import type { HostRequests } from '../../kernel/host-requests.ts';
import type { Photo } from '../../kernel/modules/photo.ts';

interface LabelledPhotos {
  /** In the order of the page: the name of class k has place k. */
  readonly classNames: readonly string[];
  readonly images: readonly Photo[];
  /** Of each image its class, counted from 0. */
  readonly labels: readonly number[];
}

/** The photos that the learner put into classes on the page. @throws {CourseError} where there are none */
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
