import type { Advice } from '../../shared/advice.ts';
import { defineWords } from '../../shared/words.ts';
import type { ProblemNames } from './problem-words.ts';

const es = {
  UnexpectedEnd: () => ({
    what: 'El código se acaba antes de tiempo.',
    advice:
      'A la última línea le falta algo: un valor detrás de «=» o de un operador, o el final de una instrucción.',
  }),
  UnexpectedToken: ({ token }: ProblemNames) => ({
    what: `Aquí no puede ir «${token}».`,
    advice: 'Mira qué falta o sobra justo antes: un valor, un operador, una coma o unas comillas.',
  }),
  'UnexpectedToken:expected': ({ expected, token }: ProblemNames) => ({
    what: `Se esperaba «${expected}» antes de «${token}».`,
    advice: `Añade «${expected}», o quita lo que sobra.`,
  }),
  MissingSemicolon: ({ token }: ProblemNames) => ({
    what: `Aquí acaba una instrucción, y «${token}» no puede ir detrás en la misma línea.`,
    advice: `Comprueba si falta una coma, un operador, un paréntesis o unas comillas antes de «${token}»; si empieza otra instrucción, pásala a otra línea.`,
  }),
  UnterminatedString: () => ({
    what: 'A este texto le faltan las comillas de cierre.',
    advice:
      'Ciérralo con las mismas comillas en la misma línea. Para un texto de varias líneas usa acentos graves: `…`.',
  }),
  UnterminatedTemplate: () => ({
    what: 'A esta plantilla de texto le falta el acento grave (`) de cierre.',
    advice: 'Ciérrala con `. Comprueba también las llaves de cada «$».',
  }),
  UnterminatedComment: () => ({ what: 'Este comentario no se cierra.', advice: 'Escribe */ donde acaba.' }),
  UnterminatedRegExp: () => ({
    what: 'A esta expresión regular le falta la «/» de cierre.',
    advice: 'Ciérrala en la misma línea. Si querías dividir, falta un valor antes de «/».',
  }),
  InvalidOrUnexpectedToken: ({ unexpected }: ProblemNames) => ({
    what: `El carácter «${unexpected}» no forma parte de JavaScript.`,
    advice: 'Suele venir al copiar texto: escribe comillas rectas (" o \') y guiones normales (-).',
  }),
  MathematicalSign: ({ unexpected, token }: ProblemNames) => ({
    what: `«${unexpected}» no es un signo de JavaScript.`,
    advice: `En código se escribe ${token}.`,
  }),
  DeclarationMissingInitializer: () => ({
    what: 'A esta declaración le falta el valor inicial.',
    advice: 'Escribe = y un valor. Si el valor llega después y es una sola variable, decláralo con let.',
  }),
  UnexpectedReservedWord: ({ reservedWord }: ProblemNames) => ({
    what: `«${reservedWord}» es una palabra reservada: no puede ser un nombre.`,
    advice: 'Elige otro nombre.',
  }),
  UnexpectedKeyword: ({ keyword }: ProblemNames) => ({
    what: `Aquí no puede ir la palabra reservada «${keyword}».`,
    advice: 'Si es un nombre, elige otro; si empieza una instrucción, mira si la anterior está completa.',
  }),
  NumberIdentifier: () => ({
    what: 'Un nombre no puede empezar por una cifra, ni una letra ir pegada a un número.',
    advice: 'Empieza el nombre por una letra, o pon un operador entre el número y lo que sigue.',
  }),
  InvalidLhs: () => ({
    what: 'A la izquierda del signo igual hay algo que no puede recibir un valor.',
    advice: 'Pon una variable o una propiedad. Para comparar, usa ===.',
  }),
  InvalidCoverInitializedName: () => ({
    what: 'Dentro de un objeto, el valor va detrás de dos puntos, no de «=».',
    advice: 'Escribe { nombre: valor }.',
  }),
  IllegalBreakContinue: () => ({
    what: '«break» y «continue» solo pueden estar dentro de un bucle (o «break» en un switch).',
    advice: 'Ponlo dentro del bucle, o quítalo.',
  }),
  UnexpectedLexicalDeclaration: () => ({
    what: 'Aquí solo cabe una instrucción, y no puede ser una declaración con let o const.',
    advice: 'Enciérrala entre llaves: { … }.',
  }),
  UnexpectedImportExport: () => ({
    what: '«import» y «export» solo pueden estar fuera de funciones y bloques.',
    advice: 'Llévalo al principio de la celda.',
  }),
  UnsupportedDefaultExport: () => ({
    what: 'Detrás de «export default» va un valor, una función o una clase.',
    advice: 'Quita «export default»: lo que una celda declara ya lo ven las demás.',
  }),
  ParamDupe: () => ({ what: 'Dos parámetros tienen el mismo nombre.', advice: 'Dales nombres distintos.' }),
  NoCatchOrFinally: () => ({
    what: 'A este «try» le falta su «catch» o «finally».',
    advice: 'Añade catch (error) { … } detrás.',
  }),
  MixingCoalesceWithLogical: () => ({
    what: '«??» no se puede mezclar con «||» o «&&» sin paréntesis.',
    advice: 'Pon paréntesis que digan qué va primero: (a ?? b) || c.',
  }),
  UnexpectedTokenUnaryExponentiation: () => ({
    what: 'No está claro si el signo va antes o después de la potencia.',
    advice: 'Pon paréntesis: (-a) ** 2, o -(a ** 2).',
  }),
  StrictOctalLiteral: () => ({
    what: 'Un número no puede empezar por un 0 suelto.',
    advice: 'Quita el 0, o escribe 0o para octal.',
  }),
  DuplicateConstructor: () => ({
    what: 'Esta clase ya tiene un constructor.',
    advice: 'Deja uno solo; los parámetros opcionales cubren los demás casos.',
  }),
  SuperNotAllowed: () => ({
    what: '«super()» solo puede estar en el constructor de una clase con «extends».',
    advice: 'Añade extends a la clase, o quita super().',
  }),
  MissingPlugin: () => ({ what: 'Esta sintaxis todavía no es JavaScript.', advice: 'Dilo de otra manera.' }),
} satisfies Readonly<Record<string, (names: ProblemNames) => Advice>>;

