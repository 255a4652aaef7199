import { downloadWords } from './download-words.ts';
import { lessonBlocks } from './lesson-blocks.ts';
import type { LessonText } from './lesson-download.ts';
import { markdownForms, markdownLead } from './markdown-forms.ts';

const longestLine = 100;

/** A lesson as one TypeScript file: its cells in order, its prose between them as comments. */
export function lessonScript(lesson: LessonText): string {
  const words = downloadWords[lesson.language];
  const blocks = lessonBlocks(lesson.mdx, markdownForms(lesson.language, 'open'));
  const parts = blocks.map((block) =>
    block.kind === 'markdown'
      ? comment(block.text)
      : `${comment(`--- ${words.cell(block.id)} ---`)}\n${lesson.cell(block.id).typescript}`,
  );
  // A file without import or export would be a script, and its names those of every other file.
  return `${[comment(markdownLead(lesson, words.scriptLead)), ...parts, 'export {};'].join('\n\n')}\n`;
}

function comment(text: string): string {
  return text
    .split('\n')
    .flatMap(wrapped)
    .map((line) => (line === '' ? '//' : `// ${line}`))
    .join('\n');
}

/** A paragraph is one long line in Markdown. Rows of a table stay whole. */
function wrapped(line: string): readonly string[] {
  if (line.length <= longestLine || line.startsWith('|')) return [line];
  const start = /^(?:> ?|- |\d+\. )*/.exec(line)?.[0] ?? '';
  const indent = start.replace(/[-\d.]/g, ' ');
  const result: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && `${current} ${word}`.length > longestLine) {
      result.push(current);
      current = indent + word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...result, current];
}
