/** The entry point to the learner's record for pages other than lessons. */
export { keepPlace, lastPlace } from './progress/record/places.ts';
