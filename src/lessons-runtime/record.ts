/** The entry point to the learner's record for pages other than lessons. */
export { loadLastPlace, savePlace } from './progress/record/places.ts';
