import { defineWords } from '../../../shared/words.ts';

const es = { estimate: (duration: string) => `unos ${duration} en este dispositivo` };

const en: typeof es = { estimate: (duration) => `about ${duration} on this device` };

/** The words about how long a cell will take. */
export const estimateWords = defineWords({ es, en });
