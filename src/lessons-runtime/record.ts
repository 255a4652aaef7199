/** The door to a learner's record, for the pages that are no lesson. */
export { keepPlace, lastPlace } from './progress/places.ts';

/** Brings the page of a learner's progress to life. */
export async function mountProgressPage(root: HTMLElement): Promise<void> {
  const { mountProgress } = await import('./panel/progress-page/mount-progress.ts');
  await mountProgress(root);
}
