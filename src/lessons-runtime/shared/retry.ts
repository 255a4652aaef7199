/** Before the second try and before the third: a server in trouble often has the file again in a moment. */
const pauses = [300, 1000];

/**
 * Does what may fail on a bad line, up to three times; the last failure is the caller's.
 * @param isWorthwhile whether after this failure another try may go better
 */
export async function retry<T>(
  act: () => Promise<T>,
  isWorthwhile: (error: unknown) => boolean = () => true,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await act();
    } catch (error) {
      if (!isWorthwhile(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return act();
}
