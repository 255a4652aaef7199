import { mountLesson } from '../../lessons-runtime/index.ts';

mountLesson(document);
