import Answer from './answer.astro';
import Cell from './cell.astro';
import Note from './note.astro';
import PhotoClasses from './photo-classes.astro';
import PhotoPicker from './photo-picker.astro';
import Question from './question.astro';

/** What a lesson's MDX may use, with no import of its own. */
export const lessonComponents = { Answer, Cell, Note, PhotoClasses, PhotoPicker, Question };
