/** The second click of a double click: it was meant for what stood there before, such as “Run” where “Stop” is now. */
export function isSecondClick({ detail }: MouseEvent): boolean {
  return detail === 2;
}

/** What makes something new makes it once, also where the button is still there when the second click comes. */
export function once(run: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (!isSecondClick(event)) run();
  };
}
