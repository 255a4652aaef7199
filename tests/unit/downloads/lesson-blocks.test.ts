import { describe, expect, it } from 'vitest';
import { lessonBlocks } from '../../../src/downloads/lesson-blocks.ts';
import { markdownForms } from '../../../src/downloads/markdown-forms.ts';

const blocks = (mdx: string) => lessonBlocks(mdx, markdownForms('es', 'folded'));

describe('lessonBlocks', () => {
  it('keeps the source of prose, and returns cells in place', () => {
    const prose =
      '## ¿Qué? 😀\n\nUn *párrafo* con `{llaves}`.\n\n- uno\n- dos\n\n| a | b |\n| --- | --- |\n| 1 | 2 |';
    expect(blocks(`${prose}\n\n<Cell id="top-k" />\n\nY más.`)).toEqual([
      { kind: 'markdown', text: prose },
      { kind: 'cell', id: 'top-k' },
      { kind: 'markdown', text: 'Y más.' },
    ]);
  });

  it('writes the description of a picture and its caption, and keeps formulas', () => {
    expect(
      blocks(
        'Uno $w_{1}$.\n\n<Figure src="core.png" alt="Un testigo de hielo" caption="Del *polo*." />\n\n$$\nx^{2}\n$$',
      ),
    ).toEqual([
      {
        kind: 'markdown',
        text: 'Uno $w_{1}$.\n\n*Imagen: Un testigo de hielo*\n\nDel *polo*.\n\n$$\nx^{2}\n$$',
      },
    ]);
  });

  it('describes a drawing of the page, and keeps the text and cells inside it', () => {
    expect(
      blocks(
        '<NetworkFigure model="icon-net">\n\nUno.\n\n<Cell id="a" />\n\n</NetworkFigure>\n\n<SplitFigure />',
      ),
    ).toMatchObject([
      { kind: 'markdown', text: expect.stringMatching(/^\*Dibujo de la página: los bloques.*\*\n\nUno\.$/) },
      { kind: 'cell', id: 'a' },
      { kind: 'markdown', text: expect.stringMatching(/^\*Dibujo de la página: .*50 %/) },
    ]);
  });

  it('leaves out quizzes', () => {
    expect(blocks('Uno.\n\n<Review />\n\n<Quiz id="filters" />\n\nDos.')).toEqual([
      { kind: 'markdown', text: 'Uno.\n\nDos.' },
    ]);
  });

  it('quotes questions and notes, and folds answers', () => {
    const [block, ...more] = blocks(
      '<Question>\n\n¿Sí?\n\n<Answer>\n\nNo.\n\nO sí.\n\n</Answer>\n\n</Question>\n\n<Note>\n\nOjo.\n\n</Note>',
    );
    expect(more).toEqual([]);
    expect(block).toEqual({
      kind: 'markdown',
      text: [
        '> **Pregunta.**',
        '>',
        '> ¿Sí?',
        '>',
        '> <details>',
        '> <summary>Respuesta</summary>',
        '>',
        '> No.',
        '>',
        '> O sí.',
        '>',
        '> </details>',
        '',
        '> Ojo.',
      ].join('\n'),
    });
  });

  it('keeps the text of inline components, and leaves out components without text', () => {
    expect(
      blocks(
        'El <Term id="backbone">tronco **común**</Term> y la <Term id="head">cabeza</Term>.\n\n<RunLog />',
      ),
    ).toEqual([{ kind: 'markdown', text: 'El tronco **común** y la cabeza.' }]);
  });

  it('returns a cell inside a component as a cell', () => {
    expect(blocks('<Note>\n\nMira.\n\n<Cell id="a" />\n\n</Note>')).toEqual([
      { kind: 'markdown', text: '> Mira.' },
      { kind: 'cell', id: 'a' },
    ]);
  });
});
