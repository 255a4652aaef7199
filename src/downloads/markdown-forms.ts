import { measuredText } from '../course/measurements/measured-text.ts';
import { readMeasurements } from '../course/measurements/measurements.ts';
import type { Language } from '../lessons-runtime/shared/language.ts';
import { hasWords } from '../lessons-runtime/shared/words.ts';
import { downloadWords } from './download-words.ts';
import { drawingWords } from './drawing-words.ts';
import type { ComponentForms } from './lesson-blocks.ts';
import type { LessonText } from './lesson-download.ts';

/**
 * Returns forms that write questions and notes as block quotes.
 * @param answers `folded` writes answers as `<details>`, which notebooks render; `open` writes them as text
 */
export function markdownForms(language: Language, answers: 'folded' | 'open'): ComponentForms {
  const words = downloadWords[language];
  return {
    question: (markdown) => quote(`**${words.question}**\n\n${markdown}`),
    answer: (markdown) =>
      answers === 'folded'
        ? `<details>\n<summary>${words.answer}</summary>\n\n${markdown}\n\n</details>`
        : `**${words.answer}.**\n\n${markdown}`,
    note: quote,
    photoPicker: words.photoPicker,
    measured: (attributes) => measuredText(readMeasurements().rows, attributes, language),
    picture: (alt, caption) =>
      [`*${words.picture}: ${alt}*`, ...(caption === null ? [] : [caption])].join('\n\n'),
    drawing: (component) =>
      hasWords(drawingWords, component) ? `*${words.drawing}: ${drawingWords[language][component]}*` : null,
  };
}

/** Returns the lesson's title, description and objectives as Markdown. @param more a paragraph that follows them */
export function markdownLead({ language, title, description, objectives }: LessonText, more: string): string {
  const list = objectives.map((objective) => `- ${objective}`).join('\n');
  return `# ${title}\n\n${description}\n\n**${downloadWords[language].objectives}**\n\n${list}\n\n${more}`;
}

function quote(markdown: string): string {
  return markdown.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}
