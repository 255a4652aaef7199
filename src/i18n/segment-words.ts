import { defineWords } from '../lessons-runtime/shared/words.ts';

const es = { lessons: 'lecciones', credits: 'creditos', glossary: 'glosario', progress: 'progreso' };

const en: typeof es = {
  lessons: 'lessons',
  credits: 'credits',
  glossary: 'glossary',
  progress: 'progress',
};

/** The parts of an address under which each language keeps its lessons, its credits, its glossary and the learner's progress. */
export const segmentWords = defineWords({ es, en });
