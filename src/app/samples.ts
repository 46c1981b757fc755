import type { Locale } from '../i18n/i18n';

export interface Sample {
  name: string;
  rows: number;
  bytes: number;
  title: Record<Locale, string>;
  description: Record<Locale, string>;
}

/** The samples lie beside the page, on its own site. */
const folder = new URL('samples/', document.baseURI);

export async function listSamples(): Promise<Sample[]> {
  const answer = await fetch(new URL('index.json', folder));
  if (!answer.ok) throw new Error(`samples/index.json: ${answer.status}`);
  const { files } = (await answer.json()) as { files: Sample[] };
  return files;
}

/** The samples as files, all of them or the one that is named. */
export async function fetchSamples(only?: string): Promise<File[]> {
  const wanted = (await listSamples()).filter(({ name }) => !only || name === only);
  return Promise.all(
    wanted.map(async ({ name }) => {
      const answer = await fetch(new URL(name, folder));
      if (!answer.ok) throw new Error(`samples/${name}: ${answer.status}`);
      return new File([await answer.blob()], name, { type: 'text/csv' });
    }),
  );
}
