/** A pause that can be ended early: by the person, or by the network coming back. */
export interface RestlessPause {
  begin(milliseconds: number): Promise<void>;
  end(): void;
}

export function restlessPause(): RestlessPause {
  let wake: (() => void) | undefined;
  return {
    begin(milliseconds) {
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    end: () => wake?.(),
  };
}
