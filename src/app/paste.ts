import { t } from '../i18n/i18n';
import type { App } from './context';
import { tell } from './notice';

/** Pasted cells become a source: from the page itself, or from the clipboard by a command. */
export function listenPaste(app: App): () => void {
  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const data = event.clipboardData;
    if (!data) return;
    event.preventDefault();
    const table = findTable(data.getData('text/html'));
    if (table) importTable(app, table);
    else if (data.files.length > 0) void app.importFiles(data.files);
    else importPasted(app, data.getData('text/plain'));
  };
  document.addEventListener('paste', onPaste);
  return () => document.removeEventListener('paste', onPaste);
}

export async function importClipboard(app: App): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    tell({ tone: 'bad', text: () => t('clipboard.refused') });
    return;
  }
  importPasted(app, text);
}

/** A table of a web page. What spreadsheets put beside their cells is left alone: their plain text says it better. */
function findTable(html: string): string | undefined {
  const isSpreadsheet =
    /urn:schemas-microsoft-com:office|google-sheets-html-origin|<meta[^>]+(Excel|LibreOffice)/i.test(html);
  return /<table\b/i.test(html) && !isSpreadsheet ? html : undefined;
}

function importTable(app: App, html: string): void {
  void app.importFiles([new File([html], `${t('clipboard.name')}.html`, { type: 'text/html' })]);
}

function importPasted(app: App, text: string): void {
  if (text.trim() === '') {
    tell({ text: () => t('clipboard.empty') });
    return;
  }
  void app.importFiles([
    new File([text], `${t('clipboard.name')}.tsv`, { type: 'text/tab-separated-values' }),
  ]);
}
