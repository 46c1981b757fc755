import type { Format } from '../../export/formats/format';
import type { Written } from '../../export/tables/exportWorker';
import type { Place } from '../../export/tables/sink';
import { isAbort } from '../../lib/problem';
import { saveFile } from '../../ui/saveFile';
import type { App } from '../context';
import { createPlace } from './leftovers';

type Picker = (options: {
  suggestedName: string;
  types?: { accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle>;

export interface Chosen {
  place: Place;
  /** What it is called where the person chose it. */
  name?: string;
}

/** Where a file goes: the person is asked where the browser can write it there, else it becomes a download. Undefined where they would rather not. */
export async function choosePlace(
  { keep }: Pick<App, 'keep'>,
  { file, format }: { file: string; format: Format | undefined },
): Promise<Chosen | undefined> {
  const picker = (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (!picker) return { place: keep ? await createPlace(file) : { to: 'blob' } };
  try {
    const type = format?.type ?? 'application/zip';
    const handle = await picker.call(window, {
      suggestedName: file,
      types: [{ accept: { [type]: [`.${format?.ending ?? 'zip'}`] } }],
    });
    return { place: { to: 'file', handle }, name: handle.name };
  } catch (error) {
    if (isAbort(error)) return undefined;
    throw error;
  }
}

/** Hands what is not in a person's file yet to the browser's downloads; what the file is called. */
export function finishSaving({ name }: Chosen, { blob }: Written, file: string): string {
  if (blob) saveFile(file, blob);
  return name ?? file;
}
