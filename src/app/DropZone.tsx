import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { t } from '../i18n/i18n';
import { useApp } from './context';
import { readDropped } from './folder';
import { findDropTarget, setDropTarget } from './replace/dropTarget';

/** Takes files that are dropped anywhere on the page, and says so while they are held over it. */
export function DropZone() {
  const app = useApp();
  const [over, setOver] = createSignal(false);
  const stop = new AbortController();

  function isFiles(event: DragEvent): boolean {
    return event.dataTransfer?.types.includes('Files') ?? false;
  }

  onMount(() => {
    const listen = (
      type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      handler: (event: DragEvent) => void,
    ) => document.addEventListener(type, handler, { signal: stop.signal });
    listen('dragover', (event) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
      const target = findDropTarget(event, app.sources.state.sources);
      setDropTarget(target?.id);
      setOver(!target);
    });
    listen('dragenter', (event) => isFiles(event) && app.prepare());
    listen('dragleave', (event) => {
      if (event.relatedTarget !== null) return;
      setOver(false);
      setDropTarget(undefined);
    });
    listen('drop', (event) => {
      setOver(false);
      setDropTarget(undefined);
      if (!isFiles(event)) return;
      event.preventDefault();
      const target = findDropTarget(event, app.sources.state.sources);
      void readDropped(event.dataTransfer!).then((files) => {
        if (target) app.replaceFile(target, files);
        else void app.importFiles(files);
      });
    });
  });
  onCleanup(() => stop.abort());

  return (
    <Show when={over()}>
      <div class="drop-cover" aria-hidden="true">
        <span>{t('start.dropNow')}</span>
      </div>
    </Show>
  );
}
