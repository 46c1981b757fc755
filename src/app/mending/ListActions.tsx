import Download from 'lucide-solid/icons/download';
import Wrench from 'lucide-solid/icons/wrench';
import { createSignal, Show } from 'solid-js';
import type { TableKind } from '../../engine/engine';
import { t } from '../../i18n/i18n';
import type { SourceRecord } from '../../storage/catalog';
import { Button } from '../../ui/Button';
import { useApp } from '../context';
import { tellProblem } from '../notice';
import { toWords } from '../words';
import { saveFile } from '../../ui/saveFile';
import { toListFile } from './saveList';

/** What can be done with the records or values that are not among the rows. */
export function ListActions(props: { source: SourceRecord; kind: TableKind }) {
  const app = useApp();
  const [isSaving, setSaving] = createSignal(false);

  async function save(kind: 'rejected' | 'unread'): Promise<void> {
    setSaving(true);
    try {
      const file = await toListFile(props.source, kind, app.engine, app.sources.whenAttached);
      saveFile(`${t(`rejected.exportName.${kind}`, { name: props.source.name })}.csv`, file);
    } catch (error) {
      tellProblem(error, toWords);
    } finally {
      setSaving(false);
    }
  }

  return (
    <Show when={props.kind !== 'rows' && props.kind}>
      {(kind) => (
        <div class="list-actions">
          <Button icon={<Download />} disabled={isSaving()} onClick={() => void save(kind())}>
            {t('rejected.export')}
          </Button>
          <Show when={kind() === 'rejected'}>
            <Button tone="quiet" icon={<Wrench />} onClick={() => app.view.setDialog('mend')}>
              {t('mending.open')}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  );
}
