/** The values that the run under way displays: what a run shows lasts until its cell runs again, though no name holds it. */
export interface DisplayedValues {
  begin(): void;
  /** Between two runs, nothing is added. */
  add(value: unknown): void;
  /** @returns those of the run that ends */
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
