import { createEffect, onCleanup, onMount } from 'solid-js';
import { toBody } from '../../export/report/body';
import type { ReportContent } from '../../export/report/content';
import { toPageStyle, toStyle } from '../../export/report/style';
import { reportWords } from '../../i18n/report';

export interface PaperProps {
  content: ReportContent;
  /** A cell of it was pointed at. */
  onChoose: (cell: string) => void;
}

/**
 * The report as its file has it, by the same writer and the same style sheet. In a tree of its own, so that the page's styles stay
 * out; through constructed sheets, as the policy allows no others.
 */
export function Paper(props: PaperProps) {
  let host!: HTMLDivElement;

  // a style sheet belongs to the document, in which the element is by then
  onMount(() => {
    const root = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    // sheets of paper are set up by the page as a whole
    const page = new CSSStyleSheet();
    root.adoptedStyleSheets = [style];
    document.adoptedStyleSheets.push(page);
    onCleanup(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
    });
    const main = document.createElement('div');
    main.className = 'report';
    root.append(main);
    createEffect(() => style.replaceSync(toStyle(props.content.look)));
    createEffect(() => page.replaceSync(toPageStyle(props.content.look)));
    createEffect(() => {
      main.lang = props.content.lang;
      main.innerHTML = toBody(props.content);
    });
    root.addEventListener('click', (event) => onClick(event, root));
  });

  function onClick(event: Event, root: ShadowRoot): void {
    const target = event.target as Element;
    const place = target.closest('a[href^="#"]')?.getAttribute('href')?.slice(1);
    if (place) {
      // the page's address is not the report's
      event.preventDefault();
      root.getElementById(place)?.scrollIntoView({ block: 'start' });
      return;
    }
    const cell = target.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
    if (cell && !target.closest('a')) props.onChoose(cell);
  }

  return (
    <div
      class="report-paper"
      classList={{ [props.content.look.paper]: true, [props.content.look.orientation]: true }}
      role="article"
      aria-label={reportWords().label}
      ref={host}
    />
  );
}
