/** The values that the current run displays. Their tensors stay alive until the cell runs again, even if no name holds them. */
export interface DisplayedValues {
  /** Starts collecting for a run. */
  begin(): void;
  /** Adds a value; ignored between runs. */
  add(value: unknown): void;
  /** Stops collecting. Returns the values of the run. */
  end(): readonly unknown[];
}

export function createDisplayedValues(): DisplayedValues {
  let values: unknown[] | null = null;
  return {
    begin() {
      values = [];
    },
    add(value) {
      values?.push(value);
    },
    end() {
      const displayed = values ?? [];
      values = null;
      return displayed;
    },
  };
}
