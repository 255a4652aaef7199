import { openRecord } from './open-record.ts';
import type { PlaceRecord } from './record-types.ts';

/** Stores the learner's place in a lesson. Failures are ignored, because losing a place loses no work. */
export async function savePlace(place: Omit<PlaceRecord, 'at'>): Promise<void> {
  const { store } = await openRecord();
  await store
    .update('places', ['places', place.lesson, ''], () => ({ ...place, at: Date.now() }))
    .catch(() => null);
}

/** Returns the newest place of all lessons; `null` if there is none. */
export async function loadLastPlace(): Promise<PlaceRecord | null> {
  const { store } = await openRecord();
  const places = await store.load('places');
  return places.toSorted((a, b) => b.at - a.at)[0] ?? null;
}
