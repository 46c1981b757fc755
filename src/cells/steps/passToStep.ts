import { passFocus } from '../../ui/passFocus';

/** A part of a step passes the keyboard on to that step as it is drawn then, else to the one in its place, or to what adds one. */
export function passToStep(part: () => HTMLElement, { id, at }: { id: string; at: () => number }): void {
  passFocus(part, '.steps-panel', (panel) => {
    const rows = [...panel.querySelectorAll<HTMLElement>('.step[data-id]')];
    const row = rows.find(({ dataset }) => dataset.id === id) ?? rows[Math.min(at(), rows.length - 1)];
    return row?.querySelector<HTMLElement>('.step-main') ?? panel.querySelector('.add-step-button');
  });
}
