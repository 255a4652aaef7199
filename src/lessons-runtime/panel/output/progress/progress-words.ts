import { formatFor } from '../../../shared/format.ts';
import type { Language } from '../../../shared/language.ts';
import { defineWords } from '../../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  trainings: (count: number, duration: string | null) =>
    [spanish.plural(count, 'entrenamiento', 'entrenamientos'), ...(duration === null ? [] : [duration])].join(
      ' · ',
    ),
  downloads: (count: number, size: string) => `${spanish.plural(count, 'descarga', 'descargas')} · ${size}`,
};

const en: typeof es = {
  trainings: (count, duration) =>
    [english.plural(count, 'training', 'trainings'), ...(duration === null ? [] : [duration])].join(' · '),
  downloads: (count, size) => `${english.plural(count, 'download', 'downloads')} · ${size}`,
};

/** The words about progress bars that are folded into one line. */
export const progressWords = defineWords({ es, en });

export type ProgressWords = (typeof progressWords)[Language];
