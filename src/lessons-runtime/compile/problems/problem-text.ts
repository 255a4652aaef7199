import type { Language } from '../../shared/language.ts';
import type { BilingualText, ProblemText } from './bilingual-text.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { SYNTAX_TEXTS } from './syntax-text.ts';

export type { ProblemText } from './bilingual-text.ts';

/**
 * Words a problem for the learner, in the page's language. A syntax error that has no wording of its own
 * quotes the parser, whose messages are English.
 */
export function problemText(problem: Problem, language: Language): ProblemText {
  const text = problem.code === 'syntax' ? syntaxText(problem) : TEXTS[problem.code];
  const { what, advice } = text[language];
  return { what: fillIn(what, problem.detail), advice: fillIn(advice, problem.detail) };
}

function syntaxText({ detail }: Problem): BilingualText {
  const { reason = '', expected } = detail;
  const withExpected = expected === undefined ? undefined : SYNTAX_TEXTS[`${reason}:expected`];
  return withExpected ?? SYNTAX_TEXTS[reason] ?? UNWORDED;
}

function fillIn(template: string, detail: Problem['detail']): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => detail[key] ?? '');
}

const UNWORDED: BilingualText = {
  es: {
    what: 'El código no se puede leer a partir de aquí.',
    advice: 'Mira esta línea y la anterior. El analizador dice (en inglés): «{message}».',
  },
  en: {
    what: 'The code cannot be read from here on.',
    advice: 'Look at this line and the one above it. The parser says: “{message}”.',
  },
};

