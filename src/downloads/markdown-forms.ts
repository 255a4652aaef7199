import type { Language } from '../lessons-runtime/shared/language.ts';
import { downloadWords } from './download-words.ts';
import type { ComponentForms } from './lesson-blocks.ts';
import type { LessonText } from './lesson-download.ts';

/** Questions and notes as block quotes; an answer folded, where what reads the Markdown can fold. */
export function markdownForms(language: Language, answers: 'folded' | 'open'): ComponentForms {
  const words = downloadWords[language];
  return {
    question: (markdown) => quoted(`**${words.question}**\n\n${markdown}`),
    answer: (markdown) =>
      answers === 'folded'
        ? `<details>\n<summary>${words.answer}</summary>\n\n${markdown}\n\n</details>`
        : `**${words.answer}.**\n\n${markdown}`,
    note: quoted,
    photoPicker: words.photoPicker,
  };
}

/** The lesson's title, what it is about, and what one will be able to do. */
export function markdownLead({ language, title, description, objectives }: LessonText, more: string): string {
  const list = objectives.map((objective) => `- ${objective}`).join('\n');
  return `# ${title}\n\n${description}\n\n**${downloadWords[language].objectives}**\n\n${list}\n\n${more}`;
}

function quoted(markdown: string): string {
  return markdown.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}
