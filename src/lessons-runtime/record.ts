/** The door to a learner's record, for the pages that are no lesson. */
export { loadLastPlace, savePlace } from './progress/record/places.ts';