const TEXTS: Readonly<Record<Exclude<ProblemCode, 'syntax'>, BilingualText>> = {
  'unclosed-bracket': {
    es: {
      what: 'Este «{bracket}» se abre y no se cierra.',
      advice: 'Cierra cada paréntesis, corchete y llave, en el orden inverso al que los abriste.',
    },
    en: {
      what: 'This “{bracket}” is opened and never closed.',
      advice: 'Close every parenthesis, bracket and brace, in the reverse order of opening.',
    },
  },
  'unexpected-bracket': {
    es: {
      what: 'Este «{bracket}» cierra algo que no se abrió.',
      advice: 'Quítalo, o pon antes el paréntesis, corchete o llave que le falta.',
    },
    en: {
      what: 'This “{bracket}” closes something that was never opened.',
      advice: 'Remove it, or put in the opening parenthesis, bracket or brace that is missing before it.',
    },
  },
  enum: {
    es: {
      what: 'Las celdas no admiten «enum».',
      advice:
        'Usa un objeto constante: const {name} = { A: 0, B: 1 } as const. O una unión de textos: type {name} = "a" | "b".',
    },
    en: {
      what: 'Cells do not take “enum”.',
      advice:
        'Use a constant object: const {name} = { A: 0, B: 1 } as const. Or a union of strings: type {name} = "a" | "b".',
    },
  },
  namespace: {
    es: {
      what: 'Las celdas no admiten «namespace» con código dentro.',
      advice: 'Declara su contenido directamente en la celda, o reúnelo en un objeto: const {name} = { … }.',
    },
    en: {
      what: 'Cells do not take a “namespace” with code in it.',
      advice: 'Declare what it holds in the cell itself, or gather it in an object: const {name} = { … }.',
    },
  },
  'parameter-property': {
    es: {
      what: 'Las celdas no admiten parámetros de constructor con «public», «private», «protected» o «readonly».',
      advice: 'Declara el campo {name} en la clase y asígnalo en el constructor: this.{name} = {name}.',
    },
    en: {
      what: 'Cells do not take constructor parameters marked “public”, “private”, “protected” or “readonly”.',
      advice: 'Declare the field {name} in the class and assign it in the constructor: this.{name} = {name}.',
    },
  },
  decorator: {
    es: {
      what: 'Las celdas no admiten decoradores («@…»).',
      advice: 'Llama a la función con la clase o el método como argumento.',
    },
    en: {
      what: 'Cells do not take decorators (“@…”).',
      advice: 'Call the function with the class or the method as its argument.',
    },
  },
  'import-equals': {
    es: {
      what: 'Las celdas no admiten «import {name} = …».',
      advice: 'Escribe import * as {name} from "módulo".',
    },
    en: {
      what: 'Cells do not take “import {name} = …”.',
      advice: 'Write import * as {name} from "module".',
    },
  },
  'import-meta': {
    es: {
      what: 'Una celda no tiene «import.meta»: no es un archivo.',
      advice: 'Quítalo. Los módulos del curso se importan por su nombre.',
    },
    en: {
      what: 'A cell has no “import.meta”: it is not a file.',
      advice: 'Remove it. The course’s modules are imported by name.',
    },
  },
  'export-assignment': {
    es: {
      what: 'Las celdas no admiten «export =» ni «export as namespace».',
      advice: 'No hace falta exportar: lo que una celda declara ya lo ven las demás.',
    },
    en: {
      what: 'Cells do not take “export =” or “export as namespace”.',
      advice: 'There is no need to export: the other cells see what a cell declares.',
    },
  },
  'top-level-using': {
    es: {
      what: 'Las celdas no admiten «{keyword}» fuera de un bloque: el valor se liberaría al acabar la celda.',
      advice: 'Usa const, o escribe la declaración dentro de un bloque { … }.',
    },
    en: {
      what: 'Cells do not take “{keyword}” outside a block: its value would be disposed of when the cell ends.',
      advice: 'Use const, or write the declaration inside a block { … }.',
    },
  },
  'top-level-return': {
    es: {
      what: '«return» solo puede estar dentro de una función.',
      advice: 'Para mostrar un valor, escríbelo como última línea de la celda, sin «return».',
    },
    en: {
      what: '“return” can only be inside a function.',
      advice: 'To show a value, write it as the last line of the cell, without “return”.',
    },
  },
  with: {
    es: {
      what: '«with» no existe en el JavaScript actual.',
      advice: 'Nombra el objeto cada vez, o saca lo que necesites: const { a, b } = objeto.',
    },
    en: {
      what: 'There is no “with” in today’s JavaScript.',
      advice: 'Name the object each time, or take out what you need: const { a, b } = object.',
    },
  },
  'delete-variable': {
    es: {
      what: 'No se puede borrar una variable con «delete».',
      advice:
        '«delete» quita propiedades de objetos: delete objeto.nombre. Para liberar un tensor, usa su método dispose().',
    },
    en: {
      what: 'A variable cannot be removed by “delete”.',
      advice:
        '“delete” removes properties of objects: delete object.name. To free a tensor, call its dispose().',
    },
  },
  'const-reassign': {
    es: {
      what: '«{name}» es una constante: no puede recibir otro valor.',
      advice: 'Si tiene que cambiar, decláralo con let en vez de const.',
    },
    en: {
      what: '“{name}” is a constant: it cannot be given another value.',
      advice: 'If it has to change, declare it by let instead of const.',
    },
  },
  'import-reassign': {
    es: {
      what: '«{name}» es algo importado: no puede recibir otro valor.',
      advice: 'Guarda el nuevo valor en otra variable.',
    },
    en: {
      what: '“{name}” is an import: it cannot be given another value.',
      advice: 'Keep the new value in another variable.',
    },
  },
  'duplicate-declaration': {
    es: {
      what: '«{name}» ya está declarado en esta celda.',
      advice:
        'Para cambiar su valor, escribe {name} = … sin let ni const; para otra cosa, elige otro nombre.',
    },
    en: {
      what: '“{name}” is already declared in this cell.',
      advice:
        'To change its value, write {name} = … without let or const; for something else, choose another name.',
    },
  },
  'used-before-declared': {
    es: {
      what: '«{name}» se usa antes de tener valor: esta celda lo declara más abajo o en esta misma línea.',
      advice:
        'Lleva la declaración más arriba. Si querías el «{name}» de otra celda, da otro nombre al nuevo.',
    },
    en: {
      what: '“{name}” is used before it has a value: this cell declares it further down or on this very line.',
      advice:
        'Move the declaration up. If you meant the “{name}” of another cell, give the new one another name.',
    },
  },
  'await-outside-async': {
    es: {
      what: '«await» está dentro de una función que no es «async».',
      advice: 'Escribe async delante de esa función: async function f() { … }, o async () => { … }.',
    },
    en: {
      what: '“await” is inside a function that is not “async”.',
      advice: 'Write async in front of that function: async function f() { … }, or async () => { … }.',
    },
  },
  jsx: {
    es: {
      what: 'Las celdas no admiten JSX (etiquetas como <div>).',
      advice:
        'Si quieres un texto, ponlo entre comillas. Para mostrar algo, déjalo como última expresión de la celda.',
    },
    en: {
      what: 'Cells do not take JSX (tags such as <div>).',
      advice:
        'If you want text, put it in quotes. To show something, leave it as the cell’s last expression.',
    },
  },
};
