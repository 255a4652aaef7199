/**
 * An engine's error message with the compiler's traces taken out: compiled code reads names off the scope object,
 * so an engine says "$.model.fit is not a function" or "(0 , $.train) is not a function" where the learner
 * wrote `model.fit` and `train`. For messages of errors that the engine itself throws (TypeError, ReferenceError).
 */
export function learnerMessage(message: string): string {
  return message
    .replace(/\(0 ?, ?\$+\.([\p{ID_Start}$_][\p{ID_Continue}$]*)\)/gu, '$1')
    .replace(/(?<![\p{ID_Continue}$.])\$+\.(?=[\p{ID_Start}$_])/gu, '');
}
