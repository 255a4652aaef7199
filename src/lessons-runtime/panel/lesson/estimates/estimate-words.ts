import { defineWords } from '../../../shared/words.ts';

const es = {
  estimate: (duration: string) => `unos ${duration} en este dispositivo`,
  /** Before the speed of the device is known. */
  elsewhere: (duration: string) => `unos ${duration} en un portátil corriente`,
};

const en: typeof es = {
  estimate: (duration) => `about ${duration} on this device`,
  elsewhere: (duration) => `about ${duration} on an ordinary laptop`,
};

/** The words about how long a cell will take. */
export const estimateWords = defineWords({ es, en });
