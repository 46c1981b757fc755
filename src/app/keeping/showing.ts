import { createSignal } from 'solid-js';

/** Whether the versions of the open workbook are shown. */
const [areVersionsShown, showVersions] = createSignal(false);

export { areVersionsShown, showVersions };
