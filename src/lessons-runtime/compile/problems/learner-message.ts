/**
 * Removes traces of the compiler from an engine's error message. Compiled code reads names from the scope object, so that
 * an engine says "$.model.fit is not a function" or "(0 , $.train) is not a function" for `model.fit` and `train`. For
 * messages of errors that the engine throws (TypeError, ReferenceError).
 */
export function learnerMessage(message: string): string {
  return message
    .replace(/\(0 ?, ?\$+\.([\p{ID_Start}$_][\p{ID_Continue}$]*)\)/gu, '$1')
    .replace(/(?<![\p{ID_Continue}$.])\$+\.(?=[\p{ID_Start}$_])/gu, '');
}
