import type { Advice } from '../../shared/advice.ts';
import { defineWords } from '../../shared/words.ts';
import type { ProblemCode } from './problem.ts';

/** The parts of the code that the text of a problem can name. Empty if the parser did not report them. */
export type ProblemNames = Readonly<
  Record<
    'name' | 'bracket' | 'keyword' | 'token' | 'expected' | 'unexpected' | 'reservedWord' | 'message',
    string
  >
>;

type Worded = Exclude<ProblemCode, 'syntax'> | 'unworded';

const es = {
  'unclosed-bracket': ({ bracket }: ProblemNames) => ({
    what: `Este «${bracket}» se abre y no se cierra.`,
    advice: 'Cierra cada paréntesis, corchete y llave, en el orden inverso al que los abriste.',
  }),
  'unexpected-bracket': ({ bracket }: ProblemNames) => ({
    what: `Este «${bracket}» cierra algo que no se abrió.`,
    advice: 'Quítalo, o pon antes el paréntesis, corchete o llave que le falta.',
  }),
  enum: ({ name }: ProblemNames) => ({
    what: 'Las celdas no admiten «enum».',
    advice: `Usa un objeto constante: const ${name} = { A: 0, B: 1 } as const. O una unión de textos: type ${name} = "a" | "b".`,
  }),
  namespace: ({ name }: ProblemNames) => ({
    what: 'Las celdas no admiten «namespace» con código dentro.',
    advice: `Declara su contenido directamente en la celda, o reúnelo en un objeto: const ${name} = { … }.`,
  }),
  'parameter-property': ({ name }: ProblemNames) => ({
    what: 'Las celdas no admiten parámetros de constructor con «public», «private», «protected» o «readonly».',
    advice: `Declara el campo ${name} en la clase y asígnalo en el constructor: this.${name} = ${name}.`,
  }),
  decorator: () => ({
    what: 'Las celdas no admiten decoradores («@…»).',
    advice: 'Llama a la función con la clase o el método como argumento.',
  }),
  'import-equals': ({ name }: ProblemNames) => ({
    what: `Las celdas no admiten «import ${name} = …».`,
    advice: `Escribe import * as ${name} from "módulo".`,
  }),
  'import-meta': () => ({
    what: 'Una celda no tiene «import.meta»: no es un archivo.',
    advice: 'Quítalo. Los módulos del curso se importan por su nombre.',
  }),
  'export-assignment': () => ({
    what: 'Las celdas no admiten «export =» ni «export as namespace».',
    advice: 'No hace falta exportar: lo que una celda declara ya lo ven las demás.',
  }),
  'top-level-using': ({ keyword }: ProblemNames) => ({
    what: `Las celdas no admiten «${keyword}» fuera de un bloque: el valor se liberaría al acabar la celda.`,
    advice: 'Usa const, o escribe la declaración dentro de un bloque { … }.',
  }),
  'top-level-return': () => ({
    what: '«return» solo puede estar dentro de una función.',
    advice: 'Para mostrar un valor, escríbelo como última línea de la celda, sin «return».',
  }),
  with: () => ({
    what: '«with» no existe en el JavaScript actual.',
    advice: 'Nombra el objeto cada vez, o saca lo que necesites: const { a, b } = objeto.',
  }),
  'delete-variable': () => ({
    what: 'No se puede borrar una variable con «delete».',
    advice:
      '«delete» quita propiedades de objetos: delete objeto.nombre. Para liberar un tensor, usa su método dispose().',
  }),
  'const-reassign': ({ name }: ProblemNames) => ({
    what: `«${name}» es una constante: no puede recibir otro valor.`,
    advice: 'Si tiene que cambiar, decláralo con let en vez de const.',
  }),
  'import-reassign': ({ name }: ProblemNames) => ({
    what: `«${name}» es algo importado: no puede recibir otro valor.`,
    advice: 'Guarda el nuevo valor en otra variable.',
  }),
  'duplicate-declaration': ({ name }: ProblemNames) => ({
    what: `«${name}» ya está declarado en esta celda.`,
    advice: `Para cambiar su valor, escribe ${name} = … sin let ni const; para otra cosa, elige otro nombre.`,
  }),
  'used-before-declared': ({ name }: ProblemNames) => ({
    what: `«${name}» se usa antes de tener valor: esta celda lo declara más abajo o en esta misma línea.`,
    advice: `Lleva la declaración más arriba. Si querías el «${name}» de otra celda, da otro nombre al nuevo.`,
  }),
  'await-outside-async': () => ({
    what: '«await» está dentro de una función que no es «async».',
    advice: 'Escribe async delante de esa función: async function f() { … }, o async () => { … }.',
  }),
  jsx: () => ({
    what: 'Las celdas no admiten JSX (etiquetas como <div>).',
    advice:
      'Si quieres un texto, ponlo entre comillas. Para mostrar algo, déjalo como última expresión de la celda.',
  }),
  unworded: ({ message }: ProblemNames) => ({
    what: 'El código no se puede leer a partir de aquí.',
    advice: `Mira esta línea y la anterior. El analizador dice (en inglés): «${message}».`,
  }),
} satisfies Readonly<Record<Worded, (names: ProblemNames) => Advice>>;

