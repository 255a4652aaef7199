import { openRecord } from './open-record.ts';
import type { PlaceRecord } from './record-types.ts';

/** Notes where the learner is in a lesson. What cannot be kept is not worth a word: nothing was written. */
export async function keepPlace(place: Omit<PlaceRecord, 'at'>): Promise<void> {
  const { store } = await openRecord();
  await store
    .update('places', ['places', place.lesson, ''], () => ({ ...place, at: Date.now() }))
    .catch(() => null);
}

/** Where they were last, in whichever lesson; `null` where they have been in none. */
export async function lastPlace(): Promise<PlaceRecord | null> {
  const { store } = await openRecord();
  const places = await store.load('places');
  return places.toSorted((a, b) => b.at - a.at)[0] ?? null;
}
