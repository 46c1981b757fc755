import { createSignal } from 'solid-js';
import type { TableKind } from '../engine/engine';

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
  }

  return {
    open,
    page,
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
      setKind(next);
      setColumn(undefined);
      if (id) sessionStorage.setItem('open', id);
      else sessionStorage.removeItem('open');
      if (narrow.matches) setSidebar(false);
    },

    /** Opens the workbook in the middle. */
    showWorkbook(): void {
      setOpen(undefined);
      sessionStorage.removeItem('open');
      keepPage('workbook');
      if (narrow.matches) setSidebar(false);
    },

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
