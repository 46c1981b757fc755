/** The second click of a double click: it was meant for what stood there before, such as “Run” where “Stop” is now. */
export function isSecondClick({ detail }: MouseEvent): boolean {
  return detail === 2;
}
