import { createSignal } from 'solid-js';
import type { TableKind } from '../engine/engine';
import type { Face } from './face';
import { readFace, writeFace } from './face';

export type DialogName =
  'palette' | 'help' | 'erase' | 'privacy' | 'clear' | 'goto' | 'again' | 'mend' | 'model';

/** What is in the middle where no source is open. */
export type Page = 'home' | 'workbook';

/** What the page shows just now; none of it is data. */
export function createView() {
  const [open, setOpen] = createSignal<string | undefined>(sessionStorage.getItem('open') ?? undefined);
  const [page, setPage] = createSignal<Page>(
    sessionStorage.getItem('page') === 'workbook' ? 'workbook' : 'home',
  );
  const [face, setFace] = createSignal<Face>(readFace() ?? 'workbook');
  const [kind, setKind] = createSignal<TableKind>('rows');
  const [dialog, setDialog] = createSignal<DialogName>();
  const [column, setColumn] = createSignal<string>();
  const [renaming, setRenaming] = createSignal<string>();
  const [clearing, setClearing] = createSignal<string>();
  const narrow = matchMedia('(max-width: 800px)');
  const [isNarrow, setNarrow] = createSignal(narrow.matches);
  narrow.addEventListener('change', () => setNarrow(narrow.matches));
  const [sidebar, setSidebar] = createSignal(!narrow.matches);
  const [details, setDetails] = createSignal(!narrow.matches && matchMedia('(min-width: 1100px)').matches);
  const [sidebarWidth, setSidebarWidth] = createSignal(storedWidth('sidebar', 256));
  const [detailsWidth, setDetailsWidth] = createSignal(storedWidth('details', 300));

  function keepPage(next: Page): void {
    setPage(next);
    sessionStorage.setItem('page', next);
    writeFace(next === 'workbook' ? face() : undefined);
  }

  function showFace(next: Face): void {
    setFace(next);
    setOpen(undefined);
    sessionStorage.removeItem('open');
    keepPage('workbook');
    if (narrow.matches) setSidebar(false);
  }

  // the address was changed by hand, or is a bookmark
  window.addEventListener('hashchange', () => {
    const named = readFace();
    if (named) showFace(named);
    else if (!location.hash && page() === 'workbook') setFace('workbook');
  });
  if (readFace()) showFace(face());

  return {
    open,
    page,
    face,
    /** Whether the workbook is in the middle as its readers have it, without what it is made with. */
    isReading: () => !open() && page() === 'workbook' && face() !== 'workbook',
    kind,
    dialog,
    setDialog,
    column,
    setColumn,
    renaming,
    setRenaming,
    clearing,
    setClearing,
    sidebar,
    setSidebar,
    details,
    setDetails,
    sidebarWidth,
    detailsWidth,
    isNarrow,

    /** Opens a source in the middle; the start page when there is none. */
    show(id: string | undefined, next: TableKind = 'rows'): void {
      setOpen(id);
      if (id === undefined) keepPage('home');
      else writeFace(undefined);
      setKind(next);
      setColumn(undefined);
      if (id) sessionStorage.setItem('open', id);
      else sessionStorage.removeItem('open');
      if (narrow.matches) setSidebar(false);
    },

    /** Opens the workbook in the middle, where its cells are. */
    showWorkbook: () => showFace('workbook'),
    /** Opens it as it is read. */
    showFace,

    resizeSidebar(width: number): void {
      setSidebarWidth(width);
      localStorage.setItem('width.sidebar', String(width));
    },

    resizeDetails(width: number): void {
      setDetailsWidth(width);
      localStorage.setItem('width.details', String(width));
    },
  };
}

export type View = ReturnType<typeof createView>;

function storedWidth(panel: string, otherwise: number): number {
  return Number(localStorage.getItem(`width.${panel}`)) || otherwise;
}