const en: typeof es = {
  UnexpectedEnd: () => ({
    what: 'The code ends too early.',
    advice:
      'Something is missing on the last line: a value after “=” or an operator, or the rest of a statement.',
  }),
  UnexpectedToken: ({ token }) => ({
    what: `“${token}” cannot stand here.`,
    advice: 'See what is missing or left over right before it: a value, an operator, a comma or a quote.',
  }),
  'UnexpectedToken:expected': ({ expected, token }) => ({
    what: `“${expected}” was expected before “${token}”.`,
    advice: `Add “${expected}”, or remove what is left over.`,
  }),
  MissingSemicolon: ({ token }) => ({
    what: `A statement ends here, and “${token}” cannot follow it on the same line.`,
    advice: `See whether a comma, an operator, a parenthesis or a quote is missing before “${token}”; if another statement starts, give it its own line.`,
  }),
  UnterminatedString: () => ({
    what: 'This string has no closing quote.',
    advice: 'Close it with the same quote on the same line. For a text of several lines use backticks: `…`.',
  }),
  UnterminatedTemplate: () => ({
    what: 'This template has no closing backtick (`).',
    advice: 'Close it with `. See to the braces of each “$” too.',
  }),
  UnterminatedComment: () => ({ what: 'This comment is never closed.', advice: 'Write */ where it ends.' }),
  UnterminatedRegExp: () => ({
    what: 'This regular expression has no closing “/”.',
    advice: 'Close it on the same line. If you meant to divide, a value is missing before “/”.',
  }),
  InvalidOrUnexpectedToken: ({ unexpected }) => ({
    what: `The character “${unexpected}” is no part of JavaScript.`,
    advice: 'It often comes with copied text: type straight quotes (" or \') and plain hyphens (-).',
  }),
  MathematicalSign: ({ unexpected, token }) => ({
    what: `“${unexpected}” is no sign of JavaScript.`,
    advice: `In code it is written ${token}.`,
  }),
  DeclarationMissingInitializer: () => ({
    what: 'This declaration has no initial value.',
    advice: 'Write = and a value. If the value comes later and it is a single variable, declare it by let.',
  }),
  UnexpectedReservedWord: ({ reservedWord }) => ({
    what: `“${reservedWord}” is a reserved word: it cannot be a name.`,
    advice: 'Choose another name.',
  }),
  UnexpectedKeyword: ({ keyword }) => ({
    what: `The reserved word “${keyword}” cannot stand here.`,
    advice:
      'If it is a name, choose another; if it starts a statement, see whether the one before is complete.',
  }),
  NumberIdentifier: () => ({
    what: 'A name cannot start with a digit, nor a letter follow a number directly.',
    advice: 'Start the name with a letter, or put an operator between the number and what follows.',
  }),
  InvalidLhs: () => ({
    what: 'What stands left of the equals sign cannot be given a value.',
    advice: 'Put a variable or a property there. To compare, use ===.',
  }),
  InvalidCoverInitializedName: () => ({
    what: 'Inside an object a value follows a colon, not “=”.',
    advice: 'Write { name: value }.',
  }),
  IllegalBreakContinue: () => ({
    what: '“break” and “continue” can only be inside a loop (or “break” in a switch).',
    advice: 'Put it inside the loop, or remove it.',
  }),
  UnexpectedLexicalDeclaration: () => ({
    what: 'Only one statement fits here, and it cannot be a declaration by let or const.',
    advice: 'Put it in braces: { … }.',
  }),
  UnexpectedImportExport: () => ({
    what: '“import” and “export” can only be outside functions and blocks.',
    advice: 'Move it to the start of the cell.',
  }),
  UnsupportedDefaultExport: () => ({
    what: '“export default” is followed by a value, a function or a class.',
    advice: 'Remove “export default”: the other cells see what a cell declares.',
  }),
  ParamDupe: () => ({ what: 'Two parameters have the same name.', advice: 'Give them different names.' }),
  NoCatchOrFinally: () => ({
    what: 'This “try” has no “catch” or “finally”.',
    advice: 'Add catch (error) { … } after it.',
  }),
  MixingCoalesceWithLogical: () => ({
    what: '“??” cannot be mixed with “||” or “&&” without parentheses.',
    advice: 'Add parentheses that say which comes first: (a ?? b) || c.',
  }),
  UnexpectedTokenUnaryExponentiation: () => ({
    what: 'It is not clear whether the sign comes before or after the power.',
    advice: 'Add parentheses: (-a) ** 2, or -(a ** 2).',
  }),
  StrictOctalLiteral: () => ({
    what: 'A number cannot start with a bare 0.',
    advice: 'Remove the 0, or write 0o for octal.',
  }),
  DuplicateConstructor: () => ({
    what: 'This class already has a constructor.',
    advice: 'Keep just one; optional parameters cover the other cases.',
  }),
  SuperNotAllowed: () => ({
    what: '“super()” can only be in the constructor of a class with “extends”.',
    advice: 'Add extends to the class, or remove super().',
  }),
  MissingPlugin: () => ({ what: 'This syntax is not JavaScript yet.', advice: 'Say it another way.' }),
};

/**
 * Describes syntax errors, by the reason code of the parser. `…:expected` is used instead if the parser names the token that
 * it expected.
 */
export const syntaxWords = defineWords({ es, en });

export type SyntaxReason = keyof typeof es;
