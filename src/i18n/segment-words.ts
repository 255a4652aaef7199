import { defineWords } from '../lessons-runtime/shared/words.ts';

const es = { lessons: 'lecciones', credits: 'creditos', glossary: 'glosario', progress: 'progreso' };

const en: typeof es = {
  lessons: 'lessons',
  credits: 'credits',
  glossary: 'glossary',
  progress: 'progress',
};

/** The segments of addresses that differ between languages. */
export const segmentWords = defineWords({ es, en });