const en: typeof es = {
  'unclosed-bracket': ({ bracket }) => ({
    what: `This “${bracket}” is opened and never closed.`,
    advice: 'Close every parenthesis, bracket and brace, in the reverse order of opening.',
  }),
  'unexpected-bracket': ({ bracket }) => ({
    what: `This “${bracket}” closes something that was never opened.`,
    advice: 'Remove it, or put in the opening parenthesis, bracket or brace that is missing before it.',
  }),
  enum: ({ name }) => ({
    what: 'Cells do not take “enum”.',
    advice: `Use a constant object: const ${name} = { A: 0, B: 1 } as const. Or a union of strings: type ${name} = "a" | "b".`,
  }),
  namespace: ({ name }) => ({
    what: 'Cells do not take a “namespace” with code in it.',
    advice: `Declare what it holds in the cell itself, or gather it in an object: const ${name} = { … }.`,
  }),
  'parameter-property': ({ name }) => ({
    what: 'Cells do not take constructor parameters marked “public”, “private”, “protected” or “readonly”.',
    advice: `Declare the field ${name} in the class and assign it in the constructor: this.${name} = ${name}.`,
  }),
  decorator: () => ({
    what: 'Cells do not take decorators (“@…”).',
    advice: 'Call the function with the class or the method as its argument.',
  }),
  'import-equals': ({ name }) => ({
    what: `Cells do not take “import ${name} = …”.`,
    advice: `Write import * as ${name} from "module".`,
  }),
  'import-meta': () => ({
    what: 'A cell has no “import.meta”: it is not a file.',
    advice: 'Remove it. The course’s modules are imported by name.',
  }),
  'export-assignment': () => ({
    what: 'Cells do not take “export =” or “export as namespace”.',
    advice: 'There is no need to export: the other cells see what a cell declares.',
  }),
  'top-level-using': ({ keyword }) => ({
    what: `Cells do not take “${keyword}” outside a block: its value would be disposed of when the cell ends.`,
    advice: 'Use const, or write the declaration inside a block { … }.',
  }),
  'top-level-return': () => ({
    what: '“return” can only be inside a function.',
    advice: 'To show a value, write it as the last line of the cell, without “return”.',
  }),
  with: () => ({
    what: 'There is no “with” in today’s JavaScript.',
    advice: 'Name the object each time, or take out what you need: const { a, b } = object.',
  }),
  'delete-variable': () => ({
    what: 'A variable cannot be removed by “delete”.',
    advice:
      '“delete” removes properties of objects: delete object.name. To free a tensor, call its dispose().',
  }),
  'const-reassign': ({ name }) => ({
    what: `“${name}” is a constant: it cannot be given another value.`,
    advice: 'If it has to change, declare it by let instead of const.',
  }),
  'import-reassign': ({ name }) => ({
    what: `“${name}” is an import: it cannot be given another value.`,
    advice: 'Keep the new value in another variable.',
  }),
  'duplicate-declaration': ({ name }) => ({
    what: `“${name}” is already declared in this cell.`,
    advice: `To change its value, write ${name} = … without let or const; for something else, choose another name.`,
  }),
  'used-before-declared': ({ name }) => ({
    what: `“${name}” is used before it has a value: this cell declares it further down or on this very line.`,
    advice: `Move the declaration up. If you meant the “${name}” of another cell, give the new one another name.`,
  }),
  'await-outside-async': () => ({
    what: '“await” is inside a function that is not “async”.',
    advice: 'Write async in front of that function: async function f() { … }, or async () => { … }.',
  }),
  jsx: () => ({
    what: 'Cells do not take JSX (tags such as <div>).',
    advice: 'If you want text, put it in quotes. To show something, leave it as the cell’s last expression.',
  }),
  unworded: ({ message }) => ({
    what: 'The code cannot be read from here on.',
    advice: `Look at this line and the one above it. The parser says: “${message}”.`,
  }),
};

/** Describes why a cell cannot be compiled, by the problem's code. `unworded` quotes the parser. */
export const problemWords = defineWords({ es, en });
