/** What of the workbook is in the middle. A further one is a name here, its words under `face`, and a view in App.tsx. */
export const faces = ['workbook', 'dashboard', 'report'] as const;

export type Face = (typeof faces)[number];

/** The one that the page's address names: `#dashboard`. */
export function readFace(): Face | undefined {
  const named = location.hash.slice(1);
  return faces.find((face) => face === named && face !== 'workbook');
}

/** Puts it into the address, so that it can be kept as a bookmark; an address that says something else is left alone. */
export function writeFace(face: Face | undefined): void {
  if (location.hash.length > 1 && !readFace()) return;
  const wanted = face === undefined || face === 'workbook' ? '' : `#${face}`;
  if (location.hash !== wanted)
    history.replaceState(history.state, '', location.pathname + location.search + wanted);
}
