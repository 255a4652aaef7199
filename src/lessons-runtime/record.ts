/** The door to a learner's record, for the pages that are no lesson. */
export { keepPlace, lastPlace } from './progress/record/places.ts';
