/** The pauses before the second and the third attempt, in milliseconds. */
const pauses = [300, 1000];

/**
 * Calls a function that may fail because of the network, up to three times.
 * @param isWorthwhile whether another attempt may succeed after an error
 * @throws the last error
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
