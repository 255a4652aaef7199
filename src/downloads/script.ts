import { downloadWords } from './download-words.ts';
import { lessonBlocks } from './lesson-blocks.ts';
import type { LessonText } from './lesson-download.ts';
import { markdownForms, markdownLead } from './markdown-forms.ts';

const longestLine = 100;

/** Creates a lesson's TypeScript file: its cells in order, with the prose between them as comments. */
export function lessonScript(lesson: LessonText): string {
  const words = downloadWords[lesson.language];
  const blocks = lessonBlocks(lesson.mdx, markdownForms(lesson.language, 'open'));
  const parts = blocks.map((block) =>
    block.kind === 'markdown'
      ? comment(block.text)
      : `${comment(`--- ${words.cell(block.id)} ---`)}\n${lesson.cell(block.id).typescript}`,
  );
  // Without an import or export the file would be a script, whose names are global.
  return `${[comment(markdownLead(lesson, words.scriptLead)), ...parts, 'export {};'].join('\n\n')}\n`;
}

function comment(text: string): string {
  return text
    .split('\n')
    .flatMap(wrap)
    .map((line) => (line === '' ? '//' : `// ${line}`))
    .join('\n');
}

/** Wraps a line of Markdown, which may be a paragraph. Rows of a table are not wrapped. */
function wrap(line: string): readonly string[] {
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
